"""The cases of the handbook: their advice, and the words in which the reader gets it."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from handbook.data import Scenario
from handbook.scenarios import faults
from handbook.unsafe import forbidden
from pathways.advice import advise
from pathways.browser import respond_with
from pathways.flows import AREAS
from pathways.flows.stockport import STOCKPORT
from pathways.marking import journey
from pathways.model import Area
from pathways.publication import GivenFact
from tests.support.flows import library, publication

CASES = [(area, case) for area in AREAS for case in library().scenarios[area.id].scenarios]

each_case = pytest.mark.parametrize(("area", "case"), CASES, ids=[case.id for _, case in CASES])


def _html(case: Scenario) -> str:
    answers = {question: list(fact.answer) for question, fact in case.given.items()}
    request = json.dumps({"flow": case.entry, "answers": answers})
    response = json.loads(respond_with(publication(), request))
    assert response["ok"], response
    assert response["done"], response["at"]
    return str(response["html"])


def _tree(html: str) -> Element:
    tree: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return tree


def _text(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _given(tree: Element) -> dict[str, list[str]]:
    """The text of every action and caution, by its code."""
    found: dict[str, list[str]] = {}
    for element in tree.iter():
        if code := element.get("data-code"):
            found.setdefault(code, []).append(_text(element))
    return found


def _of_class(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.iter() if name in element.get("class", "").split()]


@each_case
def test_case(area: Area, case: Scenario) -> None:
    assert list(faults(area, case)) == []


@each_case
def test_every_code_has_its_reason(area: Area, case: Scenario) -> None:
    assert set(case.because) >= {*case.expected, *case.must_not, *(deadline.code for deadline in case.deadlines)}


@each_case
def test_the_words_of_every_expected_duty_are_shown(area: Area, case: Scenario) -> None:
    given = _given(_tree(_html(case)))
    advice = advise(journey(area, case))
    for kind, expected, duties in (
        ("actions", case.expected, advice.actions),
        ("cautions", case.must_not, advice.cautions),
    ):
        for code in expected:
            words = [
                " ".join(publication().duty(one.flow, kind, code, getattr(one.duty, "by", None)).text.split())
                for one in duties
                if one.duty.code == code
            ]
            assert words
            for wording in words:
                assert any(wording in shown for shown in given[code])
    for deadline in case.deadlines:
        # Beside "immediately" the same day reads "never later than the same day".
        limit = publication().interface.limit[deadline.code].lower()
        for code in deadline.for_:
            assert any(limit in shown.lower() for shown in given[code])


@each_case
def test_what_must_not_be_done_stands_in_the_box(area: Area, case: Scenario) -> None:
    tree = _tree(_html(case))
    boxed = {code for box in _of_class(tree, "do-not") for code in _given(box)}
    assert boxed == advise(journey(area, case)).caution_codes()
    assert not boxed & set(case.expected)


@each_case
def test_nothing_unexpected_is_shown(area: Area, case: Scenario) -> None:
    tree = _tree(_html(case))
    assert not set(_given(tree)) & set(case.not_expected)
    for code in set(case.not_expected) & set(publication().interface.limit):
        assert publication().interface.limit[code] not in _text(tree)


@each_case
def test_nothing_forbidden_is_said(area: Area, case: Scenario) -> None:
    """Outside the box of what must not be done, no sentence tells anyone to do what is unsafe."""
    tree = _tree(_html(case))
    for parent in list(tree.iter()):
        for box in [child for child in parent if "do-not" in child.get("class", "").split()]:
            parent.remove(box)
    pieces = [piece for element in tree.iter() for piece in (element.text or "", element.tail or "")]
    assert [phrase for text in (*pieces, _text(tree)) for phrase in forbidden(text)] == []


@each_case
def test_999_is_the_first_thing_said(area: Area, case: Scenario) -> None:
    assert next(iter(_given(_tree(_html(case))))) == "emergency-999"


def test_every_flow_has_a_case() -> None:
    for area in AREAS:
        assert {case.entry for own, case in CASES if own is area} == {flow.id for flow in area.flows}


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.id for _, case in CASES}) == len(CASES)


# --- the check itself fails where it should ------------------------------------------------------------------------


def _case(**changes: object) -> Scenario:
    parts: dict[str, object] = {
        "id": "SC-X",
        "role": "teacher",
        "roles": ("school",),
        "facts": "An image reached a teacher at work.",
        "front": "found",
        "entry": "stockport/received-image",
        "given": {"received": GivenFact(answer=("no",), words="An image reached a teacher")},
    }
    return Scenario(**(parts | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"expected": ("police",)}, "lacks police"),
        ({"must_not": ("do-not-alert-suspect",)}, "lacks do-not-alert-suspect"),
        ({"not_expected": ("safeguarding-lead",)}, "gives safeguarding-lead"),
        ({"given": {}}, "asks received"),
        ({"given": {"received": GivenFact(answer=("work",), words="at work")}}, "asks role"),
        ({"facts": "Something else."}, "does not stand in the case"),
        (
            {
                "given": {
                    "received": GivenFact(answer=("no",), words="An image"),
                    "role": GivenFact(answer=("health",), words="a teacher"),
                }
            },
            "never asks role",
        ),
    ],
)
def test_a_fault_is_found(changes: dict[str, object], fault: str) -> None:
    assert any(fault in found for found in faults(STOCKPORT, _case(**changes)))


def test_a_sound_case_has_no_fault() -> None:
    assert list(faults(STOCKPORT, _case(expected=("safeguarding-lead",), not_expected=("police",)))) == []
