"""What the page asks, read from JSON with care: whatever is sent, it is a request or it is refused."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pathways.walk import Answers

LONGEST_REQUEST = 20_000
"""Characters; a real request has a few hundred."""

ADVICE, DATES, COMPARE, RECORD, MARKING = VIEWS = ("advice", "dates", "compare", "record", "marking")
"""What may be shown of a finished journey.

Its advice, its dates anew, what other areas say too, the record of it, or how it compares with the case of an exercise.
"""


class BadRequestError(Exception):
    """What was sent is no request."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the page asks.

    `at` is a question to show again, `now` what time it is (UTC, without a zone), `start` the text of a moment that
    limits count from, `before` the answers of the outcomes that were shown last, oldest first. `exercise` is the case
    that the reader works through, if it is one.
    """

    flow: str
    answers: Answers
    at: str | None = None
    now: datetime.datetime | None = None
    start: str | None = None
    before: tuple[Answers, ...] = ()
    view: str = ADVICE
    exercise: str | None = None


def read(text: str) -> Request:
    """The request that a text holds. Raises BadRequestError."""
    if not isinstance(text, str) or len(text) > LONGEST_REQUEST:
        raise BadRequestError
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise BadRequestError from None
    if not isinstance(data, dict):
        raise BadRequestError
    before = data.get("before", [])
    if not isinstance(before, list) or data.get("view", ADVICE) not in VIEWS:
        raise BadRequestError
    flow, exercise = _text(data, "flow"), _text(data, "exercise")
    if flow is None or (exercise is None and data.get("view") == MARKING):
        raise BadRequestError
    return Request(
        flow=flow,
        answers=_answers(data.get("answers", {})),
        at=_text(data, "at"),
        now=_now(_text(data, "now")),
        start=_text(data, "start"),
        before=tuple(_answers(answers) for answers in before),
        view=data.get("view", ADVICE),
        exercise=exercise,
    )


def _text(data: Mapping[str, object], key: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise BadRequestError
    return value


def _answers(value: object) -> Answers:
    if not isinstance(value, dict):
        raise BadRequestError
    for options in value.values():
        if not isinstance(options, list) or not all(isinstance(option, str) for option in options):
            raise BadRequestError
    return {question: frozenset(options) for question, options in value.items()}


def _now(text: str | None) -> datetime.datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise BadRequestError from None
    if moment.utcoffset() != datetime.timedelta(0):
        raise BadRequestError
    return moment.replace(tzinfo=None)
