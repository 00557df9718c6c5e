"""The handbook with JavaScript off: complete, one question at a time, by links alone."""

from playwright.sync_api import expect

from pathways.model import Flow
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.flows import address, each_flow, nodes, one_flow_of_each_area, publication, target
from tests.support.tool import Tool

_LINKS = """(all) => all.map((one) => [
  one.dataset.question, one.dataset.option, one.textContent.trim(), one.getAttribute("href")])"""


@each_flow
def test_links_lead_from_the_first_step_to_every_outcome(flow: Flow, new_page: NewPage) -> None:
    page = new_page(address(flow), java_script_enabled=False)
    tool = Tool(page)
    expect(tool.live).to_be_hidden()
    expect(tool.part("starting")).to_be_hidden()
    expect(tool.part("unavailable")).to_be_hidden()
    tool.wait_for_step(fragment(flow, flow.start))

    words = publication().flows[flow.id]
    seen: set[str] = set()
    waiting = [flow.start]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        page.goto(address(flow, node))
        tool.wait_for_step(fragment(flow, node))
        step = tool.element.locator(f"#{fragment(flow, node)}")
        question = flow.question(node)
        if question is None:
            expect(step.get_by_role("heading", name=words.outcomes[node].title, exact=True)).to_be_visible()
            continue
        expect(step.get_by_role("heading", name=words.questions[node].ask, exact=True)).to_be_visible()
        links = tool.part("static").locator("[data-option]:visible")
        assert links.evaluate_all(_LINKS) == [
            [question.id, option, words.questions[node].options[option].label, f"#{target(flow, question, option)}"]
            for option in question.all_options
        ]
        waiting += [question.next(frozenset({option})) for option in question.all_options]
        links.first.click()
        tool.wait_for_step(target(flow, question, question.all_options[0]))
    assert seen == set(nodes(flow))


@one_flow_of_each_area
def test_every_step_can_start_again(flow: Flow, new_page: NewPage) -> None:
    tool = Tool(new_page(address(flow), java_script_enabled=False))
    for node in nodes(flow):
        if node == flow.start:
            continue
        tool.page.goto(address(flow, node))
        again = publication().interface.restart
        tool.element.locator(f"#{fragment(flow, node)}").get_by_role("link", name=again, exact=True).click()
        tool.wait_for_step(fragment(flow, flow.start))
