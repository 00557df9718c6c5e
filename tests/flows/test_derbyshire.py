"""Derbyshire's flows: every safety reading of the chapter."""

from __future__ import annotations

from pathways.advice import advise
from pathways.checks import Journey
from pathways.citations import worksheet_items
from pathways.flows.derbyshire import DERBYSHIRE
from pathways.flows.derbyshire.risk_assessment import RISK_ASSESSMENT
from pathways.model import Action
from pathways.paths import all_journeys
from pathways.vocabulary import TELL_NOBODY
from pathways.walk import walk
from tests.support.flows import publication

TO_BOTH = {"police", "childrens-social-care"}


def journeys() -> list[Journey]:
    return [Journey(walk=one, advice=advise(one)) for one in all_journeys(DERBYSHIRE)]


def test_an_adult_who_may_be_involved_means_both_at_once_and_nobody_else_told() -> None:
    """Whichever door the reader came through (C-07, DBY-2.1-13, DBY-2.2-12)."""
    cases = [one for one in journeys() if {"yes", "unknown"} & one.answers.get("adult-involved", frozenset())]
    assert cases
    for one in cases:
        assert one.advice.caution_codes() >= TELL_NOBODY
        for given in one.advice.actions:
            if given.duty.code in TO_BOTH:
                assert [limit.code for limit in given.duty.within] == ["immediately", "same-day"]
            if given.duty.code == "parents-involved":
                assert "police-agree" in given.duty.after


def test_a_stranger_online_is_no_matter_for_the_lado() -> None:
    for one in journeys():
        if one.walk.facts.get("trust", frozenset()) & {"nobody", "no"}:
            assert not one.advice.action_codes() & {"lado", "allegations-procedure", "lado-strategy-meeting"}


def test_the_meeting_keeps_its_limits_apart() -> None:
    """The limits "on arrest" and "same day" bind the meetings they are printed for, never the meeting of every case."""
    answers = {"conduct": frozenset({"images"}), "contact": frozenset({"some"}), "trust": frozenset({"yes"})}
    found = {
        one.duty.by: ([limit.code for limit in one.duty.within], one.is_provisional)
        for one in advise(walk(DERBYSHIRE, "derbyshire/adult", answers)).actions
        if one.duty.code == "strategy-discussion"
    }
    assert found == {
        "social-care": ([], False),
        "police-and-social-care": (["on-arrest"], True),
        "not-named": (["same-day"], True),
    }


def test_only_a_referral_on_the_same_day_has_a_start() -> None:
    """The chapter prints 5 and 45 working days, and from when neither; nor for the discussion on the same day."""
    limits = [
        (duty.code, limit)
        for flow in DERBYSHIRE.flows
        for duty in flow.all_duties()
        if isinstance(duty, Action)
        for limit in duty.within
    ]
    assert {"within-5-working-days", "within-45-working-days"} <= {limit.code for _, limit in limits}
    started = {(code, limit.code) for code, limit in limits if limit.counts_from}
    assert started == {("police", "same-day"), ("childrens-social-care", "same-day")}


def test_the_risk_assessment_has_its_22_questions_in_the_order_of_the_source() -> None:
    cited = [item.cites[0].clause for item in worksheet_items(RISK_ASSESSMENT)]
    assert cited == [f"DBY-2.3-{number}" for number in range(10, 32)]


def test_support_for_the_child_never_reads_as_support_for_the_adults_family() -> None:
    """Both have one code, and only one of them waits for the police."""
    child = publication().duty("derbyshire/adult", "actions", "support-offered", "you")
    family = publication().duty("derbyshire/adult", "actions", "support-offered", "not-named")
    assert "child" in child.text
    assert "Partners" in family.text
    for one in journeys():
        for given in one.advice.actions:
            if given.duty.code == "support-offered" and given.duty.for_whom == "child":
                assert not given.duty.after


def test_not_knowing_anything_goes_to_both() -> None:
    for flow in DERBYSHIRE.flows:
        if flow.name in ("risk-factors", "risk-assessment", "websites"):
            continue  # for a running assessment, and a worry in which no offence is described
        here = walk(DERBYSHIRE, flow.id, {})
        while question := here.open:
            here = walk(DERBYSHIRE, flow.id, {**here.answers(), question.id: frozenset({"unknown"})})
        assert advise(here).action_codes() >= TO_BOTH
