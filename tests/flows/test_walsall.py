"""Walsall's flows: every safety reading of the chapter, and no word of another area."""

from __future__ import annotations

from handbook.unsafe import forbidden
from pathways.advice import advise
from pathways.flows.walsall import WALSALL
from pathways.paths import all_journeys, journeys
from pathways.vocabulary import OUTSIDE_REPORTS
from pathways.walk import walk
from tests.support.flows import publication

TO_BOTH = {"police", "childrens-social-care"}


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
