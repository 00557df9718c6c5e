"""Wales's flows: the order of its reports, and what it does not name."""

from __future__ import annotations

from pathways.advice import advise
from pathways.flows.wales import WALES
from pathways.paths import all_journeys
from pathways.vocabulary import OUTSIDE_REPORTS
from pathways.walk import walk

TO_BOTH = {"police", "childrens-social-care"}


def test_both_or_neither_and_the_others_only_after_them() -> None:
    """No concern goes to one of the two alone; CEOP, the IWF and sites follow the first report."""
    for journey in all_journeys(WALES):
        advice = advise(journey)
        assert TO_BOTH & advice.action_codes() in (set(), TO_BOTH)
        outside = [given.duty for given in advice.actions if given.duty.code in OUTSIDE_REPORTS]
        assert not outside or advice.action_codes() >= TO_BOTH
        for action in outside:
            assert "after-first-report" in {limit.code for limit in action.within}
            assert "first-report-made" in action.after
        for given in advice.actions:
            if given.duty.code in TO_BOTH:
                assert [limit.code for limit in given.duty.within] == ["immediately"]


def test_wales_names_no_lado_and_no_other_areas_steps() -> None:
    codes = {duty.code for flow in WALES.flows for duty in flow.all_duties()}
    assert not codes & {"lado", "lado-strategy-meeting", "safer-form", "allegations-procedure", "line-manager"}


def test_not_knowing_anything_goes_to_both() -> None:
    for flow in WALES.flows:
        here = walk(WALES, flow.id, {})
        while question := here.open:
            here = walk(WALES, flow.id, {**here.answers(), question.id: frozenset({"unknown"})})
        assert advise(here).action_codes() >= TO_BOTH
