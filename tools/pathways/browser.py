"""The one function that the page calls: a request as JSON in, a response as JSON out. It never raises.

Request: {"flow": id, "answers": {question: [options]}} and, each optional: "at": a question to show it again; "now":
what time it is in UTC ("2026-11-21T09:30:00Z"); "start": from when time limits count, as London's clock showed it
("2026-11-20T16:05"; without it they count from now); "before": answers of the outcomes shown last, to say what has
changed; "view": of a finished journey, one of `request.VIEWS`; "exercise": the id of the case that is worked through,
without which there is no view "marking".
Response: {"ok": true, "html", "answers", "later", "done", "at", "fragment", "nodes", "edges", "announce"}: "later" are
answers given before that may belong again once the open question is answered;
or {"ok": false, "message", "answers", "html" (the last good question, where there is one)}.
"""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from pathways.calendar import Clock, FutureError, NoSuchTimeError, OutsideCalendarError, clock
from pathways.difference import Difference, difference
from pathways.flows import area_of
from pathways.model import Area
from pathways.publication import Publication, from_plain
from pathways.render import live, marking, record, what_if
from pathways.render.html import Html
from pathways.request import ADVICE, COMPARE, MARKING, RECORD, BadRequestError, Request, read
from pathways.walk import Answers, Step, Walk, walk


def respond(request: str) -> str:
    """Answer one request with the publication that was shipped beside the logic."""
    return respond_with(shipped(), request)


@cache
def shipped() -> Publication:
    """The words and facts that stand beside the logic in the archive. Raises FileNotFoundError outside of it."""
    data = pkgutil.get_data("pathways", "publication.json")
    if data is None:
        raise FileNotFoundError("publication.json does not stand beside the logic")
    return from_plain(Publication, json.loads(data))


def respond_with(publication: Publication, text: str) -> str:
    """Answer one request in the words of `publication`."""
    ui = publication.interface
    try:
        request = read(text)
        area = area_of(request.flow)
        if request.exercise is not None:
            _check_exercise(publication, request.exercise, request.flow)
    except BadRequestError:
        return json.dumps({"ok": False, "message": ui.bad_request, "answers": {}})
    except KeyError:
        return json.dumps({"ok": False, "message": ui.unknown_flow, "answers": {}})
    impossible = _impossible(area, request.answers)
    possible = {question: answer for question, answer in request.answers.items() if question not in impossible}
    here = walk(area, request.flow, possible)
    page = Page(publication=publication, here=here, request=request, clock=_clock(publication, area, request, None))
    if impossible:
        return page.refuse(_message(publication, here, impossible))
    try:
        page = replace(page, clock=_clock(publication, area, request, request.start))
    except ValueError as error:
        return page.refuse(_moment_message(publication, page, error), of_clock=True)
    if request.at is None:
        return page.refuse(ui.not_reached) if here.open and request.view != ADVICE else page.answer(None)
    again = next((step for step in here.asked() if step.question.id == request.at), None)
    if (again is None and not (here.open and here.open.id == request.at)) or request.view != ADVICE:
        return page.refuse(ui.not_reached)
    return page.answer(again)


def _check_exercise(publication: Publication, exercise: str, flow: str) -> None:
    """Raises BadRequestError unless there is such a case and it begins in this flow."""
    case = publication.exercises.get(exercise)
    if case is None or case.entry != flow:
        raise BadRequestError


def _impossible(area: Area, answers: Answers) -> list[str]:
    """The questions whose answer nobody can have given."""
    questions = {question.id: question for flow in area.flows for question in flow.questions}
    return [id for id, answer in answers.items() if id not in questions or not questions[id].allows(answer)]


def _message(publication: Publication, here: Walk, impossible: list[str]) -> str:
    """What to say of impossible answers: nothing chosen at the open question is the common case."""
    ui = publication.interface
    return ui.choose_one if here.open and impossible == [here.open.id] else ui.unknown_answer


def _clock(publication: Publication, area: Area, request: Request, start: str | None) -> Clock | None:
    """From when limits count; None when the page does not say what time it is, or it is a time no date is told for.

    Raises ValueError for a start that cannot be.
    """
    calendar = publication.calendar(area.id)
    if request.now is None or (start is None and not calendar.first <= request.now.year <= calendar.last):
        return None
    return clock(request.now, start, calendar)


