"""From a walk to its advice: the duties that hold, merged, in order, with their citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Protocol

from pathways.conditions import holds
from pathways.model import EMERGENCY, Action, Caution, Citation, Duty, Limit, Note
from pathways.vocabulary import (
    ACTIONS,
    CLOCK_LIMITS,
    EVENTS,
    OUTSIDE_REPORTS,
    PROTECTIVE,
    REMOVAL,
    TELL_NOBODY,
    YOU,
    Force,
    Phase,
    Urgency,
)
from pathways.walk import Passage, Walk, without_unknown


@dataclass(frozen=True, kw_only=True)
class Given[D: (Action, Caution)]:
    """A duty as it is given to the reader. `flow` is where its words are looked up.

    `is_provisional`: its own condition only holds because something is not known. `is_flow_provisional`: so does the
    going-on to its flow ("If the person works, or may work, with children: ...").
    """

    duty: D
    flow: str
    is_provisional: bool = False
    is_flow_provisional: bool = False


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What a journey comes to. All lists are in the order shown; `urgency` is the greatest of its outcomes."""

    urgency: Urgency
    actions: tuple[Given[Action], ...]
    cautions: tuple[Given[Caution], ...]
    notes: tuple[Note, ...]

    def action_codes(self) -> frozenset[str]:
        """The codes of all actions."""
        return frozenset(given.duty.code for given in self.actions)

    def caution_codes(self) -> frozenset[str]:
        """The codes of all cautions."""
        return frozenset(given.duty.code for given in self.cautions)


def advise(walk: Walk) -> Advice:
    """The advice so far: what holds now goes on holding while more is answered."""
    actions: dict[object, Given[Action]] = {}
    cautions: dict[object, Given[Caution]] = {}
    certain = without_unknown(walk.facts)
    for passage, duty in holding(walk):
        how = {
            "is_provisional": certain is not walk.facts and not holds(duty.when, certain),
            "is_flow_provisional": passage.is_provisional,
        }
        if isinstance(duty, Action):
            given = Given(duty=duty, flow=passage.flow.id, **how)
            old = actions.get(duty.key)
            actions[duty.key] = _merge_actions(old, given) if old else given
        else:
            caution = Given(duty=duty, flow=passage.flow.id, **how)
            known = cautions.get(duty.code)
            cautions[duty.code] = _merge_cautions(known, caution) if known else caution
    outcomes = [passage.outcome for passage in walk.passages if passage.outcome]
    return Advice(
        urgency=max((outcome.urgency for outcome in outcomes), default=Urgency.NO_LIMIT_PRINTED),
        actions=tuple(_in_order(_wait_for_police(actions.values(), cautions.values()))),
        cautions=tuple(cautions.values()),
        notes=tuple(_notes(walk)),
    )


def holding(walk: Walk) -> Iterator[tuple[Passage, Duty]]:
    """The duties that hold, not merged: 999, then flow by flow, each flow's own before those of its outcome."""
    yield walk.passages[0], EMERGENCY
    for passage in walk.passages:
        own = passage.outcome.duties if passage.outcome else ()
        for duty in passage.flow.duties + own:
            if holds(duty.when, walk.facts):
                yield passage, duty


def _notes(walk: Walk) -> Iterator[Note]:
    seen: set[str] = set()
    for passage in walk.passages:
        own = passage.outcome.notes if passage.outcome else ()
        for note in own + passage.flow.notes:
            if holds(note.when, walk.facts) and note.id not in seen:
                seen.add(note.id)
                yield note


