"""The words and facts that are joined to the flows by id: what `docs/_data` holds, as one value.

The build reads it from YAML (`handbook.data`) and ships it to the browser as JSON beside the logic, so both render from
the same value. Changing words here can never change a route.
"""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field

from pathways.calendar import Calendar


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One clause of a source, or one of the handbook's own lines, in our words.

    `force` is how the source words a duty or a prohibition: must, should, consider, may, or plain (a bare statement).
    `left_out` says why no page repeats the clause, `under` which note (an item of conflict) allows that for a duty.
    """

    place: str
    kind: str
    gist: str
    force: str | None = None
    left_out: str | None = None
    under: str | None = None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom to ring. `number` is as printed; `verified` is the day somebody last rang or confirmed it (ISO date).

    `online` is the address of a service that takes no calls. `scope` is "national" for one that serves the whole
    country and so stands apart from those of the area. `rule` must stand wherever the contact does, on paper too.
    """

    name: str
    number: str | None = None
    cites: tuple[str, ...] = ()
    online: str | None = None
    scope: str | None = None
    verified: datetime.date | None = None
    out_of_hours: str | None = None
    rule: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class NoteWords:
    """A note: what the source leaves open, says unsafely, or says of a time that is past.

    `kind` is a value of `model.NoteKind`. A note of what has changed gives its evidence, how sure that is (high,
    medium, low), the day it was looked at and, where known, since when it holds. `risk` says in which part of the
    register of changes it stands, where its kind and id do not.
    """

    kind: str
    title: str
    text: str
    clauses: tuple[str, ...] = ()
    since: str | None = None
    evidence: str | None = None
    confidence: str | None = None
    checked: datetime.date | None = None
    risk: str | None = None


@dataclass(frozen=True, kw_only=True)
class DutyWords:
    """An action or a caution in words.

    `provisional` are the words after "If" when it is given only because something is not known; `more` is a second,
    smaller line.
    """

    text: str
    more: str | None = None
    provisional: str | None = None


@dataclass(frozen=True, kw_only=True)
class OptionWords:
    """An option: its label, and `when`, the words that follow "If" where a duty depends on it."""

    label: str
    when: str | None = None


@dataclass(frozen=True, kw_only=True)
class QuestionWords:
    """A question: what is asked, a hint, why it is asked, and its options by id."""

    ask: str
    why: str
    options: Mapping[str, OptionWords]
    hint: str | None = None


@dataclass(frozen=True, kw_only=True)
class OutcomeWords:
    """An outcome: a heading that says what this is, and one or two sentences."""

    title: str
    summary: str


@dataclass(frozen=True, kw_only=True)
class FlowWords:
    """The words of one flow. Actions and cautions that it does not word itself are taken from the area's."""

    title: str
    entry: str
    questions: Mapping[str, QuestionWords] = field(default_factory=dict)
    outcomes: Mapping[str, OutcomeWords] = field(default_factory=dict)
    actions: Mapping[str, DutyWords] = field(default_factory=dict)
    cautions: Mapping[str, DutyWords] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    provisional: str | None = None


