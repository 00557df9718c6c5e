"""Every journey from an entry flow, lazily. Options that never make a difference to one another count once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pathways.conditions import Condition
from pathways.model import Area, Flow, Otherwise, Question
from pathways.walk import Answers, Walk, walk


def journeys(area: Area, flow_id: str, start: Answers | None = None, one_tick: bool = False) -> Iterator[Walk]:
    """Every complete journey from a flow, or from the place that the answers in `start` lead to.

    Of options that stand together in every route and condition of the area, the first one listed stands in for all.
    With `one_tick`, of each checklist only the answers with one tick: since conditions are positive, more ticks only
    add to the advice, so what all these journeys share, all journeys share.
    """
    begun = walk(area, flow_id, start or {})
    if begun.open is None:
        yield begun
        return
    for answer in begun.open.answers(representatives(area, begun.open)):
        if len(answer) == 1 or not one_tick:
            yield from journeys(area, flow_id, {**begun.answers(), begun.open.id: answer}, one_tick)


def ways(area: Area, flow: Flow) -> Iterator[tuple[dict[str, frozenset[str]], str]]:
    """Every way through one flow alone: the facts asked on it, and the id of the outcome it comes to."""
    waiting: list[tuple[dict[str, frozenset[str]], str]] = [({}, flow.start)]
    while waiting:
        facts, node = waiting.pop()
        question = flow.question(node)
        if question is None:
            yield facts, node
            continue
        for answer in reversed(question.answers(representatives(area, question))):
            waiting.append(({**facts, question.id: answer}, question.next(answer)))


def all_journeys(area: Area) -> Iterator[Walk]:
    """Every journey of the area, from each of its flows."""
    for flow in area.flows:
        yield from journeys(area, flow.id)


@cache
def representatives(area: Area, question: Question) -> tuple[str, ...]:
    """One option of each set of options that nothing in the area tells apart."""
    mentions = [frozenset(options) for options in _mentioned(area, question.id)]
    mentions += [options for route in question.routes if not isinstance(options := route.options, Otherwise)]
    kinds: dict[tuple[bool, ...], str] = {}
    for option in question.all_options:
        sign = tuple(option in options for options in mentions)
        # "none" and "unknown" are answers of their own kind even where they lead to the same place.
        kinds.setdefault((*sign, option not in question.options), option)
    stand_ins = set(kinds.values()) | (set(question.all_options) - set(question.options))
    return tuple(option for option in question.all_options if option in stand_ins)


def _mentioned(area: Area, question: str) -> Iterator[Iterable[str]]:
    """The sets of options of a question that any condition or fact handed on in the area names."""
    for condition in conditions(area):
        yield from (part.options for part in condition.parts() if part.question == question)
    for flow in area.flows:
        for onward in flow.goes_on:
            if question in onward.given:
                yield onward.given[question]


def conditions(area: Area) -> Iterator[Condition]:
    """Every condition in the area: of duties, notes, goings-on and of its safety signals."""
    for flow in area.flows:
        yield from flow_conditions(flow)
    signals = area.signals
    yield from (signals.adult_or_offence, signals.child_at_risk, signals.images_or_messages)
    if signals.colleague is not None:
        yield signals.colleague


def flow_conditions(flow: Flow) -> Iterator[Condition]:
    """Every condition in a flow."""
    for part in (*flow.all_duties(), *flow.all_notes(), *flow.goes_on):
        if part.when is not None:
            yield part.when
