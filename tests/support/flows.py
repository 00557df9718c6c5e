"""The published flows as tests walk them: their pages, their journeys, and what Python says at each step."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from handbook.data import Library, load
from pathways.browser import respond_with
from pathways.flows import AREAS, all_flows, area_of
from pathways.model import Area, Duty, Flow, Question
from pathways.paths import journeys
from pathways.publication import Publication
from pathways.render.steps import fragment
from pathways.walk import Walk

#: What time it is in the pages that tests open, UTC: half past nine on a Monday in London.
NOW = "2026-11-23T09:30:00.000Z"

type Given = Mapping[str, frozenset[str]]
type Reply = dict[str, Any]

#: Marks a test that holds for every flow of every area.
each_flow = pytest.mark.parametrize("flow", all_flows(), ids=lambda flow: flow.id)


def _kinds(flow: Flow) -> set[str]:
    """What sets the page of a flow apart for a browser: how it asks, and what it can end in."""
    found = {"asks" if flow.questions else "asks nothing"}
    found |= {str(question.order) for question in flow.questions}
    found |= {"goes on"} if flow.goes_on else set()
    found |= {"worksheet"} if any(outcome.worksheet for outcome in flow.outcomes) else set()
    return found


def _one_of_each_area() -> tuple[Flow, ...]:
    """Of each area the flow that is of most kinds; of equals the one with the most questions."""
    return tuple(max(area.flows, key=lambda flow: (len(_kinds(flow)), len(flow.questions))) for area in AREAS)


#: Marks a test that takes a browser long: it holds for one flow of every area. Logic, words and pages of the others are
#: tested by `each_flow`, and so is what their Python answers; what the tool does with an answer is the same in all.
one_flow_of_each_area = pytest.mark.parametrize("flow", _one_of_each_area(), ids=lambda flow: flow.id)

#: Marks a test of what the page's script does, whatever it shows: it holds for two areas.
two_flows = pytest.mark.parametrize("flow", _one_of_each_area()[:2], ids=lambda flow: flow.id)


@cache
def library() -> Library:
    """All of `docs/_data`, read once."""
    return load()


def publication() -> Publication:
    """The words and facts of the project."""
    found = library().publication
    assert found is not None
    return found


def without(area: Area, code: str) -> Area:
    """An area without any duty of this code."""

    def kept(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
        return tuple(duty for duty in duties if duty.code != code)

    def changed(flow: Flow) -> Flow:
        outcomes = tuple(replace(outcome, duties=kept(outcome.duties)) for outcome in flow.outcomes)
        return replace(flow, duties=kept(flow.duties), outcomes=outcomes)

    return replace(area, flows=tuple(changed(flow) for flow in area.flows))


def address(flow: Flow, node: str | None = None) -> str:
    """The address of a flow's page, or of one step on it."""
    return f"/{flow.id}/" + (f"#{fragment(flow, node)}" if node else "")


def nodes(flow: Flow) -> list[str]:
    """Every question and outcome of a flow."""
    return [question.id for question in flow.questions] + [outcome.id for outcome in flow.outcomes]


def target(flow: Flow, question: Question, option: str) -> str:
    """The id of the step that a static answer leads to."""
    return fragment(flow, question.next(frozenset({option})))


def plain(given: Given) -> dict[str, list[str]]:
    """Answers as the page sends them."""
    return {question: sorted(answer) for question, answer in given.items()}


def request(flow: Flow, given: Given, at: str | None = None, **more: object) -> str:
    """What the page asks of Python, with its clock standing still; `more` are other keys of a request."""
    data = {"flow": flow.id, "answers": plain(given), "now": NOW, **({"at": at} if at else {}), **more}
    return json.dumps(data)


def reply(flow: Flow, given: Given, at: str | None = None, **more: object) -> Reply:
    """What Python answers, as this machine's own Python gives it."""
    answered: Reply = json.loads(respond_with(publication(), request(flow, given, at, **more)))
    return answered


@cache
def all_journeys(flow: Flow) -> tuple[Walk, ...]:
    """Every journey from a flow."""
    return tuple(journeys(area_of(flow.id), flow.id))


def spread(flow: Flow, most: int) -> tuple[Walk, ...]:
    """At most so many journeys of a flow, evenly over all of them."""
    return all_journeys(flow)[:: 1 + (len(all_journeys(flow)) - 1) // most]


@cache
def to_every_end(flow: Flow) -> tuple[Walk, ...]:
    """For each outcome of a flow one journey: the longest, with the most ticks."""
    best: dict[str, Walk] = {}
    for journey in all_journeys(flow):
        outcome = journey.passages[0].outcome
        if outcome and (outcome.id not in best or _length(journey) > _length(best[outcome.id])):
            best[outcome.id] = journey
    return tuple(best.values())


def _length(journey: Walk) -> tuple[int, int]:
    return len(journey.asked()), sum(len(step.answer) for step in journey.asked())


@cache
def longest(flow: Flow) -> Walk:
    """The journey of a flow that asks the most."""
    return max(all_journeys(flow), key=_length)


def stages(journey: Walk) -> Iterator[Given]:
    """The answers after each step of a journey, from none to all."""
    given: Given = {}
    yield given
    for step in journey.asked():
        given = {**given, step.question.id: step.answer}
        yield given


def covering(flow: Flow) -> Iterator[Walk]:
    """Few journeys that together show every outcome and every live question."""
    missing = {step.question.id for journey in all_journeys(flow) for step in journey.asked()}
    for walks in (to_every_end(flow), all_journeys(flow)):
        for journey in walks:
            asked = {step.question.id for step in journey.asked()}
            if walks is to_every_end(flow) or asked & missing:
                missing -= asked
                yield journey
