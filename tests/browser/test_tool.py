"""What a reader does in the tool besides answering: go back, change, start again, clear, print, follow the chart."""

from itertools import pairwise

from playwright.sync_api import expect

from pathways.flows import all_flows
from pathways.model import Flow, Question
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.flows import (
    Given,
    address,
    longest,
    nodes,
    plain,
    publication,
    reply,
    stages,
    to_every_end,
    two_flows,
)
from tests.support.tool import PATIENT, WORKER, Tool


@two_flows
def test_every_answer_can_be_gone_back_to_and_changed(flow: Flow, new_page: NewPage) -> None:
    tool = Tool(new_page(address(flow), init_script=PATIENT))
    tool.wait_for("ready")
    steps = longest(flow).asked()
    for step, (before, given) in zip(steps, pairwise(stages(longest(flow))), strict=True):
        tool.wait_for_reply(reply(flow, before))
        if step.question.is_checklist:
            expect_exclusive_options(tool, step.question)
        expect_that_nothing_chosen_is_said(tool, flow, step.question, before)
        if step is not steps[-1]:
            tool.choose(step.question, step.answer)
            tool.wait_for_reply(reply(flow, given))

    # Back to the first question, step by step: each answer is still marked.
    given = {step.question.id: step.answer for step in steps[:-1]}
    back = tool.live.get_by_role("button", name=publication().interface.back, exact=True)
    for step in reversed(steps[:-1]):
        back.click()
        tool.expect_reply(reply(flow, given, step.question.id), address(flow))
        assert tool.chosen() == step.answer
    expect(back).to_have_count(0)

    # To confirm it leads on to the question that was open: the answers between were kept.
    tool.submit()
    tool.expect_reply(reply(flow, given), address(flow))

    # "Change" beside an answer leads to its question, and another answer counts from there.
    first = steps[0]
    if len(steps) > 1:
        tool.live.locator(f'.flow-answers [data-at="{first.question.id}"]').click()
        tool.expect_reply(reply(flow, given, first.question.id), address(flow))
    other = next(answer for answer in first.question.answers() if answer.isdisjoint(first.answer))
    tool.choose(first.question, other)
    tool.expect_reply(reply(flow, {**given, first.question.id: other}), address(flow))


def expect_exclusive_options(tool: Tool, question: Question) -> None:
    """Options such as "I don't know" take away every other tick, and any other tick takes away them."""

    def tick(option: str) -> None:
        tool.live.locator(f'input[value="{option}"]').check()

    alone = [option for option in question.all_options if option not in question.options]
    for option in alone:
        for ordinary in question.options:
            tick(ordinary)
        assert tool.chosen() == set(question.options)
        tick(option)
        assert tool.chosen() == {option}
        tick(question.options[0])
        assert tool.chosen() == {question.options[0]}
    for one, other in pairwise(alone):
        tick(one)
        tick(other)
        assert tool.chosen() == {other}
    for option in tool.chosen():
        tool.live.locator(f'input[value="{option}"]').uncheck()


def expect_that_nothing_chosen_is_said(tool: Tool, flow: Flow, question: Question, before: Given) -> None:
    tool.submit()
    if question.is_checklist:
        problem = tool.live.locator("[data-flow-error]")
        expect(problem).to_be_focused()
        expect(problem).to_have_text(reply(flow, {**before, question.id: frozenset()})["message"])
    else:  # the browser says it in its own words, and keeps the question
        expect(tool.live.locator("form:invalid")).to_have_count(1)
        tool.wait_for_reply(reply(flow, before))


