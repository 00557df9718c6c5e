"""What must hold of an area's flows: structure, the safety rules, and that a graver answer never protects less.

Every check returns problems and never stops at the first. `handbook check` prints them; a problem fails the build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import product

from pathways.advice import Advice, advise
from pathways.citations import citations
from pathways.conditions import Is, holds
from pathways.model import (
    NONE,
    UNKNOWN,
    Action,
    Area,
    Caution,
    Duty,
    Exemption,
    Flow,
    NoteKind,
    Order,
    Question,
)
from pathways.paths import all_journeys, flow_conditions
from pathways.vocabulary import CLOCK_LIMITS, NEVER_WAIT, OUTSIDE_REPORTS, PROTECTIVE, REMOVAL, TELL_NOBODY, Basis
from pathways.walk import Walk


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong with an advice: in words, and as far as a case can say it, what the advice has to hold.

    `lacks` are codes of actions and cautions, `late` pairs of a time limit and the action that has to keep it.
    """

    words: str
    lacks: frozenset[str] = frozenset()
    late: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class CounterExample:
    """A journey that breaks a rule, and how."""

    walk: Walk
    fault: Fault
    rule: str


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something wrong in a flow. `name` is the id or code to look for in the flow's file.

    `shown_by` is the journey that shows it, where a journey does.
    """

    flow: str
    name: str
    what: str
    instead: str
    shown_by: CounterExample | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True)
class Journey:
    """A complete walk with its advice, computed once for all checks."""

    walk: Walk
    advice: Advice

    @cached_property
    def answers(self) -> dict[str, frozenset[str]]:
        """The answers of the reader."""
        return self.walk.answers()

    @cached_property
    def protection(self) -> frozenset[object]:
        """What of the advice must not weaken, in a form that is quick to compare: equal parts are equally strong."""
        acts = (given.duty for given in self.advice.actions if given.duty.code in PROTECTIVE)
        return self.advice.caution_codes() | {
            (act.key, act.force, frozenset(limit.code for limit in act.within), act.after) for act in acts
        }


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What was proved over an area: the counts that the site publishes, and the problems (none, or no build)."""

    flows: int
    journeys: int
    comparisons: int
    exemptions_used: tuple[Exemption, ...]
    problems: tuple[Problem, ...]


@cache
def prove(area: Area) -> Proof:
    """Check the structure and, when it stands, every safety rule on every journey of the area.

    An area never changes, so each is proved once, however many ask: the check, and the page that tells of it.
    """
    problems = list(structure(area))
    if problems:
        return Proof(flows=len(area.flows), journeys=0, comparisons=0, exemptions_used=(), problems=tuple(problems))
    journeys = [Journey(walk=walk, advice=advise(walk)) for walk in all_journeys(area)]
    problems += safety(area, journeys)
    problems += idle(area, journeys)
    problems += closed_upwards(area)
    compared = monotone(area, journeys)
    unused = [exemption for exemption in area.exemptions if exemption not in compared.exemptions_used]
    problems += compared.problems
    problems += [
        Problem(
            flow=exemption.flow,
            name=exemption.code,
            what=f"the exception for {exemption.code} at {exemption.question} is never used",
            instead="delete it",
        )
        for exemption in unused
    ]
    return Proof(
        flows=len(area.flows),
        journeys=len(journeys),
        comparisons=compared.comparisons,
        exemptions_used=tuple(compared.exemptions_used),
        problems=tuple(problems),
    )


def case(walk: Walk) -> str:
    """A walk as the command that shows it again."""
    answers = " ".join(f"--answer {step.question.id}={','.join(sorted(step.answer))}" for step in walk.asked())
    return f"handbook advise {walk.flow.id} {answers}".rstrip()


# --- structure ---------------------------------------------------------------------------------------------------


def structure(area: Area) -> Iterator[Problem]:
    """Dead ends, unreachable nodes, circles, and names that nothing bears."""
    options: dict[str, frozenset[str]] = {}
    for flow in area.flows:
        for question in flow.questions:
            known = options.setdefault(question.id, frozenset(question.all_options))
            if known != frozenset(question.all_options):
                yield Problem(
                    flow=flow.id,
                    name=question.id,
                    what=f"question {question.id} has other options here than in another flow",
                    instead="give the same fact the same options, or the question another id",
                )
    flows = {flow.id: flow for flow in area.flows}
    for flow in area.flows:
        yield from _dead_ends(flow)
        yield from _listed_as_routed(flow)
        yield from _reachable(flow)
        yield from _conditions_known(flow, options)
        yield from _goings_on_known(flow, flows)
        yield from _no_circle_of_waiting(flow)


