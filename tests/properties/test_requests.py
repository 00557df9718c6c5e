"""Whatever reaches Python from the page, a plain answer comes back: never an exception, never broken or raw markup."""

from __future__ import annotations

import dataclasses
import json
import random
import re
import typing
from collections.abc import Callable, Mapping
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.browser import respond_with
from pathways.flows import all_flows, area_of
from pathways.model import Flow
from pathways.publication import Publication
from pathways.request import VIEWS
from pathways.walk import walk
from tests.support.flows import NOW, publication, reply, spread, to_every_end
from tests.support.wellformed import html_errors

QUESTIONS = {(flow.area, question.id): question for flow in all_flows() for question in flow.questions}
NAMES = sorted({question for _, question in QUESTIONS})
FLOWS = [flow.id for flow in all_flows()]
REQUESTS = 10_000

#: On both sides of clock changes, of midnight, and of the years that the calendar knows.
MOMENTS = [
    "2026-11-23T09:30",
    "2026-11-22T23:59",
    "2026-11-23T00:00",
    "2026-10-25T00:59",
    "2026-10-25T01:30",
    "2026-03-29T01:30",
    "2025-01-01T00:00",
    "2024-12-31T23:59",
    "2030-12-31T23:59",
    "2031-01-01T00:00",
]

ODD_MOMENTS = [
    "2026-11-31T09:30",
    "2026-11-23",
    "2026-11-23T09:30Z",
    "2026-11-23T09:30:00+01:00",
    "2026-W47-1T09:30",
    "20261123T0930",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
    "T",
    "\uff12\uff10\uff12\uff16-11-23T09:30",
]


@cache
def _errors(html: str) -> list[str]:
    return html_errors(html)


def _check(request: str, whole: bool = True) -> dict[str, typing.Any]:
    """The answer to a request, which must be an answer by the contract; `whole` looks at its markup as well."""
    text = respond_with(publication(), request)
    answer: dict[str, typing.Any] = json.loads(text, parse_constant=_refuse)
    if answer["ok"]:
        assert set(answer) == {"ok", "html", "answers", "later", "done", "at", "fragment", "nodes", "edges", "announce"}
        assert answer["done"] == (answer["at"] is None)
        assert not set(answer["answers"]) & set(answer["later"])
        assert answer["fragment"] in answer["nodes"]
        assert all(set(edge.split(">")) <= set(answer["nodes"]) for edge in answer["edges"])
    else:
        assert set(answer) <= {"ok", "message", "answers", "html"}
        _check_message(answer["message"])
    if "html" in answer:
        assert answer["html"].count("data-focus") == 1
        if whole:
            assert _errors(answer["html"]) == []
    for question, options in answer["answers"].items():
        assert QUESTIONS[_area(request), question].allows(frozenset(options))
    return answer


def _area(request: str) -> str:
    """The area that a request is for; it has been answered, so it names a flow."""
    return str(json.loads(request)["flow"]).split("/")[0]


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def _check_message(message: str) -> None:
    """A sentence for a reader, not what a programmer sees."""
    assert message[0].isupper()
    assert message.endswith(".")
    assert "\n" not in message
    assert not {"Traceback", "Error", "Exception", "{", "None"} & set(message.replace("(", " ").split())


# --- ten thousand requests ---------------------------------------------------------------------------------------


def _good(rng: random.Random) -> dict[str, object]:
    """A request as the page sends it, somewhere on a journey."""
    flow = rng.choice(all_flows())
    answers: dict[str, list[str]] = {}
    for _ in range(rng.randrange(6)):
        here = walk(area_of(flow.id), flow.id, {question: frozenset(a) for question, a in answers.items()})
        if here.open is None:
            break
        answers[here.open.id] = sorted(rng.choice(here.open.answers()))
    request: dict[str, object] = {"flow": flow.id, "answers": answers}
    if answers and rng.random() < 0.3:
        request["at"] = rng.choice([*answers, *NAMES])
    if rng.random() < 0.7:
        request["now"] = rng.choice(MOMENTS) + ":00.000Z"
    if rng.random() < 0.15:
        request["start"] = rng.choice(MOMENTS)
    if rng.random() < 0.15:
        request["view"] = rng.choice(VIEWS)
    if rng.random() < 0.3:
        request["before"] = [answers, {}]
    return request