def _united(first: tuple[Citation, ...], second: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return first + tuple(citation for citation in second if citation not in first)


def _merge_actions(old: Given[Action], new: Given[Action]) -> Given[Action]:
    """One act from two duties: citations and limits united, the strongest force, the earliest clock limit.

    What has to come first is what both wait for when the act protects (it never waits longer for being asked twice),
    and what either waits for when it does not.
    """
    first, second = old.duty, new.duty
    if first == second:
        return _surest(old, new)
    protective = first.code in PROTECTIVE
    merged = replace(
        first,
        cites=_united(first.cites, second.cites),
        force=max(first.force, second.force),
        contact=first.contact or second.contact,
        within=merge_limits(first.within + second.within),
        after=first.after & second.after if protective else first.after | second.after,
    )
    return _surest(replace(old, duty=merged), new)


def _surest[G: (Given[Action], Given[Caution])](old: G, new: G) -> G:
    """A duty given from two sides is as sure as the surer one."""
    own = old.is_provisional and new.is_provisional
    flow = old.is_flow_provisional and new.is_flow_provisional
    if (own, flow) == (old.is_provisional, old.is_flow_provisional):
        return old
    return replace(old, is_provisional=own, is_flow_provisional=flow)


AT_ONCE = ("immediately", "same-day")
"""Two clock limits that may stand together."""


def merge_limits(limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """Of the clock limits the earliest, of the others each once; citations of equal limits united.

    "Immediately" keeps "the same day" beside it where a source prints both: at once, and never later than that (B-38).
    """
    if not limits:
        return ()
    clocks = [limit.code for limit in limits if limit.code in CLOCK_LIMITS]
    earliest = min(clocks, key=CLOCK_LIMITS.index, default=None)
    merged: dict[str, Limit] = {}
    for limit in limits:
        if limit.code in CLOCK_LIMITS and limit.code != earliest and (earliest, limit.code) != AT_ONCE:
            continue
        old = merged.get(limit.code)
        merged[limit.code] = _same_limit(old, limit) if old else limit
    return tuple(sorted(merged.values(), key=_clock))


def _same_limit(first: Limit, second: Limit) -> Limit:
    """One limit from two; it keeps its start only where both count from the same, so that no date is guessed."""
    start, other = first.counts_from, second.counts_from
    if start and other and start.code == other.code:
        start = replace(start, cites=_united(start.cites, other.cites))
    else:
        start = None
    return replace(first, cites=_united(first.cites, second.cites), counts_from=start)


def _clock(limit: Limit) -> int:
    """Clock limits first, the shortest before the others; the rest stay in their order."""
    return CLOCK_LIMITS.index(limit.code) if limit.code in CLOCK_LIMITS else len(CLOCK_LIMITS)


def _wait_for_police(actions: Iterable[Given[Action]], cautions: Iterable[Given[Caution]]) -> list[Given[Action]]:
    listed = list(actions)
    waits = waits_for({given.duty.code for given in listed}, {given.duty.code for given in cautions})
    return [replace(given, duty=waiting(given.duty, waits)) if given.duty.code in waits else given for given in listed]


def waits_for(actions: Set[str], cautions: Set[str]) -> dict[str, str]:
    """Code of an action -> the event it waits for, beside these actions and cautions (C-02, C-03, C-07).

    Three rules that hold in every area, so no flow has to repeat them. Whenever the police stand in the advice, content
    comes down only after they have captured the evidence, and sites, network providers, CEOP and the IWF are told only
    after the first report. Where somebody must not be alerted or told, parents are told only once the police agree: it
    may be somebody at home.
    """
    waits: dict[str, str] = {}
    if "police" in actions:
        waits = dict.fromkeys(REMOVAL, "evidence-captured") | dict.fromkeys(OUTSIDE_REPORTS, "first-report-made")
    if cautions & TELL_NOBODY:
        waits["parents-involved"] = "police-agree"
    return waits


def waiting(action: Action, waits: Mapping[str, str]) -> Action:
    """The action with what it waits for by the rules of all areas."""
    event = waits.get(action.code)
    return replace(action, after=action.after | {event}) if event else action


def _merge_cautions(old: Given[Caution], new: Given[Caution]) -> Given[Caution]:
    cites = _united(old.duty.cites, new.duty.cites)
    return _surest(old if cites == old.duty.cites else replace(old, duty=replace(old.duty, cites=cites)), new)


def _in_order(actions: Iterable[Given[Action]]) -> list[Given[Action]]:
    """By phase, then in the order of the flows; an action comes after those it waits for.

    An action that waits for another is moved behind it and takes its phase if that is later. Cycles are refused by
    checks.py; here they could only leave an action where it stands.
    """
    waiting = sorted(actions, key=lambda given: ACTIONS[given.duty.code][0])
    ordered: list[Given[Action]] = []
    while waiting:
        left = {given.duty.code for given in waiting}
        ready = next((given for given in waiting if not given.duty.after & (left - {given.duty.code})), waiting[0])
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


class HasAction(Protocol):
    """Anything that carries an action."""

    @property
    def duty(self) -> Action:
        """The action."""
        ...


@dataclass(frozen=True, kw_only=True)
class Groups[T]:
    """The actions of an advice as a reader needs them: the first list short, what can wait apart."""

    now: tuple[T, ...]
    others: tuple[T, ...]
    later: tuple[T, ...]


def group[T: HasAction](actions: Iterable[T]) -> Groups[T]:
    """What the reader does now, what others do, and what the reader does later or only considers."""
    now, others, later = [], [], []
    for given in actions:
        duty = given.duty
        if duty.by != YOU:
            others.append(given)
        elif ACTIONS[duty.code][0] >= Phase.LATER or duty.force <= Force.CONSIDER or duty.after & EVENTS:
            later.append(given)
        else:
            now.append(given)
    return Groups(now=tuple(now), others=tuple(others), later=tuple(later))