def _dead_ends(flow: Flow) -> Iterator[Problem]:
    ids = {question.id for question in flow.questions} | {outcome.id for outcome in flow.outcomes}
    if flow.start not in ids:
        yield Problem(
            flow=flow.id,
            name=flow.start,
            what=f"starts at {flow.start}, which is neither a question nor an outcome of it",
            instead=f"start at one of {', '.join(sorted(ids))}",
        )
    for question in flow.questions:
        for route in question.routes:
            if route.to not in ids:
                yield Problem(
                    flow=flow.id,
                    name=route.to,
                    what=f"question {question.id} leads to {route.to}, which is neither a question nor an outcome",
                    instead=f"lead it to one of {', '.join(sorted(ids))}",
                )
        without = [answer for answer in question.answers() if not any(route.takes(answer) for route in question.routes)]
        if without:
            yield Problem(
                flow=flow.id,
                name=question.id,
                what=f"question {question.id} is a dead end for the answer {','.join(sorted(without[0]))}",
                instead="add a route for it, or end its routes with OTHERWISE",
            )


def _listed_as_routed(flow: Flow) -> Iterator[Problem]:
    """On paper a reader of a checklist takes the first true option: it must lead where all true options lead."""
    for question in flow.questions:
        if question.is_checklist:
            taken = [[route.takes(frozenset({option})) for route in question.routes] for option in question.options]
            places = [takes.index(True) for takes in taken if True in takes]
            if places != sorted(places):
                yield Problem(
                    flow=flow.id,
                    name=question.id,
                    what=f"question {question.id} lists its options in another order than its routes take them",
                    instead="list first the options of the first route, then those of the second, and so on",
                )


def _reachable(flow: Flow) -> Iterator[Problem]:
    reached, waiting, path = set[str](), [(flow.start, frozenset[str]())], False
    while waiting:
        node, behind = waiting.pop()
        if node in behind:
            path = True
            continue
        reached.add(node)
        if question := flow.question(node):
            waiting += [(route.to, behind | {node}) for route in question.routes]
    if path:
        yield Problem(
            flow=flow.id, name=flow.start, what="the routes run in a circle", instead="lead every route to an outcome"
        )
    for node in [question.id for question in flow.questions] + [outcome.id for outcome in flow.outcomes]:
        if node not in reached:
            yield Problem(
                flow=flow.id,
                name=node,
                what=f"{node} is never reached",
                instead="give it a route from a question, or delete it",
            )


def _conditions_known(flow: Flow, options: dict[str, frozenset[str]]) -> Iterator[Problem]:
    for condition in flow_conditions(flow):
        for part in condition.parts():
            if strange := part.options - options.get(part.question, frozenset()):
                yield Problem(
                    flow=flow.id,
                    name=part.question,
                    what=f"a condition names {part.question}={','.join(sorted(strange))}, which no question offers",
                    instead=f"use one of {', '.join(sorted(options.get(part.question, options.keys())))}",
                )


def _goings_on_known(flow: Flow, flows: dict[str, Flow]) -> Iterator[Problem]:
    for onward in flow.goes_on:
        target = flows.get(onward.flow)
        if target is None:
            yield Problem(
                flow=flow.id,
                name=onward.flow,
                what=f"goes on to {onward.flow}, which is no flow of this area",
                instead=f"use one of {', '.join(sorted(flows))}",
            )
            continue
        for fact, answer in onward.given.items():
            question = target.question(fact)
            if question is None or not question.allows(answer):
                yield Problem(
                    flow=flow.id,
                    name=onward.flow,
                    what=f"hands on {fact}={','.join(sorted(answer))}, which {onward.flow} cannot take",
                    instead="hand on a question of that flow with one of its options",
                )


def _no_circle_of_waiting(flow: Flow) -> Iterator[Problem]:
    waits: dict[str, set[str]] = defaultdict(set)
    for duty in flow.all_duties():
        if isinstance(duty, Action):
            waits[duty.code] |= duty.after
    for code in waits:
        seen, waiting = set[str](), list(waits[code])
        while waiting:
            other = waiting.pop()
            if other == code:
                yield Problem(
                    flow=flow.id,
                    name=code,
                    what=f"{code} waits for itself",
                    instead="take one of the after= out of the circle",
                )
                break
            if other not in seen:
                seen.add(other)
                waiting += waits.get(other, set())


# --- citations ---------------------------------------------------------------------------------------------------