@dataclass(frozen=True, kw_only=True)
class AreaWords:
    """The words of an area: its name and status, who acts in it, and the duties that several flows word alike."""

    name: str
    actors: Mapping[str, str]
    actions: Mapping[str, DutyWords] = field(default_factory=dict)
    cautions: Mapping[str, DutyWords] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Interface:
    """The words of the tool itself, the same in every flow. Words in braces are filled in."""

    question_number: str
    question_of: str
    outcome_letter: str
    go_to: str
    continue_: str
    back: str
    change: str
    change_to: str
    restart: str
    clear: str
    print: str
    why_we_ask: str
    why: str
    why_notes: str
    because_answered: str
    because_also: str
    because_carried: str
    because_always: str
    because_through: str
    because_wait: str
    certain: str
    certain_here: str
    do_now: str
    do_not: str
    others: str
    later: str
    notes: str
    contacts: str
    your_answers: str
    decision_table_caption: str
    question: str
    answer: str
    any_answer: str
    then: str
    basis: str
    basis_stated: str
    basis_inferred: str
    basis_handbook: str
    if_: str
    or_: str
    and_: str
    not_known: str
    by: str
    ring: str
    when: str
    force: str
    force_must: str
    force_should: str
    force_consider: str
    force_may: str
    urgency_now: str
    urgency_today: str
    urgency_soon: str
    urgency_no_limit_printed: str
    limit: Mapping[str, str]
    limit_start: Mapping[str, str]
    no_start: str
    due: str
    due_working: str
    due_assumed: str
    due_expected: str
    due_over: str
    due_unknown: str
    dates: str
    dates_lead: str
    dates_working: str
    counted_from: str
    counted_from_now: str
    date: str
    time: str
    count: str
    date_bad: str
    date_future: str
    date_outside: str
    date_outside_now: str
    date_skipped: str
    record: str
    record_title: str
    record_lead: str
    record_print: str
    record_copy: str
    record_copied: str
    record_not_copied: str
    record_back: str
    record_text: str
    record_text_lead: str
    record_area: str
    record_tools: str
    record_advice: str
    record_urgency: str
    record_made: str
    record_counted: str
    record_edition: str
    record_logic: str
    record_made_unknown: str
    record_assumed: str
    record_number: str
    record_status: str
    record_by_hand: str
    record_lines: tuple[str, ...]
    record_beside: str
    record_clauses: str
    record_clauses_at: str
    changed: str
    changed_lines_came: str
    changed_lines_went: str
    changed_lines_altered: str
    changed_stays: str
    changed_nothing: str
    changed_answer: str
    changed_left_out: str
    changed_added: str
    changed_came: str
    changed_went: str
    changed_altered: str
    changed_terms: str
    changed_tell: str
    never_later: str
    wait: Mapping[str, str]
    unverified: str
    verified: str
    no_number: str
    out_of_hours: str
    out_of_hours_none: str
    contact: str
    number: str
    printed_at: str
    confirmed: str
    not_confirmed: str
    national_number: str
    no_number_printed: str
    goes_on: str
    several_true: str
    choose_any: str
    worksheet: str
    inferred_because: str
    note_information: str
    note_board_view: str
    note_gap: str
    note_conflict: str
    note_currency: str
    note_suppressed: str
    note_to_check: str
    note_evidence: str
    note_since: str
    choose_one: str
    bad_request: str
    unknown_flow: str
    unknown_answer: str
    not_reached: str
    done: str
    flowchart: str
    see_flowchart: str
    return_: str
    starting: str
    unavailable: str
    lost: str
    steps_label: str


@dataclass(frozen=True, kw_only=True)
class ReasonWords:
    """Why the areas differ in an act; `item` is the reading, an item of conflict, that it rests on."""

    item: str
    text: str


