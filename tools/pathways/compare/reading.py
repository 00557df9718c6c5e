"""How one area's flows read the shared facts: which flow takes a case, and what each answer means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pathways.conditions import Condition, Facts, Is


@dataclass(frozen=True, kw_only=True)
class Means:
    """What one option means. It is chosen where `holds`; choosing it says the facts `says`."""

    holds: Condition
    says: Facts = field(default_factory=dict)


def means(fact: str, *values: str) -> Means:
    """An option that is chosen for any of these values; with one value, it says that fact."""
    says = {fact: frozenset(values)} if len(values) == 1 else {}
    return Means(holds=Is(fact, *values), says=says)


@dataclass(frozen=True, kw_only=True)
class Door:
    """A flow that a case enters where `when` holds (None: always).

    `flow` None: the source has no route for it. `is_general`: it has no part of its own, and its flow for any concern
    answers.
    """

    flow: str | None
    when: Condition | None = None
    is_general: bool = False


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An area's reading of the shared facts.

    `doors`: the first that fits is the flow that takes the case. `options`: question -> option -> what it means.
    `flows`: what a case is about that was entered in a flow, whatever was answered there.
    """

    doors: tuple[Door, ...]
    options: Mapping[str, Mapping[str, Means]]
    flows: Mapping[str, Facts] = field(default_factory=dict)
