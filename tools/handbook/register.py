"""The table "Where each paragraph went": every clause of a source in its order, in our words, and where it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handbook.chapters import Chapter
from handbook.coverage import Place, told
from handbook.data import Library, section_of
from pathways.publication import Clause, Publication
from pathways.render import duties
from pathways.render.html import Html, el, join, labelled_table

COLUMNS = ("Place", "In our words", "Where it went", "Notes")
OWN = "The handbook's own lines"


def register_table(library: Library, publication: Publication, area: str, chapters: Sequence[Chapter]) -> Html:
    """The clauses of an area by section, the handbook's own lines that it uses, and the notes on both."""
    titles = {flow: words.title for flow, words in publication.flows.items()}
    places = told(area, chapters, titles)
    record = library.areas[area]
    register = library.registers[area]
    parts = []
    for key, title in record.sections.items():
        rows = {id: clause for id, clause in register.items() if section_of(clause, record.sections) == key}
        if rows:
            parts.append(_section(publication, f"{key} {title}", rows, places))
    own = {id: clause for id, clause in library.registers["handbook"].items() if id in places}
    parts.append(_section(publication, OWN, own, places))
    return join(*parts, _notes(publication, [*register, *own]))


def _section(
    publication: Publication, title: str, rows: Mapping[str, Clause], places: Mapping[str, Sequence[Place]]
) -> Html:
    body = [
        (
            join(clause.place, el("span", id, class_="clause-id")),
            clause.gist,
            _went(id, clause, places.get(id, ())),
            _notes_on(publication, id),
        )
        for id, clause in rows.items()
    ]
    anchor = "section-" + "".join(sign if sign.isalnum() else "-" for sign in title.lower()).strip("-")
    table = labelled_table(
        title, COLUMNS, body, ids=list(rows), caption_class="visually-hidden", class_="decision-table clause-table"
    )
    return join(el("h2", title, id=anchor), table)


def _went(id: str, clause: Clause, places: Sequence[Place]) -> Html:
    """Links to the pages and tools that tell a clause, or why it is left out."""
    if clause.left_out is not None:
        return el("p", f"Left out: {clause.left_out}")
    links = [
        el("a", place.title, href=f"../../{place.address}" + ("" if place.in_tool else f"#{anchor(id)}"))
        for place in places
        # A chapter that holds the tool of the same name leads to both.
        if not (place.in_tool and any(place.address == other.address and not other.in_tool for other in places))
    ]
    return el("ul", *(el("li", link) for link in links))


def _notes_on(publication: Publication, id: str) -> Html:
    """Links to the notes on a clause, which stand whole at the end of the page."""
    links = [
        el("li", el("a", note.title, href=f"#note-{name}"))
        for name, note in publication.notes.items()
        if id in note.clauses
    ]
    return el("ul", *links) if links else Html()


def _notes(publication: Publication, clauses: Sequence[str]) -> Html:
    """Every note on one of the clauses, whole."""
    wanted = set(clauses)
    boxes = [
        duties.note_box(publication, id, anchor=f"note-{id}")
        for id, note in publication.notes.items()
        if wanted.intersection(note.clauses)
    ]
    return join(el("h2", COLUMNS[3], id="notes"), *boxes)


def anchor(clause: str) -> str:
    """Where a page first tells a clause."""
    return f"at-{clause}"
