"""The register "What has changed": every note about a text that is no longer to be followed as it stands, by risk.

It is made of `docs/_data/notes.yml` alone: the same notes as beside the text, so nothing is said twice or differently.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from handbook.chapters import Chapter
from handbook.coverage import notes_on
from handbook.data import Library
from pathways.flows import AREAS
from pathways.model import NoteKind
from pathways.publication import NoteWords, Publication
from pathways.render import duties, phrases
from pathways.render.html import Html, el, join, labelled_table

CHANGES = (NoteKind.CURRENCY, NoteKind.TO_CHECK, NoteKind.SUPPRESSED)
"""Kinds of notes without which a sentence would mislead: they stand beside it, and in the register."""

RISKS = {
    "hazard": "What could do harm",
    "error": "Errors inside the sources",
    "law": "Law",
    "guidance": "Guidance and procedures",
    "organisation": "Organisations, numbers and addresses",
    "words": "Words, figures and technology",
    "resource": "Help that the sources do not know",
}
"""Risk -> its heading, in the order of the register: what matters most comes first."""

_LETTERS = dict(zip("HSLGOTR", RISKS, strict=True))
"""What the letter in an id such as CUR-L15 says of the risk."""

_COLUMNS = ("Part of the register", "All")
_CAPTION = "How many notes, by part and by kind"
_TOTAL = "All parts"
_SHOWN_ON = "shown on "


@dataclass(frozen=True, kw_only=True)
class _Change:
    """One note where it belongs: its areas, each with links to what it concerns, and its place in the register."""

    id: str
    words: NoteWords
    where: Mapping[str, Sequence[Html]]
    order: tuple[int, int]


def risk_of(id: str, note: NoteWords) -> str | None:
    """The risk of a note of what has changed: as it says itself, else by its kind and id; None when nothing tells."""
    return note.risk or _told_by_id(id, note)


def risk_problem(id: str, note: NoteWords) -> tuple[str, str] | None:
    """What is wrong with the risk of a note, and what to write instead; None when it is well."""
    known = ", ".join(RISKS)
    if note.kind not in CHANGES:
        return (f"{id} gives a risk but tells of no change", "take risk: out") if note.risk else None
    if risk_of(id, note) is None:
        return f"nothing says where {id} stands in the register of changes", f"add risk: one of {known}"
    if note.risk is not None and note.risk not in RISKS:
        return f"{note.risk} is no risk", f"use one of: {known}"
    if note.risk is not None and note.risk == _told_by_id(id, note):
        return f"{id} gives a risk that its kind or id already tells", "take risk: out"
    return None


def _told_by_id(id: str, note: NoteWords) -> str | None:
    if note.kind == NoteKind.SUPPRESSED:
        return "hazard"
    found = re.match(r"CUR-([A-Z])\d", id)
    return _LETTERS.get(found[1]) if found else None


def currency_register(library: Library, publication: Publication, chapters: Sequence[Chapter]) -> Html:
    """How many notes there are, and every one of them: by risk, then by area and clause.

    Notes on one matter stand together under one heading, and what is said alike of several areas stands once.
    """
    parts: dict[str, list[_Change]] = {risk: [] for risk in RISKS}
    for id, note in publication.notes.items():
        if note.kind in CHANGES and (risk := risk_of(id, note)):
            parts[risk].append(_change(library, publication, id, chapters))
    return join(
        _counts(publication, parts),
        *(_part(library, publication, risk, changes) for risk, changes in parts.items() if changes),
    )


def _change(library: Library, publication: Publication, id: str, chapters: Sequence[Chapter]) -> _Change:
    """A note with links to its clauses or, when it has none, to the pages that show it."""
    words = publication.notes[id]
    where: dict[str, list[Html]] = {}
    order = (len(AREAS), 0)
    for number, area in enumerate(AREAS):
        register = list(library.registers[area.id])
        clauses = sorted((clause for clause in words.clauses if clause in register), key=register.index)
        links = [duties.clause_link(publication, area.id, clause) for clause in clauses]
        if not words.clauses:
            links = [_page_link(one) for one in chapters if one.area == area.id and id in notes_on(one)]
        if links:
            where[area.id] = links
            order = min(order, (number, register.index(clauses[0]) if clauses else len(register)))
    return _Change(id=id, words=words, where=where, order=order)


# The page of the register stands two folders deep: about/page/.
def _page_link(chapter: Chapter) -> Html:
    title = chapter.meta.title if chapter.meta else chapter.file
    return el("a", title, href=f"../../{chapter.address}")


def _counts(publication: Publication, parts: Mapping[str, Sequence[_Change]]) -> Html:
    """How many notes of each kind every part holds."""
    columns = (_COLUMNS[0], *(phrases.note_label(publication, kind) for kind in CHANGES), _COLUMNS[1])

    def row(head: Html | str, changes: Sequence[_Change]) -> tuple[Html | str, ...]:
        kinds = Counter(change.words.kind for change in changes)
        return (head, *(str(kinds[kind]) for kind in CHANGES), str(len(changes)))

    rows = [row(el("a", RISKS[risk], href=f"#{risk}"), changes) for risk, changes in parts.items() if changes]
    rows.append(row(_TOTAL, [change for changes in parts.values() for change in changes]))
    return labelled_table(_CAPTION, columns, rows, class_="decision-table count-table")


def _part(library: Library, publication: Publication, risk: str, changes: Sequence[_Change]) -> Html:
    matter = _matter(library)
    entries = _grouped(sorted(changes, key=lambda change: change.order), lambda change: matter(change.id))
    return join(
        # Search finds the notes on the pages of their areas; here they would come up a second time.
        el("h2", RISKS[risk], id=risk, data_search_exclude=True),
        *(_entry(publication, id, entry) for id, entry in entries.items()),
    )


def _matter(library: Library) -> Callable[[str], str]:
    """What a note is about: its id without the area that it may end in, such as CUR-L15 for CUR-L15-TEE."""
    codes = {clause.partition("-")[0] for area in AREAS for clause in library.registers[area.id]}
    ending = re.compile(rf"-(?:{'|'.join(sorted(codes))})$")
    return lambda id: ending.sub("", id)


def _entry(publication: Publication, id: str, changes: Sequence[_Change]) -> Html:
    """One matter: a box for all that rests on the same evidence, and in it once what is said alike of several areas."""
    boxes = _grouped(changes, lambda change: replace(change.words, title="", text="", clauses=(), risk=None))
    return join(
        el("h3", changes[0].words.title, id=f"about-{id}", data_search_exclude=True),
        *(_box(publication, words, same) for words, same in boxes.items()),
    )


def _box(publication: Publication, words: NoteWords, changes: Sequence[_Change]) -> Html:
    """Notes of one kind that rest on the same evidence."""
    statements = _grouped(changes, lambda change: change.words.text)
    return el(
        "div",
        el("p", phrases.note_label(publication, words.kind), class_="note-kind"),
        *(
            el("div", *(_where(publication, change) for change in same), el("p", text))
            for text, same in statements.items()
        ),
        el("p", duties.evidence(publication, words), class_="note-evidence") if words.evidence else None,
        class_=f"note note-{words.kind}",
    )


def _where(publication: Publication, change: _Change) -> Html:
    """The areas of a note, each with what it concerns there."""
    before = "" if change.words.clauses else _SHOWN_ON
    areas = [
        join(el("b", publication.areas[area].name), ": ", before, links[0], *(join(", ", link) for link in links[1:]))
        for area, links in change.where.items()
    ]
    first, *others = areas
    return el("p", first, *(join("; ", area) for area in others), id=change.id, class_="note-where")


def _grouped[T, K](values: Sequence[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Values by key, each key at the place of its first value."""
    found: dict[K, list[T]] = {}
    for value in values:
        found.setdefault(key(value), []).append(value)
    return found
