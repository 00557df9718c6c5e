"""`handbook mutate`: break the flows one piece at a time and see that a rule, a property or a case notices.

A mutant is an area with one piece dropped or changed. Whatever changes the advice of any journey has to be caught; a
mutant that survives shows which case is missing, and one that changes nothing shows a piece that is idle. The counts
are kept in `docs/_data/mutants.yml`, for the page that tells what is proved.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial

import yaml

from handbook.branches import BRANCHES, alone, wrong
from handbook.data import ROOT, MutantCount, Mutants, Scenario, Survivor, load, logic_hash, path_of
from handbook.scenarios import faults
from pathways.advice import Advice, advise
from pathways.checks import Journey, case, closed_upwards, idle, monotone, safety, structure
from pathways.conditions import AllOf, AnyOf, Condition, Is
from pathways.flows import AREAS
from pathways.model import (
    Action,
    Area,
    Duty,
    Flow,
    FlowError,
    GoesOn,
    Limit,
    Otherwise,
    Outcome,
    Question,
    Route,
)
from pathways.paths import all_journeys, representatives
from pathways.publication import to_plain
from pathways.vocabulary import LIMITS, Force
from pathways.walk import Answers, walk

HEAD = """\
# Written by `make mutate`, which takes minutes; nobody edits it by hand. By area: how many changes were made to its
# flows, one at a time; how many of them change no advice; what noticed the others first; those that nothing noticed.
# `logic` is the hash of the logic that was changed. While today's is another, docs/about/proof.md says so.
"""


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change to a flow. `make` gives the changed area, or raises FlowError when the model refuses the change."""

    flow: str
    what: str
    make: Callable[[], Area]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of a mutant. `by` names what caught it; `shown` is a case whose advice it changes unnoticed."""

    flow: str
    what: str
    by: str | None = None
    shown: str | None = None

    @property
    def name(self) -> str:
        """Which mutant it is."""
        return f"{self.flow}: {self.what}"

    @property
    def kind(self) -> str:
        """What kind of thing caught it."""
        return (self.by or "").split(":")[0]


@dataclass(frozen=True, kw_only=True)
class MutationReport:
    """Every mutant of every area. It is good when nothing survived."""

    verdicts: tuple[Verdict, ...]
    seconds: float

    @property
    def caught(self) -> tuple[Verdict, ...]:
        """The mutants that something caught."""
        return tuple(verdict for verdict in self.verdicts if verdict.by)

    @property
    def survivors(self) -> tuple[Verdict, ...]:
        """The mutants that change the advice of a journey, and nothing notices."""
        return tuple(verdict for verdict in self.verdicts if not verdict.by and verdict.shown)

    @property
    def idle(self) -> tuple[Verdict, ...]:
        """The mutants that change the advice of no journey."""
        return tuple(verdict for verdict in self.verdicts if not verdict.by and not verdict.shown)


def run(processes: int | None = None) -> MutationReport:
    """Try every mutant of every area."""
    begun = time.perf_counter()
    for area in AREAS:
        if fault := next(_quick_catchers(area), None):
            # Every mutant would be caught by a fault that was there before.
            raise SystemExit(f"{area.id} is at fault as it stands, so mutants tell nothing: {fault}")
    jobs = [(area.id, number) for area in AREAS for number in range(len(mutants(area.id)))]
    with ProcessPoolExecutor(max_workers=processes or min(os.cpu_count() or 1, 4)) as pool:
        verdicts = tuple(pool.map(judge, *zip(*jobs, strict=True), chunksize=8))
    return MutationReport(verdicts=verdicts, seconds=time.perf_counter() - begun)


def main() -> int:
    """Print and keep what became of the mutants; 1 when one survived."""
    report = run()
    kept = path_of(ROOT, "mutants")
    kept.write_text(written(counted(report)), "utf-8")
    print(f"{len(report.verdicts)} mutants in {report.seconds:.0f} s; the counts stand in {kept.relative_to(ROOT)}")
    for kind, count in Counter(verdict.kind for verdict in report.caught).most_common():
        print(f"  {count:5}  caught by {kind}")
    print(f"  {len(report.idle):5}  idle: no advice and no page changes, but for the clauses cited")
    for verdict in report.idle:
        print(f"         {verdict.name}")
    print(f"  {len(report.survivors):5}  survived")
    for verdict in report.survivors:
        print(f"         {verdict.name}\n           unnoticed in: {verdict.shown}")
    return 1 if report.survivors else 0


def counted(report: MutationReport) -> Mutants:
    """The counts of a report by area, for the logic as it stands."""

    def of(area: str, verdicts: Iterable[Verdict]) -> list[Verdict]:
        return [verdict for verdict in verdicts if verdict.flow.split("/")[0] == area]

    return Mutants(
        logic=logic_hash(),
        areas={
            area.id: MutantCount(
                mutants=len(of(area.id, report.verdicts)),
                idle=len(of(area.id, report.idle)),
                caught=dict(Counter(verdict.kind for verdict in of(area.id, report.caught)).most_common()),
                survived=tuple(
                    Survivor(flow=verdict.flow, what=verdict.what, unnoticed_in=str(verdict.shown))
                    for verdict in of(area.id, report.survivors)
                ),
            )
            for area in AREAS
        },
    )


def written(mutants: Mutants) -> str:
    """The counts as the file that keeps them."""
    return HEAD + yaml.safe_dump(to_plain(mutants), sort_keys=False, allow_unicode=True, width=120)


# --- making mutants ----------------------------------------------------------------------------------------------


@cache
def mutants(area_id: str) -> tuple[Mutant, ...]:
    """Every mutant of an area, flow by flow."""
    area = _area(area_id)
    return tuple(mutant for flow in area.flows for mutant in _of_flow(area, flow))


def _area(id: str) -> Area:
    return next(area for area in AREAS if area.id == id)


def _of_flow(area: Area, flow: Flow) -> Iterator[Mutant]:
    def put(new: Callable[[], Flow]) -> Callable[[], Area]:
        return lambda: replace(area, flows=tuple(new() if other is flow else other for other in area.flows))

    for place, question in enumerate(flow.questions):
        for what, routes in _routes(flow, question):
            make = put(partial(_with_routes, flow, place, routes))
            yield Mutant(flow=flow.id, what=f"at {question.id}, {what}", make=make)
    for place, duty in enumerate(flow.duties):
        for what, duties in _duties(duty):
            changed = flow.duties[:place] + duties + flow.duties[place + 1 :]
            yield Mutant(flow=flow.id, what=what, make=put(partial(replace, flow, duties=changed)))
    for which, outcome in enumerate(flow.outcomes):
        for place, duty in enumerate(outcome.duties):
            for what, duties in _duties(duty):
                changed = outcome.duties[:place] + duties + outcome.duties[place + 1 :]
                make = put(partial(_with_outcome, flow, which, outcome, changed))
                yield Mutant(flow=flow.id, what=f"at the outcome {outcome.id}, {what}", make=make)
    for place, onward in enumerate(flow.goes_on):
        for what, onwards in _goes_on(onward):
            goings = flow.goes_on[:place] + onwards + flow.goes_on[place + 1 :]
            yield Mutant(flow=flow.id, what=what, make=put(partial(replace, flow, goes_on=goings)))


def _with_routes(flow: Flow, place: int, routes: tuple[Route, ...]) -> Flow:
    question = replace(flow.questions[place], routes=routes)
    return replace(flow, questions=(*flow.questions[:place], question, *flow.questions[place + 1 :]))


def _with_outcome(flow: Flow, place: int, outcome: Outcome, duties: tuple[Duty, ...]) -> Flow:
    changed = replace(outcome, duties=duties)
    return replace(flow, outcomes=(*flow.outcomes[:place], changed, *flow.outcomes[place + 1 :]))


def _routes(flow: Flow, question: Question) -> Iterator[tuple[str, tuple[Route, ...]]]:
    nodes = [other.id for other in flow.questions] + [outcome.id for outcome in flow.outcomes]
    for place, route in enumerate(question.routes):
        before, after = question.routes[:place], question.routes[place + 1 :]
        options = "any other answer" if isinstance(route.options, Otherwise) else ",".join(sorted(route.options))
        name = f"route {options} -> {route.to}"
        yield f"drop the {name}", before + after
        for node in nodes:
            if node != route.to:
                yield f"lead the {name} to {node}", (*before, replace(route, to=node), *after)
        if not isinstance(route.options, Otherwise) and len(route.options) > 1:
            for option in sorted(route.options):
                changed = replace(route, options=route.options - {option})
                yield f"drop {option} from the {name}", (*before, changed, *after)


def _duties(duty: Duty) -> Iterator[tuple[str, tuple[Duty, ...]]]:
    name = duty.code + _when(duty.when)
    yield f"drop {name}", ()
    for what, when in _conditions(duty.when):
        yield f"{what} of {name}", (replace(duty, when=when),)
    if not isinstance(duty, Action):
        return
    force = Force.CONSIDER if duty.force > Force.CONSIDER else Force.MUST
    yield f"make {name} a {force.name.lower()}", (replace(duty, force=force),)
    for limit in duty.within:
        others = tuple(other for other in duty.within if other is not limit)
        yield f"drop {limit.code} of {name}", (replace(duty, within=others),)
        code = next(code for code in LIMITS if code != limit.code)
        changed = Limit(code=code, cites=limit.cites)
        yield f"make {limit.code} of {name} {code}", (replace(duty, within=(*others, changed)),)
        if limit.counts_from:
            changed = replace(limit, counts_from=None)
            yield f"let {limit.code} of {name} count from nothing", (replace(duty, within=(*others, changed)),)
    for code in sorted(duty.after):
        yield f"let {name} not wait for {code}", (replace(duty, after=duty.after - {code}),)


def _goes_on(onward: GoesOn) -> Iterator[tuple[str, tuple[GoesOn, ...]]]:
    name = f"going on to {onward.flow}{_when(onward.when)}"
    yield f"drop {name}", ()
    for what, when in _conditions(onward.when):
        yield f"{what} of {name}", (replace(onward, when=when),)
    for fact in onward.given:
        rest = {other: answer for other, answer in onward.given.items() if other != fact}
        yield f"do not hand on {fact} in {name}", (replace(onward, given=rest),)


def _conditions(condition: Condition | None) -> Iterator[tuple[str, Condition | None]]:
    """A condition with one option less, one part less, "and" for "or", or gone altogether."""
    if condition is None:
        return
    yield "drop the condition", None
    yield from _smaller(condition)


def _when(condition: Condition | None) -> str:
    return "" if condition is None else f" when {_words(condition)}"


def _words(condition: Condition) -> str:
    if isinstance(condition, Is):
        return f"{condition.question}={','.join(sorted(condition.options))}"
    joint = " or " if isinstance(condition, AnyOf) else " and "
    return f"({joint.join(_words(part) for part in condition.conditions)})"


def _smaller(condition: Condition) -> Iterator[tuple[str, Condition]]:
    match condition:
        case Is(question=question, options=options):
            for option in sorted(options) if len(options) > 1 else ():
                yield f"drop {question}={option}", Is(question, *sorted(options - {option}))
        case AnyOf(conditions=parts) | AllOf(conditions=parts):
            kind, other = (AnyOf, AllOf) if isinstance(condition, AnyOf) else (AllOf, AnyOf)
            yield f"{other.__name__} for {kind.__name__}", other(*parts)
            for place, part in enumerate(parts):
                rest = parts[:place] + parts[place + 1 :]
                yield f"drop {_words(part)}", rest[0] if len(rest) == 1 else kind(*rest)
                for what, smaller in _smaller(part):
                    yield what, kind(*parts[:place], smaller, *parts[place + 1 :])


# --- catching them -----------------------------------------------------------------------------------------------


def judge(area_id: str, number: int) -> Verdict:
    """What becomes of one mutant of an area."""
    mutant = mutants(area_id)[number]
    verdict = partial(Verdict, flow=mutant.flow, what=mutant.what)
    try:
        area = mutant.make()
    except FlowError as error:
        return verdict(by=f"the model: {error}")
    if by := next(_quick_catchers(area), None):
        return verdict(by=by)
    sound = _area(area_id)
    shown = difference(alone(sound), alone(area)) or difference(sound, area)
    # Proving an area takes a second, so it is left out where there is nothing to catch.
    by = next(_slow_catchers(area), None) if shown else None
    return verdict(by=by, shown=None if by else shown)


def _quick_catchers(area: Area) -> Iterator[str]:
    """What notices without walking every journey that something is wrong with an area."""
    yield from (f"the structure: {problem.what}" for problem in structure(area))
    yield from (f"a case: {one.id} {fault}" for one in _scenarios(area.id) for fault in faults(area, one))
    yield from (f"a branch: {fault}" for branch in BRANCHES[area.id] for fault in wrong(area, branch))
    yield from (f"closed upwards: {problem.what}" for problem in closed_upwards(area))


def _slow_catchers(area: Area) -> Iterator[str]:
    """What notices on every journey that something is wrong with an area."""
    journeys = [Journey(walk=one, advice=advise(one)) for one in all_journeys(area)]
    yield from (f"a safety rule: {problem.what}" for problem in safety(area, journeys))
    yield from (f"idle: {problem.what}" for problem in idle(area, journeys))
    yield from (f"a graver answer: {problem.what}" for problem in monotone(area, journeys).problems)


@cache
def _scenarios(area_id: str) -> tuple[Scenario, ...]:
    library = load(ROOT)
    if area_id not in library.scenarios:
        raise SystemExit("\n".join(str(trouble) for trouble in library.reader.troubles))
    return library.scenarios[area_id].scenarios


def difference(area: Area, mutant: Area) -> str | None:
    """A case whose advice is another in the mutant, or None when there is none."""
    both = replace(area, flows=area.flows + mutant.flows)
    for flow in area.flows:
        for answers, here, there in _together(area, mutant, both, flow.id, {}):
            if _signature(here) != _signature(there):
                return case(walk(area, flow.id, answers))
    return None


def _together(
    area: Area, mutant: Area, both: Area, flow: str, answers: Answers
) -> Iterator[tuple[Answers, Advice, Advice]]:
    """Every case, walked in both areas; what only one of them asks is answered for both."""
    here, there = walk(area, flow, answers), walk(mutant, flow, answers)
    question = here.open or there.open
    if question is None:
        yield answers, advise(here), advise(there)
        return
    for answer in question.answers(_told_apart(both, question)):
        yield from _together(area, mutant, both, flow, {**answers, question.id: answer})


def _told_apart(both: Area, question: Question) -> Iterable[str]:
    """One option of each set that neither area's conditions and routes tell apart."""
    same = [other for flow in both.flows for other in flow.questions if other.id == question.id]
    return {option for other in same for option in representatives(both, other)}


def _limit(limit: Limit) -> tuple[str, str | None]:
    return limit.code, limit.counts_from.code if limit.counts_from else None


def _signature(advice: Advice) -> object:
    """What the reader is told: acts with whom, how binding, by when and after what, and what not to do."""
    return (
        {
            one.duty.key: (one.duty.force, frozenset(map(_limit, one.duty.within)), one.duty.after)
            for one in advice.actions
        },
        advice.caution_codes(),
    )
