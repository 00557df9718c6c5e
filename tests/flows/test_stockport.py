"""Stockport's flows: every branch that the source states, every safety rule, and no question too many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest

from pathways.advice import Advice, advise
from pathways.checks import RULES, Journey, prove, safety
from pathways.conditions import Is
from pathways.flows.stockport import STOCKPORT
from pathways.model import Action, Area, Duty, Flow, FlowError, NoteKind, Outcome, given, handbook, stated
from pathways.paths import all_journeys, journeys
from pathways.vocabulary import OUTSIDE_REPORTS
from pathways.walk import Walk, walk


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One branch of the source: the answers that lead there, what it must hold and what it must not."""

    name: str
    entry: str
    answers: dict[str, set[str]]
    outcome: str
    holds: set[str]
    lacks: set[str] = field(default_factory=set)

    def walk(self) -> Walk:
        """The journey that takes this branch."""
        return walk(
            STOCKPORT,
            f"stockport/{self.entry}",
            {question: frozenset(answer) for question, answer in self.answers.items()},
        )


LEGAL: dict[str, set[str]] = {"suspected": {"none"}, "adult-exposed": {"no"}}
NEW: dict[str, set[str]] = {"stage": {"new"}}
ADULT_NO_CHILD: dict[str, set[str]] = {"who": {"adult"}, "child-concern": {"no"}}
TO_BOTH = {"police", "childrens-social-care"}
OF_EVERY_CONCERN = {
    *TO_BOTH,
    "line-manager",
    "safeguarding-lead",
    "establish-access",
    "do-not-examine-device",
    "do-not-alert-suspect",
}

