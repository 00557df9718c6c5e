"""One tool in the review book: when it applies, its chart, and every line of it as it is declared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handbook.charts import figures
from handbook.review_book.lines import MARK, RESTS_ON, TICK, Row, case, duty_rests, lower, rests, review_table, row
from handbook.review_book.numbers import DUTY, ENTRY, ITEM, ONWARD, REMARK, Numbers
from handbook.review_book.questions import outcomes, questions, step_name
from pathways.model import Action, Duty, Flow, GoesOn, Note, Outcome
from pathways.publication import Publication
from pathways.render import dates, phrases
from pathways.render.html import Html, el, join

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
        el("h2", f"{name}: {words.title}", id=numbers.key(flow)),
        _use(publication, numbers, flow),
        *figures(root, publication, flow),
        _part(numbers, flow, ASKS, LEADS_TO, questions(publication, numbers, flow), "review-answers")
        or el("p", ASKS_NOTHING),
        _part(numbers, flow, ENDS, URGENCY, outcomes(publication, numbers, flow)),
        _part(numbers, flow, DUTIES, IN_CASE, _duties(publication, numbers, flow)),
        _part(numbers, flow, SHEET, IN_CASE, _items(publication, numbers, flow)),
        _part(numbers, flow, GOES_ON, IN_CASE, _goings_on(publication, numbers, flow)),
        _part(numbers, flow, REMARKS, IN_CASE, _remarks(publication, numbers, flow)),
        class_="review-tool",
        data_flow=flow.id,
    )


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
        el("p", el("strong", f"{USE}: ", data_line=numbers.key(flow, ENTRY.lower())), words.entry),
        el("p", later) if later else None,
        rests(publication, numbers, flow.cites),
        el("p", f"{TICK} ", MARK),
        class_="review-use",
    )


def _at(publication: Publication, flow: Flow, outcome: Outcome | None) -> str | None:
    """Where a line stands that belongs to one outcome alone."""
    return AT.format(outcome=lower(step_name(publication, flow, outcome.id))) if outcome else None


def _duties(publication: Publication, numbers: Numbers, flow: Flow) -> Iterable[Row]:
    """The flow's duties in source order, then those of each outcome."""
    placed: list[tuple[Duty, Outcome | None]] = [(duty, None) for duty in flow.duties]
    placed += [(duty, outcome) for outcome in flow.outcomes for duty in outcome.duties]
    for number, (duty, outcome) in enumerate(placed, 1):
        yield row(
            numbers.key(flow, DUTY.lower(), str(number)),
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
    yield from dates.timings(publication, flow.area, action, None)


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
            numbers.key(flow, ITEM.lower(), str(number)),
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
            numbers.key(flow, ONWARD.lower(), str(number)),
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
            numbers.key(flow, REMARK.lower(), str(number)),
            f"{REMARK} {number}",
            el("span", f"{phrases.note_label(publication, note.kind)}: {words.title}", class_="reason"),
            case(publication, numbers, flow, note.when, ALWAYS, _at(publication, flow, outcome)),
            el("a", numbers.note(note.id), href=f"#note-{note.id}"),
            data_note=note.id,
        )