JUNK: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    "",
    "yes",
    "unknown",
    "\ud800",
    "\u202e\x00",
    "<script>alert(1)</script>",
    "'\"&<>",
    "é" * 500,
    [],
    [[]],
    {},
    {"": {}},
    ["images", "images"],
    ["none", "images"],
    ["unknown", "images"],
    ["no", "yes"],
    [None],
    ["__class__"],
    {"0": "images"},
)


def _odd(rng: random.Random) -> object:
    """A good request with something changed that no page would send."""
    request = _good(rng)
    match rng.randrange(10):
        case 0:
            request["flow"] = rng.choice(JUNK)
        case 1:
            request["answers"] = rng.choice(JUNK)
        case 2:
            request["at"] = rng.choice(JUNK)
        case 3:
            del request[rng.choice(sorted(request))]
        case 4:
            request["answers"] = {rng.choice([*NAMES, "", "\ud83d", "__init__"]): rng.choice(JUNK)}
        case 5:
            request["flow"] = rng.choice(["stockport", "stockport/", "/", "STOCKPORT/DISCOVERY", FLOWS[0] + " "])
        case 6:
            answers = typing.cast("dict[str, object]", request["answers"])
            request["answers"] = answers | {rng.choice(NAMES): rng.choice(JUNK)}
        case 7:
            request[rng.choice(["html", "ok", "extra", ""])] = rng.choice(JUNK)
        case 8:
            request[rng.choice(["now", "start", "before", "view"])] = rng.choice([*JUNK, *ODD_MOMENTS])
        case _:
            return rng.choice(JUNK)
    return request


def _broken(rng: random.Random) -> str:
    """Text that is hardly JSON: cut, doubled, with bytes changed."""
    text = json.dumps(_odd(rng))
    match rng.randrange(5):
        case 0:
            return text[: rng.randrange(len(text) + 1)]
        case 1:
            return text + text
        case 2:
            place = rng.randrange(len(text) + 1)
            return text[:place] + chr(rng.randrange(0x110000)) + text[place:]
        case 3:
            return text.replace('"', "'")
        case _:
            return rng.choice(["", " ", "null", "NaN", "[NaN]", "-", "1" * 6000, '{"flow":', "\ufeff{}", "\x00"])


def _request(rng: random.Random) -> str:
    match rng.randrange(5):
        case 0:
            return json.dumps(_good(rng))
        case 1 | 2:
            return json.dumps(_odd(rng))
        case _:
            return _broken(rng)


