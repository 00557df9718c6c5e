"""What a flow is made of: frozen values with declared routes. Chart, table, paths, proof and page read this one thing.

Every part cites the clause it rests on; without a citation it cannot be constructed. Words and contacts are not here:
they stand in `docs/_data` and are joined by id (see `publication.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pathways.conditions import Condition
from pathways.vocabulary import (
    ACTIONS,
    ACTORS,
    CAUTIONS,
    DATED,
    EVENTS,
    LIMITS,
    NEVER_WAIT,
    STARTS,
    YOU,
    Basis,
    Force,
    Urgency,
)

UNKNOWN = "unknown"
"""The option "I don't know". No question has it but where the reader may really not know."""

NONE = "none"
"""The option "none of these" of a checklist: nothing ticked, said aloud."""


class FlowError(ValueError):
    """A flow is put together wrongly. The message says what is wrong and what to write instead."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """The clause a line rests on.

    `basis` says whether the clause states it, whether it is read out of the clause (then `item` names the note that
    says why, in `docs/_data/notes.yml`), or whether the handbook adds it (clause ids that start with HB-).
    """

    clause: str
    basis: Basis
    item: str | None = None

    def __post_init__(self) -> None:
        if (self.basis is Basis.INFERRED) != (self.item is not None):
            raise FlowError(
                f"{self.clause}: an inferred citation names the note that says why, and only that kind does"
            )
        if (self.basis is Basis.HANDBOOK) != self.clause.startswith("HB-"):
            raise FlowError(f"{self.clause}: ids of the handbook's own lines start with HB-, ids of a source never do")


type Citations = tuple[Citation, ...]


def stated(*clauses: str) -> Citations:
    """Citations of clauses that say just this."""
    return tuple(Citation(clause=clause, basis=Basis.STATED) for clause in clauses)


def inferred(item: str, *clauses: str) -> Citations:
    """Citations of clauses from which this is read; `item` is the note that gives the reason."""
    return tuple(Citation(clause=clause, basis=Basis.INFERRED, item=item) for clause in clauses)


def handbook(*clauses: str) -> Citations:
    """Citations of the handbook's own register: lines that no source prints."""
    return tuple(Citation(clause=clause, basis=Basis.HANDBOOK) for clause in clauses)


def is_stated(cites: Iterable[Citation]) -> bool:
    """Whether any clause of a source says just this."""
    return any(citation.basis is Basis.STATED for citation in cites)


def _cited(what: str, cites: Citations) -> None:
    if not cites:
        raise FlowError(f"{what} cites no clause; add cites=stated(...), inferred(...) or handbook(...)")


def _known(what: str, code: str, codes: Iterable[str]) -> None:
    if code not in codes:
        raise FlowError(f"{what}: {code!r} is not in vocabulary.py; use a code from there or add it there")


@dataclass(frozen=True, kw_only=True)
class Start:
    """From when a limit counts, and the clause that says so."""

    code: str
    cites: Citations

    def __post_init__(self) -> None:
        _known("start", self.code, STARTS)
        _cited(f"start {self.code}", self.cites)


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A time limit as a source prints it. Without `counts_from` the source gives no start and no date is computed."""

    code: str
    cites: Citations
    counts_from: Start | None = None

    def __post_init__(self) -> None:
        _known("limit", self.code, LIMITS)
        _cited(f"limit {self.code}", self.cites)
        if self.counts_from and self.code not in DATED:
            raise FlowError(f"limit {self.code} ends on no day, so it has no start: take out counts_from=")


@dataclass(frozen=True, kw_only=True)
class Action:
    """Something to be done, by the reader or by another body.

    `when` says in which cases (None: always). `contact` is an id of the area's contacts. `after` lists codes of other
    actions, or events, that come first. `for_whom` keeps apart the same act for different people.
    """

    code: str
    cites: Citations
    when: Condition | None = None
    by: str = YOU
    for_whom: str | None = None
    force: Force = Force.MUST
    contact: str | None = None
    within: tuple[Limit, ...] = ()
    after: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        _known("action", self.code, ACTIONS)
        _known(f"action {self.code}, by", self.by, ACTORS)
        _cited(f"action {self.code}", self.cites)
        for code in self.after:
            _known(f"action {self.code}, after", code, EVENTS | ACTIONS.keys())
        if self.after and self.code in NEVER_WAIT:
            raise FlowError(f"action {self.code} never waits: take out after={sorted(self.after)}")

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What makes two actions the same act: the code, who acts, and for whom."""
        return (self.code, self.by, self.for_whom)


@dataclass(frozen=True, kw_only=True)
class Caution:
    """Something that must not be done, and in which cases (None: always)."""

    code: str
    cites: Citations
    when: Condition | None = None

    def __post_init__(self) -> None:
        _known("caution", self.code, CAUTIONS)
        _cited(f"caution {self.code}", self.cites)

    @property
    def key(self) -> str:
        """What makes two cautions the same: the code."""
        return self.code


type Duty = Action | Caution


