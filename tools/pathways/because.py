"""Why a duty stands in an advice: the answers that led to it, through every flow of the journey, and what it waits for.

Conditions are positive, so what led to a duty can be named without a word on what was not answered: of each condition
that holds, the parts that hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pathways.advice import holding, waits_for
from pathways.conditions import AllOf, AnyOf, Condition, Facts, Is, holds
from pathways.model import Action, Duty, GoesOn, Otherwise
from pathways.walk import Passage, Step, Walk


@dataclass(frozen=True, kw_only=True)
class Fact:
    """An answer that led to a duty: of what was chosen, the options that count.

    `flow` is where its words are looked up. `carried_from` is the flow that handed the answer on (None: the reader gave
    it).
    """

    question: str
    options: frozenset[str]
    flow: str
    carried_from: str | None = None


@dataclass(frozen=True, kw_only=True)
class Wait:
    """What an action waits for by the rules of all areas. `makers` make it wait, each after the flow that words it."""

    event: str
    makers: tuple[tuple[str, Duty], ...]


@dataclass(frozen=True, kw_only=True)
class Because:
    """What led to a duty: answers, in the order in which they became known, and flows.

    `always` is the flow that was entered first, where it gives the duty in every case; `through` are the flows gone on
    to that do so.
    """

    facts: tuple[Fact, ...] = ()
    always: str | None = None
    through: tuple[str, ...] = ()
    wait: Wait | None = None


def reasons(walk: Walk) -> dict[object, Because]:
    """Key of each duty in the advice of a walk -> why it stands there: what led to each like duty that is merged in it.

    What a flow gives in every case rests on what led to that flow; where the flow that was entered first gives it in
    every case, no other flow needs to.
    """
    held: dict[object, list[tuple[Passage, Duty]]] = {}
    for passage, duty in holding(walk):
        held.setdefault(duty.key, []).append((passage, duty))
    leads = _leads(walk)
    waits = _waits(alike[0] for alike in held.values())
    return {key: _because(walk, alike, leads, waits) for key, alike in held.items()}


def _because(
    walk: Walk,
    alike: Sequence[tuple[Passage, Duty]],
    leads: Mapping[str, Facts],
    waits: Mapping[str, Wait],
) -> Because:
    found: dict[str, frozenset[str]] = {}
    whole: list[str] = []
    for passage, one in alike:
        own = _own_grounds(walk, passage, one)
        if not own:
            if walk.flow.id in whole:
                continue
            whole.append(passage.flow.id)
        _unite(found, own)
        _unite(found, leads[passage.flow.id])
    wait = waits.get(alike[0][1].code)
    has_it = wait and any(isinstance(one, Action) and wait.event in one.after for _, one in alike)
    return Because(
        facts=tuple(_fact(walk, question, found[question]) for question in walk.facts if question in found),
        always=walk.flow.id if walk.flow.id in whole else None,
        through=tuple(dict.fromkeys(flow for flow in whole if flow != walk.flow.id)),
        wait=None if has_it else wait,
    )


def _own_grounds(walk: Walk, passage: Passage, duty: Duty) -> Facts:
    """The answers by which a flow gives a duty; none when it does so in every case."""
    found = dict(_grounds(duty.when, walk.facts))
    if passage.outcome and any(duty is one for one in passage.outcome.duties):
        _unite(found, {step.question.id: _deciding(step) for step in passage.steps if _decides(step)})
    return found


def _grounds(condition: Condition | None, facts: Facts) -> Facts:
    """The answers that make a condition hold, with the options that count; none when it does not hold."""
    if not holds(condition, facts):
        return {}
    match condition:
        case None:
            return {}
        case Is():
            return {condition.question: facts[condition.question] & condition.options}
        case AnyOf() | AllOf():
            found: dict[str, frozenset[str]] = {}
            for part in condition.conditions:
                _unite(found, _grounds(part, facts))
            return found


def _decides(step: Step) -> bool:
    """Whether another answer would have led elsewhere."""
    return len({route.to for route in step.question.routes}) > 1


def _deciding(step: Step) -> frozenset[str]:
    """The chosen options by which the route was taken."""
    taken = step.question.route_for(step.answer).options
    return step.answer if isinstance(taken, Otherwise) else step.answer & taken


def _onwards(walk: Walk) -> Iterator[tuple[Passage, GoesOn]]:
    """What led from flow to flow, in the order of the flows gone on to."""
    for number, passage in enumerate(walk.passages):
        for before in walk.passages[:number]:
            for onward in before.flow.goes_on:
                if onward.flow == passage.flow.id and holds(onward.when, walk.facts):
                    yield before, onward


def _leads(walk: Walk) -> dict[str, dict[str, frozenset[str]]]:
    """Flow of the journey -> the answers that led there, through all flows before it; none for the first."""
    leads: dict[str, dict[str, frozenset[str]]] = {passage.flow.id: {} for passage in walk.passages}
    for before, onward in _onwards(walk):
        _unite(leads[onward.flow], _grounds(onward.when, walk.facts))
        _unite(leads[onward.flow], leads[before.flow.id])
    return leads


def _unite(found: dict[str, frozenset[str]], more: Facts) -> None:
    for question, options in more.items():
        found[question] = found.get(question, frozenset()) | options


def _fact(walk: Walk, question: str, options: frozenset[str]) -> Fact:
    for passage in walk.passages:
        if any(step.asked and step.question.id == question for step in passage.steps):
            return Fact(question=question, options=options, flow=passage.flow.id)
    flows = (*(passage.flow for passage in walk.passages), *walk.area.flows)
    return Fact(
        question=question,
        options=options,
        flow=next(flow.id for flow in flows if flow.question(question)),
        carried_from=next(before.flow.id for before, onward in _onwards(walk) if question in onward.given),
    )


def _waits(given: Iterable[tuple[Passage, Duty]]) -> dict[str, Wait]:
    """Code of an action -> what it waits for by the rules of all areas, with each act that alone would make it wait."""
    found: dict[str, Wait] = {}
    for passage, one in given:
        waits = waits_for({one.code}, set()) if isinstance(one, Action) else waits_for(set(), {one.code})
        for code, event in waits.items():
            before = found[code].makers if code in found else ()
            found[code] = Wait(event=event, makers=(*before, (passage.flow.id, one)))
    return found
