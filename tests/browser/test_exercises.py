"""Every exercise in a real browser: walked as the case supports and otherwise, and marked by the Python in the page."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from handbook.data import Scenario
from handbook.training import anchor
from pathways.flows import AREAS
from pathways.marking import marking
from pathways.model import Area
from pathways.walk import Walk
from tests.conftest import NewPage
from tests.support.axe import axe_faults, sideways
from tests.support.exercises import CASES, flow_of, page_of, right_way, wrong_way
from tests.support.flows import publication
from tests.support.seen import unseen
from tests.support.tool import Tool

FIRST = CASES[0]

#: Lets the tools of a page, which are used one after another, share one Python, so that it starts only once.
ONE_PYTHON = """
window.Worker = class extends Worker {
  constructor(address, ...rest) {
    if (!String(address).includes("/assets/worker.")) return new Worker.own(address, ...rest);
    if (Worker.one) return Worker.again();
    super(address, ...rest);
    Worker.one = this;
  }
  static own = Object.getPrototypeOf(class extends Worker {});
  static again() {
    const { one } = Worker;
    one.postMessage = (message) => {
      if ("core" in message) queueMicrotask(() => one.onmessage({ data: { ready: true } }));
      else Worker.own.prototype.postMessage.call(one, message);
    };
    return one;
  }
  terminate() {}
};
"""

PATIENT_EVERYWHERE = """
addEventListener("readystatechange", () => {
  for (const flow of document.querySelectorAll("guided-flow")) {
    Object.assign(flow.dataset, { limit: "40000", answerLimit: "40000" });
  }
}, true);
"""

#: Answers every question of a way as it comes, has the way marked, and reads the marking: the codes under each mark,
#: and the questions where the way left the case.
_WALK = """async (flow, way) => {
  const live = flow.querySelector("[data-part=live]");
  const shown = (selector) => new Promise((found) => {
    const look = () => {
      const part = live.querySelector(selector);
      if (!part) return;
      watch.disconnect();
      found(part);
    };
    const watch = new MutationObserver(look);
    watch.observe(live, { childList: true });
    look();
  });
  for (const [question, options] of way) {
    const form = await shown(`form[data-question="${question}"]`);
    for (const input of form.querySelectorAll("input")) {
      if (input.checked !== options.includes(input.value)) input.click();
    }
    form.querySelector("[type=submit]").click();
  }
  (await shown("[data-view=marking]")).click();
  const sheet = await shown(".flow-marking");
  return {
    parted: [...sheet.querySelectorAll("[data-parted]")].map((line) => line.dataset.parted),
    ...Object.fromEntries([...sheet.querySelectorAll("[data-mark]")].map((list) =>
      [list.dataset.mark, [...list.querySelectorAll("[data-code]")].map((line) => line.dataset.code)])),
  };
}"""


def exercise(page: Page, case: Scenario) -> Locator:
    """A case on its open page."""
    return page.locator(f"#{anchor(case)}")


def open_tool(page: Page, case: Scenario) -> Tool:
    """Open the fold of a case, and wait for its tool."""
    here = exercise(page, case)
    here.locator(".exercise-work > summary").click()
    tool = Tool(page, here.locator("guided-flow"))
    tool.wait_for("ready")
    return tool


def walk_and_mark(tool: Tool, way: Walk) -> dict[str, list[str]]:
    """Answer every question of a way, have it marked, and read the marks."""
    steps = [[step.question.id, sorted(step.answer)] for step in way.asked()]
    found: dict[str, list[str]] = tool.element.evaluate(f"(flow, way) => ({_WALK})(flow, way)", steps)
    return found


def wanted(case: Scenario, way: Walk) -> dict[str, list[str]]:
    """The marks that this machine's own Python gives."""
    found = marking(case, way)
    lists = {
        "forbidden": found.forbidden,
        "missed": found.missed,
        "too-far": found.too_far,
        "other-terms": tuple(now for _, now in found.other_terms),
        "right": found.right,
    }
    marks = {mark: [line.duty.code for line in given] for mark, given in lists.items() if given}
    return marks | {"parted": [parting.step.question.id for parting in found.partings]}


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_every_exercise_is_marked_right_and_wrong(area: Area, new_page: NewPage) -> None:
    page = new_page(f"/training/{area.id}/", init_script=ONE_PYTHON + PATIENT_EVERYWHERE)
    for number, case in enumerate(CASES):
        if flow_of(case).area != area.id:
            continue
        tool = open_tool(page, case)
        right, wrong = right_way(number), wrong_way(number)
        assert walk_and_mark(tool, right) == wanted(case, right), case.id
        assert set(wanted(case, right)) == {"right", "parted"}
        if wrong is None:
            continue
        tool.live.locator("[data-restart]").click()
        assert walk_and_mark(tool, wrong) == wanted(case, wrong), case.id
        assert set(wanted(case, wrong)) & {"forbidden", "missed", "too-far", "other-terms"}
    assert tool.kept() == ""
    assert page.url.endswith(f"/training/{area.id}/")


