"""Three other areas in short: the model carries them, and their cases come out as they should."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from pathways.advice import Advice, advise
from pathways.checks import prove
from pathways.model import Area
from pathways.paths import all_journeys, journeys
from pathways.vocabulary import YOU
from pathways.walk import walk
from tests.flows.trial.derbyshire import DERBYSHIRE
from tests.flows.trial.tees import TEES
from tests.flows.trial.walsall import WALSALL

AREAS = (DERBYSHIRE, TEES, WALSALL)


@dataclass(frozen=True, kw_only=True)
class Case:
    """One case with what its advice must and must not hold."""

    id: str
    area: Area
    entry: str
    answers: dict[str, set[str]]
    expected: set[str]
    must_not: set[str] = field(default_factory=set)
    limits: dict[str, set[str]] = field(default_factory=dict)
    not_expected: set[str] = field(default_factory=set)


IMMEDIATELY = {code: {"immediately"} for code in ("line-manager", "childrens-social-care", "police")}

CASES = (
    Case(
        id="a foster carer who also helps at a youth club",
        area=DERBYSHIRE,
        entry="derbyshire/adult",
        answers={"conduct": {"images"}, "trust": {"yes"}},
        expected={
            "police",
            "childrens-social-care",
            "allegations-procedure",
            "lado",
            "lado-strategy-meeting",
            "strategy-discussion",
            "section-47",
        },
        must_not={"do-not-alert-suspect", "do-not-disclose-to-others"},
        limits={"childrens-social-care": {"same-day"}, "lado-strategy-meeting": {"within-5-working-days"}},
    ),
    Case(
        id="a person whom nobody has identified grooms a child",
        area=DERBYSHIRE,
        entry="derbyshire/adult",
        answers={"conduct": {"exploiting"}, "trust": {"nobody"}},
        expected={"police", "childrens-social-care", "strategy-discussion"},
        must_not={"do-not-disclose-to-others"},
        limits={"police": {"immediately"}, "childrens-social-care": {"immediately"}},
        not_expected={"lado", "lado-strategy-meeting", "allegations-procedure"},
    ),
    Case(
        id="an adult with images who meets no child",
        area=DERBYSHIRE,
        entry="derbyshire/adult",
        answers={"conduct": {"images"}, "trust": {"no"}, "contact": {"no-contact"}},
        expected={"police", "strategy-discussion", "notify-other-areas"},
        must_not={"do-not-alert-suspect"},
        not_expected={"childrens-social-care", "lado"},
    ),
    Case(
        id="an arrest, entered at the meetings",
        area=DERBYSHIRE,
        entry="derbyshire/strategy",
        answers={"event": {"arrest"}, "trust": {"no"}, "contact": {"lives-or-unsupervised"}},
        expected={"strategy-discussion", "police", "childrens-social-care", "initial-conference"},
        limits={"strategy-discussion": {"on-arrest"}, "risk-assessment": {"within-45-working-days"}},
        not_expected={"lado-strategy-meeting"},
    ),
    Case(
        id="an adult met online, a child known by name",
        area=TEES,
        entry="tees/at-risk",
        answers={"at-risk": {"yes"}, "harmer": {"adult"}},
        expected={"line-manager", "childrens-social-care", "police", "safer-form", "section-47"},
        limits=IMMEDIATELY,
        not_expected={"referral-for-child-who-harmed", "allegations-procedure", "lado"},
    ),
    Case(
        id="images of two pupils online, another pupil is thought to have put them there",
        area=TEES,
        entry="tees/posted",
        answers={"posted": {"yes"}, "flag": {"can"}, "harmer": {"child"}},
        expected={
            "police",
            "report-to-site",
            "preserve-evidence",
            "safer-form",
            "record-incident",
            "removal-on-police-advice",
            "referral-for-child-who-harmed",
            "young-harm-procedure",
            "line-manager",
            "childrens-social-care",
        },
        must_not={"do-not-remove-before-capture"},
        limits={**IMMEDIATELY, "removal-on-police-advice": {"after-evidence-capture"}},
        not_expected={"report-network-provider"},
    ),
    Case(
        id="a boy of 16 is suspected of abusing a younger child",
        area=TEES,
        entry="tees/child-harmed",
        answers={"harmer": {"child"}},
        expected={
            "line-manager",
            "childrens-social-care",
            "police",
            "referral-for-child-who-harmed",
            "young-harm-procedure",
            "safer-form",
            "section-47",
        },
        limits=IMMEDIATELY,
    ),
    Case(
        id="an adult of a household who volunteers at a club",
        area=TEES,
        entry="tees/at-risk",
        answers={"at-risk": {"unknown"}, "harmer": {"adult", "colleague"}},
        expected={"line-manager", "police", "childrens-social-care", "establish-access", "safer-form"},
        limits=IMMEDIATELY,
    ),
    Case(
        id="a colleague",
        area=TEES,
        entry="tees/colleague",
        answers={},
        expected={"line-manager", "allegations-procedure", "police", "childrens-social-care", "safer-form"},
        must_not={"do-not-alert-suspect"},
        limits=IMMEDIATELY,
        not_expected={"lado"},
    ),
    Case(
        id="a girl who denies that an adult harmed her",
        area=TEES,
        entry="tees/at-risk",
        answers={"at-risk": {"yes"}, "harmer": {"adult"}},
        expected={"persist", "risk-assessment", "childrens-social-care", "safer-form", "line-manager", "police"},
        limits=IMMEDIATELY,
    ),
    Case(
        id="only the child shown posted the image",
        area=TEES,
        entry="tees/posted",
        answers={"posted": {"yes"}, "flag": {"cannot"}, "harmer": {"none"}},
        expected={"police", "report-network-provider", "line-manager", "childrens-social-care"},
        limits=IMMEDIATELY,
        not_expected={"referral-for-child-who-harmed", "young-harm-procedure", "report-to-site"},
    ),
    Case(
        id="images of a named pupil circulate, nobody is suspected",
        area=WALSALL,
        entry="walsall/concern",
        answers={"about": {"child-in-images"}, "person": {"none"}, "particular-child": {"yes"}},
        expected={"line-manager", "safeguarding-lead", "childrens-social-care", "section-47"},
        not_expected={"lado", "allegations-procedure"},
    ),
    Case(
        id="a classroom assistant who coaches a junior team",
        area=WALSALL,
        entry="walsall/colleague",
        answers={"particular-child": {"yes"}},
        expected={
            "allegations-procedure",
            "strategy-discussion",
            "risk-assessment",
            "line-manager",
            "safeguarding-lead",
            "childrens-social-care",
            "police",
        },
        must_not={"do-not-alert-suspect"},
    ),
)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_every_rule_holds(area: Area) -> None:
    proof = prove(area)
    assert proof.problems == ()
    assert proof.journeys > 50
    assert proof.comparisons > 200


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_at_most_five_questions(area: Area) -> None:
    assert max(len(journey.asked()) for journey in all_journeys(area)) <= 5


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    here = walk(case.area, case.entry, {question: frozenset(answer) for question, answer in case.answers.items()})
    assert here.is_complete
    assert not here.unused
    advice = advise(here)
    given = advice.action_codes() | advice.caution_codes()
    assert case.expected <= advice.action_codes()
    assert case.must_not <= advice.caution_codes()
    assert not case.not_expected & given
    for code, limits in case.limits.items():
        assert limits <= _limits(advice, code)


def _limits(advice: Advice, code: str) -> set[str]:
    return {limit.code for one in advice.actions if one.duty.code == code for limit in one.duty.within}


def test_posted_goes_on_to_the_opening_rule_on_every_branch() -> None:
    for journey in journeys(TEES, "tees/posted"):
        assert "tees/at-risk" in {passage.flow.id for passage in journey.passages}


def test_posted_goes_on_to_the_child_who_harmed_only_where_one_may_have() -> None:
    for journey in journeys(TEES, "tees/posted"):
        passed = {passage.flow.id: passage for passage in journey.passages}
        if journey.facts["harmer"] & {"child", "unknown"}:
            assert passed["tees/child-harmed"].is_provisional == (journey.facts["harmer"] == {"unknown"})
        else:
            assert "tees/child-harmed" not in passed


def test_the_meeting_keeps_its_limits_apart() -> None:
    """The limits "on arrest" and "same day" bind the meetings they are printed for, never the meeting of every case."""
    here = walk(DERBYSHIRE, "derbyshire/adult", {"conduct": frozenset({"images"}), "trust": frozenset({"yes"})})
    found = {
        one.duty.for_whom: ([limit.code for limit in one.duty.within], one.is_provisional)
        for one in advise(here).actions
        if one.duty.code == "strategy-discussion"
    }
    assert found == {
        None: ([], False),
        "children-in-contact": (["on-arrest"], True),
        "children-in-images": (["same-day"], True),
    }


def test_support_for_the_child_does_not_wait_for_the_police() -> None:
    for journey in journeys(DERBYSHIRE, "derbyshire/adult"):
        waits = {
            one.duty.for_whom: one.duty.after for one in advise(journey).actions if one.duty.code == "support-offered"
        }
        if waits:
            assert waits == {"child": frozenset(), "partner-and-friends": frozenset({"police-agree"})}


def test_the_reader_refers_too_where_the_source_names_nobody() -> None:
    answers = {"about": {"none"}, "person": {"adult"}, "particular-child": {"no"}}
    advice = advise(walk(WALSALL, "walsall/concern", {fact: frozenset(answer) for fact, answer in answers.items()}))
    referrers = {one.duty.by for one in advice.actions if one.duty.code == "childrens-social-care"}
    assert referrers == {YOU, "not-named"}
