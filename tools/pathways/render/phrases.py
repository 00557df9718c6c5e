"""Conditions, forces, limits and contacts in words."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.conditions import AllOf, AnyOf, Condition, Is
from pathways.model import NONE, UNKNOWN, Action
from pathways.publication import OptionWords, Publication
from pathways.vocabulary import Force, Urgency


def described(publication: Publication, flow: str, condition: Condition) -> str:
    """A condition as the words that follow "If", such as "you work in health"."""
    ui = publication.interface
    match condition:
        case Is():
            return _comparison(publication, flow, condition)
        case AnyOf():
            return f" {ui.or_} ".join(
                dict.fromkeys(described(publication, flow, part) for part in condition.conditions)
            )
        case AllOf():
            return f" {ui.and_} ".join(
                dict.fromkeys(described(publication, flow, part) for part in condition.conditions)
            )


def _comparison(publication: Publication, flow: str, part: Is) -> str:
    ui = publication.interface
    options = option_words(publication, flow, part.question)
    named = [
        options[option].when or options[option].label
        for option in sorted(part.options - {UNKNOWN}, key=list(options).index)
    ]
    words = f" {ui.or_} ".join(named)
    if UNKNOWN not in part.options:
        return words
    return f"{words}, {ui.or_} {ui.not_known}" if words else ui.not_known


def option_words(publication: Publication, flow: str, question: str) -> dict[str, OptionWords]:
    """The options of a question in the words of `flow`, or of the first flow of its area that asks it."""
    area = flow.split("/")[0]
    for name in (flow, *(other for other in publication.flows if other.split("/")[0] == area)):
        if question in (words := publication.flows[name].questions):
            return dict(words[question].options)
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
    ui = publication.interface
    parts = [ui.limit[limit.code] for limit in action.within]
    parts += [ui.wait[code] for code in sorted(action.after)]
    return "; ".join(parts) or None


def who(publication: Publication, flow: str, action: Action) -> str:
    """Who acts, in the area's words."""
    return publication.areas[flow.split("/")[0]].actors[action.by]


RESERVED = (NONE, UNKNOWN)