BRANCHES = (
    # Appendix C
    Branch(
        name="abuse suspected",
        entry="appendix-c",
        answers={"suspected": {"abuse"}, **ADULT_NO_CHILD},
        outcome="joint",
        holds={"own-enquiries", "childrens-social-care", "section-47", "strategy-discussion", "joint-investigation"},
        lacks={"own-disciplinary", "pupil-disciplinary", "lado"},
    ),
    Branch(
        name="an offence suspected",
        entry="appendix-c",
        answers={"suspected": {"offence"}, **ADULT_NO_CHILD},
        outcome="joint",
        holds={"own-enquiries", "police", "strategy-discussion", "joint-investigation"},
        lacks={"own-disciplinary", "pupil-disciplinary", "section-47"},
    ),
    Branch(
        name="abuse and an offence, a member of staff",
        entry="appendix-c",
        answers={"suspected": {"abuse", "offence"}, "who": {"colleague"}, "child-concern": {"no"}},
        outcome="joint",
        holds={*TO_BOTH, "joint-investigation", "own-disciplinary", "allegations-procedure"},
    ),
    Branch(
        name="legal material of a member of staff",
        entry="appendix-c",
        answers={**LEGAL, "sender": {"staff"}},
        outcome="staff-measures",
        holds={"own-enquiries", "own-disciplinary"},
        lacks={*TO_BOTH, "lado", "pupil-disciplinary", "strategy-discussion", "joint-investigation"},
    ),
    Branch(
        name="legal material sent by a child",
        entry="appendix-c",
        answers={**LEGAL, "sender": {"child"}, "residential": {"no"}},
        outcome="pupil-measures",
        holds={"own-enquiries", "pupil-disciplinary"},
        lacks={*TO_BOTH, "planning-meeting", "own-disciplinary", "joint-investigation"},
    ),
    Branch(
        name="legal material sent by a child in a residential setting",
        entry="appendix-c",
        answers={**LEGAL, "sender": {"child"}, "residential": {"yes"}},
        outcome="pupil-measures",
        holds={"pupil-disciplinary", "planning-meeting"},
        lacks=TO_BOTH,
    ),
    Branch(
        name="legal material of an adult who is not staff",
        entry="appendix-c",
        answers={**LEGAL, "sender": {"other"}},
        outcome="no-route",
        holds={"own-enquiries", "safeguarding-lead"},
        lacks={*TO_BOTH, "own-disciplinary", "pupil-disciplinary"},
    ),
    # Discovery or disclosure
    Branch(
        name="abuse images",
        entry="discovery",
        answers={**NEW, "what": {"images"}, **ADULT_NO_CHILD},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "do-not-delete"},
        lacks={"strategy-discussion", "section-47", "lado", "harmful-behaviour-assessment"},
    ),
    Branch(
        name="grooming messages",
        entry="discovery",
        answers={**NEW, "what": {"grooming"}, **ADULT_NO_CHILD},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "do-not-delete"},
        lacks={"strategy-discussion", "section-47", "interview-considerations"},
    ),
    Branch(
        name="another technology offence",
        entry="discovery",
        answers={**NEW, "what": {"other"}, **ADULT_NO_CHILD},
        outcome="refer",
        holds=OF_EVERY_CONCERN,
        lacks={"strategy-discussion", "interview-considerations"},
    ),
    Branch(
        name="concern about a child",
        entry="discovery",
        answers={**NEW, "what": {"images"}, "who": {"adult"}, "child-concern": {"yes"}},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "strategy-discussion", "section-47", "treat-as-victim", "interview-considerations"},
        lacks={"harmful-behaviour-assessment", "lado"},
    ),
    Branch(
        name="a child may have harmed",
        entry="discovery",
        answers={**NEW, "what": {"images"}, "who": {"child"}},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "strategy-discussion", "section-47", "harmful-behaviour-assessment"},
        lacks={"lado", "allegations-procedure"},
    ),
    Branch(
        name="the person works with children",
        entry="discovery",
        answers={**NEW, "what": {"images"}, "who": {"colleague"}, "child-concern": {"no"}},
        outcome="allegation",
        holds={*OF_EVERY_CONCERN, "allegations-procedure", "lado", "strategy-discussion"},
        lacks={"section-47", "harmful-behaviour-assessment"},
    ),
    Branch(
        name="nobody identified",
        entry="discovery",
        answers={**NEW, "what": {"images"}, "who": {"none"}, "child-concern": {"no"}},
        outcome="refer",
        holds=OF_EVERY_CONCERN,
        lacks={"lado", "allegations-procedure", "harmful-behaviour-assessment"},
    ),
    Branch(
        name="already under investigation",
        entry="discovery",
        answers={"stage": {"under-investigation"}},
        outcome="investigation",
        holds={
            "risk-assessment",
            "ask-internet-use",
            "treat-as-victim",
            "interview-considerations",
            "working-agreement",
            "support-offered",
            "regular-review",
            "share-new-information",
            "do-not-examine-device",
        },
        lacks=TO_BOTH,
    ),
    Branch(
        name="not covered",
        entry="discovery",
        answers={**NEW, "what": {"none"}},
        outcome="not-covered",
        holds={"safeguarding-lead"},
        lacks=TO_BOTH,
    ),
    # A professional
    Branch(
        name="a professional with abuse images",
        entry="professional",
        answers={"what": {"images"}, "child-concern": {"no"}},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "allegations-procedure", "lado", "strategy-discussion", "do-not-delete"},
        lacks={"section-47", "harmful-behaviour-assessment"},
    ),
    Branch(
        name="a professional who grooms",
        entry="professional",
        answers={"what": {"grooming"}, "child-concern": {"yes"}},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "allegations-procedure", "lado", "strategy-discussion", "section-47"},
        lacks={"interview-considerations"},
    ),
    Branch(
        name="a professional, and none of this",
        entry="professional",
        answers={"what": {"none"}},
        outcome="not-covered",
        holds={"safeguarding-lead"},
        lacks={*TO_BOTH, "lado", "allegations-procedure"},
    ),
    # An image that reached a professional
    Branch(
        name="received at work, neither health nor council, a stranger",
        entry="received-image",
        answers={"received": {"work"}, "role": {"none"}, "sender-known": {"no"}},
        outcome="report",
        holds={"police", "line-manager", "do-nothing-until-police-advise", "do-not-copy-or-send"},
        lacks={"critical-incident-report", "it-team", "childrens-social-care", "lado"},
    ),
    Branch(
        name="received at work, a health professional",
        entry="received-image",
        answers={"received": {"work"}, "role": {"health"}, "sender-known": {"no"}},
        outcome="report",
        holds={"police", "line-manager", "critical-incident-report"},
        lacks={"it-team"},
    ),
    Branch(
        name="received at work, a council employee",
        entry="received-image",
        answers={"received": {"work"}, "role": {"council"}, "sender-known": {"no"}},
        outcome="report",
        holds={"police", "line-manager", "it-team"},
        lacks={"critical-incident-report"},
    ),
    Branch(
        name="received at work, both",
        entry="received-image",
        answers={"received": {"work"}, "role": {"health", "council"}, "sender-known": {"no"}},
        outcome="report",
        holds={"critical-incident-report", "it-team"},
    ),
    Branch(
        name="received at work from somebody known",
        entry="received-image",
        answers={"received": {"work"}, "role": {"none"}, "sender-known": {"yes"}, **ADULT_NO_CHILD},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "do-nothing-until-police-advise"},
        lacks={"lado"},
    ),
    Branch(
        name="received at home",
        entry="received-image",
        answers={"received": {"home"}, "sender-known": {"no"}},
        outcome="report",
        holds={"police", "do-nothing-until-police-advise", "do-not-copy-or-send"},
        lacks={"line-manager", "critical-incident-report", "it-team"},
    ),
    Branch(
        name="nothing received",
        entry="received-image",
        answers={"received": {"no"}},
        outcome="not-received",
        holds={"safeguarding-lead"},
        lacks=TO_BOTH,
    ),
    # Other content
    Branch(
        name="young people's images",
        entry="other-content",
        answers={"content": {"young-images"}, "who": {"child"}},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "strategy-discussion", "section-47", "do-not-delete"},
        lacks={"exploitation-protocol", "pupil-disciplinary"},
    ),
    Branch(
        name="exploitation by phone or network",
        entry="other-content",
        answers={"content": {"exploitation"}, **ADULT_NO_CHILD},
        outcome="refer",
        holds={*OF_EVERY_CONCERN, "exploitation-protocol"},
        lacks={"anti-bullying-policy", "lado"},
    ),
    Branch(
        name="content that may be criminal",
        entry="other-content",
        answers={"content": {"harmful-sites"}, "criminal": {"yes"}, "harm": {"no"}},
        outcome="no-step",
        holds={"police"},
        lacks={"childrens-social-care"},
    ),
    Branch(
        name="a child may be suffering significant harm",
        entry="other-content",
        answers={"content": {"bullying"}, "criminal": {"no"}, "harm": {"yes"}},
        outcome="refer-child",
        holds={"childrens-social-care", "anti-bullying-policy"},
        lacks={"police"},
    ),
    Branch(
        name="bullying, neither criminal nor harm",
        entry="other-content",
        answers={"content": {"bullying"}, "criminal": {"no"}, "harm": {"no"}},
        outcome="no-step",
        holds={"anti-bullying-policy", "safeguarding-lead"},
        lacks={*TO_BOTH, "strategy-discussion"},
    ),
    Branch(
        name="a child in care in contact with the birth family",
        entry="other-content",
        answers={"content": {"birth-family"}, "criminal": {"no"}, "harm": {"no"}},
        outcome="no-step",
        holds={"child-social-worker", "safeguarding-lead"},
        lacks={*TO_BOTH, "anti-bullying-policy"},
    ),
)


