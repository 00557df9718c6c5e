"""What a reader does with the advice: give the moment that dates count from, change an answer, take a record along."""

import re
from functools import cache

import pytest
from playwright.sync_api import Page, expect

from pathways.advice import advise
from pathways.flows import AREAS, area_of
from pathways.model import Area, Flow, Question
from pathways.paths import all_journeys
from pathways.walk import Walk
from tests.conftest import NewPage
from tests.support.flows import Given, address, plain, publication, reply
from tests.support.tool import PATIENT, Tool

ADULT = area_of("derbyshire/adult").flow("derbyshire/adult")
CASE: Given = {"conduct": frozenset({"exploiting"}), "trust": frozenset({"no"})}
OTHER: Given = {**CASE, "trust": frozenset({"yes"})}

each_area = pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)


@cache
def longest_advice(area: Area) -> Walk:
    """The journey of an area whose record is the longest."""

    def length(walk: Walk) -> int:
        advice = advise(walk)
        return 3 * len(advice.actions) + len(advice.cautions) + len(advice.notes)

    return max(all_journeys(area), key=length)


def arrive(new_page: NewPage, flow: Flow, given: Given, size: tuple[int, int] = (1280, 900)) -> Tool:
    """A tool that has been answered to its outcome."""
    tool = Tool(new_page(address(flow), init_script=PATIENT, size=size))
    tool.wait_for("ready")
    for asked, answer in given.items():
        form = tool.live.locator(f'form[data-question="{asked}"]')
        for option in answer:
            form.locator(f'input[value="{option}"]').check()
        tool.submit()
    expect(tool.live.locator(".flow-outcome")).to_be_visible()
    return tool


def question(id: str) -> Question:
    """A question of the tool for an adult."""
    return next(one for one in ADULT.questions if one.id == id)


# --- dates ---------------------------------------------------------------------------------------------------------


def say_when(tool: Tool, day: str, time: str) -> None:
    tool.live.locator("[name=date]").fill(day)
    tool.live.locator("[name=time]").fill(time)
    tool.live.locator("[data-dates] [type=submit]").click()


def test_dates_count_from_now_and_then_from_what_the_reader_gives(new_page: NewPage) -> None:
    tool = arrive(new_page, ADULT, CASE)
    refer = tool.live.locator('.action[data-code="childrens-social-care"] .when')
    expect(refer).to_contain_text("by the end of Monday 23 November 2026")
    say_when(tool, "2026-11-20", "16:05")
    tool.expect_reply(reply(ADULT, CASE, view="dates", start="2026-11-20T16:05"), address(ADULT))
    expect(refer).to_contain_text("by the end of Friday 20 November 2026. That day has passed: act now")
    expect(tool.live.locator(".flow-dates")).to_contain_text("count from Friday 20 November 2026, 16:05, London time")
    # Nothing of it is kept in the browser or in the address, and it is gone after Clear.
    assert tool.kept() == ""
    assert "2026" not in tool.page.url
    tool.live.locator("[data-clear]").click()
    tool.part("static").locator('[data-question="conduct"][data-option="exploiting"]').click()
    tool.choose(question("trust"), CASE["trust"])
    expect(refer).to_contain_text("by the end of Monday 23 November 2026")


@pytest.mark.parametrize(
    ("start", "message"),
    [
        (("2026-11-24", "09:30"), "date_future"),
        (("2026-03-29", "01:30"), "date_skipped"),
    ],
)
def test_a_moment_that_cannot_be_is_refused_beside_the_controls(
    new_page: NewPage, start: tuple[str, str], message: str
) -> None:
    tool = arrive(new_page, ADULT, CASE)
    say_when(tool, *start)
    problem = tool.live.locator(".flow-dates [data-flow-error]")
    expect(problem).to_be_focused()
    expect(problem).to_have_text(getattr(publication().interface, message))
    # The last good advice stays, with its dates.
    refer = tool.live.locator('.action[data-code="childrens-social-care"] .when')
    expect(refer).to_contain_text("by the end of Monday 23 November 2026")
    # What was said before it counts no more, in the record neither: the message says that dates count from now.
    say_when(tool, "2026-11-20", "16:05")
    expect(refer).to_contain_text("by the end of Friday 20 November 2026")
    say_when(tool, *start)
    expect(problem).to_be_focused()
    tool.live.locator('[data-view="record"]').click()
    expect(tool.live.locator(".record")).to_contain_text("Dates count from Monday 23 November 2026, 09:30 (assumed")
    tool.live.locator('[data-view="advice"]').click()
    # A day that no calendar has cannot even be entered.
    tool.live.locator("[name=date]").evaluate("(input) => { input.value = '2026-02-30'; }")
    expect(tool.live.locator("[name=date]")).to_have_value("")


def test_without_a_start_in_the_source_no_date_is_shown(new_page: NewPage) -> None:
    tool = arrive(new_page, ADULT, CASE)
    limit = tool.live.locator('.action[data-code="risk-assessment"]')
    expect(limit.locator(".when")).to_have_text(re.compile("45 working days .the source does not say from when."))
    expect(limit.locator(".who")).to_contain_text("Children's Social Care")


# --- what if ---------------------------------------------------------------------------------------------------------