def resolve(area: Area, clauses: Collection[str], notes: Collection[str], contacts: Collection[str]) -> list[Problem]:
    """Citations, notes and contacts that their registers do not hold."""
    problems = []
    for flow in area.flows:
        for name, citation in citations(flow):
            if citation.clause not in clauses:
                problems.append(
                    Problem(
                        flow=flow.id,
                        name=citation.clause,
                        what=f"{name} cites {citation.clause}, which is in no register",
                        instead="add the clause to docs/_data/clauses, or cite one that stands there",
                    )
                )
            if citation.item and citation.item not in notes:
                problems.append(
                    Problem(
                        flow=flow.id,
                        name=citation.item,
                        what=f"{name} is inferred for the reason {citation.item}, which is not in docs/_data/notes.yml",
                        instead="add the reason there, or name one that stands there",
                    )
                )
        for note in flow.all_notes():
            if note.id not in notes:
                problems.append(
                    Problem(
                        flow=flow.id,
                        name=note.id,
                        what=f"shows the note {note.id}, which is not in docs/_data/notes.yml",
                        instead="add the note there",
                    )
                )
        for duty in flow.all_duties():
            if isinstance(duty, Action) and duty.contact and duty.contact not in contacts:
                problems.append(
                    Problem(
                        flow=flow.id,
                        name=duty.code,
                        what=f"{duty.code} names the contact {duty.contact}, which docs/_data/contacts does not hold",
                        instead=f"use one of {', '.join(sorted(contacts))}",
                    )
                )
    return problems


# --- safety ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One safety rule. `broken` tells what is wrong with a journey, or nothing."""

    words: str
    broken: Callable[[Area, Walk, Advice], Fault | None]


def _needs(signal: str, codes: Callable[[Area], Collection[str]]) -> Callable[[Area, Walk, Advice], Fault | None]:
    def broken(area: Area, walk: Walk, advice: Advice) -> Fault | None:
        condition = getattr(area.signals, signal)
        if condition is None or not holds(condition, walk.facts):
            return None
        missing = frozenset(codes(area)) - advice.action_codes() - advice.caution_codes()
        return Fault(words=f"lacks {', '.join(sorted(missing))}", lacks=missing) if missing else None

    return broken


def _ends_in_something_to_do(area: Area, walk: Walk, advice: Advice) -> Fault | None:
    own = [given.duty for given in advice.actions[1:]]
    if not own:
        return Fault(words="ends with nothing to do")
    from_source = [duty for duty in own if any(cite.basis is not Basis.HANDBOOK for cite in duty.cites)]
    if not from_source and not any(note.kind is NoteKind.GAP for note in advice.notes):
        return Fault(words="gives only the handbook's own actions without saying that the source has a gap")
    return None


def _emergency_first(area: Area, walk: Walk, advice: Advice) -> Fault | None:
    first = advice.actions[0].duty.code
    return None if first == "emergency-999" else Fault(words="does not begin with the 999 line")


def _nothing_delays_protection(area: Area, walk: Walk, advice: Advice) -> Fault | None:
    late = [given.duty.code for given in advice.actions if given.duty.code in NEVER_WAIT and given.duty.after]
    return Fault(words=f"makes {', '.join(late)} wait") if late else None


def _evidence_before_removal(area: Area, walk: Walk, advice: Advice) -> Fault | None:
    if "police" not in advice.action_codes():
        return None
    early = [
        given.duty.code
        for given in advice.actions
        if (given.duty.code in REMOVAL and not given.duty.after & {"evidence-captured", "police-advise"})
        or (
            given.duty.code in OUTSIDE_REPORTS
            and not given.duty.after & {"first-report-made", "police-advise", "evidence-captured"}
        )
    ]
    return Fault(words=f"lets {', '.join(early)} come before the police have advised") if early else None


def _parents_after_police(area: Area, walk: Walk, advice: Advice) -> Fault | None:
    if not advice.caution_codes() & TELL_NOBODY:
        return None
    early = [
        given
        for given in advice.actions
        if given.duty.code == "parents-involved" and "police-agree" not in given.duty.after
    ]
    return Fault(words="tells parents while nobody may be told") if early else None


