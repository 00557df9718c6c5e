"""One tool in the review book: when it applies, its chart, and every line of it as it is declared."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from handbook.charts import figures
from handbook.review_book.lines import MARK, RESTS_ON, TICK, Row, case, duty_rests, lower, rests, review_table, row
from handbook.review_book.numbers import (
    ANSWER,
    DUTY,
    ENTRY,
    ITEM,
    ONWARD,
    OUTCOME,
    QUESTION,
    REMARK,
    Numbers,
    anchor,
    answer_number,
    question_number,
)
from pathways.model import Action, Duty, Flow, GoesOn, Note, Order, Otherwise, Outcome, Question
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import Html, el, join
from pathways.render.steps import fragment, letter_of

USE = "When to use it"
ASKS, ENDS, DUTIES, SHEET, GOES_ON, REMARKS = (
    "Questions and answers",
    "Outcomes",
    "Duties",
    "Worksheet",
    "Goes on to other tools",
    "Notes shown with the advice",
)
WHAT, LEADS_TO, IN_CASE, URGENCY = "What it says", "Leads to", "In which case", "How soon"
ALWAYS = "In every case"
ASKS_NOTHING = "This tool asks nothing."
WHY = "Why it is asked: {why}"
SCALE = "Its answers stand from the least grave to the gravest."
CHECKLIST = "Several answers may be chosen, and each one more is graver."
NOMINAL = "No answer is graver than another: {reason}."
UNKNOWN = "“I don't know” can be chosen and counts as the gravest."
NO_UNKNOWN = "“I don't know” cannot be chosen: {reason}."
NO_UNKNOWN_EITHER = "For the same reason “I don't know” cannot be chosen."
TOGETHER = "If several are chosen, the first of these that fits decides: {routes}."
ANY_OTHER = "any other answer"
PROVISIONAL = "If it is given only because something is not known, it begins: “If {words}:”"
FLOW_PROVISIONAL = (
    "If another tool goes on to this one only because something is not known, its duties begin: “If {words}:”"
)
FOR = "for: {whom}"
THEN = "Go on to {tool}: {title}"
HANDS_ON = "It hands on: {facts}"
HANDS_ON_NOTHING = "It hands on the answers given, and nothing else."
AT = "At {outcome}"


def tool(root: Path, publication: Publication, numbers: Numbers, flow: Flow) -> Html:
    """Everything that a flow declares, on a page of its own."""
    words = publication.flows[flow.id]
    name = numbers.tool(flow)
    return el(
        "section",
        el("h2", f"{name}: {words.title}", id=_key(numbers, flow)),
        _use(publication, numbers, flow),
        *figures(root, publication, flow),
        _part(numbers, flow, ASKS, LEADS_TO, _questions(publication, numbers, flow), "review-answers")
        or el("p", ASKS_NOTHING),
        _part(numbers, flow, ENDS, URGENCY, _outcomes(publication, numbers, flow)),
        _part(numbers, flow, DUTIES, IN_CASE, _duties(publication, numbers, flow)),
        _part(numbers, flow, SHEET, IN_CASE, _items(publication, numbers, flow)),
        _part(numbers, flow, GOES_ON, IN_CASE, _goings_on(publication, numbers, flow)),
        _part(numbers, flow, REMARKS, IN_CASE, _remarks(publication, numbers, flow)),
        class_="review-tool",
        data_flow=flow.id,
    )


def _key(numbers: Numbers, flow: Flow, *parts: str) -> str:
    return "-".join([anchor(numbers.tool(flow)), *parts])


def _part(numbers: Numbers, flow: Flow, title: str, third: str, rows: Iterable[Row], more: str | None = None) -> Html:
    """A part of a tool under its heading; the head of its table, repeated on each sheet, says whose lines these are."""
    listed = list(rows)
    tool = numbers.tool(flow)
    columns = (tool, WHAT, third, RESTS_ON, TICK)
    return join(el("h3", title), review_table(f"{tool}: {title}", columns, listed, more)) if listed else Html()


def _use(publication: Publication, numbers: Numbers, flow: Flow) -> Html:
    """When the tool applies, as a line of its own before the chart."""
    words = publication.flows[flow.id]
    later = FLOW_PROVISIONAL.format(words=words.provisional) if words.provisional else None
    return el(
        "div",
        el("p", el("strong", f"{USE}: ", data_line=_key(numbers, flow, ENTRY.lower())), words.entry),
        el("p", later) if later else None,
        rests(publication, numbers, flow.cites),
        el("p", f"{TICK} ", MARK),
        class_="review-use",
    )


# --- questions and outcomes --------------------------------------------------------------------------------------


def _questions(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    for question in flow.questions:
        words = publication.flows[flow.id].questions[question.id]
        number = question_number(flow, question)
        asked = join(
            el("p", el("strong", words.ask), f" {words.hint}" if words.hint else None),
            el("p", WHY.format(why=words.why)),
            el("p", " ".join(_ordering(publication, flow, question))),
        )
        yield row(
            _key(numbers, flow, QUESTION.lower(), number),
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
                _key(numbers, flow, ANSWER.lower(), name),
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
        yield f"{named}: {_step_name(publication, flow, target)}"


def _step_name(publication: Publication, flow: Flow, node: str) -> str:
    """The number of a question or the letter of an outcome, as on the screen."""
    ui = publication.interface
    if question := flow.question(node):
        return ui.question_number.format(n=question_number(flow, question))
    return ui.outcome_letter.format(letter=letter_of(flow, flow.outcome(node)))


def _step(publication: Publication, flow: Flow, node: str) -> str:
    name = _step_name(publication, flow, node)
    return name if flow.question(node) else f"{name}: {publication.flows[flow.id].outcomes[node].title}"


def _outcomes(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    for outcome in flow.outcomes:
        words = publication.flows[flow.id].outcomes[outcome.id]
        yield row(
            _key(numbers, flow, OUTCOME.lower(), letter_of(flow, outcome)),
            _step_name(publication, flow, outcome.id),
            join(el("p", el("strong", words.title)), el("p", words.summary)),
            phrases.urgency(publication, outcome.urgency),
            rests(publication, numbers, outcome.cites),
            anchor=fragment(flow, outcome.id),
            data_outcome=outcome.id,
        )


# --- duties, worksheet, other tools, notes -----------------------------------------------------------------------


def _at(publication: Publication, flow: Flow, outcome: Outcome | None) -> str | None:
    """Where a line stands that belongs to one outcome alone."""
    return AT.format(outcome=lower(_step_name(publication, flow, outcome.id))) if outcome else None


def _duties(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    """The flow's duties in source order, then those of each outcome."""
    placed: list[tuple[Duty, Outcome | None]] = [(duty, None) for duty in flow.duties]
    placed += [(duty, outcome) for outcome in flow.outcomes for duty in outcome.duties]
    for number, (duty, outcome) in enumerate(placed, 1):
        yield row(
            _key(numbers, flow, DUTY.lower(), str(number)),
            f"{DUTY} {number}",
            _act(publication, numbers, flow, duty),
            case(publication, numbers, flow, duty.when, ALWAYS, _at(publication, flow, outcome)),
            duty_rests(publication, numbers, duty),
            data_code=duty.code,
        )


