"""What `docs/_data` holds, read into one `Publication`, with the scenarios and the decision lines beside it."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from handbook.reader import Reader
from pathways.calendar import Calendar
from pathways.flows import AREAS, all_flows
from pathways.publication import (
    AreaWords,
    Clause,
    CompareWords,
    Contact,
    Edition,
    Exercise,
    FlowWords,
    Interface,
    NoteWords,
    Publication,
    TrainingWords,
    is_ringable,
)
from pathways.render.phrases import day

ROOT = Path(__file__).resolve().parents[2]
"""The root of the project."""

LOGIC = ROOT / "tools" / "pathways"
"""The decision logic."""

DATA = Path("docs/_data")
"""The words and facts, from the root of the project."""


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A time limit that a case expects, and the actions it binds."""

    code: str
    for_: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Scenario(Exercise):
    """A case, invented and neutral, with what the advice must and must not contain.

    `role` is the job of the person in the case, in words; `roles` are the ids of those whose pack the case is for.
    `front` is the way to it: the entry of the front page (`front.yml`), or "area" for the area's own page.
    """

    id: str
    role: str
    roles: tuple[str, ...]
    facts: str
    front: str
    area: str = ""
    expected: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    because: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forbidden_output: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Scenarios:
    """The cases of one area."""

    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, kw_only=True)
class Role:
    """Somebody with a pack of their own: what the role is called, and one line that says which jobs are meant."""

    id: str
    name: str
    who: str


@dataclass(frozen=True, kw_only=True)
class Roles:
    """All roles, in the order in which they are listed."""

    roles: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True)
class DecisionLine:
    """One step or branch that the source, read closely, contains; and where it went if no clause tells."""

    id: str
    basis: str
    text: str
    clauses: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecisionLines:
    """The decision lines of one area, in the order of its source."""

    lines: tuple[DecisionLine, ...]


@dataclass(frozen=True, kw_only=True)
class Survivor:
    """A change to a flow that nothing noticed: what was changed, and a case whose advice it changes."""

    flow: str
    what: str
    unnoticed_in: str


