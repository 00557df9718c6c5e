"""The contacts, clauses and notes of an area in the review book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from handbook.chapters import Chapter
from handbook.contacts import HOURS, state
from handbook.coverage import Place, told
from handbook.data import AreaRecord, section_of
from handbook.register import OWN
from handbook.review_book.lines import RESTS_ON, TICK, Row, clause_link, is_own, listed, review_table, row
from handbook.review_book.numbers import Numbers, anchor
from pathways.model import EMERGENCY
from pathways.publication import NATIONAL, Clause, Contact, Publication
from pathways.render import duties
from pathways.render.html import Html, el, join

CONTACTS, CLAUSES, NOTES = "Contacts", "Clauses", "Notes"
CONTACT, REACH, NUMBER = "Contact", "Whom to ring", "Number as printed"
CLAUSE, OUR_WORDS, WENT, NOTES_ON = "Clause", "In our words", "Where it went", "Notes"
NOTE, SAYS = "Note", "What it says"
ABOUT = "On the clauses: "
RIGHT_NUMBER = "If another is right:"
PAGES = "Pages: {titles}"
LEFT_OUT = "Left out: {why}"


def contacts(publication: Publication, numbers: Numbers) -> Html:
    """Every contact with its number as printed, what is known of it, and room to write another."""
    rows = [_contact(publication, numbers, id) for id in numbers.contacts]
    return _part(CONTACTS, [review_table(CONTACTS, (CONTACT, REACH, NUMBER, RESTS_ON, TICK), rows, "review-contacts")])


def _contact(publication: Publication, numbers: Numbers, id: str) -> Row:
    area = numbers.area.id
    contact = publication.contacts[area][id]
    has_number = contact.number or contact.online
    said = [contact.rule, contact.note, contact.out_of_hours]
    return row(
        f"contact-{id}",
        numbers.contact(id),
        join(el("p", el("strong", contact.name)), *(el("p", words) for words in said if words)),
        join(
            el("p", duties.number(publication, area, id)) if has_number else None,
            el("p", state(publication, area, id)),
            *(el("p", words, class_="write-on") for words in _to_write(id, contact)),
        ),
        listed(clause_link(cite) for cite in contact.cites),
        data_contact=id,
    )


def _to_write(id: str, contact: Contact) -> Iterable[str]:
    if id == EMERGENCY.contact:
        return
    yield RIGHT_NUMBER
    if contact.scope != NATIONAL and not contact.out_of_hours:
        yield HOURS


def clauses(publication: Publication, numbers: Numbers, record: AreaRecord, chapters: Sequence[Chapter]) -> Html:
    """Every clause of the source in its order, by section, then the handbook's own lines that the area uses."""
    places = told(numbers.area.id, chapters, {})
    lines = numbers.cited_in()
    sections = [
        (f"{key} {record.sections[key]}", list(these))
        for key, these in groupby(numbers.clauses.items(), lambda one: str(section_of(one[1], record.sections)))
    ]
    parts = []
    for title, these in [*sections, (OWN, list(numbers.own.items()))]:
        rows = [_clause(publication, numbers, id, one, lines.get(id, ()), places.get(id, ())) for id, one in these]
        columns = (CLAUSE, OUR_WORDS, WENT, NOTES_ON, TICK)
        parts += [el("h3", title), review_table(title, columns, rows, "review-clauses")]
    return _part(CLAUSES, parts)


def _clause(
    publication: Publication, numbers: Numbers, id: str, clause: Clause, lines: Sequence[str], places: Sequence[Place]
) -> Row:
    kind = ", ".join(words for words in (clause.kind, clause.force) if words)
    own = is_own(id)
    return row(
        f"clause-{id}",
        id if own else join(id, el("span", clause.place)),
        clause.gist if own else f"{clause.gist} ({kind})",
        _went(clause, lines, [place.title for place in places if not place.in_tool]),
        listed(
            el("a", numbers.note(name).split()[-1], href=f"#note-{name}")
            for name in _notes_on(publication, numbers, id)
        ),
        anchor=id,
        data_clause=id,
    )


def _went(clause: Clause, lines: Sequence[str], titles: Sequence[str]) -> str:
    """The lines of tools that cite a clause and the pages that tell it, or why it is left out."""
    if clause.left_out is not None:
        return LEFT_OUT.format(why=clause.left_out)
    pages = [PAGES.format(titles="; ".join(titles))] if titles else []
    return " ".join(f"{words}." for words in [*lines, *pages])


def _notes_on(publication: Publication, numbers: Numbers, clause: str) -> list[str]:
    return [id for id in numbers.notes if clause in publication.notes[id].clauses]


def notes(publication: Publication, numbers: Numbers) -> Html:
    """Every note on the area's clauses or shown by its tools and pages, whole, in the order of the clauses."""
    known = {*numbers.clauses, *numbers.own}
    rows = [
        row(
            f"note-{id}",
            numbers.note(id),
            join(duties.note_box(publication, id), _about(clause for clause in words.clauses if clause in known)),
            anchor=f"note-{id}",
        )
        for id in numbers.notes
        for words in (publication.notes[id],)
    ]
    return _part(NOTES, [review_table(NOTES, (NOTE, SAYS, TICK), rows, "review-notes")])


def _about(clauses: Iterable[str]) -> Html:
    links = listed(clause_link(clause) for clause in clauses)
    return el("p", ABOUT, links) if links else Html()


def _part(title: str, parts: Sequence[Html]) -> Html:
    return el("section", el("h2", title, id=anchor(title)), *parts, class_="review-part")
