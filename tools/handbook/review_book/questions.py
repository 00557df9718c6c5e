"""The questions of a tool with their answers, and its outcomes, in the review book."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from handbook.review_book.lines import Row, rests, row
from handbook.review_book.numbers import ANSWER, OUTCOME, QUESTION, Numbers, answer_number, question_number
from pathways.model import Flow, Order, Otherwise, Question
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import el, join
from pathways.render.steps import fragment, letter_of

WHY = "Why it is asked: {why}"
SCALE = "Its answers stand from the least grave to the gravest."
CHECKLIST = "Several answers may be chosen, and each one more is graver."
NOMINAL = "No answer is graver than another: {reason}."
UNKNOWN = "“I don't know” can be chosen and counts as the gravest."
NO_UNKNOWN = "“I don't know” cannot be chosen: {reason}."
NO_UNKNOWN_EITHER = "For the same reason “I don't know” cannot be chosen."
TOGETHER = "If several are chosen, the first of these that fits decides: {routes}."
ANY_OTHER = "any other answer"


def questions(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    """Each question with its answers behind it: where each leads, and on what that rests."""
    for question in flow.questions:
        words = publication.flows[flow.id].questions[question.id]
        number = question_number(flow, question)
        asked = join(
            el("p", el("strong", words.ask), f" {words.hint}" if words.hint else None),
            el("p", WHY.format(why=words.why)),
            el("p", " ".join(_ordering(publication, flow, question))),
        )
        yield row(
            numbers.key(flow, QUESTION.lower(), number),
            f"{QUESTION} {number}",
            asked,
            None,
            rests(publication, numbers, question.cites),
            anchor=fragment(flow, question.id),
            data_question=question.id,
        )
        for option in question.all_options:
            taken = question.route_for(frozenset({option}))
            name = answer_number(flow, question, option)
            yield row(
                numbers.key(flow, ANSWER.lower(), name),
                name,
                words.options[option].label,
                _step(publication, flow, taken.to),
                rests(publication, numbers, taken.cites),
                data_option=option,
                data_to=taken.to,
            )


def _ordering(publication: Publication, flow: Flow, question: Question) -> Iterable[str]:
    """How the answers compare, whether not knowing is one of them, and what several of them lead to."""
    match question.order:
        case Order.SCALE:
            yield SCALE
        case Order.CHECKLIST:
            yield CHECKLIST
        case Order.NOMINAL:
            yield NOMINAL.format(reason=question.reason)
    if question.unknown:
        yield UNKNOWN
    elif question.order is Order.NOMINAL:
        yield NO_UNKNOWN_EITHER
    else:
        yield NO_UNKNOWN.format(reason=question.reason)
    if question.is_checklist and len({route.to for route in question.routes}) > 1:
        yield TOGETHER.format(routes="; ".join(_routes(publication, flow, question)))


def _routes(publication: Publication, flow: Flow, question: Question) -> Iterable[str]:
    """The routes in the order in which they are tried; those that follow one another to the same step as one."""
    ui = publication.interface
    for target, routes in groupby(question.routes, key=lambda route: route.to):
        tried = list(routes)
        if any(isinstance(route.options, Otherwise) for route in tried):
            named = ANY_OTHER
        else:
            named = f" {ui.or_} ".join(
                answer_number(flow, question, option)
                for option in question.all_options
                if any(route.takes(frozenset({option})) for route in tried)
            )
        yield f"{named}: {step_name(publication, flow, target)}"


def step_name(publication: Publication, flow: Flow, node: str) -> str:
    """The number of a question or the letter of an outcome, as on the screen."""
    ui = publication.interface
    if question := flow.question(node):
        return ui.question_number.format(n=question_number(flow, question))
    return ui.outcome_letter.format(letter=letter_of(flow, flow.outcome(node)))


def _step(publication: Publication, flow: Flow, node: str) -> str:
    name = step_name(publication, flow, node)
    return name if flow.question(node) else f"{name}: {publication.flows[flow.id].outcomes[node].title}"


def outcomes(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    """Each outcome: its heading, what it says, and how soon it wants action."""
    for outcome in flow.outcomes:
        words = publication.flows[flow.id].outcomes[outcome.id]
        yield row(
            numbers.key(flow, OUTCOME.lower(), letter_of(flow, outcome)),
            step_name(publication, flow, outcome.id),
            join(el("p", el("strong", words.title)), el("p", words.summary)),
            phrases.urgency(publication, outcome.urgency),
            rests(publication, numbers, outcome.cites),
            anchor=fragment(flow, outcome.id),
            data_outcome=outcome.id,
        )
