"""The comparison as HTML: a table for wide screens and paper, and the same area by area for a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.advice import Given
from pathways.compare.pose import Posed
from pathways.compare.table import Cell, Empty, Row, Table, table
from pathways.model import Action, Caution, Question
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.duties import basis_words, clause_link, own_label
from pathways.render.html import Html, el, join
from pathways.render.steps import action_line, provisional_words
from pathways.vocabulary import YOU
from pathways.walk import Step


def comparison(publication: Publication, posed: Sequence[Posed], level: int) -> Html:
    """What each area answers to one case: a table, and area by area for a narrow screen; the style sheet shows one."""
    compared = table(posed)
    return el(
        "div",
        el("p", publication.compare.ring_999, class_="ring-999"),
        _taken(publication, posed, level),
        el(
            "div",
            *(_table(publication, heading, rows) for heading, rows in _parts(publication, compared)),
            class_="compare-wide",
        ),
        el(
            "div",
            *_areas(publication, posed, compared, level),
            _reasons(publication, compared),
            class_="compare-narrow",
        ),
        class_="comparison",
        data_search_exclude=True,
    )


def others(publication: Publication, posed: Sequence[Posed], own: str, level: int) -> Html:
    """What the areas other than the reader's own answer to the reader's case, area by area."""
    compared = table(posed)
    elsewhere = [one for one in posed if one.area.id != own]
    return el(
        "div",
        _taken(publication, elsewhere, level),
        *_areas(publication, posed, compared, level, own),
        _reasons(publication, compared),
        class_="comparison",
    )


def _parts(
    publication: Publication, compared: Table
) -> list[tuple[str, Sequence[Row[Action]] | Sequence[Row[Caution]]]]:
    words = publication.compare
    parts: list[tuple[str, Sequence[Row[Action]] | Sequence[Row[Caution]]]] = [
        (words.yours, compared.yours),
        (words.others, compared.others),
        (words.cautions, compared.cautions),
    ]
    return [(heading, rows) for heading, rows in parts if rows]


# --- how each area takes the case --------------------------------------------------------------------------------


def _taken(publication: Publication, posed: Sequence[Posed], level: int) -> Html:
    """Folded: what each area's questions were answered, and where that leads."""
    items = [
        el("div", el(f"h{level}", publication.areas[one.area.id].name), *_answers(publication, one), class_="taken")
        for one in posed
    ]
    return el("details", el("summary", publication.compare.answered), *items, class_="compare-taken")


def _answers(publication: Publication, one: Posed) -> Iterable[Html]:
    words = publication.compare
    if one.walk is None:
        yield el("p", words.empty[Empty.NO_ROUTE])
        return
    if one.is_general:
        yield el("p", words.general)
    flow = one.walk.flow
    title = publication.flows[flow.id].title
    yield el("p", el("a", title, href=f"../../{flow.id}/"))
    pairs = [
        el("div", el("dt", publication.flows[passage.flow.id].questions[step.question.id].ask), el("dd", said))
        for passage in one.walk.passages
        for step in passage.steps
        if step.asked
        for said in (_said(publication, passage.flow.id, step, one.not_told),)
    ]
    if pairs:
        yield el("dl", *pairs)
    ends = [
        publication.flows[passage.flow.id].outcomes[passage.outcome.id].title
        for passage in one.walk.passages
        if passage.outcome
    ]
    yield el("p", f"{words.ends_in}: {'; '.join(dict.fromkeys(ends))}")


def _said(publication: Publication, flow: str, step: Step, not_told: Iterable[Question]) -> str:
    said = phrases.answer_words(publication, flow, step.question.id, step.answer)
    return f"{said} ({publication.compare.not_told})" if step.question in not_told else said


# --- the table ---------------------------------------------------------------------------------------------------


def _table(publication: Publication, heading: str, rows: Sequence[Row[Action]] | Sequence[Row[Caution]]) -> Html:
    words = publication.compare
    head = [words.act, *(publication.areas[cell.area.id].name for cell in rows[0].cells)]
    return el(
        "table",
        el("caption", heading),
        el("thead", el("tr", *(el("th", name, scope="col") for name in head))),
        *(
            el(
                "tbody",
                el(
                    "tr",
                    el("th", words.acts[row.code], scope="row"),
                    *(el("td", *cell_content(publication, cell), class_=_class(cell)) for cell in row.cells),
                ),
                _why(publication, row, len(head)),
                data_code=row.code,
            )
            for row in rows
        ),
        class_="compare-table",
    )


def _why(publication: Publication, row: Row[Action] | Row[Caution], columns: int) -> Html:
    """Why the areas differ, under the row, as far as a reason is known."""
    words = publication.compare
    if not row.differs or row.code not in words.reasons:
        return Html()
    told = el("td", el("strong", f"{words.why_differ}: "), words.reasons[row.code].text, colspan=str(columns))
    return el("tr", told, class_="why-differ")


