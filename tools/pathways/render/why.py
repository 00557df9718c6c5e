"""Why a line stands there, folded under it: what led to it in this case, the clauses behind it, the notes on those."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from pathways.because import Because, Fact
from pathways.citations import notes_of
from pathways.model import Action, Area, Caution, Citation, Duty, Limit, NoteKind
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import Html, el, join
from pathways.vocabulary import Basis

TOLD = (NoteKind.CONFLICT, NoteKind.GAP, NoteKind.SUPPRESSED, NoteKind.CURRENCY, NoteKind.TO_CHECK)
"""The kinds of notes that say how a clause is to be taken."""


def clause_address(area: str, id: str) -> str:
    """Where an area's page shows a clause, from a page that stands two folders deep."""
    return f"../../{area}/clauses/#{id}"


def why(publication: Publication, area: str, cites: Iterable[Citation], name: str | None = None) -> Html:
    """The clauses behind a line, folded: place, our words, and how the clause is read. `name` says of which line."""
    return _fold(publication, name, _clauses(publication, area, tuple(cites), ()))


def why_duty(publication: Publication, flow: str, duty: Duty, notes: Iterable[str], case: Because | None) -> Html:
    """Why a duty stands there, folded: in a known case with what led to it and with whole notes, else with links."""
    area = flow.split("/")[0]
    return _fold(
        publication,
        _words(publication, flow, duty),
        _led_to(publication, case) if case else None,
        _clauses(publication, area, duty.cites, duty.within if isinstance(duty, Action) else ()),
        _whole_notes(publication, notes) if case else _links(publication, area, notes),
    )


def notes_behind(publication: Publication, area: Area, duty: Duty, shown: Collection[str]) -> tuple[str, ...]:
    """The notes on the clauses of a duty and of its limits; `shown` are those that stand beside the same advice.

    A note that a flow shows in some cases, or gives as the reason of a reading, may mislead in other cases: it counts
    only if it is shown. The reasons of the duty's own readings stand with its clauses and are not said again.
    """
    limits = duty.within if isinstance(duty, Action) else ()
    cites = [citation for part in (duty, *limits) for citation in part.cites]
    clauses = {citation.clause for citation in cites}
    reasons = {citation.item for citation in cites}
    elsewhere = _placed(area) - set(shown)
    return tuple(
        id
        for id, note in publication.notes.items()
        if note.kind in TOLD and id not in reasons and id not in elsewhere and not clauses.isdisjoint(note.clauses)
    )


@cache
def _placed(area: Area) -> frozenset[str]:
    """The notes to which the flows of an area give a place."""
    return frozenset[str]().union(*(notes_of(flow) for flow in area.flows))


def _fold(publication: Publication, name: str | None, *content: Html | None) -> Html:
    # Of which line, for those who hear a list of all that can be opened.
    of = el("span", f": {name}", class_="visually-hidden") if name else None
    return el("details", el("summary", publication.interface.why, of), *content, class_="why")


def _words(publication: Publication, flow: str, duty: Duty) -> str:
    if isinstance(duty, Caution):
        return f"{publication.interface.do_not}: {publication.duty(flow, 'cautions', duty.code).text}"
    return publication.duty(flow, "actions", duty.code, duty.by).text


# --- what led to it ----------------------------------------------------------------------------------------------


def _led_to(publication: Publication, case: Because) -> Html:
    """The flows that give a line in every case, the answers, and what it waits for: each list under its own words."""
    ui = publication.interface
    titles = {flow: words.title for flow, words in publication.flows.items()}
    lists: list[tuple[str, list[Html]]] = []
    if case.always:
        lists.append((ui.because_always.format(title=titles[case.always]), []))
    answered = ui.because_also if case.always else ui.because_answered
    for source in dict.fromkeys(fact.carried_from for fact in case.facts):
        heading = ui.because_carried.format(title=titles[source]) if source else answered
        lists.append((heading, [_answer(publication, fact) for fact in case.facts if fact.carried_from == source]))
    lists += [(ui.because_through.format(title=titles[flow]), []) for flow in case.through]
    if case.wait:
        lines = [el("li", _words(publication, flow, duty)) for flow, duty in case.wait.makers]
        lists.append((ui.because_wait.format(wait=ui.wait[case.wait.event]), lines))
    parts = [join(el("p", heading), el("ul", *items) if items else None) for heading, items in lists]
    return el("div", *parts, class_="because")


def _answer(publication: Publication, fact: Fact) -> Html:
    asked = publication.flows[fact.flow].questions[fact.question].ask
    answer = phrases.answer_words(publication, fact.flow, fact.question, fact.options)
    return el("li", f"{asked} ", el("strong", answer))


# --- clauses -----------------------------------------------------------------------------------------------------


def _clauses(publication: Publication, area: str, cites: Collection[Citation], limits: Iterable[Limit]) -> Html:
    """The clauses of a line, and those from which its limits come, where they are others."""
    named: list[tuple[str | None, Citation]] = [(None, citation) for citation in cites]
    named += [
        (publication.interface.limit[limit.code], citation)
        for limit in limits
        for citation in limit.cites
        if citation not in cites
    ]
    # The reason of a reading stands once: with the last clause that is read for it.
    last = {citation.item: citation for _, citation in named}
    items = [
        el(
            "li",
            el("strong", f"{limit}: ") if limit else None,
            *_citation(publication, area, citation, with_reason=citation is last[citation.item]),
        )
        for limit, citation in named
    ]
    return el("ul", *items)


def _citation(publication: Publication, area: str, citation: Citation, with_reason: bool) -> tuple[Html | str, ...]:
    ui = publication.interface
    clause = publication.clauses[citation.clause]
    labels = {Basis.STATED: ui.basis_stated, Basis.INFERRED: ui.basis_inferred, Basis.HANDBOOK: ui.basis_handbook}
    reason = publication.notes[citation.item] if citation.item and with_reason else None
    return (
        el("a", clause.place, href=clause_address(area, citation.clause), class_="cite"),
        " ",
        el("span", labels[citation.basis], class_=f"basis basis-{citation.basis}"),
        " ",
        clause.gist,
        el("span", f" {ui.inferred_because} {reason.text}", class_="reason") if reason else Html(),
    )


# --- notes on the clauses ----------------------------------------------------------------------------------------


def _whole_notes(publication: Publication, ids: Iterable[str]) -> Html | None:
    notes = [publication.notes[id] for id in ids]
    told = [
        el("p", el("strong", f"{phrases.note_label(publication, note.kind)}: {note.title}."), f" {note.text}")
        for note in notes
    ]
    return el("div", el("p", publication.interface.why_notes), *told, class_="why-notes") if told else None


def _links(publication: Publication, area: str, ids: Iterable[str]) -> Html | None:
    """The notes as links to where they stand whole."""
    links = [el("a", publication.notes[id].title, href=clause_address(area, f"note-{id}")) for id in ids]
    listed = [join("; " if number else " ", link) for number, link in enumerate(links)]
    return el("p", publication.interface.why_notes, *listed, class_="why-notes") if links else None
