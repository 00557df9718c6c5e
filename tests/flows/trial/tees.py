"""Tees in short, to try the model: a child at risk, a child who may have harmed, images online, a colleague."""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.model import (
    OTHERWISE,
    Action,
    Area,
    Caution,
    Flow,
    GoesOn,
    Limit,
    Note,
    NoteKind,
    Order,
    Outcome,
    Question,
    Signals,
    given,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

AT_RISK = Is("at-risk", "yes", "unknown")
POSTED = Is("posted", "yes", "unknown")
CHILD_MAY_HAVE_HARMED = Is("harmer", "child", "unknown")
COLLEAGUE_MAY_HAVE_HARMED = Is("harmer", "colleague", "unknown")
ADULT_MAY_HAVE_HARMED = Is("harmer", "adult", "colleague", "unknown")
IMMEDIATELY = Limit(code="immediately", cites=stated("TEE-0-03"))


def _harmer(to: str, *extra: tuple[set[str], str]) -> Question:
    """Who may have caused the harm. Each flow words it in its own way; it is one fact of the case."""
    return Question(
        id="harmer",
        order=Order.CHECKLIST,
        options=("child", "colleague", "adult"),
        cites=stated("TEE-1-10", "TEE-3-03", "TEE-3-06"),
        routes=(
            *(route(options, target, stated("TEE-3-06")) for options, target in extra),
            route(OTHERWISE, to, stated("TEE-0-02")),
        ),
    )


AT_RISK_FLOW = Flow(
    id="tees/at-risk",
    start="at-risk",
    cites=stated("TEE-0-02"),
    questions=(
        Question(
            id="at-risk",
            options=("no", "yes"),
            cites=stated("TEE-0-02"),
            routes=(
                route({"yes", "unknown"}, "harmer", stated("TEE-0-02")),
                route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED", "TEE-0-02")),
            ),
        ),
        _harmer("refer"),
    ),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=stated("TEE-0-02", "TEE-0-03")),
        Outcome(
            id="not-covered",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("R-NOT-COVERED", "TEE-0-02"),
            notes=(Note(id="G-TEE-NOT-COVERED", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        Caution(code="do-not-view", when=AT_RISK, cites=handbook("HB-02")),
        Caution(code="do-not-delete", when=AT_RISK, cites=handbook("HB-03")),
        Caution(code="do-not-copy-or-send", when=AT_RISK, cites=handbook("HB-03")),
        Action(code="line-manager", when=AT_RISK, within=(IMMEDIATELY,), cites=stated("TEE-0-02")),
        Action(code="police", when=AT_RISK, within=(IMMEDIATELY,), cites=stated("TEE-0-02")),
        Action(
            code="childrens-social-care",
            when=AT_RISK,
            within=(IMMEDIATELY,),
            cites=stated("TEE-0-02", "TEE-2-04"),
        ),
        # The handbook's own and without a condition, so that no graver answer can lose it.
        Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-06")),
        Action(code="safer-form", when=AT_RISK, cites=stated("TEE-2-05")),
        Action(code="child-protection-procedures", when=AT_RISK, cites=stated("TEE-2-02", "TEE-2-06")),
        Action(code="preserve-evidence", when=AT_RISK, cites=handbook("HB-03")),
        Action(code="establish-access", when=AT_RISK, cites=stated("TEE-1-11")),
        Action(
            code="section-47",
            by="police-and-social-care",
            force=Force.CONSIDER,
            when=AT_RISK,
            cites=stated("TEE-0-04"),
        ),
        Action(code="police-checks", by="police", when=ADULT_MAY_HAVE_HARMED, cites=stated("TEE-3-03")),
        Action(
            code="organised-abuse-procedure", by="police", force=Force.CONSIDER, when=AT_RISK, cites=stated("TEE-3-04")
        ),
        # "If the child denies it": words, not a question.
        Action(code="persist", when=AT_RISK, cites=stated("TEE-3-01", "TEE-3-02")),
        Action(code="risk-assessment", when=AT_RISK, cites=stated("TEE-1-09", "TEE-1-12", "TEE-1-13", "TEE-3-02")),
    ),
    goes_on=(
        GoesOn(flow="tees/child-harmed", when=CHILD_MAY_HAVE_HARMED, cites=stated("TEE-3-06")),
        GoesOn(flow="tees/colleague", when=COLLEAGUE_MAY_HAVE_HARMED, cites=stated("TEE-6-01")),
    ),
)

CHILD_HARMED = Flow(
    id="tees/child-harmed",
    start="harmer",
    cites=stated("TEE-3-06"),
    questions=(_harmer("other-person", ({"child", "unknown"}, "child-referral")),),
    outcomes=(
        Outcome(id="child-referral", urgency=Urgency.NOW, cites=stated("TEE-3-06")),
        Outcome(id="other-person", urgency=Urgency.NOW, cites=stated("TEE-0-02")),
    ),
    duties=(
        Action(code="referral-for-child-who-harmed", when=CHILD_MAY_HAVE_HARMED, cites=stated("TEE-3-06")),
        Action(code="young-harm-procedure", when=CHILD_MAY_HAVE_HARMED, cites=stated("TEE-3-07")),
    ),
    notes=(Note(id="N-CHILD-WHO-HARMED", kind=NoteKind.INFORMATION, when=CHILD_MAY_HAVE_HARMED),),
    goes_on=(
        GoesOn(
            flow="tees/at-risk",
            cites=inferred("R-CHILD-ABUSED", "TEE-0-02", "TEE-3-06"),
            given=given(at_risk="yes"),
        ),
    ),
)

POSTED_FLOW = Flow(
    id="tees/posted",
    start="posted",
    cites=stated("TEE-4-07"),
    questions=(
        Question(
            id="posted",
            options=("no", "yes"),
            cites=stated("TEE-4-07"),
            routes=(
                route({"yes", "unknown"}, "flag", stated("TEE-4-07")),
                route(OTHERWISE, "private", inferred("G-TEE-PRIVATE", "TEE-4-01")),
            ),
        ),
        Question(
            id="flag",
            order=Order.NOMINAL,
            reason="whether the page offers a way to report it says nothing about how grave the case is",
            options=("can", "cannot"),
            cites=stated("TEE-4-11", "TEE-4-16"),
            routes=(route(OTHERWISE, "harmer", stated("TEE-4-11")),),
        ),
        _harmer("posted-online"),
    ),
    outcomes=(
        Outcome(id="posted-online", urgency=Urgency.NOW, cites=stated("TEE-4-08", "TEE-4-09")),
        Outcome(
            id="private",
            urgency=Urgency.NOW,
            cites=inferred("G-TEE-PRIVATE", "TEE-4-01"),
            notes=(Note(id="G-TEE-PRIVATE", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        Caution(code="do-not-remove-before-capture", when=POSTED, cites=inferred("C-02", "TEE-4-12", "TEE-4-13")),
        Action(
            code="police",
            when=POSTED,
            within=(Limit(code="immediately", cites=stated("TEE-4-09")),),
            cites=stated("TEE-4-08"),
        ),
        Action(code="safer-form", when=POSTED, cites=stated("TEE-4-14")),
        Action(code="preserve-evidence", when=POSTED, cites=stated("TEE-4-12")),
        Action(
            code="report-to-site",
            when=Is("flag", "can", "unknown"),
            after=frozenset({"police-advise"}),
            cites=stated("TEE-4-11"),
        ),
        Action(
            code="report-network-provider",
            when=Is("flag", "cannot", "unknown"),
            after=frozenset({"police-advise"}),
            cites=stated("TEE-4-16", "TEE-4-17"),
        ),
        Action(
            code="removal-on-police-advice",
            when=POSTED,
            within=(Limit(code="after-evidence-capture", cites=stated("TEE-4-13")),),
            after=frozenset({"evidence-captured"}),
            cites=stated("TEE-4-13"),
        ),
        Action(code="handle-with-care", cites=stated("TEE-4-05")),
        Action(code="record-incident", when=POSTED, cites=stated("TEE-4-18")),
    ),
    notes=(
        Note(id="S-TEE-4-15", kind=NoteKind.SUPPRESSED, when=POSTED),
        Note(id="N-PUBLIC-INTEREST", kind=NoteKind.INFORMATION),
    ),
    goes_on=(
        GoesOn(flow="tees/at-risk", cites=stated("TEE-0-02", "TEE-0-03"), given=given(at_risk="yes")),
        GoesOn(flow="tees/child-harmed", when=CHILD_MAY_HAVE_HARMED, cites=inferred("C-14", "TEE-3-06")),
    ),
)

COLLEAGUE = Flow(
    id="tees/colleague",
    start="colleague",
    cites=stated("TEE-6-01"),
    outcomes=(Outcome(id="colleague", urgency=Urgency.NOW, cites=stated("TEE-6-01", "TEE-6-02")),),
    duties=(
        Caution(code="do-not-alert-suspect", cites=handbook("HB-03")),
        Action(code="allegations-procedure", cites=stated("TEE-6-02")),
        Action(code="whistleblowing", force=Force.MAY, cites=stated("TEE-6-03")),
    ),
    notes=(Note(id="C-01", kind=NoteKind.SUPPRESSED),),
    goes_on=(
        GoesOn(
            flow="tees/at-risk",
            cites=stated("TEE-0-02", "TEE-5-04"),
            given=given(at_risk="yes", harmer="colleague"),
        ),
    ),
)

TEES = Area(
    id="tees",
    flows=(AT_RISK_FLOW, CHILD_HARMED, POSTED_FLOW, COLLEAGUE),
    signals=Signals(
        adult_or_offence=AnyOf(AT_RISK, Is("posted", "no", "yes", "unknown")),
        child_at_risk=AnyOf(AT_RISK, Is("posted", "no", "yes", "unknown")),
        images_or_messages=AnyOf(AT_RISK, Is("posted", "no", "yes", "unknown")),
        colleague=COLLEAGUE_MAY_HAVE_HARMED,
        allegations_route=frozenset({"allegations-procedure"}),
    ),
)
