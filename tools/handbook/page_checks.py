"""Problems of the pages: loose ends, words that must never be said, and sentences or clauses without their source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handbook.blocks import block_problem
from handbook.chapters import BLOCK, INCLUDE, MARK, Chapter, Passage, Statement, plain, sentences, words
from handbook.coverage import cited_by_contacts, cited_by_flows, flows_on, notes_on, told
from handbook.currency import CHANGES
from handbook.data import Library, path_of
from handbook.front import front_problems
from handbook.reader import Trouble
from handbook.roles import role_problems
from handbook.unsafe import forbidden
from pathways.citations import citations, notes_of
from pathways.flows import AREAS, all_flows
from pathways.publication import Clause, NoteWords, Publication

MARKS_AT_MOST = 3
"""How many clauses a sentence may carry: with more, nobody can say that it tells each of them."""

WORDS_AT_LEAST = 5
"""How many words it takes to tell a clause."""

SENTENCE_AT_MOST = 30
"""How many words a sentence may have."""

FORCE_WORDS = {
    "must": r"must|ha(?:s|ve) to|needs?|essential|never|not|nobody|no one|nothing|neither",
    "should": r"should",
    "consider": r"consider\w*|think|thought|bear in mind|ask yourself",
    "may": r"may|can|could|might",
}
"""How a sentence keeps the force of its clause; a plain clause may be told in any way."""


def check_pages(root: Path, library: Library, chapters: Sequence[Chapter]) -> list[Trouble]:
    """Problems of all pages, and of what the pages leave out."""
    troubles = [
        *_loose_ends(root),
        *front_problems(root, library, chapters),
        *role_problems(root, library, chapters),
    ]
    for chapter in chapters:
        troubles += chapter.troubles
        troubles += _front_matter(chapter)
        troubles += _long_sentences(chapter)
    if library.publication is not None:
        for chapter in chapters:
            troubles += _marks(chapter, library.publication)
        for area in AREAS:
            troubles += _coverage(root, library, library.publication, area.id, chapters)
        troubles += _own_lines(root, library, library.publication, chapters)
        troubles += _notes(root, library, library.publication, chapters)
    return troubles


def _loose_ends(root: Path) -> Iterator[Trouble]:
    """Includes that lead nowhere, and words that must never be said, whatever part of a page they stand in."""
    docs = root / "docs"
    for page in sorted(docs.rglob("*.md")):
        name = page.relative_to(root).as_posix()
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            for match in INCLUDE.finditer(line):
                if not (docs / match["target"]).is_file():
                    what = f"includes {match['target']}, which is missing"
                    yield Trouble(name, number, what, "name a file below docs/")
            if line.startswith(":::") and not BLOCK.match(line):
                yield Trouble(name, number, f"{line.strip()!r} is no block", "write `::: flow area/name`")
            for phrase in forbidden(line):
                what = f'the words "{phrase}" may tell somebody to do what is unsafe'
                yield Trouble(name, number, what, "say it another way")


def _front_matter(chapter: Chapter) -> Iterator[Trouble]:
    meta = chapter.meta
    if meta is None:
        return
    if meta.area != chapter.area:
        instead = f"write `area: {chapter.area}`" if chapter.area else "take the line out"
        yield Trouble(chapter.file, 2, f"the page says area: {meta.area}", instead)
    for key, text in (("title", meta.title), ("description", meta.description)):
        if re.search(r'["<>]', text):
            what = f"the {key} holds a sign that would break the page's head"
            yield Trouble(chapter.file, 2, what, "use no straight quotation marks and no < or >")
    if meta.reviewed and meta.reviewed > datetime.date.today():
        yield Trouble(chapter.file, 2, "the page was reviewed in the future", "write the day of the review")
    if meta.reviewed and meta.review_by <= meta.reviewed:
        yield Trouble(chapter.file, 2, "the next review is not after the last", "write a later day in review_by")


def _long_sentences(chapter: Chapter) -> Iterator[Trouble]:
    for passage in chapter.passages:
        for sentence in sentences(plain(passage.text)):
            if (count := len(words(sentence))) > SENTENCE_AT_MOST:
                what = f'a sentence of {count} words: "{sentence[:50]}..."'
                yield Trouble(passage.file, passage.line, what, f"cut it into sentences of {SENTENCE_AT_MOST} or fewer")


# --- marks -------------------------------------------------------------------------------------------------------


def _marks(chapter: Chapter, publication: Publication) -> Iterator[Trouble]:
    for block in chapter.blocks:
        if problem := block_problem(publication, block.kind, block.name):
            yield Trouble(block.file, block.line, *problem)
    if chapter.file == f"docs/{chapter.area}/index.md":
        for line in sorted({passage.line for passage in chapter.passages if MARK.search(passage.text)}):
            what = "a mark on the first page of an area would lead nowhere"
            yield Trouble(chapter.file, line, what, "tell the clause in a chapter of the area, and link to that")
    for passage in chapter.passages:
        if chapter.area is None:
            if any(statement.clauses for statement in passage.statements):
                what = "a mark stands on a page that speaks for no area"
                yield Trouble(
                    passage.file, passage.line, what, "take it out, or move the page to the folder of its area"
                )
            continue
        for statement in passage.statements:
            yield from _statement(publication, passage, statement)


def _statement(publication: Publication, passage: Passage, statement: Statement) -> Iterator[Trouble]:
    def trouble(what: str, instead: str) -> Trouble:
        return Trouble(passage.file, passage.line, what, instead)

    if not statement.clauses:
        if not passage.is_signpost:
            what = f'nothing says what this rests on: "{statement.text[:50]}"'
            yield trouble(what, "add its mark, such as [STK-1-01], or [HB-01] for the handbook's own")
        return
    marks = ", ".join(statement.clauses)
    if len(statement.clauses) > MARKS_AT_MOST:
        yield trouble(f"one sentence carries {marks}", f"tell them in sentences with {MARKS_AT_MOST} marks or fewer")
    if len(words(statement.text)) < WORDS_AT_LEAST:
        yield trouble(f"the words before [{marks}] tell no clause", "write a sentence that tells it, then its mark")
    for id in statement.clauses:
        clause = publication.clauses.get(id)
        if clause is None:
            yield trouble(f"cites {id}, which is in no register", "add it to docs/_data/clauses")
        elif not keeps_force(statement.text, clause):
            what = f'{id} says {clause.force}, and "{statement.text[-60:]}" does not'
            yield trouble(what, "keep the force of the source")


def keeps_force(text: str, clause: Clause) -> bool:
    """Whether a sentence holds a word of the force that its clause has in the source."""
    pattern = FORCE_WORDS.get(clause.force or "")
    return pattern is None or bool(re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE))


# --- nothing lost ------------------------------------------------------------------------------------------------


def _coverage(
    root: Path, library: Library, publication: Publication, area: str, chapters: Sequence[Chapter]
) -> Iterator[Trouble]:
    """Every clause is told somewhere, or says why it is left out; every line of the handbook's own is used."""
    titles = {flow: words.title for flow, words in publication.flows.items()}
    places = told(area, chapters, titles)
    path = path_of(root, "clauses", area)
    name = library.reader.name(path)
    for id, clause in library.registers.get(area, {}).items():
        line = library.reader.line(path, id)
        if clause.left_out is None and id not in places:
            yield Trouble(name, line, f"{id} is told nowhere", "mark a sentence that tells it, or say left_out: why")
        if clause.left_out is not None and id in places:
            where = places[id][0].title
            yield Trouble(name, line, f'{id} says that it is left out, yet "{where}" tells it', "take one of them out")