def _moment_message(publication: Publication, page: Page, error: ValueError) -> str:
    ui, calendar = publication.interface, publication.calendar(page.here.area.id)
    match error:
        case OutsideCalendarError() if page.clock is None:
            return ui.date_outside_now
        case FutureError():
            return ui.date_future
        case NoSuchTimeError():
            return ui.date_skipped
        case OutsideCalendarError():
            return ui.date_outside.format(first=calendar.first, last=calendar.last)
        case _:
            return ui.date_bad


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a response is made from: the journey as far as it goes, what was asked, and from when limits count."""

    publication: Publication
    here: Walk
    request: Request
    clock: Clock | None

    def refuse(self, message: str, of_clock: bool = False) -> str:
        """The last good question or outcome, with what is wrong (`of_clock`: with the moment that was given)."""
        if self.here.open:
            html = live.question(self.publication, self.here, error=message)
        elif of_clock:
            html = self._advice(clock_error=message)
        else:
            html = self._advice(error=message)
        return json.dumps({"ok": False, "message": message, "answers": _plain(self.here.answers()), "html": html})

    def answer(self, again: Step | None) -> str:
        """The question that is open, or `again`; or the outcome, in the view that was asked for."""
        here = self.here
        nodes, edges = _way(here, again)
        done = here.is_complete and again is None
        asked = again.question if again else here.open
        own = [node for node in nodes if node.startswith(f"{here.flow.name}-")]
        return json.dumps(
            {
                "ok": True,
                "html": self._outcome() if done else live.question(self.publication, here, again),
                "answers": _plain(here.answers()),
                "later": _plain(here.unused) if here.open else {},
                "done": done,
                "at": None if done or asked is None else asked.id,
                "fragment": own[-1],
                "nodes": nodes,
                "edges": edges,
                "announce": self._announced(done),
            }
        )

    def _outcome(self) -> str:
        if self.request.view == RECORD:
            return record.sheet(self.publication, self.here, self.clock)
        if self.request.view == MARKING and self.request.exercise:
            return marking.sheet(self.publication, self.here, self.request.exercise)
        return self._advice(view=self.request.view)

    def _advice(self, view: str = ADVICE, error: str | None = None, clock_error: str | None = None) -> Html:
        return live.outcome(
            self.publication,
            self.here,
            self.clock,
            view=view,
            error=error,
            clock_error=clock_error,
            changed=self.changed,
            exercise=self.request.exercise,
        )

    @cached_property
    def changed(self) -> Difference | None:
        """What lies between this outcome and the last that was shown for other answers; None where there is none."""
        for answers in reversed(self.request.before):
            if not _impossible(self.here.area, answers):
                before = walk(self.here.area, self.here.flow.id, answers)
                if before.is_complete and before.answers() != self.here.answers():
                    return difference(before, self.here)
        return None

    def _announced(self, done: bool) -> str:
        ui = self.publication.interface
        if self.request.view == RECORD:
            return ui.record_title
        if self.request.view == MARKING:
            return self.publication.training.marked
        if self.request.view == COMPARE:
            return self.publication.compare.heading
        if done and self.changed:
            return f"{ui.done}. {what_if.summary(self.publication, self.changed)}"
        return ui.done if done else ""


def _plain(answers: Answers) -> dict[str, list[str]]:
    return {question: sorted(answer) for question, answer in answers.items()}


def _way(here: Walk, again: Step | None) -> tuple[list[str], list[str]]:
    """The nodes and arrows of the charts that the journey has passed, as far as the question shown."""
    nodes: list[str] = []
    edges: list[str] = []
    for passage in here.passages:
        prefix = f"{passage.flow.name}-"
        way: list[str] = []
        for step in passage.steps:
            way.append(prefix + step.question.id)
            if again is step:
                break
        else:
            if passage.outcome:
                way.append(prefix + passage.outcome.id)
            elif here.open:
                way.append(prefix + here.open.id)
        nodes += way
        edges += [f"{start}>{end}" for start, end in pairwise(way)]
        if again and again in passage.steps:
            break
    return nodes, edges
