"""How one area's flows read the shared facts: which flow takes a case, and what each answer means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pathways.conditions import AnyOf, Condition, Facts, Is


@dataclass(frozen=True, kw_only=True)
class Means:
    """What one option means. It is chosen where `holds`; choosing it says the facts `says`."""

    holds: Condition
    says: Facts = field(default_factory=dict)


def means(fact: str, *values: str) -> Means:
    """An option that is chosen for any of these values; with one value, it says that fact."""
    says = {fact: frozenset(values)} if len(values) == 1 else {}
    return Means(holds=Is(fact, *values), says=says)


def yes_no(fact: str) -> dict[str, Means]:
    """A question with the answers no and yes that asks for one fact."""
    return {value: means(fact, value) for value in ("no", "yes")}


SUBJECT = "subject"

IMAGES = Means(holds=Is(SUBJECT, "images", "young-images"), says={SUBJECT: frozenset({"images"})})
"""Indecent images of a child, whoever made them."""

WHO = {
    "child": means("person", "child"),
    "colleague": means("person", "colleague"),
    "adult": means("person", "adult"),
    "none": means("person", "nobody"),
}
"""Who may have done it, as three areas ask it."""

ADULT_BEHIND = {
    "no": means("person", "child"),
    "yes": means("person", "adult", "colleague"),
    "unknown": means("person", "nobody"),
}
"""Whether an adult is, or may be, behind it; somebody whom nobody knows may be one."""

CHILD_AFFECTED = {
    "no": means("child", "no"),
    "yes": Means(holds=AnyOf(Is("child", "yes"), Is("harm", "yes")), says={"child": frozenset({"yes"})}),
}
"""Whether there is a particular child; a child who may suffer significant harm is one."""

CHILD_AT_RISK = {
    "no": means("child", "no"),
    "yes": Means(
        holds=AnyOf(
            Is(SUBJECT, "images", "grooming", "other-offence", "young-images"),
            Is("child", "yes"),
            Is("harm", "yes"),
            Is("exposed", "yes"),
        ),
        says={"child": frozenset({"yes"})},
    ),
}
"""Whether any child may be at risk: images and grooming mean one, known or not."""


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
    `flows`: what a case is about that was entered in a flow, whatever was answered there. It is new unless said here.
    """

    doors: tuple[Door, ...]
    options: Mapping[str, Mapping[str, Means]]
    flows: Mapping[str, Facts] = field(default_factory=dict)
