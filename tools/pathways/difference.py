"""What another answer changes: two finished journeys of one flow, and which advice came, went, or is not as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.advice import Given, advise
from pathways.model import Action, Caution
from pathways.walk import Step, Walk

type Line = Given[Action] | Given[Caution]
"""One line of an advice."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """An answer with the flow whose words name it."""

    flow: str
    step: Step


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What lies between two journeys.

    `changed` are answers given otherwise (before, after), `left_out` those that no longer belong, `added` those asked
    anew. `came`, `went` are lines of advice; `altered` are acts in both that bind otherwise or are due otherwise.
    """

    changed: tuple[tuple[Answered, Answered], ...]
    left_out: tuple[Answered, ...]
    added: tuple[Answered, ...]
    came: tuple[Line, ...]
    went: tuple[Line, ...]
    altered: tuple[tuple[Given[Action], Given[Action]], ...]

    @property
    def is_none(self) -> bool:
        """Whether the advice is the same."""
        return not (self.came or self.went or self.altered)


def difference(before: Walk, after: Walk) -> Difference:
    """What lies between two finished journeys, in the order of the advice."""
    old_answers, new_answers = _answers(before), _answers(after)
    old, new = lines(before), lines(after)
    return Difference(
        changed=tuple(
            (old_answers[id], answered)
            for id, answered in new_answers.items()
            if id in old_answers and old_answers[id].step.answer != answered.step.answer
        ),
        left_out=tuple(answered for id, answered in old_answers.items() if id not in new_answers),
        added=tuple(answered for id, answered in new_answers.items() if id not in old_answers),
        came=tuple(given for key, given in new.items() if key not in old),
        went=tuple(given for key, given in old.items() if key not in new),
        altered=tuple(
            (was, given)
            for key, given in new.items()
            if (was := old.get(key)) and isinstance(given.duty, Action) and isinstance(was.duty, Action)
            if _terms(given.duty) != _terms(was.duty)
        ),
    )


def _answers(walk: Walk) -> dict[str, Answered]:
    return {
        step.question.id: Answered(flow=passage.flow.id, step=step)
        for passage in walk.passages
        for step in passage.steps
        if step.asked
    }


def lines(walk: Walk) -> Mapping[object, Line]:
    """Key of each duty in the advice of a walk -> the line that gives it, in the order of the advice."""
    advice = advise(walk)
    found: dict[object, Line] = {given.duty.key: given for given in advice.actions}
    return found | {given.duty.key: given for given in advice.cautions}


def _terms(act: Action) -> object:
    """How binding an act is, whom it reaches, by when it is due, and what it waits for."""
    return act.force, act.contact, frozenset(limit.code for limit in act.within), act.after