@dataclass(frozen=True, kw_only=True)
class SubjectWords:
    """A subject of comparison: its cases in words, and the acts that show the main differences."""

    cases: Mapping[str, str]
    differences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CompareWords:
    """The words of the comparison. `acts` names each action and caution; `empty` says why an area has none."""

    offer: str
    heading: str
    lead: str
    ring_999: str
    act: str
    why_differ: str
    yours: str
    others: str
    cautions: str
    step: str
    case: str
    answered: str
    not_told: str
    ends_in: str
    general: str
    empty: Mapping[str, str]
    main_differences: str
    acts: Mapping[str, str]
    reasons: Mapping[str, ReasonWords]
    subjects: Mapping[str, SubjectWords] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class GivenFact:
    """One fact of a case: the answer, and the words of the case that justify it."""

    answer: tuple[str, ...]
    words: str


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """A case as it is marked: the flow it begins in, the answers it supports, and the codes that are wrong for it."""

    entry: str
    given: Mapping[str, GivenFact] = field(default_factory=dict)
    not_expected: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TrainingWords:
    """The words of the exercises and of their marking. Words in braces are filled in."""

    case: str
    cases: str
    role: str
    for_roles: str
    real: str
    paper: str
    tool: str
    write: tuple[str, ...]
    work: str
    work_lead: str
    nothing_asked: str
    starting: str
    unavailable: str
    steps_label: str
    answer: str
    supported: str
    supported_nothing: str
    advice: str
    never: str
    never_lead: str
    limit: str
    mark: str
    exercise: str
    marked: str
    all_right: str
    count: str
    parted: str
    parted_answer: str
    parted_case: str
    not_parted: str
    forbidden: str
    missed: str
    too_far: str
    other_terms: str
    terms: str
    right: str
    judge: str
    back: str


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Which edition this is, so that what is printed can be traced.

    `name` and `paper` (not to rely on paper) are sentences. `logic` is a hash of the decision logic. `status` says of
    each area how its procedure stands: its date, what replaced it, whether this version is signed off.
    """

    name: str
    paper: str
    logic: str
    status: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Publication:
    """All words and facts of one edition.

    `nations` says whose bank holidays count in an area, `calendars` holds them by nation.
    `ringable` names the contacts ("area/id") that may be rung at a touch: 999, and numbers that were verified less
    than six months before the build. `exercises` holds the cases by id.
    """

    edition: Edition
    nations: Mapping[str, str]
    calendars: Mapping[str, Calendar]
    ringable: tuple[str, ...]
    interface: Interface
    areas: Mapping[str, AreaWords]
    flows: Mapping[str, FlowWords]
    clauses: Mapping[str, Clause]
    contacts: Mapping[str, Mapping[str, Contact]]
    notes: Mapping[str, NoteWords]
    compare: CompareWords
    training: TrainingWords
    exercises: Mapping[str, Exercise]

    def calendar(self, area: str) -> Calendar:
        """The calendar by which an area counts working days."""
        return self.calendars[self.nations[area]]

    def duty(self, flow: str, kind: str, code: str, by: str | None = None) -> DutyWords:
        """The words of a duty: the flow's own before the area's, "code by actor" before "code".

        `kind` is "actions" or "cautions". Raises KeyError when nobody words it.
        """
        area = self.areas[flow.split("/")[0]]
        keys = [f"{code} by {by}", code] if by else [code]
        for words in (self.flows[flow], area):
            for key in keys:
                if key in (found := getattr(words, kind)):
                    return typing.cast(DutyWords, found[key])
        raise KeyError(f"{flow}: nobody words {code}")


NATIONAL = "national"
"""The scope of a contact that serves the whole country."""

VERIFIED_FOR = datetime.timedelta(days=183)
"""How long a number counts as verified: less than six months."""


def is_ringable(contact: Contact, today: datetime.date) -> bool:
    """Whether the number may be offered for ringing: 999, or confirmed in the last six months."""
    if contact.number == "999":
        return True
    return contact.verified is not None and datetime.timedelta(0) <= today - contact.verified < VERIFIED_FOR


def to_plain(value: object) -> object:
    """A publication, or a part of it, as JSON holds it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            part.name: to_plain(getattr(value, part.name))
            for part in dataclasses.fields(value)
            if getattr(value, part.name) not in (None, (), {})
        }
    if isinstance(value, Mapping):
        return {str(key): to_plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def from_plain[T](kind: type[T], value: object) -> T:
    """The reverse of `to_plain`, for data that the build has checked."""
    return typing.cast(T, _from_plain(kind, value))


def _from_plain(kind: typing.Any, value: typing.Any) -> typing.Any:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{name: _from_plain(hints[name], part) for name, part in value.items()})
    if typing.get_origin(kind) is types.UnionType:
        kind = next(choice for choice in typing.get_args(kind) if choice is not type(None))
    if kind is datetime.date:
        return datetime.date.fromisoformat(value)
    if typing.get_origin(kind) is Mapping:
        return {key: _from_plain(typing.get_args(kind)[1], part) for key, part in value.items()}
    return tuple(value) if typing.get_origin(kind) is tuple else value