def running(page: Page) -> int:
    """How many Pythons a page has."""
    return sum("/assets/worker." in worker.url for worker in page.workers)


def test_python_comes_with_the_first_fold_and_goes_when_it_closes(new_page: NewPage) -> None:
    page = new_page(page_of(FIRST), init_script=PATIENT_EVERYWHERE)
    expect(page.locator("guided-flow:not([data-state=static])")).to_have_count(0)
    assert running(page) == 0
    tool = open_tool(page, FIRST)
    assert running(page) == 1
    tool.choose(right_way(0).asked()[0].question, right_way(0).asked()[0].answer)
    second = open_tool(page, CASES[1])
    expect(page.locator(".exercise-work[open]")).to_have_count(1)
    expect(tool.element).to_have_attribute("data-state", "static")
    assert running(page) == 1
    expect(exercise(page, CASES[1]).locator(".exercise-work > summary")).to_be_in_viewport()
    # Whoever comes back begins anew: nothing was kept.
    exercise(page, FIRST).locator(".exercise-work > summary").click()
    tool.wait_for("ready")
    expect(second.element).to_have_attribute("data-state", "static")
    expect(tool.live.locator("form")).to_have_attribute("data-question", right_way(0).asked()[0].question.id)


def test_without_scripts_a_case_has_its_questions_and_a_folded_answer(new_page: NewPage) -> None:
    page = new_page(page_of(FIRST), java_script_enabled=False)
    here = exercise(page, FIRST)
    expect(here.locator(".exercise-facts")).to_be_visible()
    expect(here.locator(".exercise-answer dl")).to_be_hidden()
    here.locator(".exercise-work > summary").click()
    expect(here.locator(".exercise-questions > li")).to_have_count(len(FIRST.given))
    assert unseen(page, f"#{anchor(FIRST)} .exercise-questions *") == []
    here.locator(".exercise-answer > summary").click()
    expect(here.locator(".exercise-answer dl")).to_be_visible()


@pytest.mark.usefixtures("python_off")
def test_where_python_cannot_come_the_questions_stay(new_page: NewPage) -> None:
    page = new_page(page_of(FIRST))
    here = exercise(page, FIRST)
    here.locator(".exercise-work > summary").click()
    Tool(page, here.locator("guided-flow")).wait_for("unavailable")
    expect(here.locator("[data-part=unavailable]")).to_be_visible()
    expect(here.locator(".exercise-questions")).to_be_visible()


@pytest.mark.usefixtures("python_off")
def test_on_paper_each_case_has_a_sheet_without_its_answer(new_page: NewPage) -> None:
    page = new_page(page_of(FIRST))
    here = [case for case in CASES if page_of(case) == page_of(FIRST)]
    page.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")
    page.emulate_media(media="print")
    assert unseen(page, ":is(.exercise-facts, .exercise-questions)") == []
    expect(page.locator(".exercise-answer").filter(visible=True)).to_have_count(0)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(here) < sheets <= len(here) * 1.5 + 2


def test_a_marking_outlasts_printing(new_page: NewPage) -> None:
    page = new_page(page_of(FIRST), init_script=PATIENT_EVERYWHERE)
    tool = open_tool(page, FIRST)
    walk_and_mark(tool, right_way(0))
    page.pdf(format="A4", prefer_css_page_size=True)
    expect(tool.live.locator(".flow-marking")).to_be_visible()
    expect(tool.element).to_have_attribute("data-state", "ready")


def test_a_marking_takes_the_focus_and_leads_back_to_the_advice(new_page: NewPage) -> None:
    page = new_page(page_of(FIRST), init_script=PATIENT_EVERYWHERE)
    tool = open_tool(page, FIRST)
    for step in right_way(0).asked():
        tool.choose(step.question, step.answer)
    tool.live.locator("[data-view=marking]").click()
    expect(tool.live.locator(".flow-marking h2")).to_be_focused()
    expect(tool.part("announce")).to_have_text(publication().training.marked)
    tool.live.locator("[data-view=advice]").click()
    expect(tool.live.locator(".flow-outcome h2")).to_be_focused()


def test_marks_are_there_for_everybody(new_page: NewPage) -> None:
    """Axe finds nothing in a marking, and nothing runs out of a narrow screen; also in the dark."""
    page = new_page(page_of(FIRST), init_script=PATIENT_EVERYWHERE)
    tool = open_tool(page, FIRST)
    way = wrong_way(0)
    assert way
    walk_and_mark(tool, way)
    for width, scheme in ((1280, "light"), (320, "light"), (320, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert axe_faults(page) + sideways(page) == [], (width, scheme)
