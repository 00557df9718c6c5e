"""The marking of a way through a case: each line of the advice has its mark, and what is lacking is named."""

import json
from dataclasses import replace
from typing import Any

import pytest

from handbook.checking import check_library
from handbook.data import ROOT, Scenario
from pathways.advice import advise
from pathways.browser import respond_with
from pathways.difference import lines
from pathways.flows import area_of
from pathways.marking import journey, marking
from pathways.model import Action
from pathways.walk import walk
from tests.support.exercises import CASES, asks_nothing, each_case, flow_of, marked, right_way, wrong_way
from tests.support.flows import library, publication, request, spread


def case_named(id: str) -> Scenario:
    return next(case for case in CASES if case.id == id)


@each_case
def test_the_way_that_a_case_supports_is_all_right(case: Scenario) -> None:
    way = right_way(CASES.index(case))
    found = marking(case, way)
    assert found.is_all_right
    assert found.partings == ()
    assert found.right == tuple(lines(way).values())
    assert {line.duty.code for line in found.right} >= {*case.expected, *case.must_not}


@each_case
def test_every_line_has_one_mark_and_what_is_lacking_is_named(case: Scenario) -> None:
    wanted = lines(right_way(CASES.index(case)))
    for way in spread(flow_of(case), 15):
        found = marking(case, way)
        reached = lines(way)
        marks = [*found.right, *found.too_far, *found.forbidden, *(was for was, _ in found.other_terms)]
        assert sorted(repr(line.duty.key) for line in marks) == sorted(map(repr, reached))
        assert [line.duty.key for line in found.missed] == [key for key in wanted if key not in reached]
        for line in found.forbidden:
            limits = line.duty.within if isinstance(line.duty, Action) else ()
            assert {line.duty.code, *(limit.code for limit in limits)} & set(case.not_expected)
        given = advise(way).action_codes() | advise(way).caution_codes()
        assert {line.duty.code for line in found.forbidden} >= given & set(case.not_expected)
        assert all(line.duty.key not in wanted for line in found.too_far)
        answered = way.answers()
        astray = [id for id, fact in case.given.items() if id in answered and answered[id] != frozenset(fact.answer)]
        assert sorted(parting.step.question.id for parting in found.partings) == sorted(astray)
        assert found.is_all_right or found.partings


@each_case
def test_another_way_is_found_wanting(case: Scenario) -> None:
    way = wrong_way(CASES.index(case))
    assert (way is None) == asks_nothing(case)
    if way:
        assert not marking(case, way).is_all_right


def test_a_way_may_miss_go_too_far_and_do_what_is_wrong() -> None:
    """The police have said that it is legal and nothing to do with children: whoever suspects more goes too far."""
    case = case_named("SC-STK-08")
    area = area_of(case.entry)
    found = marking(
        case,
        walk(
            area,
            case.entry,
            {
                "suspected": frozenset({"abuse"}),
                "who": frozenset({"adult"}),
                "child-concern": frozenset({"yes"}),
            },
        ),
    )
    assert "own-disciplinary" in {line.duty.code for line in found.missed}
    assert {"police", "childrens-social-care"} <= {line.duty.code for line in (*found.too_far, *found.forbidden)}
    assert found.partings[0].step.question.id == "suspected"
    assert found.partings[0].words == case.given["suspected"].words
    stricter = replace(case, not_expected=("police",))
    assert "police" in {line.duty.code for line in marking(stricter, journey(area, case_named("SC-STK-01"))).forbidden}


def test_an_act_that_binds_otherwise_is_neither_right_nor_wrong() -> None:
    pairs = [
        (case, pair)
        for number, case in enumerate(CASES)
        if (way := wrong_way(number))
        for pair in marking(case, way).other_terms
    ]
    assert pairs
    for _, (was, now) in pairs:
        assert was.duty.key == now.duty.key
        assert (was.duty.force, was.duty.within, was.duty.after) != (now.duty.force, now.duty.within, now.duty.after)


@each_case
def test_marks_are_shown_with_their_clauses(case: Scenario) -> None:
    for way in (right_way(CASES.index(case)), wrong_way(CASES.index(case))):
        if way is None:
            continue
        found = marking(case, way)
        html = marked(case, way)["html"]
        for mark, given in (("right", found.right), ("missed", found.missed), ("forbidden", found.forbidden)):
            assert (f'data-mark="{mark}"' in html) == bool(given)
        for line in (*found.right, *found.missed, *found.too_far, *found.forbidden):
            assert f'data-code="{line.duty.code}"' in html
            for citation in line.duty.cites:
                assert f'href="../../{flow_of(case).area}/clauses/#{citation.clause}"' in html


@pytest.mark.parametrize(
    "more",
    [
        {"view": "marking"},
        {"view": "marking", "exercise": "SC-NOWHERE-1"},
        {"exercise": "SC-NOWHERE-1"},
        {"view": "marking", "exercise": ""},
        {"view": "marking", "exercise": 1},
        {"view": "marking", "exercise": "SC-STK-04"},  # which begins in another tool
    ],
)
def test_only_a_case_of_this_tool_can_be_marked(more: dict[str, Any]) -> None:
    case = case_named("SC-STK-01")
    answers = right_way(CASES.index(case)).answers()
    answered = json.loads(respond_with(publication(), request(flow_of(case), answers, **more)))
    assert answered == {"ok": False, "message": publication().interface.bad_request, "answers": {}}


def test_an_exercise_is_neither_recorded_nor_printed_as_advice() -> None:
    case = case_named("SC-STK-01")
    answers = right_way(CASES.index(case)).answers()
    html = json.loads(respond_with(publication(), request(flow_of(case), answers, exercise=case.id)))["html"]
    assert 'data-view="marking"' in html
    assert 'data-view="record"' not in html
    assert "data-print" not in html
    plain = json.loads(respond_with(publication(), request(flow_of(case), answers)))["html"]
    assert 'data-view="marking"' not in plain


def test_words_with_other_braces_are_refused() -> None:
    found = library()
    assert found.publication
    words = replace(found.publication.training, count="All {right}, none {wrong}")
    broken = replace(found, publication=replace(found.publication, training=words))
    assert [
        (trouble.file, trouble.what)
        for trouble in check_library(ROOT, broken)
        if trouble.file.endswith("wording/training.yml")
    ] == [("docs/_data/wording/training.yml", "count has other braces than it should")]
