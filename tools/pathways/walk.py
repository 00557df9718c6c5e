"""From answers to a place in a journey: replay from the start, pure and total.

A journey is a flow with all that it goes on to. Its state is nothing but the answers; each call replays them. Answers
that don't belong are not an error here: they come back in `unused`, and the walk stops at the question that is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.conditions import Facts, holds
from pathways.model import NONE, UNKNOWN, Area, Flow, Outcome, Question

type Answers = Mapping[str, frozenset[str]]
"""What the reader chose: question id -> options."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One question that the journey came to. `asked` is false when the answer was known already."""

    question: Question
    answer: frozenset[str]
    asked: bool


@dataclass(frozen=True, kw_only=True)
class Passage:
    """The way through one flow of the journey. `outcome` is None while a question is open.

    `is_provisional`: the flow is only gone on to because something is not known, so its duties read "If ...: ".
    """

    flow: Flow
    steps: tuple[Step, ...]
    outcome: Outcome | None
    is_provisional: bool


@dataclass(frozen=True, kw_only=True)
class Walk:
    """Where a journey stands.

    `facts` holds every known fact, `handed_on` the ids of those that no one was asked, `open` the question to ask next
    (None: the journey is complete), `unused` the answers that do not belong to it.
    """

    area: Area
    passages: tuple[Passage, ...]
    facts: Facts
    handed_on: frozenset[str]
    open: Question | None
    unused: Answers

    @property
    def flow(self) -> Flow:
        """The flow that was entered first."""
        return self.passages[0].flow

    @property
    def here(self) -> Passage:
        """The passage that the journey has come to."""
        return self.passages[-1]

    @property
    def is_complete(self) -> bool:
        """Whether every flow of the journey has come to its outcome."""
        return self.open is None

    def asked(self) -> tuple[Step, ...]:
        """The questions that the reader answered, in order."""
        return tuple(step for passage in self.passages for step in passage.steps if step.asked)

    def answers(self) -> dict[str, frozenset[str]]:
        """The answers that belong to this walk: replaying them gives the same walk."""
        return {step.question.id: step.answer for step in self.asked()}


def walk(area: Area, flow_id: str, answers: Answers) -> Walk:
    """Replay `answers` from the start of a flow. Raises KeyError when the area has no such flow."""
    facts: dict[str, frozenset[str]] = {}
    handed_on: set[str] = set()
    passages: list[Passage] = []
    flow, is_provisional = area.flow(flow_id), False
    while True:
        steps, node, open_question = _pass(flow, facts, answers)
        outcome = None if open_question else flow.outcome(node)
        passages.append(Passage(flow=flow, steps=steps, outcome=outcome, is_provisional=is_provisional))
        onward = None if open_question else _next_flow(area, passages, facts)
        if onward is None:
            break
        flow, is_provisional, implied = onward
        handed_on |= implied.keys()
        facts |= implied
    used = {step.question.id for passage in passages for step in passage.steps if step.asked}
    return Walk(
        area=area,
        passages=tuple(passages),
        facts=facts,
        handed_on=frozenset(handed_on),
        open=open_question,
        unused={question: answer for question, answer in answers.items() if question not in used},
    )


def _pass(
    flow: Flow, facts: dict[str, frozenset[str]], answers: Answers
) -> tuple[tuple[Step, ...], str, Question | None]:
    """Go through one flow as far as the answers reach, adding to `facts`: steps, last node, open question."""
    steps: list[Step] = []
    node = flow.start
    while question := flow.question(node):
        asked = question.id not in facts
        answer = answers.get(question.id, frozenset()) if asked else facts[question.id]
        if not question.allows(answer):
            return tuple(steps), node, question
        facts[question.id] = answer
        steps.append(Step(question=question, answer=answer, asked=asked))
        node = question.next(answer)
    return tuple(steps), node, None


def _next_flow(
    area: Area, passages: list[Passage], facts: Facts
) -> tuple[Flow, bool, dict[str, frozenset[str]]] | None:
    """The next flow to go on to, whether only provisionally, and the facts handed on to it."""
    passed = {passage.flow.id for passage in passages}
    certain = without_unknown(facts)
    target: str | None = None
    is_provisional = True
    implied: dict[str, frozenset[str]] = {}
    for passage in passages:
        for onward in passage.flow.goes_on:
            if onward.flow in passed or (target and onward.flow != target) or not holds(onward.when, facts):
                continue
            target = onward.flow
            is_provisional &= passage.is_provisional or not holds(onward.when, certain)
            for question, options in onward.given.items():
                if question not in facts:
                    implied[question] = _gravest(implied.get(question, frozenset()) | options)
    return (area.flow(target), is_provisional, implied) if target else None


def _gravest(options: frozenset[str]) -> frozenset[str]:
    """Of facts handed on from two sides: not knowing outweighs the rest, and anything outweighs "none of these"."""
    if UNKNOWN in options:
        return frozenset({UNKNOWN})
    return options - {NONE} or options


def without_unknown(facts: Facts) -> Facts:
    """The facts without the answers "I don't know": what holds for these holds for certain."""
    if not any(UNKNOWN in answer for answer in facts.values()):
        return facts
    return {question: answer - {UNKNOWN} for question, answer in facts.items()}
