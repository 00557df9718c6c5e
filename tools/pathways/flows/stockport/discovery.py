"""STK-B: finding, or being told of, abuse images, grooming or another technology offence (10.9.7(a))."""

from __future__ import annotations

from pathways.conditions import AllOf, Is
from pathways.flows.stockport.facts import (
    CHILD_CONCERN,
    CHILD_MAY_HAVE_HARMED,
    CONCERN,
    IMAGES_OR_MESSAGES,
)
from pathways.flows.stockport.first_steps import FIRST_STEPS
from pathways.flows.stockport.investigation import INVESTIGATION
from pathways.model import (
    OTHERWISE,
    Action,
    Flow,
    GoesOn,
    Note,
    NoteKind,
    Order,
    Outcome,
    Question,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

STAGE = Question(
    id="stage",
    order=Order.NOMINAL,
    reason="a new concern needs a referral, a running investigation a checklist: neither is graver",
    options=("new", "under-investigation"),
    cites=inferred("R-STAGE", "STK-7ai-01"),
    routes=(
        route({"under-investigation"}, "investigation", inferred("R-STAGE", "STK-7ai-14")),
        route(OTHERWISE, "what", inferred("R-STAGE", "STK-7ai-01")),
    ),
)

WHAT = Question(
    id="what",
    order=Order.CHECKLIST,
    options=("images", "grooming", "other"),
    cites=stated("STK-7ai-01"),
    routes=(
        route({"images", "grooming", "other", "unknown"}, "who", stated("STK-7ai-01")),
        route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED", "STK-7ai-01")),
    ),
)

WHO = Question(
    id="who",
    order=Order.CHECKLIST,
    options=("child", "colleague", "adult"),
    cites=stated("STK-7ai-01", "STK-7ai-11", "STK-7b-01"),
    routes=(
        # A child who may have harmed is itself a concern about a child: no need to ask.
        route({"child", "unknown"}, "refer", stated("STK-7ai-11")),
        route(OTHERWISE, "child-concern", stated("STK-7ai-10")),
    ),
)

CHILD_CONCERN_QUESTION = Question(
    id="child-concern",
    options=("no", "yes"),
    cites=stated("STK-7ai-10"),
    routes=(route(OTHERWISE, "refer", stated("STK-7ai-09")),),
)

REFER = Outcome(
    id="refer",
    urgency=Urgency.NOW,
    cites=stated("STK-7ai-03", "STK-7ai-09"),
)

NOT_COVERED = Outcome(
    id="not-covered",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=inferred("R-NOT-COVERED", "STK-7ai-01"),
    duties=(Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-06")),),
    notes=(Note(id="G-STK-NOT-COVERED", kind=NoteKind.GAP),),
)

DISCOVERY = Flow(
    id="stockport/discovery",
    start="stage",
    cites=stated("STK-7ai-01"),
    questions=(STAGE, WHAT, WHO, CHILD_CONCERN_QUESTION),
    outcomes=(REFER, INVESTIGATION, NOT_COVERED),
    duties=(
        *FIRST_STEPS,
        Action(
            code="treat-as-victim",
            force=Force.SHOULD,
            when=AllOf(IMAGES_OR_MESSAGES, CHILD_CONCERN),
            cites=stated("STK-3-01") + inferred("R-VICTIM", "STK-3-01"),
        ),
        Action(
            code="strategy-discussion",
            by="police-and-social-care",
            when=AllOf(CONCERN, CHILD_CONCERN),
            cites=stated("STK-7ai-10", "STK-7ai-11", "STK-7ai-01"),
        ),
        Action(
            code="section-47",
            by="police-and-social-care",
            when=AllOf(CONCERN, CHILD_CONCERN),
            cites=stated("STK-7ai-12", "STK-7ai-13"),
        ),
        Action(
            code="interview-considerations",
            by="police-and-social-care",
            force=Force.CONSIDER,
            when=AllOf(Is("what", "images", "unknown"), CHILD_CONCERN),
            cites=stated("STK-7aii-01", "STK-7aii-02"),
        ),
        Action(
            code="harmful-behaviour-assessment",
            by="assessor",
            force=Force.CONSIDER,
            when=AllOf(CONCERN, CHILD_MAY_HAVE_HARMED),
            cites=inferred("R-HARMFUL", "STK-7aiv-01"),
        ),
    ),
    notes=(
        Note(id="G-STK-NO-LIMIT", kind=NoteKind.GAP, when=CONCERN),
        Note(id="C-08", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="B-13", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="B-12", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="N-NOBODY-YET", kind=NoteKind.INFORMATION, when=AllOf(CONCERN, Is("who", "none"))),
        Note(id="N-OTHER-POLICY", kind=NoteKind.INFORMATION, when=CONCERN),
    ),
    goes_on=(
        GoesOn(
            flow="stockport/professional",
            when=AllOf(CONCERN, Is("who", "colleague")),
            cites=stated("STK-7b-01"),
        ),
        GoesOn(
            flow="stockport/professional",
            when=AllOf(CONCERN, Is("who", "unknown")),
            cites=inferred("R-UNSURE", "STK-7b-01"),
        ),
    ),
)