def test_a_changed_answer_says_which_advice_came_and_went(new_page: NewPage) -> None:
    tool = arrive(new_page, ADULT, CASE)
    expect(tool.live.locator(".flow-changed")).to_have_count(0)
    tool.live.locator("""[data-answer='{"trust": ["yes"]}']""").click()
    found = reply(ADULT, OTHER, before=[plain(CASE)])
    assert "new" in found["announce"]
    tool.expect_reply(found, address(ADULT))
    changed = tool.live.locator(".flow-changed")
    changed.locator("summary").click()
    expect(changed).to_contain_text("from “No” to “Yes, or they may”")
    expect(changed.locator('[data-code="lado"]')).to_be_visible()
    # Paper holds the advice alone: a list of what went could be taken for what is to be done.
    tool.page.emulate_media(media="print")
    expect(tool.live.locator(".actions-now")).to_be_visible()
    expect(changed).to_be_hidden()
    tool.page.emulate_media(media="screen")
    # It goes on being said while the same advice is looked at in another way, and not once all begins anew.
    tool.live.locator('[data-view="compare"]').click()
    expect(tool.live.locator(".flow-compared")).to_be_visible()
    expect(tool.live.locator(".flow-changed")).to_have_count(1)
    tool.live.locator("[data-restart]").first.click()
    for id, answer in OTHER.items():
        tool.choose(question(id), answer)
    tool.wait_for_reply(reply(ADULT, OTHER))


def test_later_answers_that_still_belong_are_kept(new_page: NewPage) -> None:
    tool = arrive(new_page, ADULT, CASE)
    tool.live.locator('[data-at="conduct"]').click()
    tool.choose(question("conduct"), frozenset({"images"}))
    # The answer about trust is kept; only what was never asked is asked now.
    expect(tool.live.locator("form[data-question]")).to_have_attribute("data-question", "contact")
    tool.choose(question("contact"), frozenset({"some"}))
    now: Given = {"conduct": frozenset({"images"}), "contact": frozenset({"some"}), "trust": frozenset({"no"})}
    tool.expect_reply(reply(ADULT, now, before=[plain(CASE)]), address(ADULT))


# --- the record ------------------------------------------------------------------------------------------------------


@pytest.fixture
def copied(new_page: NewPage) -> Tool:
    """A tool at its record."""
    tool = arrive(new_page, ADULT, CASE)
    tool.live.locator('[data-view="record"]').click()
    tool.expect_reply(reply(ADULT, CASE, view="record"), address(ADULT))
    return tool


def test_the_record_is_copied_as_plain_text(copied: Tool) -> None:
    copied.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copied.live.locator("[data-copy]").click()
    expect(copied.live.locator("[data-copy-state]")).to_have_text(publication().interface.record_copied)
    assert copied.page.evaluate("navigator.clipboard.readText()") == copied.live.locator("pre").text_content()


def test_where_a_browser_does_not_copy_the_text_is_selected(copied: Tool) -> None:
    copied.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copied.live.locator("[data-copy]").click()
    expect(copied.live.locator("[data-copy-state]")).to_have_text(publication().interface.record_not_copied)
    expect(copied.live.locator("pre")).to_be_focused()
    chosen = copied.page.evaluate("getSelection().toString()")
    assert chosen.split() == (copied.live.locator("pre").text_content() or "").split()


def test_from_the_record_one_comes_back_to_the_advice(copied: Tool) -> None:
    copied.live.locator('[data-view="advice"]').click()
    copied.expect_reply(reply(ADULT, CASE, view="advice"), address(ADULT))


@each_area
def test_the_longest_record_fills_two_sheets_and_nothing_else_is_printed(area: Area, new_page: NewPage) -> None:
    journey = longest_advice(area)
    tool = arrive(new_page, journey.flow, journey.answers(), size=(794, 1123))
    tool.live.locator('[data-view="record"]').click()
    expect(tool.live.locator(".record")).to_be_visible()
    page: Page = tool.page
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
    page.emulate_media(media="print")
    for other in (".hb-area", "article > h1", ".flow-controls", ".record-text", ".decision-table", ".flow-chart"):
        for element in page.locator(other).all():
            expect(element).to_be_hidden()
    expect(page.locator(".hb-danger")).to_be_visible()
    small = page.locator(".record *").evaluate_all(
        "(parts) => parts.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 10.6).map((e) => e.outerHTML)"
    )
    assert small == []  # 8 pt
    assert page.locator(".record-actions > li").count() == len(advise(journey).actions)


# --- addresses edited by hand ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("edited", ["#nothing-here", "#%E0%A4%A", "#<b>", "#adult-conduct%00"])
def test_an_edited_address_says_so_and_leaves_the_last_good_question(new_page: NewPage, edited: str) -> None:
    page = new_page(address(ADULT) + edited, init_script=PATIENT)
    tool = Tool(page)
    tool.wait_for("ready")
    lost = tool.part("lost")
    expect(lost).to_be_visible()
    tool.wait_for_reply(reply(ADULT, {}))
    tool.choose(ADULT.questions[0], CASE["conduct"])
    expect(lost).to_be_hidden()
    here = reply(ADULT, {"conduct": CASE["conduct"]})
    tool.wait_for_reply(here)
    page.evaluate("(edited) => { location.hash = edited; }", edited)
    expect(lost).to_be_visible()
    tool.wait_for_reply(here)
    tool.choose(question("trust"), CASE["trust"])
    expect(lost).to_be_hidden()
