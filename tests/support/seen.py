"""What an open page shows, on screen or on paper."""

from playwright.sync_api import Page, expect

_UNSEEN = """(selector) => [...document.querySelectorAll(selector)]
  .filter((e) => !e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
    || e.getBoundingClientRect().height === 0)
  .map((e) => e.outerHTML.slice(0, 120))"""


def unseen(page: Page, selector: str) -> list[str]:
    """What a selector names and the page does not show; it must name something."""
    expect(page.locator(selector).first).to_be_attached()
    found: list[str] = page.evaluate(_UNSEEN, selector)
    return found