class NoteKind(StrEnum):
    """What a note tells the reader."""

    INFORMATION = "information"
    BOARD_VIEW = "board-view"
    GAP = "gap"
    CONFLICT = "conflict"
    CURRENCY = "currency"
    SUPPRESSED = "suppressed"
    """A line of the source that the handbook does not repeat as advice, with the reason."""
    TO_CHECK = "to-check"
    """A change that is believed, and that nobody has seen evidence of."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """A remark shown with an outcome; its words stand in `docs/_data/notes.yml` under `id`."""

    id: str
    kind: NoteKind
    when: Condition | None = None


class Order(StrEnum):
    """How the answers of a question compare, for the rule that a graver answer never protects less."""

    SCALE = "scale"
    """Listed from the least to the gravest."""
    CHECKLIST = "checklist"
    """Any of several may be ticked; more ticks are graver."""
    NOMINAL = "nominal"
    """Not comparable; the question says why."""


class Otherwise:
    """The answer of a last route: whatever the routes before it did not take."""

    def __repr__(self) -> str:
        return "OTHERWISE"


OTHERWISE = Otherwise()


@dataclass(frozen=True, kw_only=True)
class Route:
    """Where an answer leads: taken when any of `options` was chosen. `to` is a question or an outcome of the flow."""

    options: frozenset[str] | Otherwise
    to: str
    cites: Citations

    def __post_init__(self) -> None:
        _cited(f"route to {self.to}", self.cites)

    def takes(self, answer: frozenset[str]) -> bool:
        """Whether this route is taken for `answer`."""
        return isinstance(self.options, Otherwise) or not self.options.isdisjoint(answer)

    @property
    def is_inferred(self) -> bool:
        """Whether no source states this arrow."""
        return not is_stated(self.cites)


def route(options: Iterable[str] | Otherwise, to: str, cites: Citations) -> Route:
    """Shorthand for a `Route`; `options` is a set of option ids or OTHERWISE."""
    return Route(options=options if isinstance(options, Otherwise) else frozenset(options), to=to, cites=cites)


@dataclass(frozen=True, kw_only=True, eq=False)
class Question:
    """One question with its options and its routes.

    The id is a fact of the area: the same id in another flow is the same fact and is not asked twice in a journey.
    `unknown` offers "I don't know"; a checklist also offers "none of these". Routes look at this answer alone.
    """

    id: str
    options: tuple[str, ...]
    routes: tuple[Route, ...]
    cites: Citations
    order: Order = Order.SCALE
    unknown: bool = True
    reason: str = ""
    """Why the answers don't compare (nominal), or why "I don't know" is not offered."""

    def __post_init__(self) -> None:
        what = f"question {self.id}"
        _cited(what, self.cites)
        if reserved := {NONE, UNKNOWN} & set(self.options):
            raise FlowError(f"{what}: {sorted(reserved)} are added by the model; leave them out of options")
        if len(set(self.options)) != len(self.options) or len(self.options) < 2:
            raise FlowError(f"{what}: needs two options or more, each once")
        if (self.order is Order.NOMINAL or not self.unknown) and not self.reason:
            raise FlowError(f"{what}: say in reason= why its answers don't compare or why nobody can be unsure")
        for place, a_route in enumerate(self.routes):
            if isinstance(a_route.options, Otherwise):
                if place != len(self.routes) - 1:
                    raise FlowError(f"{what}: OTHERWISE must be the last route")
            elif strange := a_route.options - set(self.all_options):
                raise FlowError(f"{what}: route to {a_route.to} names unknown options {sorted(strange)}")

    @property
    def is_checklist(self) -> bool:
        """Whether several options may be chosen."""
        return self.order is Order.CHECKLIST

    @property
    def all_options(self) -> tuple[str, ...]:
        """Every option that a reader may choose, in the order shown."""
        nobody = (NONE,) if self.is_checklist else ()
        return self.options + nobody + ((UNKNOWN,) if self.unknown else ())

    def answers(self, options: Iterable[str] | None = None) -> tuple[frozenset[str], ...]:
        """Every possible answer; with `options`, only those made of these (for equal options, one stands in)."""
        chosen = [option for option in self.options if options is None or option in set(options)]
        singles = tuple(frozenset({option}) for option in self.all_options)
        if not self.is_checklist:
            return tuple(answer for answer in singles if options is None or answer <= set(options))
        subsets: list[frozenset[str]] = [frozenset()]
        for option in chosen:
            subsets += [subset | {option} for subset in subsets]
        subsets.sort(key=lambda subset: (len(subset), [self.options.index(o) for o in self.options if o in subset]))
        rest = tuple(a for a in singles if a <= {NONE, UNKNOWN} and (options is None or a <= set(options)))
        return tuple(subset for subset in subsets if subset) + rest

    def allows(self, answer: frozenset[str]) -> bool:
        """Whether `answer` is one that a reader can give."""
        if not answer or not answer <= set(self.all_options):
            return False
        return len(answer) == 1 or (self.is_checklist and answer.isdisjoint({NONE, UNKNOWN}))

    def route_for(self, answer: frozenset[str]) -> Route:
        """The route that `answer` takes: the first that fits."""
        return next(a_route for a_route in self.routes if a_route.takes(answer))

    def next(self, answer: frozenset[str]) -> str:
        """The question or outcome that `answer` leads to."""
        return self.route_for(answer).to

    def options_of(self, a_route: Route) -> tuple[str, ...]:
        """The options that take a route when chosen alone."""
        return tuple(option for option in self.all_options if self.route_for(frozenset({option})) is a_route)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of a worksheet; its words stand under `id`."""

    id: str
    cites: Citations

    def __post_init__(self) -> None:
        _cited(f"worksheet item {self.id}", self.cites)


@dataclass(frozen=True, kw_only=True)
class Worksheet:
    """Points to work through, without routes and without a score: ticked on screen, printed as a form."""

    id: str
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    """(section id, items), in source order."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An end of a flow.

    `duties` and `notes` are those that belong to this end alone; `worksheet` is worked through there.
    """

    id: str
    urgency: Urgency
    cites: Citations
    duties: tuple[Duty, ...] = ()
    notes: tuple[Note, ...] = ()
    worksheet: Worksheet | None = None

    def __post_init__(self) -> None:
        _cited(f"outcome {self.id}", self.cites)


@dataclass(frozen=True, kw_only=True, eq=False)
class GoesOn:
    """The flow also continues in another flow.

    `given` hands on facts that this case already implies, so that nothing is asked twice in other words; where
    something is not known, hand on the gravest.
    """

    flow: str
    cites: Citations
    when: Condition | None = None
    given: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _cited(f"going on to {self.flow}", self.cites)


def given(**facts: str) -> dict[str, frozenset[str]]:
    """Facts to hand on, one option each; an underscore in a name stands for a hyphen."""
    return {question.replace("_", "-"): frozenset({option}) for question, option in facts.items()}


@dataclass(frozen=True, kw_only=True, eq=False)
class Flow:
    """One decision flow of one area. `id` is "area/flow"; `start` is a question or, where nothing is asked, an outcome.

    `cites` are the clauses that say when the flow applies. `duties` stand in source order.
    """

    id: str
    start: str
    cites: Citations
    outcomes: tuple[Outcome, ...]
    questions: tuple[Question, ...] = ()
    duties: tuple[Duty, ...] = ()
    notes: tuple[Note, ...] = ()
    goes_on: tuple[GoesOn, ...] = ()

    def __post_init__(self) -> None:
        _cited(f"flow {self.id}", self.cites)
        ids = [question.id for question in self.questions] + [outcome.id for outcome in self.outcomes]
        if len(set(ids)) != len(ids):
            raise FlowError(f"{self.id}: two questions or outcomes have the same id")

    @property
    def area(self) -> str:
        """The id of the area."""
        return self.id.split("/")[0]

    @property
    def name(self) -> str:
        """The id without the area; the start of every fragment on the flow's page."""
        return self.id.split("/")[1]

    def question(self, node: str) -> Question | None:
        """The question with this id, or None when `node` is an outcome."""
        return next((question for question in self.questions if question.id == node), None)

    def outcome(self, node: str) -> Outcome:
        """The outcome with this id. Raises KeyError when there is none."""
        for outcome in self.outcomes:
            if outcome.id == node:
                return outcome
        raise KeyError(f"{self.id} has no outcome {node!r}")

    def all_duties(self) -> tuple[Duty, ...]:
        """The flow's duties and those of its outcomes, in source order."""
        return self.duties + tuple(duty for outcome in self.outcomes for duty in outcome.duties)

    def all_notes(self) -> tuple[Note, ...]:
        """The flow's notes and those of its outcomes."""
        return self.notes + tuple(note for outcome in self.outcomes for note in outcome.notes)


EMERGENCY = Action(code="emergency-999", cites=handbook("HB-01"), contact="emergency")
"""The first action of every advice. It is never a question: nobody should have to click before reading it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Signals:
    """What a case is about, said once for an area.

    It stands apart from the duties, so that the safety rules can catch a duty that was forgotten or dropped.
    `colleague` is None where an area's source has no route for someone who works with children and no question asks.
    """

    adult_or_offence: Condition
    child_at_risk: Condition
    images_or_messages: Condition
    colleague: Condition | None
    allegations_route: frozenset[str]
    """Codes of this area's route for a concern about someone who works with children."""


@dataclass(frozen=True, kw_only=True)
class Exemption:
    """A reviewed exception to the rule that a graver answer never protects less."""

    flow: str
    question: str
    code: str
    reason: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Area:
    """One area's flows with the facts that its safety rules look at."""

    id: str
    flows: tuple[Flow, ...]
    signals: Signals
    exemptions: tuple[Exemption, ...] = ()

    def flow(self, id: str) -> Flow:
        """The flow with this id. Raises KeyError when there is none."""
        for flow in self.flows:
            if flow.id == id:
                return flow
        raise KeyError(id)
