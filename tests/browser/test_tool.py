"""What a reader does in the tool besides answering: go back, change, start again, clear, print, follow the chart."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from pathways.flows import all_flows, area_of
from pathways.model import Flow
from pathways.render.steps import fragment
from pathways.walk import walk
from tests.conftest import NewPage
from tests.support.flows import address, all_journeys, each_flow, longest, nodes, reply, stages, to_every_end
from tests.support.tool import PATIENT, WORKERS, Tool

with_checklist = pytest.mark.parametrize(
    "flow",
    [flow for flow in all_flows() if any(question.is_checklist for question in flow.questions)],
    ids=lambda flow: flow.id,
)


def ready(new_page: NewPage, flow: Flow, script: str = "") -> Tool:
    tool = Tool(new_page(address(flow), init_script=PATIENT + script))
    tool.wait_for("ready")
    tool.wait_for_reply(reply(flow, {}))
    return tool


@each_flow
def test_back_leads_to_the_start_and_keeps_every_answer(flow: Flow, new_page: NewPage) -> None:
    tool = ready(new_page, flow)
    steps = longest(flow).asked()
    *before_last, _ = stages(longest(flow))
    for step, given in zip(steps, before_last[1:], strict=False):
        tool.choose(step.question, step.answer)
        tool.wait_for_reply(reply(flow, given))

    given = before_last[-1]
    back = tool.live.get_by_role("button", name="Back", exact=True)
    for step in reversed(steps[:-1]):
        back.click()
        tool.expect_reply(reply(flow, given, step.question.id), address(flow))
        assert tool.chosen() == step.answer
    expect(back).to_have_count(0)

    # Confirming the first answer leads on to the question that was open: the answers between are still there.
    tool.live.locator("[type=submit]").click()
    tool.expect_reply(reply(flow, given), address(flow))


@each_flow
def test_an_answer_can_be_changed_on_the_way(flow: Flow, new_page: NewPage) -> None:
    tool = ready(new_page, flow)
    *before_last, _ = stages(longest(flow))
    for step, given in zip(longest(flow).asked(), before_last[1:], strict=False):
        tool.choose(step.question, step.answer)
        tool.wait_for_reply(reply(flow, given))
    first = longest(flow).asked()[0]
    tool.live.locator(f'.flow-answers [data-at="{first.question.id}"]').click()
    tool.expect_reply(reply(flow, before_last[-1], first.question.id), address(flow))

    other = next(answer for answer in first.question.answers() if answer.isdisjoint(first.answer))
    for box in tool.live.locator("input[type=checkbox]:checked").all():
        box.uncheck()
    tool.choose(first.question, other)
    tool.expect_reply(reply(flow, {**before_last[-1], first.question.id: other}), address(flow))


@each_flow
def test_an_outcome_offers_every_other_answer_at_one_click(flow: Flow, new_page: NewPage) -> None:
    tool = ready(new_page, flow)
    journey = next(one for one in to_every_end(flow) if any(not step.question.is_checklist for step in one.asked()))
    for step, given in zip(journey.asked(), list(stages(journey))[1:], strict=True):
        tool.choose(step.question, step.answer)
        tool.wait_for_reply(reply(flow, given))

    offered = {
        (step.question.id, option)
        for step in journey.asked()
        if not step.question.is_checklist
        for option in step.question.all_options
        if option not in step.answer
    }
    buttons = tool.live.locator("[data-answer]").evaluate_all("(all) => all.map((one) => one.dataset.answer)")
    assert len(buttons) == len(offered)
    question, option = sorted(offered)[0]
    tool.live.locator(f"""[data-answer='{{"{question}": ["{option}"]}}']""").click()
    tool.expect_reply(reply(flow, {**journey.answers(), question: frozenset({option})}), address(flow))


@each_flow
def test_outcome_is_printed_then_cleared_without_a_trace(flow: Flow, new_page: NewPage) -> None:
    tool = ready(new_page, flow, "window.print = () => { window.printed = true; };")
    journey = to_every_end(flow)[0]
    for step, given in zip(journey.asked(), list(stages(journey))[1:], strict=True):
        tool.choose(step.question, step.answer)
        tool.wait_for_reply(reply(flow, given))
    tool.live.locator("[data-print]").click()
    assert tool.page.evaluate("window.printed")

    tool.live.locator("[data-clear]").click()
    tool.wait_for_step(fragment(flow, flow.start))
    assert tool.page.evaluate("location.pathname + location.search + location.hash") == address(flow)
    assert tool.page.evaluate("document.activeElement.id") == fragment(flow, flow.start)
    assert tool.live.inner_html() == ""
    assert tool.part("announce").inner_text() == ""
    expect(tool.element.locator(".on")).to_have_count(0)
    assert tool.kept() == ""

    # What comes after knows nothing of what was cleared.
    first, answer = journey.asked()[0].question, journey.asked()[0].answer
    option = sorted(answer)[0]
    tool.part("static").locator(f'[data-question="{first.id}"][data-option="{option}"]').click()
    tool.expect_reply(reply(flow, {first.id: frozenset({option})}), address(flow))


@with_checklist
def test_none_of_these_and_not_knowing_go_with_nothing_else(flow: Flow, new_page: NewPage) -> None:
    tool = ready(new_page, flow)
    journey = next(one for one in all_journeys(flow) if any(step.question.is_checklist for step in one.asked()))
    for step, given in zip(journey.asked(), list(stages(journey))[1:], strict=True):
        if step.question.is_checklist:
            break
        tool.choose(step.question, step.answer)
        tool.wait_for_reply(reply(flow, given))

    def tick(option: str) -> None:
        tool.live.locator(f'input[value="{option}"]').check()

    ordinary = step.question.options[:2]
    alone = [option for option in step.question.all_options if option not in step.question.options]
    assert alone
    for option in alone:
        for other in ordinary:
            tick(other)
        assert tool.chosen() == set(ordinary)
        tick(option)
        assert tool.chosen() == {option}
        tick(ordinary[0])
        assert tool.chosen() == {ordinary[0]}
    for one, other in pairwise(alone):
        tick(one)
        tick(other)
        assert tool.chosen() == {other}


@each_flow
def test_nothing_chosen_is_said_and_nothing_is_lost(flow: Flow, new_page: NewPage) -> None:
    tool = ready(new_page, flow)
    for step, given in zip(longest(flow).asked(), list(stages(longest(flow)))[1:], strict=True):
        before = {id: answer for id, answer in given.items() if id != step.question.id}
        tool.live.locator("[type=submit]").click()
        if step.question.is_checklist:
            problem = tool.live.locator("[data-flow-error]")
            expect(problem).to_be_focused()
            expect(problem).to_have_text(reply(flow, {**before, step.question.id: frozenset()})["message"])
        else:  # the browser says it in its own words, and keeps the question
            expect(tool.live.locator("form:invalid")).to_have_count(1)
            tool.wait_for_reply(reply(flow, before))
        tool.choose(step.question, step.answer)
        tool.expect_reply(reply(flow, given), address(flow))


@each_flow
def test_chart_leads_back_to_a_step_passed_and_shows_the_text_of_one_not_reached(
    flow: Flow, new_page: NewPage
) -> None:
    tool = ready(new_page, flow)
    first = longest(flow).asked()[0]
    tool.choose(first.question, first.answer)
    given = {first.question.id: first.answer}
    tool.wait_for_reply(reply(flow, given))

    tool.element.locator("details.flow-chart > summary").click()
    chart = tool.element.locator(".chart")
    chart.locator(f'[data-node="{fragment(flow, first.question.id)}"] a').first.click()
    tool.expect_reply(reply(flow, given, first.question.id), address(flow))
    assert tool.chosen() == first.answer

    passed = reply(flow, given)["nodes"]
    ahead = [fragment(flow, node) for node in nodes(flow) if fragment(flow, node) not in passed][-1]
    chart.locator(f'[data-node="{ahead}"] a').first.click()
    tool.wait_for_step(ahead)
    expect(tool.live).to_be_hidden()

    # The answer is still there: the step that it led to is shown live again.
    tool.page.evaluate("(step) => { location.hash = step; }", reply(flow, given)["fragment"])
    tool.expect_reply(reply(flow, given), address(flow))


@each_flow
def test_page_loaded_again_opens_at_the_same_step_without_the_answers(flow: Flow, new_page: NewPage) -> None:
    tool = ready(new_page, flow)
    first = longest(flow).asked()[0]
    tool.choose(first.question, first.answer)
    here = reply(flow, {first.question.id: first.answer})
    tool.wait_for_reply(here)
    tool.page.reload()
    tool.wait_for("ready")
    tool.wait_for_step(here["fragment"])
    assert tool.kept() == ""


@each_flow
def test_answer_given_before_python_is_ready_counts(flow: Flow, new_page: NewPage) -> None:
    page = new_page(init_script=PATIENT + WORKERS + "holding = true;")
    page.goto(address(flow))
    tool = Tool(page)
    expect(tool.element).to_have_attribute("data-state", "starting")
    expect(tool.part("starting")).to_be_visible()
    given: dict[str, frozenset[str]] = {}
    for question, option in static_way(flow):
        tool.part("static").locator(f'[data-question="{question}"][data-option="{option}"]').click()
        given[question] = frozenset({option})
    reached = reply(flow, given)
    tool.wait_for_step(reached["fragment"])
    page.evaluate("release()")
    tool.wait_for("ready")
    tool.expect_reply(reached, address(flow))
    assert reached["answers"] == {question: sorted(answer) for question, answer in given.items()}


def static_way(flow: Flow) -> list[tuple[str, str]]:
    """Two answers, or one where a flow asks no more, that lead from question to question by links."""
    journey = next(one for one in all_journeys(flow) if all(len(step.answer) == 1 for step in one.passages[0].steps))
    way = [(step.question.id, next(iter(step.answer))) for step in journey.passages[0].steps][:2]
    assert walk(area_of(flow.id), flow.id, {question: frozenset({option}) for question, option in way}).asked()
    return way