def _act(publication: Publication, numbers: Numbers, flow: Flow, duty: Duty) -> Html:
    """What a duty says; of an action also how binding it is, who acts, for whom, with whom, and when."""
    if isinstance(duty, Action):
        words = publication.duty(flow.id, "actions", duty.code, duty.by)
        said, terms = words.text, el("p", " · ".join(_terms(publication, numbers, flow, duty)))
    else:
        words = publication.duty(flow.id, "cautions", duty.code)
        said, terms = f"{publication.interface.do_not}: {words.text}", Html()
    later = PROVISIONAL.format(words=words.provisional) if words.provisional else None
    return join(
        el("p", el("strong", said)),
        el("p", words.more) if words.more else None,
        terms,
        el("p", later) if later else None,
    )


def _terms(publication: Publication, numbers: Numbers, flow: Flow, action: Action) -> Iterable[str]:
    yield phrases.force(publication, action)
    yield phrases.who(publication, flow.id, action)
    if action.for_whom:
        yield FOR.format(whom=action.for_whom.replace("-", " "))
    if action.contact:
        yield f"{publication.contacts[flow.area][action.contact].name} ({lower(numbers.contact(action.contact))})"
    if timing := phrases.timing(publication, action):
        yield timing


def _items(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    words = publication.flows[flow.id]
    listed = [
        (outcome, section, item)
        for outcome in flow.outcomes
        for section, items in (outcome.worksheet.sections if outcome.worksheet else ())
        for item in items
    ]
    for number, (outcome, section, item) in enumerate(listed, 1):
        yield row(
            _key(numbers, flow, ITEM.lower(), str(number)),
            f"{ITEM} {number}",
            words.items[item.id],
            f"{_at(publication, flow, outcome)}: {words.sections[section]}",
            rests(publication, numbers, item.cites),
            data_item=item.id,
        )


def _goings_on(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    for number, onward in enumerate(flow.goes_on, 1):
        target = numbers.area.flow(onward.flow)
        then = THEN.format(tool=lower(numbers.tool(target)), title=publication.flows[target.id].title)
        facts = "; ".join(_handed_on(publication, target, onward))
        yield row(
            _key(numbers, flow, ONWARD.lower(), str(number)),
            f"{ONWARD} {number}",
            join(el("p", el("strong", then)), el("p", HANDS_ON.format(facts=facts) if facts else HANDS_ON_NOTHING)),
            case(publication, numbers, flow, onward.when, ALWAYS),
            rests(publication, numbers, onward.cites),
            data_to=target.id,
        )


def _handed_on(publication: Publication, target: Flow, onward: GoesOn) -> Iterable[str]:
    """Each fact that is handed on, as question and answer."""
    for id, options in onward.given.items():
        answer = phrases.answer_words(publication, target.id, id, options)
        yield f"“{_asked(publication, target, id)}” {answer}"


def _asked(publication: Publication, flow: Flow, question: str) -> str:
    """How a fact is asked for: in the flow's words, or those of the first flow of its area that asks."""
    asking = (one for id, one in publication.flows.items() if id.startswith(f"{flow.area}/"))
    return next(
        words.questions[question].ask for words in (publication.flows[flow.id], *asking) if question in words.questions
    )


def _remarks(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    """The notes that the tool shows, by title; they stand whole among the notes of the area."""
    placed: list[tuple[Note, Outcome | None]] = [(note, None) for note in flow.notes]
    placed += [(note, outcome) for outcome in flow.outcomes for note in outcome.notes]
    for number, (note, outcome) in enumerate(placed, 1):
        words = publication.notes[note.id]
        yield row(
            _key(numbers, flow, REMARK.lower(), str(number)),
            f"{REMARK} {number}",
            el("span", f"{phrases.note_label(publication, note.kind)}: {words.title}", class_="reason"),
            case(publication, numbers, flow, note.when, ALWAYS, _at(publication, flow, outcome)),
            el("a", numbers.note(note.id), href=f"#note-{note.id}"),
            data_note=note.id,
        )
