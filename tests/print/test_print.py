"""Paper: every step of a tool, or the one outcome that was reached, with nothing folded, cut or left out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pathways.flows import AREAS
from pathways.model import Flow
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.flows import address, nodes, one_flow_of_each_area, reply, to_every_end
from tests.support.pages import each_part, walked
from tests.support.seen import unseen
from tests.support.server import SiteServer
from tests.support.tool import PATIENT, Tool

A4 = (794, 1123)


def expect_frame_of_a_printed_page(page: Page) -> None:
    expect(page.locator(".hb-danger strong")).to_be_visible()
    expect(page.locator(".hb-area")).to_be_visible()
    expect(page.locator(".hb-print")).to_be_visible()
    for of_the_screen in (".md-search", ".hb-menu", ".md-footer", ".md-skip"):
        for element in page.locator(of_the_screen).all():
            expect(element).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


@one_flow_of_each_area
def test_page_prints_every_step_the_chart_and_the_table(flow: Flow, new_page: NewPage, server: SiteServer) -> None:
    with server.answering("*/worker.*.js"):
        page = new_page(address(flow, flow.outcomes[0].id), size=A4)
        Tool(page).wait_for("unavailable")
    page.emulate_media(media="print")
    for node in nodes(flow):
        assert unseen(page, f"#{fragment(flow, node)} h2") == []
    assert unseen(page, "[data-part=static] .do-not > ul > li") == []
    assert unseen(page, "[data-part=static] .action-text") == []
    assert unseen(page, "[data-part=static] .action .why > ul > li") == []
    assert unseen(page, "guided-flow .chart svg") == []
    if flow.questions:
        assert unseen(page, ".decision-table td") == []
    for notice in ("starting", "unavailable", "live"):
        expect(page.locator(f"[data-part={notice}]")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= A4[0]
    expect_frame_of_a_printed_page(page)


@one_flow_of_each_area
def test_outcome_that_was_reached_prints_alone(flow: Flow, new_page: NewPage) -> None:
    page = new_page(address(flow), size=A4, init_script=PATIENT)
    tool = Tool(page)
    tool.wait_for("ready")

    # While a question is open, paper still gets the whole procedure.
    tool.wait_for_reply(reply(flow, {}))
    if flow.questions:
        page.emulate_media(media="print")
        expect(tool.live).to_be_hidden()
        assert unseen(page, "[data-part=static] .step h2") == []

    page.emulate_media(media="screen")
    tool.take(flow, to_every_end(flow)[0])
    page.emulate_media(media="print")
    expect(tool.live).to_be_visible()
    for part in (
        "h2",
        ".action-text",
        ".action .why > ul > li",
        ".do-not > ul > li",
        ".contacts li",
        ".flow-answers dd:not(:has(button))",
    ):
        assert unseen(page, f"[data-part=live] {part}") == []
    expect(tool.part("static")).to_be_hidden()
    for button in tool.live.locator("button").all():
        expect(button).to_be_hidden()
    expect_frame_of_a_printed_page(page)


#: Text of a page beside its tool: all of it is printed. The tool's own text is judged above, on each flow's page; what
#: stands area by area for a phone is printed as a table; answers to exercises are not handed out.
TEXT = (
    ":is(h1, h2, h3, p, li, dt, dd, td, .marks a)"
    ":not(guided-flow *, .compare-narrow *, .exercise-answer *, .hb-overdue[hidden])"
)


@pytest.mark.usefixtures("python_off")
@each_part
def test_every_page_prints_whole(part: str, new_page: NewPage, site_dir: Path) -> None:
    page = new_page(size=A4)
    for where in walked(site_dir, part):
        if where.endswith("/pin-up/"):
            continue  # sheets print without their frame; they are judged below
        page.goto(where)
        page.emulate_media(media="print")
        assert unseen(page, f"article {TEXT}") == [], where
        assert page.evaluate("document.documentElement.scrollWidth") <= A4[0], where
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "14.6667px", where  # 11 pt: not shrunk
        expect(page.locator(".hb-danger strong")).to_be_visible()
        expect(page.locator(".hb-print")).to_be_visible()
        if where.split("/")[1] in [area.id for area in AREAS]:
            expect(page.locator(".hb-area")).to_be_visible()
        page.emulate_media(media="screen")


def test_links_that_leave_the_site_are_printed_with_their_address(new_page: NewPage) -> None:
    page = new_page("/about/children-and-parents/", size=A4)
    page.emulate_media(media="print")
    printed = page.locator("article a[href^=http]").evaluate_all(
        "(links) => links.map((link) => [link.href, getComputedStyle(link, '::after').content])"
    )
    assert printed
    assert [href for href, after in printed if href not in after] == []


#: A4 less the margins of the sheet for the wall (12 mm above and below, 13 mm beside it), in pixels.
SHEET_HEIGHT = (297 - 2 * 12) * 96 / 25.4
SHEET_WIDTH = int((210 - 2 * 13) * 96 / 25.4)


@pytest.mark.parametrize("area", [area.id for area in AREAS])
def test_sheet_for_the_wall_fills_one_page_without_the_frame(area: str, new_page: NewPage) -> None:
    page = new_page(f"/{area}/pin-up/", size=A4)
    page.set_viewport_size({"width": SHEET_WIDTH, "height": A4[1]})
    page.emulate_media(media="print")
    frame = ".md-header, .hb-danger, .hb-area, .hb-print, .hb-review, .md-footer, .pin-up-hint, article h1, .md-sidebar"
    for element in page.locator(frame).all():
        expect(element).to_be_hidden()
    assert unseen(page, ".pin-up :is(h2, h3, p, li, strong, .number, .pin-up-line)") == []
    # Its height is given, so that all of the page is used: what it holds must not be higher.
    inside = page.locator(".pin-up").evaluate("(sheet) => [sheet.scrollHeight, sheet.offsetHeight]")
    assert inside[0] <= inside[1] <= SHEET_HEIGHT
    cut = page.locator(".pin-up *").evaluate_all(
        "(parts) => parts"
        ".filter((e) => e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).display !== 'inline')"
        ".map((e) => e.outerHTML.slice(0, 120))"
    )
    assert cut == []
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_sheet_for_the_wall_is_black_on_white(new_page: NewPage) -> None:
    page = new_page("/stockport/pin-up/", size=A4, color_scheme="dark")
    page.emulate_media(media="print")
    colours = page.locator(".pin-up, .pin-up *").evaluate_all(
        "(parts) => [...new Set(parts.map((e) => getComputedStyle(e).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]


PAPER_WIDTH = int((210 - 2 * 17) * 96 / 25.4)
"""A4 less the margins of every other sheet, in pixels."""


@pytest.mark.parametrize("area", [area.id for area in AREAS])
def test_review_book_can_be_read_and_ticked_on_paper(area: str, new_page: NewPage) -> None:
    page = new_page(f"/{area}/review-book/", size=A4, color_scheme="dark")
    page.set_viewport_size({"width": PAPER_WIDTH, "height": A4[1]})
    page.emulate_media(media="print")
    # Letters of 9.5 pt or more in tables; in charts 9 pt, however much the sheet shrinks them.
    small = page.locator(".review-table :is(th, td, p, a, span, strong)").evaluate_all(
        "(parts) => parts.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 9.5 / 0.75)"
        ".map((e) => e.outerHTML.slice(0, 120))"
    )
    assert small == []
    smallest = page.locator(".review-book .flowchart").evaluate_all(
        "(charts) => charts.map((e) => 0.75 * Math.min(...[...e.querySelectorAll('[font-size]')].map("
        "(part) => part.getAttribute('font-size'))) * e.getScreenCTM().a)"
    )
    assert smallest
    assert min(smallest) >= 9
    # Nothing wider than the sheet, or the browser would shrink the whole document.
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER_WIDTH
    boxes = page.locator(".review-mark > span").evaluate_all(
        "(marks) => marks.filter((e) => parseFloat(getComputedStyle(e, '::before').borderTopWidth) === 0"
        " || parseFloat(getComputedStyle(e, '::before').width) < 10).length"
    )
    assert boxes == 0
    colours = page.locator(".review-book, .review-book *:not(svg *)").evaluate_all(
        "(parts) => [...new Set(parts.map((e) => getComputedStyle(e).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]


@pytest.mark.parametrize("area", [area.id for area in AREAS])
def test_review_book_breaks_between_rows_and_starts_each_tool_on_a_new_page(area: str, new_page: NewPage) -> None:
    page = new_page(f"/{area}/review-book/", size=A4)
    page.emulate_media(media="print")
    breaks = "(parts, name) => [...new Set(parts.map((e) => getComputedStyle(e)[name]))]"
    assert page.locator(".review-tool").evaluate_all(breaks, "breakBefore") == ["page"]
    assert page.locator(".review-table tr").evaluate_all(breaks, "breakInside") == ["avoid"]
    assert page.locator(".review-table thead").evaluate_all(breaks, "display") == ["table-header-group"]
    assert page.locator(".review-book :is(h2, h3)").evaluate_all(breaks, "breakAfter") == ["avoid"]
    # A row that is higher than a sheet would be cut all the same.
    highest = page.locator(".review-table tr").evaluate_all(
        "(rows) => Math.max(...rows.map((e) => e.getBoundingClientRect().height))"
    )
    assert highest < 200 * 96 / 25.4