def test_the_area_is_proved() -> None:
    proof = prove(STOCKPORT)
    assert proof.problems == ()
    assert proof.flows == 5
    assert proof.journeys > 500
    assert proof.comparisons > proof.journeys
    assert proof.exemptions_used == STOCKPORT.exemptions


@pytest.mark.parametrize("branch", BRANCHES, ids=lambda branch: branch.name)
def test_branch(branch: Branch) -> None:
    here = branch.walk()
    assert here.is_complete
    assert not here.unused
    assert branch.outcome in {passage.outcome.id for passage in here.passages if passage.outcome}
    codes = _codes(advise(here))
    assert branch.holds <= codes
    assert not branch.lacks & codes


def test_each_branch_is_a_path_of_its_own() -> None:
    ways = {(branch.entry, *((step.question.id, step.answer) for step in branch.walk().asked())) for branch in BRANCHES}
    assert len(ways) == len(BRANCHES)


def test_every_outcome_of_every_flow_is_on_a_branch() -> None:
    reached = {
        (passage.flow.id, passage.outcome.id)
        for branch in BRANCHES
        for passage in branch.walk().passages
        if passage.outcome
    }
    assert reached == {(flow.id, outcome.id) for flow in STOCKPORT.flows for outcome in flow.outcomes}


@pytest.mark.parametrize("flow", STOCKPORT.flows, ids=lambda flow: flow.name)
def test_every_flow_has_a_path_without_police_and_social_care(flow: Flow) -> None:
    paths = [journey for journey in journeys(STOCKPORT, flow.id) if not TO_BOTH & _codes(advise(journey))]
    assert paths
    for path in paths:
        unsure = {step.question.id for step in path.asked() if "unknown" in step.answer}
        # Neither is a question about risk: the next question, or a planning meeting more, is what they decide.
        assert unsure <= {"stage", "residential"}


