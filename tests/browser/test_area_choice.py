"""The choice of an area on the front page: one click, kept for the visit alone, and then one to the right page."""

import re

from playwright.sync_api import Page, expect

from pathways.flows import AREAS
from tests.conftest import NewPage
from tests.support.flows import library, publication

FRONT = library().front


def shown(page: Page) -> set[str]:
    """The areas that the entries show links for."""
    links = page.locator(".front-entries [data-area]:visible")
    return set(links.evaluate_all("(all) => all.map((one) => one.dataset.area)"))


def test_one_click_leaves_the_links_of_one_area_for_this_visit(new_page: NewPage) -> None:
    page = new_page("/")
    every = {area.id for area in AREAS}
    assert shown(page) == every
    for area in AREAS:
        page.locator(f"a[data-choose={area.id}]").click()
        assert shown(page) == {area.id}
        assert page.url.endswith("/")
        page.goto("/about/privacy/")
        page.goto("/")
        assert shown(page) == {area.id}
    page.locator("button[data-choose]").click()
    assert shown(page) == every
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert new_page("/").evaluate("sessionStorage.length") == 0


def test_without_scripts_every_link_stands_there_and_an_area_leads_to_its_page(new_page: NewPage) -> None:
    page = new_page("/", java_script_enabled=False)
    assert shown(page) == {area.id for area in AREAS}
    expect(page.locator("button[data-choose]")).to_be_hidden()
    page.locator(f"a[data-choose={AREAS[0].id}]").click()
    expect(page.locator("h1")).to_contain_text(publication().areas[AREAS[0].id].name)


def test_every_entry_leads_every_area_to_a_page_of_its_own(new_page: NewPage) -> None:
    assert FRONT is not None
    page = new_page()
    for area in AREAS:
        page.goto("/")
        page.locator(f"a[data-choose={area.id}]").click()
        links = page.locator(".front-entries > li [data-area]:visible a")
        assert links.evaluate_all("(all) => all.map((one) => one.pathname)") == [
            f"/{entry.pages[area.id]}/" for entry in FRONT.entries
        ]
        links.last.click()
        expect(page).to_have_url(re.compile(f"/{FRONT.entries[-1].pages[area.id]}/$"))
        expect(page.locator(".hb-area strong")).to_have_text(publication().areas[area.id].name)
