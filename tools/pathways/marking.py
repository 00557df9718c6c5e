"""How the way that somebody took through a case compares with the way that the case supports.

The advice of the case's own answers is the measure, whole: of the advice reached, a line is right, asks what the case
does not support (too far), or is one that the case names as wrong for it (forbidden); what is lacking is missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.advice import Given
from pathways.difference import Line, difference, lines
from pathways.model import Action, Area
from pathways.publication import Exercise
from pathways.walk import Step, Walk, walk


@dataclass(frozen=True, kw_only=True)
class Parting:
    """A question answered otherwise than the case supports, with what it supports, in its words.

    `flow` is the one whose words name the question.
    """

    flow: str
    step: Step
    supported: frozenset[str]
    words: str


@dataclass(frozen=True, kw_only=True)
class Marking:
    """The advice reached, marked; each list in the order of its advice.

    `other_terms` are acts of both that bind otherwise, or are due otherwise: as reached, and as the case has them.
    `partings` begin with the question where the way first left the case.
    """

    right: tuple[Line, ...]
    missed: tuple[Line, ...]
    too_far: tuple[Line, ...]
    forbidden: tuple[Line, ...]
    other_terms: tuple[tuple[Given[Action], Given[Action]], ...]
    partings: tuple[Parting, ...]

    @property
    def is_all_right(self) -> bool:
        """Whether the advice reached is that of the case."""
        return not (self.missed or self.too_far or self.forbidden or self.other_terms)


def journey(area: Area, case: Exercise) -> Walk:
    """The journey that a case supports. Raises KeyError when the area has no such flow."""
    return walk(area, case.entry, {question: frozenset(fact.answer) for question, fact in case.given.items()})


def marking(case: Exercise, reached: Walk) -> Marking:
    """A finished journey from the flow of a case, marked against the case."""
    found = difference(reached, journey(reached.area, case))
    forbidden = {key: line for key, line in lines(reached).items() if _codes(line) & set(case.not_expected)}
    other_terms = tuple(pair for pair in found.altered if pair[0].duty.key not in forbidden)
    too_far = tuple(line for line in found.went if line.duty.key not in forbidden)
    wrong = {line.duty.key for line in (*too_far, *(was for was, _ in other_terms))} | forbidden.keys()
    return Marking(
        right=tuple(line for key, line in lines(reached).items() if key not in wrong),
        missed=found.came,
        too_far=too_far,
        forbidden=tuple(forbidden.values()),
        other_terms=other_terms,
        partings=tuple(_partings(case, reached)),
    )


def _codes(line: Line) -> set[str]:
    """The code of a duty and those of its limits: a case may name either as wrong for it."""
    limits = line.duty.within if isinstance(line.duty, Action) else ()
    return {line.duty.code, *(limit.code for limit in limits)}


def _partings(case: Exercise, reached: Walk) -> Iterator[Parting]:
    """Questions that only another way asks are left out: the case has no answer to them."""
    for passage in reached.passages:
        for step in passage.steps:
            fact = case.given.get(step.question.id) if step.asked else None
            if fact and step.answer != frozenset(fact.answer):
                yield Parting(flow=passage.flow.id, step=step, supported=frozenset(fact.answer), words=fact.words)
