"""TEE-A: a child is or may be abused through digital technology (opening statement, 2, 3), with F (7) and G (8)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.tees.assessment import ASSESSMENT
from pathways.flows.tees.facts import (
    ADULT_MAY_HAVE_HARMED,
    AT_RISK,
    CHILD_MAY_HAVE_HARMED,
    COLLEAGUE_MAY_HAVE_HARMED,
    harmer,
    whoever,
)
from pathways.flows.tees.opening_rule import FROM_THE_START, left_as_it_is, officer, opening_rule
from pathways.model import (
    OTHERWISE,
    Action,
    Flow,
    GoesOn,
    Limit,
    Note,
    NoteKind,
    Order,
    Outcome,
    Question,
    given,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

HELD = Is("held", "yes", "unknown")

AT_RISK_QUESTION = Question(
    id="at-risk",
    options=("no", "yes"),
    cites=stated("TEE-0-02", "TEE-2-02", "TEE-2-04"),
    routes=(
        route({"yes"}, "harmer", stated("TEE-0-02", "TEE-2-04")),
        route({"unknown"}, "harmer", inferred("R-UNSURE-TEE", "TEE-0-02")),
        route(OTHERWISE, "assessment", inferred("R-ASSESSMENT-TEE", "TEE-8-03")),
    ),
)

ASSESSMENT_QUESTION = Question(
    id="assessment",
    order=Order.NOMINAL,
    options=("no", "yes"),
    unknown=False,
    reason="everybody knows whether they are making an assessment, and making one is not graver",
    cites=inferred("R-ASSESSMENT-TEE", "TEE-8-03"),
    routes=(
        route({"yes"}, "ask-in-assessment", stated("TEE-8-03")),
        route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED-TEE", "TEE-0-02")),
    ),
)

HELD_QUESTION = Question(
    id="held",
    options=("no", "yes"),
    cites=stated("TEE-7-01"),
    routes=(route(OTHERWISE, "refer", stated("TEE-0-02", "TEE-0-03")),),
)

REFER = Outcome(id="refer", urgency=Urgency.NOW, cites=stated("TEE-0-02", "TEE-0-03"))

NOT_COVERED = Outcome(
    id="not-covered",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=inferred("R-NOT-COVERED-TEE", "TEE-0-02"),
    duties=(officer(),),
    notes=(
        Note(id="G-TEE-NOT-COVERED", kind=NoteKind.GAP),
        Note(id="C-16-TEE", kind=NoteKind.CONFLICT),
    ),
)

AT_RISK_FLOW = Flow(
    id="tees/at-risk",
    start="at-risk",
    cites=stated("TEE-0-02"),
    questions=(AT_RISK_QUESTION, harmer(whoever("held")), HELD_QUESTION, ASSESSMENT_QUESTION),
    outcomes=(REFER, ASSESSMENT, NOT_COVERED),
    duties=(
        *FROM_THE_START,
        *opening_rule(AT_RISK),
        officer(AT_RISK),
        left_as_it_is(AT_RISK),
        Action(
            code="child-protection-procedures",
            when=AT_RISK,
            force=Force.SHOULD,
            cites=stated("TEE-2-02", "TEE-2-03", "TEE-2-06"),
        ),
        # "If a particular child was abused" and "if the child denies it" are words, not questions.
        Action(
            code="section-47",
            by="police-and-social-care",
            force=Force.CONSIDER,
            when=AT_RISK,
            cites=stated("TEE-0-04"),
        ),
        Action(code="persist", when=AT_RISK, cites=stated("TEE-3-01", "TEE-3-02")),
        Action(
            code="risk-assessment",
            by="professionals-involved",
            when=AT_RISK,
            cites=stated("TEE-1-09", "TEE-1-10", "TEE-1-12", "TEE-1-13", "TEE-3-02"),
        ),
        Action(code="establish-access", when=ADULT_MAY_HAVE_HARMED, cites=stated("TEE-1-10", "TEE-1-11")),
        Action(
            code="establish-access",
            when=CHILD_MAY_HAVE_HARMED,
            cites=inferred("R-CHILD-ACCESS-TEE", "TEE-1-10", "TEE-1-11"),
        ),
        Action(
            code="police-checks",
            by="police",
            when=ADULT_MAY_HAVE_HARMED,
            force=Force.SHOULD,
            cites=stated("TEE-3-03", "TEE-3-04"),
        ),
        # 7: never a task for the reader alone, and never before the police know (C-24).
        Action(code="preserve-evidence", when=HELD, cites=inferred("C-24-TEE", "TEE-7-01")),
        Action(
            code="storage-agreement",
            by="professionals-involved",
            when=HELD,
            force=Force.SHOULD,
            within=(Limit(code="expedited", cites=stated("TEE-7-01")),),
            after=frozenset({"police"}),
            cites=stated("TEE-7-01") + inferred("C-24-TEE", "TEE-7-01"),
        ),
        Action(
            code="judicial-guidance",
            by="professionals-involved",
            when=HELD,
            force=Force.CONSIDER,
            after=frozenset({"police"}),
            cites=stated("TEE-7-02"),
        ),
    ),
    notes=(
        Note(id="B-64-TEE", kind=NoteKind.GAP, when=AT_RISK),
        Note(id="CUR-H7-TEE", kind=NoteKind.TO_CHECK, when=AT_RISK),
        Note(id="G-TEE-PARENTS", kind=NoteKind.GAP, when=AT_RISK),
        Note(id="G-TEE-ALERT", kind=NoteKind.GAP, when=AT_RISK),
        Note(id="N-NOBODY-YET-TEE", kind=NoteKind.INFORMATION, when=Is("harmer", "none")),
        Note(id="C-24-TEE", kind=NoteKind.CONFLICT, when=HELD),
        Note(id="B-65-TEE", kind=NoteKind.GAP, when=HELD),
    ),
    goes_on=(
        GoesOn(flow="tees/child-harmed", when=Is("harmer", "child"), cites=stated("TEE-3-06")),
        GoesOn(flow="tees/child-harmed", when=Is("harmer", "unknown"), cites=inferred("R-UNSURE-TEE", "TEE-3-06")),
        GoesOn(
            flow="tees/colleague",
            when=COLLEAGUE_MAY_HAVE_HARMED,
            cites=inferred("C-12-TEE", "TEE-6-01", "TEE-6-02"),
            given=given(children_involved="yes"),
        ),
        GoesOn(
            flow="tees/adult",
            when=ADULT_MAY_HAVE_HARMED,
            cites=inferred("R-ADULT-TOO-TEE", "TEE-5-04"),
            given=given(child_known="yes"),
        ),
    ),
)
