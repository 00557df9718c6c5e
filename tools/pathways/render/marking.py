"""The advice reached in an exercise, marked: where the way left the case, then what was wrong, missed and right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.difference import Line
from pathways.marking import Marking, Parting, marking
from pathways.model import Action
from pathways.publication import Publication
from pathways.render import phrases, what_if
from pathways.render.html import Html, el, join
from pathways.render.why import clause_address
from pathways.request import ADVICE
from pathways.walk import Walk


def sheet(publication: Publication, here: Walk, exercise: str) -> Html:
    """A finished journey, marked against the case of the exercise."""
    words, ui = publication.training, publication.interface
    found = marking(publication.exercises[exercise], here)
    other_terms = [
        _item(publication, now, words.terms.format(was=_terms(publication, was), now=_terms(publication, now)))
        for was, now in found.other_terms
    ]
    return el(
        "section",
        el("p", words.exercise.format(id=exercise), class_="flow-progress"),
        el("h2", words.marked, tabindex="-1", data_focus=True),
        el("p", el("strong", summary(publication, found))),
        _parted(publication, found.partings),
        _list(words.forbidden, duty_items(publication, found.forbidden), "forbidden"),
        _list(words.missed, duty_items(publication, found.missed), "missed"),
        _list(words.too_far, duty_items(publication, found.too_far), "too-far"),
        _list(words.other_terms, other_terms, "other-terms"),
        _list(words.right, duty_items(publication, found.right), "right"),
        el("p", words.judge, " ", el("span", ui.basis_handbook, class_="handbook-own"), class_="flow-hint"),
        el(
            "div",
            el("button", words.back, type="button", class_="flow-secondary", data_view=ADVICE),
            el("button", ui.restart, type="button", class_="flow-secondary", data_restart=True),
            class_="flow-controls",
        ),
        class_="flow-step flow-marking",
    )


def summary(publication: Publication, found: Marking) -> str:
    """The marking in a line."""
    words = publication.training
    if found.is_all_right:
        return words.all_right
    return words.count.format(
        right=len(found.right),
        missed=len(found.missed),
        too_far=len(found.too_far),
        forbidden=len(found.forbidden),
        other_terms=len(found.other_terms),
    )


def duty_items(publication: Publication, given: Iterable[Line]) -> list[Html]:
    """Lines of an advice in short, each with how binding it is, by when, and its clauses."""
    return [_item(publication, one, _terms(publication, one)) for one in given]


def clause_links(publication: Publication, area: str, ids: Iterable[str]) -> Html:
    """The ids of clauses, each a link to where the area shows it."""
    links = [
        el("a", id, href=clause_address(area, id), title=publication.clauses[id].place, class_="marking-cite")
        for id in dict.fromkeys(ids)
    ]
    return join(*(join(" " if number else None, link) for number, link in enumerate(links)))


def _item(publication: Publication, given: Line, terms: str) -> Html:
    duty = given.duty
    limits = duty.within if isinstance(duty, Action) else ()
    ids = [citation.clause for part in (duty, *limits) for citation in part.cites]
    return el(
        "li",
        *what_if.line(publication, given),
        el("p", f"{terms} · " if terms else None, clause_links(publication, given.flow.split("/")[0], ids)),
        data_code=duty.code,
    )


def _terms(publication: Publication, given: Line) -> str:
    """Who acts, how binding it is, and by when; nothing for what must not be done."""
    if not isinstance(given.duty, Action):
        return ""
    who = phrases.who(publication, given.flow, given.duty)
    return f"{who} · {what_if.terms(publication, given.flow.split('/')[0], given.duty, None)}"


def _parted(publication: Publication, partings: Sequence[Parting]) -> Html:
    words = publication.training
    if not partings:
        return el("p", words.not_parted)
    items = [_parting(publication, parting) for parting in partings]
    return el("div", el("h3", words.parted), el("ul", *items), class_="marking-parted")


def _parting(publication: Publication, parting: Parting) -> Html:
    words = publication.training
    flow, question = parting.flow, parting.step.question.id
    answered = phrases.answer_words(publication, flow, question, parting.step.answer)
    supported = phrases.answer_words(publication, flow, question, parting.supported)
    ask = publication.flows[flow].questions[question].ask
    return el(
        "li",
        words.parted_answer.format(question=ask, answer=answered),
        " ",
        words.parted_case.format(answer=supported, words=parting.words),
        data_parted=question,
    )


def _list(heading: str, items: list[Html], mark: str) -> Html | None:
    return (
        el("div", el("h3", heading), el("ul", *items, class_="marking-lines"), data_mark=mark, class_="marking-list")
        if items
        else None
    )
