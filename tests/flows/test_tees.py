"""The Tees flows: the opening rule on every branch, and no limit of another area."""

from __future__ import annotations

import pytest

from pathways.advice import advise
from pathways.flows.tees import TEES
from pathways.paths import all_journeys, journeys
from pathways.walk import walk

AT_ONCE = {"line-manager", "childrens-social-care", "police"}


@pytest.mark.parametrize("flow", ["tees/posted", "tees/child-harmed"])
def test_the_opening_rule_holds_on_every_branch(flow: str) -> None:
    """Manager, Children's Social Care and police, all immediately: never lost because an image was posted."""
    for journey in journeys(TEES, flow):
        limits = {
            one.duty.code: {limit.code for limit in one.duty.within}
            for one in advise(journey).actions
            if one.duty.by == "you"
        }
        assert all("immediately" in limits[code] for code in AT_ONCE)
        assert "tees/at-risk" in {passage.flow.id for passage in journey.passages}


def test_only_a_child_who_posted_themself_is_not_referred_as_one_who_harmed() -> None:
    for journey in journeys(TEES, "tees/posted"):
        referred = "referral-for-child-who-harmed" in advise(journey).action_codes()
        assert referred == bool(journey.facts["harmer"] & {"child", "unknown"})


def test_no_limit_but_what_tees_prints() -> None:
    printed = {"immediately", "expedited", "after-evidence-capture"}
    for journey in all_journeys(TEES):
        assert {limit.code for one in advise(journey).actions for limit in one.duty.within} <= printed


def test_not_knowing_anything_goes_to_police_and_social_care() -> None:
    for flow in TEES.flows:
        here = walk(TEES, flow.id, {})
        while question := here.open:
            here = walk(TEES, flow.id, {**here.answers(), question.id: frozenset({"unknown"})})
        assert advise(here).action_codes() >= AT_ONCE