def _class(cell: Cell[Action] | Cell[Caution]) -> str:
    return f"empty empty-{cell.empty}" if cell.empty else "given"


def cell_content(publication: Publication, cell: Cell[Action] | Cell[Caution]) -> list[Html | str]:
    """What one area says of an act, in its own words with limit and clause; or why it says nothing."""
    if cell.empty is None:
        return [_line(publication, place, given) for place, given in cell.lines]
    marks = _marks(publication, cell.against) if cell.against else None
    return [el("p", _empty(publication, cell), " " if marks else None, marks)]


def in_short(publication: Publication, cell: Cell[Action] | Cell[Caution]) -> str:
    """How binding and how soon an area has an act, and whether its source says so; or why it has none."""
    if cell.empty is not None:
        return _empty(publication, cell)
    given: Given[Action] | Given[Caution] = cell.lines[0][1]
    ui = publication.interface
    label = basis_words(publication, given.duty.cites)
    if isinstance(given.duty, Caution):
        return label or ui.basis_stated
    terms = (phrases.force(publication, given.duty), phrases.timing(publication, given.duty), label)
    return ", ".join(term.lower() if number else term for number, term in enumerate(terms) if term)


def _empty(publication: Publication, cell: Cell[Action] | Cell[Caution]) -> str:
    """Why an area has no such act, with the words by which it says no."""
    said = publication.compare.empty[cell.empty] if cell.empty else ""
    if cell.against is None:
        return said
    return f"{said} {publication.duty(cell.against.flow, 'cautions', cell.against.duty.code).text}."


def _line(publication: Publication, place: int, given: Given[Action] | Given[Caution]) -> Html:
    """A line as the area's own advice has it, with its "If" and with what it is not to be read without."""
    duty = given.duty
    marks = _marks(publication, given)
    if isinstance(duty, Caution):
        text = publication.duty(given.flow, "cautions", duty.code).text
        condition = provisional_words(publication, given)
        before = f"{publication.interface.if_} {condition}: " if condition else ""
        said = f"{before}{publication.interface.do_not}: {text}. "
        return el("p", said, own_label(publication, duty.cites), " ", marks)
    terms = [
        publication.compare.step.format(n=place),
        phrases.who(publication, given.flow, duty) if duty.by != YOU else None,
        phrases.force(publication, duty),
        phrases.timing(publication, duty),
    ]
    return join(
        el("p", *action_line(publication, given.flow, duty, provisional_words(publication, given))),
        el("p", " · ".join(term for term in terms if term), " ", marks, class_="compare-terms"),
    )


def _marks(publication: Publication, given: Given[Action] | Given[Caution]) -> Html:
    """The clauses behind a line, as links to where each paragraph went; the handbook's own are labelled instead."""
    area = given.flow.split("/")[0]
    ids = dict.fromkeys(citation.clause for citation in given.duty.cites)
    links = [clause_link(publication, area, id, "mark") for id in ids if not id.startswith("HB-")]
    return el("span", *(join(link, " ") for link in links), class_="marks")


# --- area by area ------------------------------------------------------------------------------------------------


def _areas(
    publication: Publication, posed: Sequence[Posed], compared: Table, level: int, without: str | None = None
) -> list[Html]:
    """Each area folded under its name, with all rows of the table, empty ones included."""
    parts = _parts(publication, compared)
    return [
        el(
            "details",
            el("summary", publication.areas[one.area.id].name),
            el("p", publication.compare.general) if one.is_general else None,
            *(
                _list(publication, heading, [(row.code, row.cells[number]) for row in rows], level)
                for heading, rows in parts
            ),
            class_="compare-area",
            data_area=one.area.id,
        )
        for number, one in enumerate(posed)
        if one.area.id != without
    ]


def _list(
    publication: Publication, heading: str, cells: Iterable[tuple[str, Cell[Action] | Cell[Caution]]], level: int
) -> Html:
    items = [
        el(
            "div",
            el("dt", publication.compare.acts[code]),
            el("dd", *cell_content(publication, cell), class_=_class(cell)),
            data_code=code,
        )
        for code, cell in cells
    ]
    return join(el(f"h{level}", heading), el("dl", *items))


def _reasons(publication: Publication, compared: Table) -> Html:
    """Why the areas differ, act by act, as far as a reason is known."""
    words = publication.compare
    items = [
        el("div", el("dt", words.acts[row.code]), el("dd", words.reasons[row.code].text))
        for row in compared.rows
        if row.differs and row.code in words.reasons
    ]
    return el("details", el("summary", words.why_differ), el("dl", *items), class_="compare-reasons")
