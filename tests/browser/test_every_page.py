"""Every page, whatever it holds: complete without scripts, in reach of a keyboard, and warning when it is overdue."""

import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from pathways.flows import AREAS
from tests.conftest import NewPage
from tests.support.pages import ALIKE, PARTS, addresses, each_part, walked
from tests.support.seen import unseen

#: What a reader can act on within the content of a page, in its order; the tool has its own tests.
_STOPS = """() => [...document.querySelectorAll("article a[href], article summary, article input, article button")]
  .filter((e) => !e.closest("guided-flow") && e.checkVisibility({ visibilityProperty: true }))
  .map((e, n) => { e.dataset.stop = n; return n; })"""

PRESSED = 12
"""How many of a page's stops are reached by really pressing Tab."""

PRESSED_IN = ("", "about", AREAS[0].id)
"""The folders where that is done; the pages of the other areas are made of the same parts."""

_OUT_OF_ORDER = """() => [...document.querySelectorAll("article [data-stop]")]
  .filter((e) => e.tabIndex !== 0 || e.closest("[inert], [aria-hidden=true]")).length"""

_FOCUSED = """() => {
  const e = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(e);
  const { top, bottom } = e.getBoundingClientRect();
  const covered = bottom < 0 || top > innerHeight;
  return { stop: e.dataset.stop ?? null, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !covered };
}"""


#: What a page says outside its tool and its folds, on the screen.
TEXT = (
    "article :is(h1, h2, h3, p, li, dt, dd, td)"
    ":not(guided-flow *, details *, .print-only, .print-only *, .hb-overdue[hidden])"
)


@each_part
def test_without_scripts_every_page_shows_all_its_text(part: str, new_page: NewPage, site_dir: Path) -> None:
    page = new_page(java_script_enabled=False)
    for address in walked(site_dir, part):
        page.goto(address)
        assert unseen(page, TEXT) == [], address


def test_every_page_is_walked(site_dir: Path) -> None:
    assert {where for part in PARTS for where in walked(site_dir, part)} | ALIKE == set(addresses(site_dir))


@pytest.mark.usefixtures("python_off")
@each_part
def test_every_page_keeps_nothing_and_every_link_is_in_reach_of_a_keyboard(
    part: str, new_page: NewPage, site_dir: Path
) -> None:
    """That no page asks another host for anything, `new_page` sees: it watches every request of every page."""
    page = new_page()
    for address in walked(site_dir, part):
        page.goto(address)
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""], address
        stops = page.evaluate(_STOPS)
        if not stops:
            continue
        page.locator("article").evaluate("(article) => { article.tabIndex = -1; article.focus(); }")
        reached: list[str] = []
        # Nothing moves a stop out of the order of the page, so the first ones stand for the rest.
        assert page.evaluate(_OUT_OF_ORDER) == 0, address
        if address.split("/")[1] not in PRESSED_IN:
            continue
        wanted = [str(stop) for stop in stops[:PRESSED]]
        for _ in range(len(wanted) + 100):
            page.keyboard.press("Tab")
            here = page.evaluate(_FOCUSED)
            if here["stop"] is not None:
                assert here["seen"], f"{address}: stop {here['stop']} shows no focus"
                reached.append(here["stop"])
            if len(reached) == len(wanted):
                break
        assert reached == wanted, address


def test_a_page_that_is_not_due_carries_no_banner(new_page: NewPage) -> None:
    page = new_page("/stockport/law/")
    page.clock.set_fixed_time(datetime.datetime(2026, 12, 1))
    page.reload()
    expect(page.locator(".hb-overdue")).to_be_hidden()


def test_a_page_read_after_its_review_was_due_says_so(new_page: NewPage) -> None:
    page = new_page()
    page.clock.install(time=datetime.datetime(2099, 1, 1))
    page.goto("/stockport/law/")
    expect(page.locator(".hb-overdue")).to_be_visible()
    expect(page.locator(".hb-overdue")).to_contain_text("due for review")
