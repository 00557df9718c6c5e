"""Flows and journeys as plain values, for JSON: the interface that other programs use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pathways.advice import Given, advise
from pathways.calendar import Clock
from pathways.conditions import AllOf, AnyOf, Condition, Is
from pathways.model import Action, Caution, Citation, Flow, Otherwise
from pathways.publication import Publication
from pathways.render import dates
from pathways.walk import Walk


def journey(publication: Publication, here: Walk, clock: Clock | None = None) -> dict[str, Any]:
    """A complete journey with its advice; with a `clock` also the last day of each limit that has a start."""
    advice = advise(here)
    return {
        "flow": here.flow.id,
        "answers": {id: sorted(answer) for id, answer in here.answers().items()},
        "flows": [passage.flow.id for passage in here.passages],
        "outcomes": [passage.outcome.id for passage in here.passages if passage.outcome],
        "urgency": advice.urgency.name.lower().replace("_", "-"),
        "actions": [_action(publication, given, clock) for given in advice.actions],
        "cautions": [
            {
                "code": given.duty.code,
                "text": publication.duty(given.flow, "cautions", given.duty.code).text,
                "cites": _cites(given.duty.cites),
            }
            for given in advice.cautions
        ],
        "notes": [
            {"id": note.id, "kind": str(note.kind), "text": publication.notes[note.id].text} for note in advice.notes
        ],
    }


def _action(publication: Publication, given: Given[Action], clock: Clock | None) -> dict[str, Any]:
    action = given.duty
    ends = [dates.last_day(publication, given.flow.split("/")[0], limit, clock) for limit in action.within]
    return {
        "code": action.code,
        "text": publication.duty(given.flow, "actions", action.code, action.by).text,
        "by": action.by,
        "force": action.force.name.lower(),
        "contact": action.contact,
        "within": [limit.code for limit in action.within],
        "after": sorted(action.after),
        "due": min((end.day.isoformat() for end in ends if end), default=None),
        "cites": _cites(action.cites),
    }


def _cites(cites: Iterable[Citation]) -> list[dict[str, str]]:
    return [{"clause": citation.clause, "basis": str(citation.basis)} for citation in cites]


def flow(one: Flow) -> dict[str, Any]:
    """A flow as it is declared."""
    return {
        "id": one.id,
        "start": one.start,
        "cites": _cites(one.cites),
        "questions": [
            {
                "id": question.id,
                "order": str(question.order),
                "options": list(question.all_options),
                "cites": _cites(question.cites),
                "routes": [
                    {
                        "options": list(question.options_of(route))
                        if isinstance(route.options, Otherwise)
                        else sorted(route.options),
                        "to": route.to,
                        "cites": _cites(route.cites),
                    }
                    for route in question.routes
                ],
            }
            for question in one.questions
        ],
        "outcomes": [
            {
                "id": outcome.id,
                "urgency": outcome.urgency.name.lower().replace("_", "-"),
                "cites": _cites(outcome.cites),
                "duties": [_duty(duty) for duty in outcome.duties],
            }
            for outcome in one.outcomes
        ],
        "duties": [_duty(duty) for duty in one.duties],
        "goes_on": [
            {
                "flow": onward.flow,
                "when": _condition(onward.when),
                "given": {id: sorted(answer) for id, answer in onward.given.items()},
                "cites": _cites(onward.cites),
            }
            for onward in one.goes_on
        ],
    }


def _duty(duty: Action | Caution) -> dict[str, Any]:
    own: dict[str, Any] = {"kind": "caution"}
    if isinstance(duty, Action):
        own = {
            "kind": "action",
            "by": duty.by,
            "for_whom": duty.for_whom,
            "force": duty.force.name.lower(),
            "contact": duty.contact,
            "within": [limit.code for limit in duty.within],
            "after": sorted(duty.after),
        }
    return {"code": duty.code, **own, "when": _condition(duty.when), "cites": _cites(duty.cites)}


def _condition(condition: Condition | None) -> dict[str, Any] | None:
    match condition:
        case None:
            return None
        case Is():
            return {"question": condition.question, "any": sorted(condition.options)}
        case AnyOf():
            return {"any": [_condition(part) for part in condition.conditions]}
        case AllOf():
            return {"all": [_condition(part) for part in condition.conditions]}
