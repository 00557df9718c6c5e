"""A case in shared facts, posed to an area; and a journey of an area, told in shared facts.

What is not told is answered "I don't know", which never protects less. So an area's advice is that of its own flow for
the same case, as far as the case is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.advice import Advice, advise
from pathways.compare.reading import Means
from pathways.compare.readings import READINGS
from pathways.conditions import Facts, holds
from pathways.flows import AREAS
from pathways.model import NONE, UNKNOWN, Area, Order, Question
from pathways.walk import Walk, walk


@dataclass(frozen=True, kw_only=True)
class Posed:
    """What an area answers to a case.

    `walk` and `advice` are None where its source has no route for such a case. `not_told`: the questions that the case
    says nothing about, answered "I don't know". `is_general`: the source has no part for such a case, and its flow for
    any concern answers.
    """

    area: Area
    walk: Walk | None
    advice: Advice | None
    not_told: tuple[Question, ...] = ()
    is_general: bool = False


def compare(facts: Facts, own: Walk | None = None) -> tuple[Posed, ...]:
    """The case posed to every area. `own` is the journey that it comes from: its area's advice stays as it is."""
    return tuple(_own(own) if own and own.area is area else pose(area, facts) for area in AREAS)


def compare_walk(own: Walk) -> tuple[Posed, ...]:
    """How every area would act on the case of a finished journey."""
    return compare(shared_facts(own), own)


def _own(own: Walk) -> Posed:
    return Posed(area=own.area, walk=own, advice=advise(own))


def pose(area: Area, facts: Facts) -> Posed:
    """What one area's flows answer to a case."""
    reading = READINGS[area.id]
    door = next(door for door in reading.doors if holds(door.when, facts))
    if door.flow is None:
        return Posed(area=area, walk=None, advice=None)
    answers: dict[str, frozenset[str]] = {}
    not_told: list[Question] = []
    while question := (here := walk(area, door.flow, answers)).open:
        answer = _answer(question, reading.options.get(question.id, {}), facts)
        if answer is None or not question.allows(answer):
            not_told.append(question)
            answer = _untold(question)
        answers[question.id] = answer
    return Posed(area=area, walk=here, advice=advise(here), not_told=tuple(not_told), is_general=door.is_general)


def _answer(question: Question, options: Mapping[str, Means], facts: Facts) -> frozenset[str] | None:
    """The answer that the facts give to a question; None where they do not tell it."""
    asks = {part.question for option in options.values() for part in option.holds.parts()}
    if not asks:
        return None
    chosen = [option for option in question.all_options if option in options and options[option].holds.holds(facts)]
    if UNKNOWN in chosen:
        return frozenset({UNKNOWN})
    if question.is_checklist:
        if not asks <= facts.keys():
            return None
        return frozenset(chosen) - {NONE} or frozenset({NONE})
    if question.order is Order.SCALE:
        # The gravest that holds, or the least. Neither while a graver one might hold, for all that is told.
        answer = chosen[-1] if chosen else question.options[0]
        graver = question.options[question.options.index(answer) + 1 :]
        open_ = {part.question for option in graver if option in options for part in options[option].holds.parts()}
        return frozenset({answer}) if (chosen or asks <= facts.keys()) and open_ <= facts.keys() else None
    return frozenset(chosen) if len(chosen) == 1 else None


def _untold(question: Question) -> frozenset[str]:
    """The answer to a question about which nothing is told."""
    if UNKNOWN in question.all_options:
        return frozenset({UNKNOWN})
    return frozenset({NONE if NONE in question.all_options else question.options[0]})


def shared_facts(own: Walk) -> Facts:
    """What a journey of an area tells of the case, as far as other areas ask for it too."""
    reading = READINGS[own.area.id]
    told = dict(reading.flows.get(own.flow.id, {}))
    unknown: set[str] = set()
    for question, answer in own.facts.items():
        meanings = reading.options.get(question, {})
        if UNKNOWN in answer:
            unknown |= {fact for option in meanings.values() for fact in option.says}
        for option in answer & meanings.keys():
            for fact, values in meanings[option].says.items():
                told[fact] = told.get(fact, frozenset()) | values
    if "stage" not in unknown:
        told.setdefault("stage", frozenset({"new"}))
    # What one question leaves open stays open, whatever another seems to tell of it.
    return {fact: values for fact, values in told.items() if fact not in unknown}