def test_at_most_five_questions() -> None:
    longest = max(all_journeys(STOCKPORT), key=lambda journey: len(journey.asked()))
    assert len(longest.asked()) <= 5, [step.question.id for step in longest.asked()]


def test_not_knowing_anything_goes_to_police_and_social_care() -> None:
    for flow in STOCKPORT.flows:
        here = walk(STOCKPORT, flow.id, {})
        while question := here.open:
            answer = "unknown" if question.unknown else "none" if question.is_checklist else question.options[0]
            here = walk(STOCKPORT, flow.id, {**here.answers(), question.id: frozenset({answer})})
        assert advise(here).action_codes() >= TO_BOTH


# --- the rules really catch what they are for ----------------------------------------------------------------------


def _codes(advice: Advice) -> frozenset[str]:
    return advice.action_codes() | advice.caution_codes()


def _flow_with(flow: Flow, change: Callable[[Duty], Duty | None]) -> Flow:
    def kept(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
        return tuple(new for duty in duties if (new := change(duty)) is not None)

    outcomes = tuple(replace(outcome, duties=kept(outcome.duties)) for outcome in flow.outcomes)
    return replace(flow, duties=kept(flow.duties), outcomes=outcomes)


def _area_with(change: Callable[[Duty], Duty | None]) -> Area:
    return replace(STOCKPORT, flows=tuple(_flow_with(flow, change) for flow in STOCKPORT.flows))


def _without(code: str) -> Area:
    return _area_with(lambda duty: None if duty.code == code else duty)


def _broken_rules(area: Area) -> Iterator[str]:
    found = [Journey(walk=one, advice=advise(one)) for one in all_journeys(area)]
    problems = [problem.instead for problem in safety(area, found)]
    for rule in RULES:
        if any(rule.words in instead for instead in problems):
            yield rule.words


DROPS = {
    "police": "adult with images",
    "childrens-social-care": "referred to social care",
    "preserve-evidence": "left as they are",
    "do-not-delete": "left as they are",
    "do-not-copy-or-send": "left as they are",
    "lado": "works with children",
    "allegations-procedure": "works with children",
    "do-not-alert-suspect": "works with children",
}


@pytest.mark.parametrize("code", DROPS)
def test_dropping_a_duty_breaks_its_rule(code: str) -> None:
    broken = list(_broken_rules(_without(code)))
    assert any(DROPS[code] in words for words in broken)


def test_dropping_a_duty_from_one_flow_alone_breaks_its_rule() -> None:
    discovery = STOCKPORT.flow("stockport/discovery")
    weaker = _flow_with(discovery, lambda duty: None if duty.code == "police" else duty)
    area = replace(STOCKPORT, flows=tuple(weaker if flow is discovery else flow for flow in STOCKPORT.flows))
    assert any("adult with images" in words for words in _broken_rules(area))


def test_an_outcome_without_anything_to_do_breaks_its_rule() -> None:
    assert any("something to do" in words for words in _broken_rules(_area_with(lambda duty: None)))


def test_a_gap_that_is_not_named_breaks_its_rule() -> None:
    def silent(outcome: Outcome) -> Outcome:
        return replace(outcome, notes=tuple(note for note in outcome.notes if note.kind is not NoteKind.GAP))

    def silent_flow(flow: Flow) -> Flow:
        notes = tuple(note for note in flow.notes if note.kind is not NoteKind.GAP)
        return replace(flow, notes=notes, outcomes=tuple(silent(outcome) for outcome in flow.outcomes))

    area = replace(STOCKPORT, flows=tuple(silent_flow(flow) for flow in STOCKPORT.flows))
    assert any("something to do" in words for words in _broken_rules(area))


def _one_outcome(*duties: Duty, area: str = "stockport") -> Area:
    flow = Flow(
        id=f"{area}/one",
        start="end",
        cites=stated("STK-7ai-01"),
        outcomes=(Outcome(id="end", urgency=STOCKPORT.flows[0].outcomes[0].urgency, cites=stated("STK-7ai-01")),),
        duties=duties,
    )
    return replace(STOCKPORT, flows=(flow,), exemptions=())


POLICE = Action(code="police", cites=stated("STK-7ai-03"))


@pytest.mark.parametrize("code", [*sorted(OUTSIDE_REPORTS), "removal-help", "removal-on-police-advice"])
def test_the_police_come_before_removal_and_before_other_reports(code: str) -> None:
    """Wherever the police stand in the advice, these wait, though no flow says so."""
    area = _one_outcome(POLICE, Action(code=code, cites=handbook("HB-03")))
    assert not list(_broken_rules(area))
    (given_action,) = [one for one in advise(walk(area, "stockport/one", {})).actions if one.duty.code == code]
    assert given_action.duty.after & {"evidence-captured", "first-report-made"}


def test_removal_before_the_evidence_breaks_its_rule() -> None:
    """The rule looks at the advice itself, so advice that forgets to wait is caught."""
    area = _one_outcome(POLICE, Action(code="removal-help", cites=handbook("HB-03")))
    here = walk(area, "stockport/one", {})
    advice = advise(here)
    early = tuple(replace(one, duty=replace(one.duty, after=frozenset())) for one in advice.actions)
    journey = Journey(walk=here, advice=replace(advice, actions=early))
    assert any("only after the police" in problem.instead for problem in safety(area, [journey]))


def test_999_that_is_not_first_breaks_its_rule() -> None:
    here = walk(STOCKPORT, "stockport/received-image", {"received": frozenset({"no"})})
    advice = advise(here)
    journey = Journey(walk=here, advice=replace(advice, actions=tuple(reversed(advice.actions))))
    assert any("999" in problem.instead for problem in safety(STOCKPORT, [journey]))


def test_police_cannot_be_made_to_wait() -> None:
    with pytest.raises(FlowError, match="police never waits"):
        replace(POLICE, after=frozenset({"police-advise"}))


def test_police_that_wait_break_their_rule() -> None:
    here = walk(_one_outcome(POLICE), "stockport/one", {})
    advice = advise(here)
    waiting = replace(POLICE)
    # The model refuses such a duty; it is forced here to see that the rule would catch it as well.
    object.__setattr__(waiting, "after", frozenset({"police-advise"}))
    late = tuple(replace(one, duty=waiting) if one.duty.code == "police" else one for one in advice.actions)
    problems = safety(here.area, [Journey(walk=here, advice=replace(advice, actions=late))])
    assert any("never wait" in problem.instead for problem in problems)


def test_losing_a_duty_at_a_graver_answer_is_caught() -> None:
    def lose_unknown(duty: Duty) -> Duty:
        if duty.code == "harmful-behaviour-assessment":
            return replace(duty, when=Is("who", "child"))
        return duty

    problems = prove(_area_with(lose_unknown)).problems
    assert any("harmful-behaviour-assessment" in problem.what for problem in problems)


def test_a_duty_that_nothing_reaches_is_caught() -> None:
    def never(duty: Duty) -> Duty:
        return replace(duty, when=Is("harm", "yes")) if duty.code == "line-manager" else duty

    assert any("never given" in problem.what for problem in prove(_area_with(never)).problems)


def test_facts_handed_on_are_not_asked_again() -> None:
    for journey in all_journeys(STOCKPORT):
        assert not journey.handed_on & {step.question.id for step in journey.asked()}
    assert given(child_concern="yes") == {"child-concern": frozenset({"yes"})}