def _own_lines(
    root: Path, library: Library, publication: Publication, chapters: Sequence[Chapter]
) -> Iterator[Trouble]:
    """Every line of the handbook's own is used by a page, a flow or a contact."""
    used = {clause for chapter in chapters for clause in chapter.marks}
    used |= cited_by_flows() | cited_by_contacts(publication)
    path = path_of(root, "clauses", "handbook")
    for id in library.registers["handbook"]:
        if id not in used:
            line = library.reader.line(path, id)
            yield Trouble(library.reader.name(path), line, f"{id} is used nowhere", "mark a sentence, or delete it")


def _notes(root: Path, library: Library, publication: Publication, chapters: Sequence[Chapter]) -> Iterator[Trouble]:
    """Every note is shown, and beside what it is about."""
    path = path_of(root, "notes")
    name = library.reader.name(path)
    in_flows = set().union(*(notes_of(flow) for flow in all_flows()))
    on_pages = {chapter.file: notes_on(chapter) for chapter in chapters}
    for chapter in chapters:
        for block in chapter.notes:
            if (note := publication.notes.get(block.name)) and not _concerns(note, chapter):
                what = f"the note {block.name} is about {', '.join(note.clauses)}, which this page does not tell"
                yield Trouble(block.file, block.line, what, "put it on the page that does")
    for id, note in publication.notes.items():
        line = library.reader.line(path, id)
        if id not in in_flows and not any(id in shown for shown in on_pages.values()):
            yield Trouble(name, line, f"the note {id} is shown nowhere", f"write `::: note {id}` beside its clause")
        if note.kind in CHANGES:
            for chapter in _telling(note.clauses, chapters):
                if id not in on_pages[chapter.file]:
                    told_there = ", ".join(clause for clause in note.clauses if clause in chapter.marks)
                    what = f"{chapter.file} tells {told_there} without the note {id}"
                    yield Trouble(name, line, what, f"write `::: note {id}` there")


def _concerns(note: NoteWords, chapter: Chapter) -> bool:
    cited = {citation.clause for flow in flows_on(chapter) for _, citation in citations(flow)}
    return not note.clauses or any(clause in chapter.marks or clause in cited for clause in note.clauses)


def _telling(clauses: Iterable[str], chapters: Iterable[Chapter]) -> list[Chapter]:
    return [chapter for chapter in chapters if any(clause in chapter.marks for clause in clauses)]