@two_flows
def test_outcome_can_be_changed_printed_and_cleared_without_a_trace(flow: Flow, new_page: NewPage) -> None:
    page = new_page(address(flow), init_script=PATIENT + "window.print = () => { window.printed = true; };")
    tool = Tool(page)
    tool.wait_for("ready")
    journey = next(one for one in to_every_end(flow) if any(not step.question.is_checklist for step in one.asked()))
    given = tool.take(flow, journey)

    offered = {
        f'{{"{step.question.id}": ["{option}"]}}': {**given, step.question.id: frozenset({option})}
        for step in journey.asked()
        if not step.question.is_checklist
        for option in step.question.all_options
        if option not in step.answer
    }
    buttons = tool.live.locator("[data-answer]").evaluate_all("(all) => all.map((one) => one.dataset.answer)")
    assert sorted(buttons) == sorted(offered)
    button, changed = next(iter(offered.items()))
    tool.live.locator(f"[data-answer='{button}']").click()
    tool.expect_reply(reply(flow, changed, before=[plain(given)]), address(flow))

    page.evaluate("location.hash = ''")  # an address without a step changes nothing
    tool.element.locator("[data-restart]").first.click()
    tool.expect_reply(reply(flow, {}), address(flow))
    tool.take(flow, journey)
    tool.live.locator("[data-print]").click()
    assert page.evaluate("window.printed")

    tool.live.locator("[data-clear]").click()
    tool.wait_for_step(fragment(flow, flow.start))
    assert page.evaluate("location.pathname + location.search + location.hash") == address(flow)
    assert page.evaluate("document.activeElement.id") == fragment(flow, flow.start)
    assert tool.live.inner_html() == ""
    assert tool.part("announce").inner_text() == ""
    expect(tool.element.locator(".on")).to_have_count(0)
    assert tool.kept() == ""

    # What comes after knows nothing of what was cleared.
    first = journey.asked()[0]
    option = min(first.answer)
    tool.part("static").locator(f'[data-question="{first.question.id}"][data-option="{option}"]').click()
    tool.expect_reply(reply(flow, {first.question.id: frozenset({option})}), address(flow))


@two_flows
def test_links_of_steps_and_chart_work_together_with_the_tool(flow: Flow, new_page: NewPage) -> None:
    page = new_page("/", init_script=PATIENT + WORKER + "window.holding = true;")
    page.goto(address(flow))
    tool = Tool(page)

    # An answer given by a link before Python is ready counts.
    expect(tool.element).to_have_attribute("data-state", "starting")
    expect(tool.part("starting")).to_be_visible()
    first = flow.questions[0]
    option = first.options[0]
    given = {first.id: frozenset({option})}
    tool.part("static").locator(f'[data-question="{first.id}"][data-option="{option}"]').click()
    tool.wait_for_step(fragment(flow, first.next(given[first.id])))
    page.evaluate("release()")
    tool.wait_for("ready")
    here = reply(flow, given)
    assert here["answers"] == {first.id: [option]}
    tool.expect_reply(here, address(flow))

    # On the chart a step passed is shown with its answer, one not reached as text; no answer is lost.
    tool.element.locator("details.flow-chart > summary").click()
    chart = tool.element.locator(".chart")
    chart.locator(f'[data-node="{fragment(flow, first.id)}"] a').first.click()
    tool.expect_reply(reply(flow, given, first.id), address(flow))
    assert tool.chosen() == given[first.id]
    ahead = [fragment(flow, node) for node in nodes(flow) if fragment(flow, node) not in here["nodes"]][-1]
    chart.locator(f'[data-node="{ahead}"] a').first.click()
    tool.wait_for_step(ahead)
    expect(tool.live).to_be_hidden()
    page.evaluate("(step) => { location.hash = step; }", here["fragment"])
    tool.expect_reply(here, address(flow))
    chart.locator(f'[data-node="{ahead}"] a').first.click()
    tool.wait_for_step(ahead)
    tool.element.locator("[data-return]").click()
    tool.expect_reply(here, address(flow))

    # A page loaded again opens at the same step, without the answers.
    page.reload()
    page.evaluate("release()")
    tool.wait_for("ready")
    tool.wait_for_step(here["fragment"])
    assert tool.kept() == ""


def test_answers_make_no_history_so_that_back_leaves_the_page(new_page: NewPage) -> None:
    page = new_page("/", init_script=PATIENT)
    flow = all_flows()[0]
    page.goto(address(flow))
    tool = Tool(page)
    tool.wait_for("ready")
    tool.take(flow, longest(flow))
    page.go_back()
    expect(page.locator("guided-flow")).to_have_count(0)
