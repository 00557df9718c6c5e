"""Walsall's flows: every branch that the source states, every safety rule, and no question too many."""

from __future__ import annotations

import pytest

from handbook.branches import BRANCHES as BRANCHES_BY_AREA
from handbook.branches import Branch, wrong
from handbook.unsafe import forbidden
from pathways.advice import advise
from pathways.checks import prove
from pathways.flows.walsall import WALSALL
from pathways.paths import all_journeys, journeys
from pathways.vocabulary import OUTSIDE_REPORTS
from pathways.walk import walk
from tests.support.flows import publication

BRANCHES = BRANCHES_BY_AREA["walsall"]
TO_BOTH = {"police", "childrens-social-care"}


def test_the_area_is_proved() -> None:
    proof = prove(WALSALL)
    assert proof.problems == ()
    assert proof.flows == 6
    assert proof.journeys > 3000
    assert proof.comparisons > proof.journeys
    assert proof.exemptions_used == WALSALL.exemptions == ()


@pytest.mark.parametrize("branch", BRANCHES, ids=lambda branch: branch.name)
def test_branch(branch: Branch) -> None:
    """All that the branch comes to, with who acts, how binding and after what, and nothing else."""
    assert list(wrong(WALSALL, branch)) == []


def test_each_branch_is_a_path_of_its_own() -> None:
    ways = {
        (branch.is_alone, branch.flow, *((step.question.id, step.answer) for step in branch.walk(WALSALL).asked()))
        for branch in BRANCHES
    }
    assert len(ways) == len(BRANCHES)
    assert len({branch.name for branch in BRANCHES}) == len(BRANCHES)


def test_every_outcome_of_every_flow_is_on_a_branch() -> None:
    reached = {
        (passage.flow.id, passage.outcome.id)
        for branch in BRANCHES
        for passage in branch.walk(WALSALL).passages
        if passage.outcome
    }
    assert reached == {(flow.id, outcome.id) for flow in WALSALL.flows for outcome in flow.outcomes}


def test_every_answer_is_given_on_a_branch() -> None:
    given_answers = {
        (question, option)
        for branch in BRANCHES
        for question, options in branch.answers.items()
        for option in options.split(",")
    }
    possible = {(q.id, option) for flow in WALSALL.flows for q in flow.questions for option in q.all_options}
    assert given_answers == possible


def test_at_most_four_questions() -> None:
    longest = max(all_journeys(WALSALL), key=lambda journey: len(journey.asked()))
    assert len(longest.asked()) <= 4, [step.question.id for step in longest.asked()]


def test_not_knowing_anything_goes_to_police_and_social_care() -> None:
    for flow in WALSALL.flows:
        here = walk(WALSALL, flow.id, {})
        while question := here.open:
            assert question.unknown
            here = walk(WALSALL, flow.id, {**here.answers(), question.id: frozenset({"unknown"})})
        assert advise(here).action_codes() >= TO_BOTH


def test_a_known_child_takes_nothing_away() -> None:
    """The police, the access check and the second referral stay when a child is named (C-09, C-10)."""
    for journey in journeys(WALSALL, "walsall/concern"):
        if journey.facts.get("person", frozenset()) & {"adult", "colleague", "unknown"}:
            advice = advise(journey)
            assert advice.action_codes() >= TO_BOTH | {"establish-access", "police-checks"}
            assert {given.duty.by for given in advice.actions if given.duty.code == "childrens-social-care"} == {
                "you",
                "police",
            }


def test_outside_reports_wait_for_the_first_report() -> None:
    for journey in all_journeys(WALSALL):
        for given in advise(journey).actions:
            if given.duty.code in OUTSIDE_REPORTS:
                assert "first-report-made" in given.duty.after


def test_no_word_of_another_area() -> None:
    """No LADO, SAFER form, Social Services or single point of contact; and no count of contacts in any tool."""
    found = publication()
    said = []
    for flow in WALSALL.flows:
        words = found.flows[flow.id]
        said += [words.title, words.entry]
        said += [one.ask + " " + (one.hint or "") + " " + one.why for one in words.questions.values()]
        said += [option.label for one in words.questions.values() for option in one.options.values()]
        said += [one.title + " " + one.summary for one in words.outcomes.values()]
        said += [one.text + " " + (one.more or "") for one in words.actions.values()]
    said += [one.text + " " + (one.more or "") for one in found.areas["walsall"].actions.values()]
    for text in said:
        assert forbidden(text) == []
        for strange in ("LADO", "SAFER", "Social Services", "SPOC", "working days", "same day", "at least two"):
            assert strange not in text
