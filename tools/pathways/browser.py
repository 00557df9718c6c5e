"""The one function that the page calls: a request as JSON in, a response as JSON out. It never raises.

Request: {"flow": id, "answers": {question: [options]}, "at": question (optional, to show it again),
"compare": true (optional, at an outcome: what the other areas say)}.
Response: {"ok": true, "html", "answers", "done", "at", "fragment", "nodes", "edges", "announce"}
or {"ok": false, "message", "answers", "html" (the last good question, where there is one)}.
"""

from __future__ import annotations

import json
import pkgutil
from functools import cache
from itertools import pairwise

from pathways.flows import area_of
from pathways.model import Area
from pathways.publication import Publication, from_plain
from pathways.render import live
from pathways.walk import Answers, Step, Walk, walk

LONGEST_REQUEST = 20_000
"""Characters; a real request has a few hundred."""


class BadRequestError(Exception):
    """A request that cannot be answered; its message is for the reader."""


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


def respond_with(publication: Publication, request: str) -> str:
    """Answer one request in the words of `publication`."""
    try:
        flow_id, answers, at, compared = _read(publication, request)
        area = _area(publication, flow_id)
        unknown = _impossible(area, answers)
    except BadRequestError as error:
        return json.dumps({"ok": False, "message": str(error), "answers": {}})
    here = walk(area, flow_id, {question: answer for question, answer in answers.items() if question not in unknown})
    if unknown:
        return _refuse(publication, here, _message(publication, here, unknown))
    if compared and (at is not None or here.open):
        return _refuse(publication, here, publication.interface.not_reached)
    if at is None:
        return _respond(publication, here, None, compared)
    step = next((step for step in here.asked() if step.question.id == at), None)
    if step is None and not (here.open and here.open.id == at):
        return _refuse(publication, here, publication.interface.not_reached)
    return _respond(publication, here, step)


def _read(publication: Publication, request: str) -> tuple[str, Answers, str | None, bool]:
    bad = BadRequestError(publication.interface.bad_request)
    if not isinstance(request, str) or len(request) > LONGEST_REQUEST:
        raise bad
    try:
        data = json.loads(request)
    except (ValueError, RecursionError):
        raise bad from None
    if not isinstance(data, dict) or not isinstance(data.get("flow"), str):
        raise bad
    answers, at, compared = data.get("answers", {}), data.get("at"), data.get("compare", False)
    if not isinstance(answers, dict) or not (at is None or isinstance(at, str)) or not isinstance(compared, bool):
        raise bad
    for options in answers.values():
        if not isinstance(options, list) or not all(isinstance(option, str) for option in options):
            raise bad
    return data["flow"], {question: frozenset(options) for question, options in answers.items()}, at, compared


def _area(publication: Publication, flow_id: str) -> Area:
    try:
        return area_of(flow_id)
    except KeyError:
        raise BadRequestError(publication.interface.unknown_flow) from None


def _impossible(area: Area, answers: Answers) -> list[str]:
    """The questions whose answer nobody can have given."""
    questions = {question.id: question for flow in area.flows for question in flow.questions}
    return [id for id, answer in answers.items() if id not in questions or not questions[id].allows(answer)]


def _message(publication: Publication, here: Walk, impossible: list[str]) -> str:
    """What to say of impossible answers: nothing chosen at the open question is the common case."""
    ui = publication.interface
    return ui.choose_one if here.open and impossible == [here.open.id] else ui.unknown_answer


def _plain(answers: Answers) -> dict[str, list[str]]:
    return {question: sorted(answer) for question, answer in answers.items()}


def _refuse(publication: Publication, here: Walk, message: str) -> str:
    html = live.question(publication, here, error=message) if here.open else live.outcome(publication, here)
    return json.dumps({"ok": False, "message": message, "answers": _plain(here.answers()), "html": html})


def _respond(publication: Publication, here: Walk, again: Step | None, compared: bool = False) -> str:
    nodes, edges = _way(here, again)
    done = here.is_complete and again is None
    asked = again.question if again else here.open
    html = live.outcome(publication, here, compared) if done else live.question(publication, here, again)
    own = [node for node in nodes if node.startswith(f"{here.flow.name}-")]
    return json.dumps(
        {
            "ok": True,
            "html": html,
            "answers": _plain(here.answers()),
            "done": done,
            "at": None if done or asked is None else asked.id,
            "fragment": own[-1],
            "nodes": nodes,
            "edges": edges,
            "announce": _announced(publication, done, compared),
        }
    )


def _announced(publication: Publication, done: bool, compared: bool) -> str:
    if compared:
        return publication.compare.heading
    return publication.interface.done if done else ""


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