RULES: tuple[Rule, ...] = (
    Rule(
        words="Every journey ends with something to do, and says so when the source gives nothing.",
        broken=_ends_in_something_to_do,
    ),
    Rule(words="The 999 line is the first action of every journey.", broken=_emergency_first),
    Rule(
        words="Police, Children's Social Care, the LADO and 999 never wait for anything.",
        broken=_nothing_delays_protection,
    ),
    Rule(
        words="An adult with images, or any suspected offence, always goes to the police.",
        broken=_needs("adult_or_offence", lambda area: {"police"}),
    ),
    Rule(
        words="A child who is or may be at risk is always referred to social care.",
        broken=_needs("child_at_risk", lambda area: {"childrens-social-care"}),
    ),
    Rule(
        words="Images and messages are always left as they are: kept safe, not deleted, not copied or sent.",
        broken=_needs("images_or_messages", lambda area: {"preserve-evidence", "do-not-delete", "do-not-copy-or-send"}),
    ),
    Rule(
        words="A concern about someone who works with children always takes the area's allegations route, and that"
        " person is not alerted.",
        broken=_needs("colleague", lambda area: area.signals.allegations_route | {"do-not-alert-suspect"}),
    ),
    Rule(
        words="Content comes down, and sites, CEOP and the IWF are told, only after the police.",
        broken=_evidence_before_removal,
    ),
    Rule(
        words="Where somebody must not be alerted or told, parents are told only once the police agree.",
        broken=_parents_after_police,
    ),
)


def safety(area: Area, journeys: Iterable[Journey]) -> Iterator[Problem]:
    """Every rule on every journey; a broken one comes with the case that shows it."""
    for journey in journeys:
        for rule in RULES:
            if wrong := rule.broken(area, journey.walk, journey.advice):
                yield Problem(
                    flow=journey.walk.flow.id,
                    name=journey.walk.here.flow.id,
                    what=f"a journey {wrong.words}: {case(journey.walk)}",
                    instead=f"mend the duties of its flows; the rule: {rule.words}",
                    shown_by=CounterExample(walk=journey.walk, fault=wrong, rule=rule.words),
                )


def idle(area: Area, journeys: Sequence[Journey]) -> Iterator[Problem]:
    """Duties, notes, goings-on and parts of conditions that no journey ever brings to hold."""
    held: set[int] = set()
    for journey in journeys:
        facts = journey.walk.facts
        for passage in journey.walk.passages:
            own = passage.outcome
            for part in (
                *passage.flow.duties,
                *passage.flow.notes,
                *passage.flow.goes_on,
                *(own.duties + own.notes if own else ()),
            ):
                if id(part) not in held and holds(part.when, facts):
                    held.add(id(part))
    for flow in area.flows:
        for part in (*flow.all_duties(), *flow.all_notes(), *flow.goes_on):
            if id(part) not in held:
                name = part.code if isinstance(part, Action | Caution) else getattr(part, "id", flow.id)
                yield Problem(
                    flow=flow.id,
                    name=str(name),
                    what=f"{name} is never given: no journey makes its condition hold",
                    instead="mend the condition or delete it",
                )


# --- a graver answer never protects less ----------------------------------------------------------------------------

GRAVER = "A graver answer never protects less than a milder one."


def closed_upwards(area: Area) -> Iterator[Problem]:
    """A protective duty that holds for an answer holds for every graver one, "I don't know" included.

    Duties of the same act that depend on one question alone are read together.
    """
    questions = {question.id: question for flow in area.flows for question in flow.questions}
    for flow in area.flows:
        together: dict[tuple[object, str], set[str]] = defaultdict(set)
        names: dict[tuple[object, str], Duty] = {}
        for duty in flow.all_duties():
            if duty.code not in PROTECTIVE or duty.when is None:
                continue
            act = duty.key if isinstance(duty, Action) else duty.code
            parts = list(duty.when.parts())
            for part in parts:
                alone = isinstance(duty.when, Is)
                spot: tuple[object, str] = (act if alone else (act, id(part)), part.question)
                together[spot] |= part.options
                names[spot] = duty
        for spot, options in together.items():
            question = questions[spot[1]]
            if missing := _graver_than(question, options) - options:
                duty = names[spot]
                yield Problem(
                    flow=flow.id,
                    name=duty.code,
                    what=f"{duty.code} holds for {question.id}={','.join(sorted(options))}"
                    f" but not for the graver {','.join(sorted(missing))}",
                    instead="add the graver options to its condition",
                )


def _graver_than(question: Question, options: Collection[str]) -> set[str]:
    graver: set[str] = {UNKNOWN} if question.unknown else set()
    if question.order is Order.SCALE:
        ranks = [question.options.index(option) for option in options if option in question.options]
        graver |= set(question.options[min(ranks) :]) if ranks else set()
    elif question.order is Order.CHECKLIST and NONE in options:
        graver |= set(question.options)
    return graver


