"""Every case is reached from the front page in at most three choices, and its tool leads by links to its end."""

import pytest
from playwright.sync_api import Page, expect

from handbook.data import Scenario
from pathways.flows import AREAS
from pathways.marking import journey
from pathways.model import Area
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.flows import address, library, publication, target
from tests.support.tool import Tool

FRONT = library().front


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_every_case_is_reached_from_the_front_page(area: Area, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    cases = library().scenarios[area.id].scenarios
    for front, entry in sorted({(case.front, case.entry) for case in cases}):
        choose(page, area, front, entry)
        assert page.url.endswith(f"/{entry}/"), f"{front} does not lead to {entry}"
        for case in cases:
            if (case.front, case.entry) == (front, entry):
                follow(page, area, case)


def choose(page: Page, area: Area, front: str, entry: str) -> None:
    """From the front page by its links: what has happened and the area, then perhaps one page of the area."""
    assert FRONT is not None
    page.goto("/")
    if front == "area":
        page.locator(f"a[data-choose={area.id}]").click()
    else:
        number = [one.id for one in FRONT.entries].index(front)
        page.locator(".front-entries > li").nth(number).locator(f"[data-area={area.id}] a").click()
    if not page.url.endswith(f"/{entry}/"):
        page.locator(f"article a[href$='{entry.split('/')[1]}/']").first.click()


def follow(page: Page, area: Area, case: Scenario) -> None:
    """Each answer is a link; of several that are ticked together, the first leads where they lead."""
    tool = Tool(page)
    passage = journey(area, case).passages[0]
    page.goto(address(passage.flow, passage.flow.start))
    for step in passage.steps:
        tool.wait_for_step(fragment(passage.flow, step.question.id))
        together = step.question.next(step.answer)
        option = next(one for one in sorted(step.answer) if step.question.next(frozenset({one})) == together)
        page.locator(f"[data-part=static] [data-question={step.question.id}][data-option={option}]:visible").click()
        tool.wait_for_step(target(passage.flow, step.question, option))
    assert passage.outcome is not None, case.id
    title = publication().flows[case.entry].outcomes[passage.outcome.id].title
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