@pytest.mark.parametrize("part", range(4))
def test_ten_thousand_requests(part: int) -> None:
    """A quarter each, so that several processes share them; the same requests on every machine."""
    rng = random.Random(part)
    # Reading the markup takes longest, so of these every tenth is read; further down every page is.
    good = sum(bool(_check(_request(rng), whole=number % 10 == 0)["ok"]) for number in range(REQUESTS // 4))
    # Both kinds have really been tried.
    assert REQUESTS // 25 < good < REQUESTS // 4 * 0.9


HUGE: Mapping[str, Callable[[], str]] = {
    "nested lists": lambda: "[" * 100_000,
    "nested lists that close": lambda: "[" * 5_000 + "]" * 5_000,
    "nested objects": lambda: '{"flow":' * 2_000 + "1" + "}" * 2_000,
    "many answers": lambda: json.dumps({"flow": FLOWS[0], "answers": {f"q{n}": ["yes"] for n in range(50_000)}}),
    "many options": lambda: json.dumps({"flow": FLOWS[0], "answers": {"suspected": ["abuse"] * 2_000}}),
    "a long flow": lambda: json.dumps({"flow": "x" * 1_000_000, "answers": {}}),
    "a long number": lambda: json.dumps({"flow": FLOWS[0], "answers": {}}).replace("{}", "9" * 10_000),
    "only spaces": lambda: " " * 1_000_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_requests(name: str) -> None:
    _check(HUGE[name]())


@given(st.text())
@settings(max_examples=300)
def test_any_text(request: str) -> None:
    assert _check(request)["ok"] is False


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(FLOWS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


@given(st.fixed_dictionaries({"flow": st.sampled_from(FLOWS) | _json, "answers": _json}, optional={"at": _json}))
@settings(max_examples=300)
def test_any_json(request: dict[str, object]) -> None:
    _check(json.dumps(request))


@pytest.mark.parametrize("request_", [None, 7, b"{}", {}, []])
def test_what_is_no_text(request_: object) -> None:
    assert json.loads(respond_with(publication(), typing.cast(str, request_)))["ok"] is False


def test_an_impossible_answer_keeps_the_good_ones() -> None:
    answer = _check(json.dumps({"flow": "stockport/discovery", "answers": {"stage": ["new"], "what": ["weapons"]}}))
    assert answer["ok"] is False
    assert answer["answers"] == {"stage": ["new"]}
    assert 'data-question="what"' in answer["html"]


# --- every page is well-formed and escaped -------------------------------------------------------------------------


@pytest.mark.parametrize("flow", all_flows(), ids=lambda flow: flow.id)
def test_every_answer_is_well_formed(flow: Flow) -> None:
    """Each question and outcome, on journeys spread over all."""
    for journey in (*spread(flow, 40), *to_every_end(flow)):
        assert _errors(reply(flow, journey.answers())["html"]) == []


NASTY = """<b title='x'>&amp;"'</b><script>alert(1)</script>{n}]]>"""


def _hostile[T](value: T) -> T:
    """The same value with every text made nasty; ids, numbers, dates and what is filled in stay as they are."""
    if isinstance(value, Mapping):
        return typing.cast(T, {key: _hostile(part) for key, part in value.items()})
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {"clauses", "cites", "kind"}
        return dataclasses.replace(
            value,
            **{
                part.name: _hostile(getattr(value, part.name))
                for part in dataclasses.fields(value)
                if part.name not in kept
            },
        )
    if not isinstance(value, str):
        return value
    holes = "".join(re.findall(r"{\w+}", value))
    return typing.cast(T, NASTY.replace("{n}", holes) if holes else NASTY)


@cache
def _nasty_publication() -> Publication:
    sound = publication()
    return dataclasses.replace(
        _hostile(sound), ringable=sound.ringable, nations=sound.nations, calendars=sound.calendars
    )


@pytest.mark.parametrize("flow", all_flows(), ids=lambda flow: flow.id)
def test_no_word_becomes_markup(flow: Flow) -> None:
    shown: dict[str, str] = {}
    for journey in (*spread(flow, 5), *to_every_end(flow)):
        answers = [(question, sorted(answer)) for question, answer in journey.answers().items()]
        for count in range(len(answers) + 1):
            request = json.dumps({"flow": flow.id, "answers": dict(answers[:count]), "now": NOW})
            if request not in shown:
                shown[request] = json.loads(respond_with(_nasty_publication(), request))["html"]
    for html in shown.values():
        assert "<script" not in html
        assert "<b " not in html
        assert _errors(html) == []
        assert "&lt;b title='x'&gt;" in html


def test_a_refusal_is_escaped_too() -> None:
    request = json.dumps({"flow": "stockport/discovery", "answers": {"stage": ["<b>"]}})
    response = json.loads(respond_with(_nasty_publication(), request))
    assert response["ok"] is False
    assert "<script" not in response["html"]
    assert "&lt;script&gt;" in response["html"]


def test_what_was_sent_never_comes_back() -> None:
    """Neither a message nor a page repeats what somebody sent."""
    for request in (
        {"flow": NASTY, "answers": {}},
        {"flow": FLOWS[0], "answers": {NASTY: [NASTY]}},
        {"flow": FLOWS[0], "answers": {}, "at": NASTY},
        {"flow": FLOWS[0], "answers": {"suspected": [NASTY]}},
    ):
        text = respond_with(publication(), json.dumps(request))
        assert "alert(1)" not in text