@dataclass(kw_only=True)
class Comparison:
    """What comparing the journeys of an area came to."""

    comparisons: int = 0
    exemptions_used: list[Exemption] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def monotone(area: Area, journeys: Sequence[Journey]) -> Comparison:
    """Compare each journey with those that differ from it by one graver answer.

    Facts that were handed on do not count as agreed. Both journeys may go on differently after the answer; they are
    compared when they agree on every other question asked in both. Up to the answer they ask the same questions, so
    only journeys that came to the question by the same answers can agree.
    """
    result = Comparison()
    forks: dict[tuple[object, ...], dict[frozenset[str], list[Journey]]] = defaultdict(lambda: defaultdict(list))
    for journey in journeys:
        way: tuple[object, ...] = (journey.walk.flow.id,)
        for step in journey.walk.asked():
            forks[*way, step.question][step.answer].append(journey)
            way = (*way, step.question, step.answer)
    for way, taken in forks.items():
        question = way[-1]
        assert isinstance(question, Question)
        for less, milder in taken.items():
            for more, graver in taken.items():
                if not is_next_graver(question, less, more):
                    continue
                for one, other in product(milder, graver):
                    if _agree(one.answers, other.answers, question.id):
                        result.comparisons += 1
                        _compare(area, question, one, other, result)
    return result


def is_next_graver(question: Question, less: frozenset[str], more: frozenset[str]) -> bool:
    """Whether `more` is a next graver answer than `less`; "I don't know" is graver than every other answer."""
    if less == more or less == {UNKNOWN}:
        return False
    if more == {UNKNOWN}:
        return True
    if question.order is Order.NOMINAL:
        return False
    if question.order is Order.SCALE:
        (low,), (high,) = less, more
        return question.options.index(high) == question.options.index(low) + 1
    if more == {NONE}:
        return False
    return len(more) == 1 if less == {NONE} else less < more and len(more) == len(less) + 1


def _agree(first: dict[str, frozenset[str]], second: dict[str, frozenset[str]], but: str) -> bool:
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    return all(large.get(question, answer) == answer for question, answer in small.items() if question != but)


def _compare(area: Area, question: Question, less: Journey, more: Journey, result: Comparison) -> None:
    if less.protection <= more.protection:
        return
    for code, wrong in _weaker(less.advice, more.advice):
        exemption = next(
            (
                exemption
                for exemption in area.exemptions
                if (exemption.flow, exemption.question, exemption.code) == (less.walk.flow.id, question.id, code)
            ),
            None,
        )
        if exemption:
            if exemption not in result.exemptions_used:
                result.exemptions_used.append(exemption)
            continue
        result.problems.append(
            Problem(
                flow=less.walk.flow.id,
                name=code,
                what=f"a graver answer to {question.id} {wrong.words}: {case(less.walk)} against {case(more.walk)}",
                instead="give the duty on the graver answer too, or name a reviewed Exemption in the area",
                shown_by=CounterExample(walk=more.walk, fault=wrong, rule=GRAVER),
            )
        )


def _weaker(less: Advice, more: Advice) -> Iterator[tuple[str, Fault]]:
    """What the advice `more` lacks of the protection of `less`, by code."""
    graver = {given.duty.key: given.duty for given in more.actions}
    for given in less.actions:
        if given.duty.code in PROTECTIVE:
            fault = _weakened(given.duty, graver.get(given.duty.key))
            if fault is not None:
                # Another may still do the act: then a case, which knows acts alone, sees nothing missing.
                yield given.duty.code, replace(fault, lacks=fault.lacks - more.action_codes())
    for code in sorted(less.caution_codes() - more.caution_codes()):
        yield code, Fault(words=f"loses {code}", lacks=frozenset({code}))


def _weakened(old: Action, new: Action | None) -> Fault | None:
    """How an act protects less than it did, or nothing."""
    if new is None:
        return Fault(words=f"loses {old.code} (by {old.by})", lacks=frozenset({old.code}))
    if new.force < old.force:
        return Fault(words=f"weakens {old.code} from {old.force.name.lower()} to {new.force.name.lower()}")
    if _clock(new) > _clock(old):
        return Fault(words=f"gives more time for {old.code}", late=((CLOCK_LIMITS[_clock(old)], old.code),))
    if lost := {limit.code for limit in old.within} - {limit.code for limit in new.within} - set(CLOCK_LIMITS):
        return Fault(
            words=f"loses the limit {', '.join(sorted(lost))} of {old.code}",
            late=tuple((limit, old.code) for limit in sorted(lost)),
        )
    if old.code in NEVER_WAIT and new.after - old.after:
        return Fault(words=f"makes {old.code} wait")
    return None


def _clock(action: Action) -> int:
    clocks = [CLOCK_LIMITS.index(limit.code) for limit in action.within if limit.code in CLOCK_LIMITS]
    return min(clocks, default=len(CLOCK_LIMITS))
