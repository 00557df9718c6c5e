"""What a new answer has changed, in words: which advice came, which went, and what is not as it was."""

from __future__ import annotations

from pathways.advice import Given
from pathways.calendar import Clock
from pathways.difference import Answered, Difference, Line
from pathways.model import Action
from pathways.publication import Publication
from pathways.render import dates, duties, phrases
from pathways.render.html import Html, el
from pathways.render.steps import action_line, provisional_words


def summary(publication: Publication, found: Difference) -> str:
    """How much has changed, in a line."""
    ui = publication.interface
    if found.is_none:
        return ui.changed_nothing
    counts = (
        (ui.changed_lines_came, len(found.came)),
        (ui.changed_lines_went, len(found.went)),
        (ui.changed_lines_altered, len(found.altered)),
    )
    return ui.changed.format(lines=", ".join(words.format(n=n) for words, n in counts if n))


def box(publication: Publication, area: str, found: Difference, clock: Clock | None) -> Html:
    """What has changed, folded under its summary."""
    ui = publication.interface
    return el(
        "details",
        el("summary", summary(publication, found)),
        el("ul", *_answers(publication, found)),
        _list(ui.changed_came, [_came(publication, area, given, clock) for given in found.came]),
        _own(publication, ui.changed_stays) if found.went or found.altered else None,
        _list(ui.changed_went, [_line(publication, given) for given in found.went]),
        _list(ui.changed_altered, [_altered(publication, area, was, now, clock) for was, now in found.altered]),
        None if found.is_none else _own(publication, ui.changed_tell),
        class_="flow-changed",
    )


def _own(publication: Publication, words: str) -> Html:
    """A sentence of the handbook's own."""
    return el("p", words, " ", el("span", publication.interface.basis_handbook, class_="handbook-own"))


def _answers(publication: Publication, found: Difference) -> list[Html]:
    ui = publication.interface
    lines = [
        ui.changed_answer.format(
            question=_asked(publication, now), was=_said(publication, was), now=_said(publication, now)
        )
        for was, now in found.changed
    ]
    for words, answers in ((ui.changed_left_out, found.left_out), (ui.changed_added, found.added)):
        lines += [
            words.format(question=_asked(publication, answer), answer=_said(publication, answer)) for answer in answers
        ]
    return [el("li", line) for line in lines]


def _asked(publication: Publication, answer: Answered) -> str:
    return publication.flows[answer.flow].questions[answer.step.question.id].ask


def _said(publication: Publication, answer: Answered) -> str:
    return phrases.answer_words(publication, answer.flow, answer.step.question.id, answer.step.answer)


def _list(heading: str, items: list[Html]) -> Html | None:
    return el("div", el("h3", heading), el("ul", *items)) if items else None


def _line(publication: Publication, given: Line, terms: str | None = None) -> Html:
    """A line in short; then its terms."""
    after = f" {terms}" if terms else None
    return el("li", *line(publication, given), after, data_code=given.duty.code)


def line(publication: Publication, given: Line) -> tuple[Html | str | None, ...]:
    """One line of an advice in short, with its "If" and what it is not to be read without."""
    condition = provisional_words(publication, given)
    duty = given.duty
    if isinstance(duty, Action):
        return action_line(publication, given.flow, duty, condition)
    ui = publication.interface
    return (
        el("strong", f"{ui.do_not}: "),
        el("strong", f"{ui.if_} {condition}: ", class_="if") if condition else None,
        publication.duty(given.flow, "cautions", duty.code).text,
        " ",
        duties.own_label(publication, duty.cites),
    )


def _came(publication: Publication, area: str, given: Line, clock: Clock | None) -> Html:
    """A new line; an act says also who does it, by when and after what, so that nobody does it too early."""
    act = given.duty
    if not isinstance(act, Action):
        return _line(publication, given)
    told = (phrases.who(publication, given.flow, act), *dates.timings(publication, area, act, clock))
    return _line(publication, given, " · ".join(told))


def _altered(publication: Publication, area: str, was: Given[Action], now: Given[Action], clock: Clock | None) -> Html:
    before, after = (terms(publication, area, given.duty, clock) for given in (was, now))
    return _line(publication, now, publication.interface.changed_terms.format(was=before, now=after))


def terms(publication: Publication, area: str, act: Action, clock: Clock | None) -> str:
    """How binding an act is, and by when or after what."""
    return "; ".join([phrases.force(publication, act), *dates.timings(publication, area, act, clock)])
