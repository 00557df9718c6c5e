"""Whether a flow gives a case what the case must get."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.data import Deadline, Scenario
from pathways.advice import Advice, advise
from pathways.marking import journey
from pathways.model import Area
from pathways.vocabulary import CLOCK_LIMITS


def faults(area: Area, scenario: Scenario) -> Iterator[str]:
    """What is wrong with the advice for a case, or with the facts that the case gives; nothing when all is well."""
    for question, fact in scenario.given.items():
        if fact.words not in scenario.facts:
            yield f"{question}: {fact.words!r} does not stand in the case"
    here = journey(area, scenario)
    if here.open:
        yield f"asks {here.open.id}, which the case does not answer"
        return
    for question in here.unused:
        yield f"never asks {question}"
    advice = advise(here)
    yield from (f"lacks {code}" for code in scenario.expected if code not in advice.action_codes())
    yield from (f"lacks {code}" for code in scenario.must_not if code not in advice.caution_codes())
    for deadline in scenario.deadlines:
        yield from (f"{code} lacks {deadline.code}" for code in deadline.for_ if not _keeps(advice, code, deadline))
    given = advice.action_codes() | advice.caution_codes()
    given |= {limit.code for one in advice.actions for limit in one.duty.within}
    yield from (f"gives {code}" for code in scenario.not_expected if code in given)


def _keeps(advice: Advice, code: str, deadline: Deadline) -> bool:
    """Whether an action has the limit of a case; of two limits by the clock, the earlier keeps the later as well."""
    limits = {limit.code for one in advice.actions if one.duty.code == code for limit in one.duty.within}
    if deadline.code not in CLOCK_LIMITS:
        return deadline.code in limits
    return not limits.isdisjoint(CLOCK_LIMITS[: CLOCK_LIMITS.index(deadline.code) + 1])
