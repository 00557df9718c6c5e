"""The enhanced tool: one open question, or the tailored advice of a finished journey."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import lru_cache

from pathways.advice import Given, advise
from pathways.because import reasons
from pathways.calendar import Clock
from pathways.compare.pose import compare_walk
from pathways.difference import Difference
from pathways.model import Action, Area, Caution, Question
from pathways.paths import journeys
from pathways.publication import Publication
from pathways.render import dates, duties, phrases, what_if
from pathways.render.comparison import others
from pathways.render.duties import Line
from pathways.render.html import Html, el, problem
from pathways.render.steps import Certainties, certain, certain_box, progress, provisional_words, why_we_ask
from pathways.render.why import notes_behind
from pathways.request import ADVICE, COMPARE, DATES, MARKING, RECORD
from pathways.walk import Step, Walk, walk


def question(publication: Publication, here: Walk, again: Step | None = None, error: str | None = None) -> Html:
    """The open question of a walk, or, with `again`, one answered before, with its answer marked."""
    asked = again.question if again else here.open
    if asked is None:
        raise ValueError("a finished journey has no open question: render its outcome")
    ui = publication.interface
    flow = next(p.flow for p in here.passages if asked in p.flow.questions) if again else here.here.flow
    words = publication.flows[flow.id].questions[asked.id]
    before = _before(here, asked)
    certainties, of = _ahead(here.area, here.flow.id, frozenset(before.answers().items()))
    number = len(before.asked()) + 1
    form = el(
        "form",
        el(
            "fieldset",
            el("legend", el("h2", words.ask, tabindex="-1", data_focus=True)),
            el("p", words.hint, class_="flow-hint") if words.hint else None,
            el("p", ui.choose_any, class_="flow-hint") if asked.is_checklist else None,
            problem(error),
            el(
                "ul",
                *(_option(publication, flow.id, asked, option, again) for option in asked.all_options),
                class_="flow-options",
            ),
        ),
        el("button", ui.continue_, type="submit", class_="flow-submit"),
        data_question=asked.id,
    )
    last = before.asked()[-1] if before.asked() else None
    back = el("button", ui.back, type="button", class_="flow-secondary", data_at=last.question.id) if last else None
    return el(
        "section",
        progress(publication, flow, ui.question_of.format(n=number, of=max(of, number))),
        el("div", form, back, class_="flow-question"),
        certain_box(publication, certainties, ui.certain),
        answers(publication, before, change_to=False),
        why_we_ask(publication, flow, asked),
        class_="flow-step flow-live-question",
    )


@lru_cache(maxsize=1000)
def _ahead(area: Area, flow_id: str, answers: frozenset[tuple[str, frozenset[str]]]) -> tuple[Certainties, int]:
    """What is certain after these answers, and how many questions the longest way from here asks in all.

    Kept, because readers go back and forth between the same few places.
    """
    completions = list(journeys(area, flow_id, dict(answers), one_tick=True))
    return certain(completions), max(len(journey.asked()) for journey in completions)


def _before(here: Walk, asked: Question) -> Walk:
    """The same journey before this question was answered."""
    given = {}
    for step in here.asked():
        if step.question is asked:
            break
        given[step.question.id] = step.answer
    return walk(here.area, here.flow.id, given)


def _option(publication: Publication, flow: str, asked: Question, option: str, again: Step | None) -> Html:
    words = publication.flows[flow].questions[asked.id].options[option]
    alone = asked.is_checklist and option not in asked.options
    return el(
        "li",
        el(
            "label",
            el(
                "input",
                type="checkbox" if asked.is_checklist else "radio",
                name="option",
                value=option,
                required=not asked.is_checklist,
                checked=bool(again and option in again.answer),
                data_exclusive=alone,
            ),
            el("span", words.label),
            class_="flow-option",
        ),
    )


def outcome(
    publication: Publication,
    here: Walk,
    clock: Clock | None = None,
    *,
    view: str = ADVICE,
    error: str | None = None,
    clock_error: str | None = None,
    changed: Difference | None = None,
    exercise: str | None = None,
) -> Html:
    """The advice of a finished journey; in the view "compare" with what the other areas would say of the same case.

    `clock` says from when time limits count, `clock_error` what is wrong with the moment that the reader gave, and
    `error` what else is wrong. `changed` is what lies between this advice and the one that was shown before it.
    In an exercise the advice can be marked; as it is for nobody, it can be neither printed nor recorded.
    """
    ui = publication.interface
    advice = advise(here)
    ends = [(passage, passage.outcome) for passage in here.passages if passage.outcome]
    first, end = max(ends, key=lambda pair: pair[1].urgency)
    words = publication.flows[first.flow.id].outcomes[end.id]
    shown = {note.id for note in advice.notes}
    now, rest = duties.action_groups(publication, _lines(publication, here, advice.actions, shown, clock), 3)
    cautions = _lines(publication, here, advice.cautions, shown)
    summaries = {publication.flows[passage.flow.id].outcomes[one.id].summary: one for passage, one in ends}
    sheets = [(passage.flow.id, one.worksheet) for passage, one in ends if one.worksheet]
    contacts = [given.duty.contact for given in advice.actions if given.duty.contact]
    dated = dates.starts(given.duty for given in advice.actions)
    focus = view == DATES and bool(dated)
    return el(
        "section",
        progress(publication, here.flow, ui.done),
        el("h2", words.title, tabindex="-1", data_focus=not focus and view != COMPARE),
        problem(error),
        el("p", phrases.urgency(publication, advice.urgency), class_="flow-urgency"),
        *(el("p", summary, " ", duties.own_label(publication, one.cites)) for summary, one in summaries.items()),
        _mark_offer(publication) if exercise else None,
        what_if.box(publication, here.area.id, changed, clock) if changed else None,
        now,
        duties.cautions_box(publication, cautions, 3),
        dates.form(publication, here.area.id, dated, clock, clock_error, focus) if dated else problem(clock_error),
        rest,
        *(duties.worksheet(publication, flow, sheet, 3) for flow, sheet in sheets),
        duties.notes_box(publication, [(note, None) for note in advice.notes], 3),
        duties.contacts_box(publication, here.area.id, contacts, 3),
        answers(publication, here, change_to=True),
        el(
            "div",
            *([] if exercise else [_button(ui.record, data_view=RECORD), _button(ui.print, data_print=True)]),
            _button(ui.restart, data_restart=True),
            None if exercise else _button(ui.clear, data_clear=True),
            None if view == COMPARE else _button(publication.compare.offer, data_view=COMPARE),
            class_="flow-controls",
        ),
        _compared(publication, here) if view == COMPARE else None,
        class_="flow-step flow-outcome",
    )


def _button(label: str, **does: str | bool) -> Html:
    return el("button", label, type="button", class_="flow-secondary", **does)


def _mark_offer(publication: Publication) -> Html:
    mark = el("button", publication.training.mark, type="button", class_="flow-submit", data_view=MARKING)
    return el("p", mark, class_="flow-controls")


def _compared(publication: Publication, here: Walk) -> Html:
    words = publication.compare
    return el(
        "section",
        el("h3", words.heading, tabindex="-1", data_focus=True),
        el("p", words.lead),
        others(publication, compare_walk(here), here.area.id, 4),
        class_="flow-compared",
    )


def _lines[D: (Action, Caution)](
    publication: Publication,
    here: Walk,
    advised: Iterable[Given[D]],
    shown: Collection[str],
    clock: Clock | None = None,
) -> list[Line[D]]:
    """Duties as lines, each with what led to it and with the notes behind it; `shown` are those of the advice."""
    why = reasons(here)
    return [
        Line(
            duty=given.duty,
            flow=given.flow,
            condition=provisional_words(publication, given),
            clock=clock,
            notes=notes_behind(publication, here.area, given.duty, shown),
            because=why[given.duty.key],
        )
        for given in advised
    ]


def answers(publication: Publication, here: Walk, change_to: bool) -> Html:
    """The answers so far, each to be changed; with `change_to`, the other answers at one click."""
    if not here.asked():
        return Html()
    ui = publication.interface
    rows = [
        _answer(publication, passage.flow.id, step, change_to)
        for passage in here.passages
        for step in passage.steps
        if step.asked
    ]
    restart = el("button", ui.restart, type="button", class_="flow-secondary", data_restart=True)
    return el(
        "div",
        el("h3", ui.your_answers),
        el("dl", *rows),
        None if change_to else el("p", restart, class_="flow-controls"),
        class_="flow-answers",
    )


def _answer(publication: Publication, flow: str, step: Step, change_to: bool) -> Html:
    ui = publication.interface
    words = publication.flows[flow].questions[step.question.id]
    asked = el("span", f" {words.ask}", class_="visually-hidden")
    change = el("button", ui.change, asked, type="button", class_="flow-secondary", data_at=step.question.id)
    others = [
        el(
            "button",
            f"{ui.change_to}: {words.options[option].label}",
            asked,
            type="button",
            class_="flow-secondary",
            data_answer=json.dumps({step.question.id: [option]}),
        )
        for option in step.question.all_options
        if change_to and not step.question.is_checklist and option not in step.answer
    ]
    return el(
        "div",
        el("dt", words.ask),
        el("dd", phrases.answer_words(publication, flow, step.question.id, step.answer)),
        el("dd", *(others or [change])),
    )
