"""Every case is reached from the front page in at most three choices, and its tool leads by links to its end."""

import pytest
from playwright.sync_api import expect

from handbook.data import Scenario, load
from handbook.scenarios import journey
from pathways.flows import AREAS
from pathways.model import Area
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.flows import publication, target
from tests.support.tool import Tool

CASES = [(area, case) for area in AREAS for case in load().scenarios[area.id].scenarios]
FRONT = load().front


@pytest.mark.parametrize(("area", "case"), CASES, ids=[case.id for _, case in CASES])
def test_case_is_reached_from_the_front_page(area: Area, case: Scenario, new_page: NewPage) -> None:
    assert FRONT is not None
    page = new_page("/", java_script_enabled=False)
    if case.front == "area":
        page.locator(f"a[data-choose={area.id}]").click()
    else:
        number = [entry.id for entry in FRONT.entries].index(case.front)
        page.locator(".front-entries > li").nth(number).locator(f"[data-area={area.id}] a").click()
    if not page.url.endswith(f"/{case.entry}/"):
        page.locator(f"article a[href$='{case.entry.split('/')[1]}/']").first.click()
    assert page.url.endswith(f"/{case.entry}/")

    # Each answer is a link; of several that are ticked together, the first leads where they lead.
    tool = Tool(page)
    passage = journey(area, case).passages[0]
    for step in passage.steps:
        tool.wait_for_step(fragment(passage.flow, step.question.id))
        together = step.question.next(step.answer)
        option = next(one for one in sorted(step.answer) if step.question.next(frozenset({one})) == together)
        page.locator(f"[data-part=static] [data-question={step.question.id}][data-option={option}]:visible").click()
        tool.wait_for_step(target(passage.flow, step.question, option))
    assert passage.outcome is not None
    title = publication().flows[case.entry].outcomes[passage.outcome.id].title
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