@dataclass(frozen=True, kw_only=True)
class MutantCount:
    """What became of an area's mutants: how many there were, changed no advice, or were noticed, and by what first."""

    mutants: int
    idle: int
    caught: Mapping[str, int] = field(default_factory=dict)
    survived: tuple[Survivor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mutants:
    """The last count of mutants, by area, and the hash of the logic that it was made of."""

    logic: str
    areas: Mapping[str, MutantCount]


@dataclass(frozen=True, kw_only=True)
class EditionWords:
    """What the edition is called, not to rely on paper, and the words that say how an area's version stands.

    `signed_off` has the holes {who}, {role} and {date}.
    """

    name: str
    paper: str
    not_signed_off: str
    signed_off: str


@dataclass(frozen=True, kw_only=True)
class Proclaimed:
    """The last year whose bank holidays somebody has seen proclaimed, what shows it, and when it was looked at."""

    year: int
    evidence: str
    checked: datetime.date


@dataclass(frozen=True, kw_only=True)
class HolidayRecord:
    """Bank holidays by nation (ISO date -> name), for the years `first` to `last`."""

    proclaimed: Proclaimed
    first: int
    last: int
    nations: Mapping[str, Mapping[str, str]]

    def calendar(self, nation: str) -> Calendar:
        """The calendar of a nation. Raises KeyError for one that the file does not hold."""
        return Calendar(
            first=self.first, last=self.last, proclaimed=self.proclaimed.year, holidays=self.nations[nation]
        )


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """Who signed the handbook's version of an area off, in which role, and when."""

    who: str
    role: str
    date: datetime.date


@dataclass(frozen=True, kw_only=True)
class AreaRecord:
    """An area's procedure as a document: what it is, what replaced it, its sections, and whether it is signed off.

    `sections` maps the beginning of a clause's place ("10.9.5") to the section's title, in the order of the source.
    `nation` is the one whose bank holidays count there.
    """

    source: str
    nation: str
    sections: Mapping[str, str]
    replaced: str | None = None
    sign_off: SignOff | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that may have happened, and the page of each area for it (area -> address, such as "tees/posted")."""

    id: str
    title: str
    help: str
    pages: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Front:
    """The front page: the words of the choice of an area, and what may have happened."""

    choose_area: str
    other_area: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Definition:
    """What one source says by a word, in our words, and the clauses that it rests on."""

    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Term:
    """One word of the glossary.

    `also` are other words for it, `meaning` is the handbook's own. `areas` holds the definitions of the sources that
    give one. `explain` are the spellings that pages explain where they first use them: few.
    """

    term: str
    meaning: str
    areas: Mapping[str, Definition]
    also: tuple[str, ...] = ()
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """The words of the handbook and of its sources, in alphabetical order."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything that was read. `publication` is None when a file could not be read: see the reader's troubles.

    `registers` holds the clauses by area, the handbook's own lines under "handbook", each in the order of its file.
    `roles` is empty when its file could not be read.
    """

    reader: Reader
    publication: Publication | None
    areas: Mapping[str, AreaRecord]
    registers: Mapping[str, Mapping[str, Clause]]
    front: Front | None
    glossary: Glossary | None
    roles: tuple[Role, ...]
    scenarios: Mapping[str, Scenarios]
    decisions: Mapping[str, DecisionLines]
    mutants: Mutants | None


def status(record: AreaRecord, words: EditionWords) -> str:
    """How an area's procedure stands: its date, what replaced it, and whether this version is signed off."""
    signed = words.not_signed_off
    if by := record.sign_off:
        signed = words.signed_off.format(who=by.who, role=by.role, date=day(by.date))
    return " ".join(part for part in (record.source, record.replaced, signed) if part)


@cache
def logic_hash() -> str:
    """The first twelve digits of a hash over every file of the decision logic: the same logic, the same hash."""
    made = hashlib.sha256()
    for path in sorted(LOGIC.rglob("*.py")):
        made.update(f"{path.relative_to(LOGIC).as_posix()}\n".encode() + path.read_bytes())
    return made.hexdigest()[:12]


def section_of(clause: Clause, sections: Mapping[str, str]) -> str | None:
    """The section of a source that a clause stands in: the key of `sections` that its place begins with."""
    return next((key for key in sections if re.match(rf"{re.escape(key)}(?!\d)", clause.place)), None)


def path_of(root: Path, *parts: str) -> Path:
    """One file of `docs/_data`: `parts` are its folders and its name without the ending."""
    return root / DATA / f"{'/'.join(parts)}.yml"


def load(root: Path = ROOT, today: datetime.date | None = None) -> Library:
    """Read all of `docs/_data` below `root`; problems are gathered in the library's reader, never raised."""
    reader = Reader(root)
    areas = [area.id for area in AREAS]
    interface = reader.read(Interface, path_of(root, "wording", "interface"))
    compare = reader.read(CompareWords, path_of(root, "wording", "compare"))
    training = reader.read(TrainingWords, path_of(root, "wording", "training"))
    area_words = {area: reader.read(AreaWords, path_of(root, "wording", area, "common")) for area in areas}
    flows = {flow.id: reader.read(FlowWords, path_of(root, "wording", flow.id)) for flow in all_flows()}
    clauses = {area: reader.read_register(Clause, path_of(root, "clauses", area)) for area in [*areas, "handbook"]}
    contacts = {area: reader.read_register(Contact, path_of(root, "contacts", area)) for area in areas}
    notes = reader.read_register(NoteWords, path_of(root, "notes"))
    records = {area: reader.read(AreaRecord, path_of(root, "areas", area)) for area in areas}
    scenarios = {area: reader.read(Scenarios, path_of(root, "scenarios", area)) for area in areas}
    decisions = {area: reader.read(DecisionLines, path_of(root, "decisions", area)) for area in areas}
    edition = reader.read(EditionWords, path_of(root, "edition"))
    holidays = reader.read(HolidayRecord, path_of(root, "holidays"))
    roles = reader.read(Roles, path_of(root, "roles"))
    publication = None
    if (
        interface
        and compare
        and training
        and edition
        and holidays
        and notes
        and not any(None in part.values() for part in (area_words, flows, clauses, contacts, records))
    ):
        publication = Publication(
            edition=Edition(
                name=edition.name,
                paper=edition.paper,
                logic=logic_hash(),
                status={area: status(record, edition) for area, record in records.items() if record},
            ),
            nations={area: record.nation for area, record in records.items() if record},
            calendars={nation: holidays.calendar(nation) for nation in holidays.nations},
            ringable=tuple(
                f"{area}/{id}"
                for area, register in contacts.items()
                for id, contact in (register or {}).items()
                if is_ringable(contact, today or datetime.date.today())
            ),
            interface=interface,
            areas={area: words for area, words in area_words.items() if words},
            flows={flow: words for flow, words in flows.items() if words},
            clauses={id: clause for register in clauses.values() if register for id, clause in register.items()},
            contacts={area: register for area, register in contacts.items() if register},
            notes=notes,
            compare=compare,
            training=training,
            exercises={
                case.id: Exercise(entry=case.entry, given=case.given, not_expected=case.not_expected)
                for cases in scenarios.values()
                if cases
                for case in cases.scenarios
            },
        )
    return Library(
        reader=reader,
        publication=publication,
        areas={area: record for area, record in records.items() if record},
        registers={area: register or {} for area, register in clauses.items()},
        front=reader.read(Front, path_of(root, "front")),
        glossary=reader.read(Glossary, path_of(root, "glossary")),
        roles=roles.roles if roles else (),
        scenarios={area: cases for area, cases in scenarios.items() if cases},
        decisions={area: lines for area, lines in decisions.items() if lines},
        mutants=reader.read(Mutants, path_of(root, "mutants")),
    )
