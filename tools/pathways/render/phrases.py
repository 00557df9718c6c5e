"""Conditions, forces, limits and contacts in words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from pathways.conditions import AllOf, AnyOf, Condition, Is
from pathways.model import UNKNOWN, Action, Citation, Limit, NoteKind
from pathways.publication import DutyWords, OptionWords, Publication, QuestionWords
from pathways.vocabulary import Force, Urgency


def described(publication: Publication, flow: str, condition: Condition) -> str:
    """A condition as the words that follow "If", such as "you work in health, or you do not know".

    However many parts hold for "I don't know", it is said once, at the end.
    """
    ui = publication.interface
    words = _known(publication, flow, condition)
    if not any(UNKNOWN in part.options for part in condition.parts()):
        return words
    return f"{words}, {ui.or_} {ui.not_known}" if words else ui.not_known


def _known(publication: Publication, flow: str, condition: Condition) -> str:
    """The parts of a condition that are more than not knowing; empty when there are none."""
    ui = publication.interface
    match condition:
        case Is():
            options = option_words(publication, flow, condition.question)
            named = [text for option, text in options.items() if option in condition.options - {UNKNOWN}]
            return f" {ui.or_} ".join(text.when or text.label for text in named)
        case AnyOf():
            return f" {ui.or_} ".join(_parts(publication, flow, _choices(condition)))
        case AllOf():
            return f", {ui.and_} ".join(_parts(publication, flow, condition.conditions))


def _choices(condition: AnyOf) -> list[Condition]:
    """What it is enough to hold, each question once: with all its options that are enough."""
    single: dict[str, Is] = {}
    others: list[Condition] = []
    for part in condition.conditions:
        for choice in _choices(part) if isinstance(part, AnyOf) else (part,):
            if isinstance(choice, Is):
                old = single.get(choice.question)
                single[choice.question] = Is(choice.question, *choice.options, *(old.options if old else ()))
            else:
                others.append(choice)
    return [*single.values(), *others]


def _parts(publication: Publication, flow: str, conditions: Iterable[Condition]) -> Iterable[str]:
    words = (_known(publication, flow, part) for part in conditions)
    return dict.fromkeys(part for part in words if part)


def option_words(publication: Publication, flow: str, question: str) -> dict[str, OptionWords]:
    """The options of a question in the words of `flow`, or of the first flow of its area that asks it."""
    return dict(question_words(publication, flow, question).options)


def question_words(publication: Publication, flow: str, question: str) -> QuestionWords:
    """A question in the words of `flow`, or of the first flow of its area that asks it."""
    area = flow.split("/")[0]
    for name in (flow, *(other for other in publication.flows if other.split("/")[0] == area)):
        if question in (words := publication.flows[name].questions):
            return words[question]
    raise KeyError(f"{flow}: nobody words the question {question}")


def answer_words(publication: Publication, flow: str, question: str, answer: Iterable[str]) -> str:
    """An answer as the labels that were chosen, in the order of the question."""
    options = option_words(publication, flow, question)
    return "; ".join(words.label for option, words in options.items() if option in set(answer))


def force(publication: Publication, action: Action) -> str:
    """How binding an action is, in a word or two."""
    ui = publication.interface
    return {
        Force.MUST: ui.force_must,
        Force.SHOULD: ui.force_should,
        Force.CONSIDER: ui.force_consider,
        Force.MAY: ui.force_may,
    }[action.force]


def urgency(publication: Publication, value: Urgency) -> str:
    """How soon an outcome wants action."""
    ui = publication.interface
    return {
        Urgency.NOW: ui.urgency_now,
        Urgency.TODAY: ui.urgency_today,
        Urgency.SOON: ui.urgency_soon,
        Urgency.NO_LIMIT_PRINTED: ui.urgency_no_limit_printed,
    }[value]


def timing(publication: Publication, action: Action) -> str | None:
    """By when, and after what: only what a source prints or a safety rule sets."""
    return "; ".join(timings(publication, action)) or None


def timings(
    publication: Publication, action: Action, said: Callable[[Limit], str] | None = None
) -> dict[str, tuple[Citation, ...]]:
    """Each limit and each wait in words, with the citations of a limit (a wait has none of its own).

    `said` words a limit; without it, a limit is only named.
    """
    ui = publication.interface
    parts = {}
    for limit in action.within:
        words = said(limit) if said else ui.limit[limit.code]
        if limit.code == "same-day" and action.within[0].code == "immediately":
            words = ui.never_later.format(limit=words[0].lower() + words[1:])
        parts[words] = limit.cites
    return parts | {ui.wait[code]: () for code in sorted(action.after)}


LIMITING = (
    "unless",
    "not where",
    "only after",
    "before the police",
    "nobody tells",
    "must not alert",
    "refer anyway",
    "report anyway",
    "stop and ring",
)
"""Words by which a second line limits the first: whoever reads one without the other may do harm."""


def limiting(words: DutyWords) -> str | None:
    """The second line of a duty where the first is not to be read without it."""
    return words.more if words.more and any(part in words.more.lower() for part in LIMITING) else None


def who(publication: Publication, flow: str, action: Action) -> str:
    """Who acts, in the area's words."""
    return publication.areas[flow.split("/")[0]].actors[action.by]


def weekday(date: datetime.date) -> str:
    """A date with its day of the week: Saturday 21 November 2026."""
    return f"{date:%A} {day(date)}"


def note_label(publication: Publication, kind: str) -> str:
    """The words for a kind of note."""
    ui = publication.interface
    return {
        NoteKind.INFORMATION: ui.note_information,
        NoteKind.BOARD_VIEW: ui.note_board_view,
        NoteKind.GAP: ui.note_gap,
        NoteKind.CONFLICT: ui.note_conflict,
        NoteKind.CURRENCY: ui.note_currency,
        NoteKind.SUPPRESSED: ui.note_suppressed,
        NoteKind.TO_CHECK: ui.note_to_check,
    }[NoteKind(kind)]


def day(date: datetime.date) -> str:
    """A date as people write it: 21 November 2026."""
    return f"{date.day} {date:%B %Y}"
