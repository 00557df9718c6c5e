"""The frame of every page: search, menu and skip link by keyboard."""

from playwright.sync_api import expect

from tests.conftest import NewPage
from tests.support.tool import PATIENCE_MS


def test_search_finds_a_page_without_a_word_in_the_address(new_page: NewPage) -> None:
    page = new_page("/")
    # The search listens for keys, and only once it says that it is ready.
    box = page.get_by_role("textbox", name="Search")
    box.click()
    ready = page.locator(".md-search-result__meta").get_by_text("Type what you are looking for")
    ready.wait_for(state="attached", timeout=PATIENCE_MS)
    box.press_sequentially("grooming")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible(timeout=PATIENCE_MS)
    assert "grooming" not in str(result.get_attribute("href"))
    assert page.url.endswith("/")


def test_menu_opens_and_closes_by_keyboard_on_a_small_screen(new_page: NewPage) -> None:
    for scripts in (True, False):
        page = new_page("/", size=(320, 640), java_script_enabled=scripts)
        summary = page.locator(".hb-menu > summary")
        inside = page.locator(".hb-menu a").first
        expect(inside).to_be_hidden()
        for _ in range(10):
            page.keyboard.press("Tab")
            if summary.evaluate("(summary) => summary === document.activeElement"):
                break
        expect(summary).to_be_focused()
        page.keyboard.press("Enter")
        expect(inside).to_be_visible()
        page.keyboard.press("Tab")
        expect(inside).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        expect(inside).to_be_hidden()


def test_skip_link_is_the_first_stop_and_leads_to_the_content(new_page: NewPage) -> None:
    page = new_page("/stockport/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    aim = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"#{aim}").evaluate("(aim) => Boolean(aim.closest('main'))")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")
