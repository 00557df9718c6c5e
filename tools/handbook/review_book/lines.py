"""One line of the review book: its number, what it says, in which case, what it rests on, and the boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import groupby

from handbook.review_book.numbers import Numbers
from pathways.conditions import Condition
from pathways.model import Action, Citation, Duty, Flow
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import Content, Html, el, join
from pathways.vocabulary import Basis

YES, NO = "yes", "no"
STATED, INFERRED, OWN = "Stated", "Inferred", "Handbook's own"
RESTS_ON, TICK = "Rests on", "Right?"
LIMIT = "“{limit}”. "

MARK = el("span", el("span", YES), " ", el("span", NO), class_="review-mark")
"""The two boxes at the end of every line."""

type Row = tuple[Content, ...]


def row(key: str, name: Content, *cells: Content, anchor: str | None = None, **data: str | None) -> Row:
    """One row of a table; `key` is the name of its line, of which the book has no other."""
    return (el("span", name, id=anchor, data_line=key, **data), *cells, MARK)


def review_table(caption: str, columns: Sequence[str], rows: Iterable[Row], more: str | None = None) -> Html:
    """A table of lines; the heading before it says what `caption` says, which is for those who cannot see it.

    A cell that is None leaves its room to the cell before it.
    """
    return el(
        "table",
        el("caption", caption, class_="visually-hidden"),
        el("thead", el("tr", *(el("th", column, scope="col") for column in columns))),
        el("tbody", *(el("tr", *_cells(columns, cells)) for cells in rows)),
        class_=" ".join(part for part in ("decision-table review-table", more) if part),
    )


def _cells(columns: Sequence[str], cells: Row) -> Iterable[Html]:
    yield el("th", cells[0], scope="row", data_label=columns[0])
    for number, content in enumerate(cells):
        if number and content is not None:
            is_wide = number + 1 < len(cells) and cells[number + 1] is None
            label = columns[number] if content else None
            yield el("td", content, colspan="2" if is_wide else None, data_label=label)


def rests(publication: Publication, numbers: Numbers, cites: Iterable[Citation]) -> Html:
    """The clauses behind a line by their basis, with their places; what is inferred names the note that says why."""
    return join(*(el("p", words) for words in _by_basis(publication, numbers, cites)))


def _by_basis(
    publication: Publication, numbers: Numbers, cites: Iterable[Citation], above: Set[str] = frozenset()
) -> list[Html]:
    groups: dict[str, list[str]] = {}
    for citation in cites:
        groups.setdefault(_basis(numbers, citation), []).append(citation.clause)
    return [join(f"{basis}: ", _placed(publication, ids, above)) for basis, ids in groups.items()]


def _placed(publication: Publication, ids: Iterable[str], above: Set[str]) -> Html:
    """Clauses with their places, those of one place together; own lines, and clauses listed `above`, without."""
    parts = []
    for place, same in groupby(ids, lambda id: None if is_own(id) or id in above else publication.clauses[id].place):
        links = listed(clause_link(id) for id in same)
        parts.append(join(links, f" ({place})" if place else None))
    return listed(parts, "; ")


def listed(parts: Iterable[Html], between: str = ", ") -> Html:
    """Pieces with a sign between them."""
    return join(*(join(between if number else None, part) for number, part in enumerate(parts)))


def is_own(clause: str) -> bool:
    """Whether a clause is one of the handbook's own lines, which have ids that say so and no place in a source."""
    return clause.startswith("HB-")


def _basis(numbers: Numbers, citation: Citation) -> str:
    match citation.basis:
        case Basis.STATED:
            return STATED
        case Basis.HANDBOOK:
            return OWN
        case Basis.INFERRED:
            return f"{INFERRED}, {lower(numbers.note(str(citation.item)))}"


def duty_rests(publication: Publication, numbers: Numbers, duty: Duty) -> Html:
    """The clauses behind a duty, then those behind each limit that rests on others or on some of them alone."""
    limits: Mapping[str, tuple[Citation, ...]] = phrases.timings(publication, duty) if isinstance(duty, Action) else {}
    above = {citation.clause for citation in duty.cites}
    more = [
        el("p", LIMIT.format(limit=words), *_by_basis(publication, numbers, cites, above))
        for words, cites in limits.items()
        if cites and cites != duty.cites
    ]
    return join(rests(publication, numbers, duty.cites), *more)


def clause_link(id: str) -> Html:
    """The id of a clause, short, as a link to it in the register of the book."""
    return el("a", id if is_own(id) else id.partition("-")[2], href=f"#{id}")


def case(
    publication: Publication,
    numbers: Numbers,
    flow: Flow,
    condition: Condition | None,
    always: str,
    at: str | None = None,
) -> Html:
    """In which case a line holds: in words, and as the answers that it asks for. `at`: the outcome it stands at."""
    ui = publication.interface
    if condition is None:
        return el("p", f"{at}, {lower(always)}" if at else always)
    words = f"{ui.if_} {phrases.described(publication, flow.id, condition)}"
    return join(
        el("p", f"{at}, {lower(words)}" if at else words),
        el("p", f"({numbers.exactly(flow, condition)})", class_="review-exact"),
    )


def lower(words: str) -> str:
    """Words as they go on within a sentence."""
    return words[0].lower() + words[1:]
