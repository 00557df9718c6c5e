"""Conditions on the facts of a case: `Is`, `AnyOf`, `AllOf`.

Conditions are positive on purpose. There is no "not", and a question that was not asked satisfies nothing, so a duty
that holds goes on holding while more is answered. That is what lets every page say "already certain".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

type Facts = Mapping[str, frozenset[str]]
"""What is known of a case: question id -> the options that were chosen."""


@dataclass(frozen=True, init=False)
class Is:
    """Holds when any of `options` was chosen at `question`."""

    question: str
    options: frozenset[str]

    def __init__(self, question: str, *options: str) -> None:
        if not options:
            raise ValueError(f"a condition on {question!r} names no option: write Is({question!r}, 'yes', ...)")
        object.__setattr__(self, "question", question)
        object.__setattr__(self, "options", frozenset(options))

    def holds(self, facts: Facts) -> bool:
        """Whether one of the options was chosen; false while the question has not been asked."""
        return not self.options.isdisjoint(facts.get(self.question, frozenset()))

    def parts(self) -> Iterator[Is]:
        """The single comparisons that this condition is made of."""
        yield self


@dataclass(frozen=True, init=False)
class AnyOf:
    """Holds when at least one of its conditions holds."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        object.__setattr__(self, "conditions", _at_least_two("AnyOf", conditions))

    def holds(self, facts: Facts) -> bool:
        """Whether any of the conditions holds."""
        return any(condition.holds(facts) for condition in self.conditions)

    def parts(self) -> Iterator[Is]:
        """The single comparisons that this condition is made of."""
        for condition in self.conditions:
            yield from condition.parts()


@dataclass(frozen=True, init=False)
class AllOf:
    """Holds when every one of its conditions holds."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        object.__setattr__(self, "conditions", _at_least_two("AllOf", conditions))

    def holds(self, facts: Facts) -> bool:
        """Whether all of the conditions hold."""
        return all(condition.holds(facts) for condition in self.conditions)

    def parts(self) -> Iterator[Is]:
        """The single comparisons that this condition is made of."""
        for condition in self.conditions:
            yield from condition.parts()


type Condition = Is | AnyOf | AllOf


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Whether `condition` holds; no condition always holds."""
    return condition is None or condition.holds(facts)


def _at_least_two(name: str, conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    if len(conditions) < 2:
        raise ValueError(f"{name} joins two conditions or more; with one, write the condition itself")
    return conditions
