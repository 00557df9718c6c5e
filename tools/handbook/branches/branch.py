"""One branch of a source, and whether an area still comes to what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pathways.advice import Advice, advise
from pathways.model import EMERGENCY, Area
from pathways.vocabulary import YOU, Force
from pathways.walk import Walk, walk


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One branch of a source: the answers that lead there, and all that it comes to.

    An act is written as "code", "code by actor", "code after event", "code within limit from start", and
    "consider code" where it is less than a must.
    The 999 line is left out: it begins every advice.
    """

    name: str
    flow: str
    answers: Mapping[str, str]
    """Question -> option; of a checklist, options with a comma between them."""
    outcomes: tuple[str, ...]
    """The outcomes that the journey comes to, flow by flow."""
    comes_to: frozenset[str]
    is_alone: bool = False
    """Whether only the flow itself is meant, as its page shows it without Python, and nothing that it goes on to."""

    def walk(self, area: Area) -> Walk:
        """The journey that takes this branch."""
        answers = {question: frozenset(options.split(",")) for question, options in self.answers.items()}
        return walk(alone(area) if self.is_alone else area, f"{area.id}/{self.flow}", answers)


def alone(area: Area) -> Area:
    """The area with flows that go on to no other."""
    return replace(area, flows=tuple(replace(flow, goes_on=()) for flow in area.flows))


def signature(advice: Advice) -> frozenset[str]:
    """All that an advice tells, written as a branch writes it."""
    acts = set(advice.caution_codes())
    for given in advice.actions:
        act = given.duty
        if act == EMERGENCY:
            continue
        words = [act.force.name.lower()] if act.force < Force.MUST else []
        words += [act.code, *(["by", act.by] if act.by != YOU else [])]
        words += ["for", act.for_whom] if act.for_whom else []
        words += [word for code in sorted(act.after) for word in ("after", code)]
        for limit in act.within:
            words += ["within", limit.code, *(["from", limit.counts_from.code] if limit.counts_from else [])]
        acts.add(" ".join(words))
    return frozenset(acts)


def wrong(area: Area, branch: Branch) -> Iterator[str]:
    """What a branch of the source lacks or has too much in the flows; nothing when all is well."""
    here = branch.walk(area)
    if here.open:
        yield f"{branch.name}: asks {here.open.id} as well"
        return
    yield from (f"{branch.name}: never asks {question}" for question in here.unused)
    outcomes = tuple(passage.outcome.id for passage in here.passages if passage.outcome)
    if outcomes != branch.outcomes:
        yield f"{branch.name}: comes to {', '.join(outcomes)} instead of {', '.join(branch.outcomes)}"
    found = signature(advise(here))
    yield from (f"{branch.name}: lacks {act}" for act in sorted(branch.comes_to - found))
    yield from (f"{branch.name}: gives {act}" for act in sorted(found - branch.comes_to))
