"""TEE-C: images of children are known to be online (4.3, 4.4). The opening rule (A) holds on every branch."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.tees.facts import (
    ADULT_MAY_HAVE_HARMED,
    CHILD_MAY_HAVE_HARMED,
    POSTED,
    harmer,
    whoever,
)
from pathways.flows.tees.opening_rule import FROM_THE_START, left_as_it_is, officer, opening_rule
from pathways.model import (
    OTHERWISE,
    Action,
    Caution,
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

POSTED_QUESTION = Question(
    id="posted",
    options=("no", "yes"),
    cites=stated("TEE-4-07"),
    routes=(
        route({"yes"}, "flag", stated("TEE-4-07")),
        route({"unknown"}, "flag", inferred("R-UNSURE-TEE", "TEE-4-07")),
        route(OTHERWISE, "private", inferred("G-TEE-PRIVATE", "TEE-4-01", "TEE-0-02")),
    ),
)

FLAG = Question(
    id="flag",
    order=Order.NOMINAL,
    reason="whether a site offers a way to report the image says nothing about how grave the case is",
    options=("can", "cannot"),
    cites=stated("TEE-4-11", "TEE-4-16"),
    routes=(route(OTHERWISE, "harmer", inferred("R-WHO-TEE", "TEE-4-11", "TEE-4-16")),),
)

AFTER_CAPTURE = Limit(code="after-evidence-capture", cites=stated("TEE-4-13"))

POSTED_FLOW = Flow(
    id="tees/posted",
    start="posted",
    cites=stated("TEE-4-07"),
    questions=(POSTED_QUESTION, FLAG, harmer(whoever("posted-online"))),
    outcomes=(
        Outcome(id="posted-online", urgency=Urgency.NOW, cites=stated("TEE-4-08", "TEE-4-09")),
        Outcome(
            id="private",
            urgency=Urgency.NOW,
            cites=inferred("G-TEE-PRIVATE", "TEE-4-01", "TEE-0-02"),
            notes=(Note(id="G-TEE-PRIVATE", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        *FROM_THE_START,
        # The paragraph prints no order (B-60): police and evidence first, sites only once the police agree.
        Caution(code="do-not-remove-before-capture", when=POSTED, cites=inferred("C-02-TEE", "TEE-4-12", "TEE-4-13")),
        Caution(code="do-not-delete", when=POSTED, cites=inferred("C-02-TEE", "TEE-4-12")),
        Action(
            code="police",
            when=POSTED,
            contact="police",
            force=Force.SHOULD,
            within=(Limit(code="immediately", cites=stated("TEE-4-09")),),
            cites=stated("TEE-4-08", "TEE-4-10"),
        ),
        *opening_rule(),
        officer(),
        left_as_it_is(),
        Action(code="preserve-evidence", when=POSTED, cites=stated("TEE-4-12")),
        Action(code="safer-form", when=POSTED, force=Force.SHOULD, cites=stated("TEE-4-14")),
        Action(code="handle-with-care", force=Force.SHOULD, cites=stated("TEE-4-05")),
        Action(code="record-incident", when=POSTED, force=Force.SHOULD, cites=stated("TEE-4-18")),
        Action(
            code="report-to-site",
            when=Is("flag", "can", "unknown"),
            force=Force.SHOULD,
            after=frozenset({"police-advise"}),
            cites=stated("TEE-4-11") + inferred("C-03-TEE", "TEE-4-11"),
        ),
        Action(
            code="report-network-provider",
            when=Is("flag", "cannot", "unknown"),
            force=Force.SHOULD,
            after=frozenset({"police-advise"}),
            cites=stated("TEE-4-16", "TEE-4-17") + inferred("C-03-TEE", "TEE-4-16"),
        ),
        Action(
            code="removal-on-police-advice",
            by="police",
            when=POSTED,
            within=(AFTER_CAPTURE,),
            after=frozenset({"evidence-captured"}),
            cites=stated("TEE-4-13"),
        ),
        # What is left of TEE-4-15 once the evidence is safe: explained with police advice, never a threat (C-14).
        Action(
            code="removal-help",
            when=POSTED,
            force=Force.CONSIDER,
            after=frozenset({"evidence-captured", "police-advise"}),
            cites=inferred("C-02-TEE", "TEE-4-13", "TEE-4-15"),
        ),
    ),
    notes=(
        Note(id="CUR-H7-TEE", kind=NoteKind.TO_CHECK),
        Note(id="C-02-TEE", kind=NoteKind.SUPPRESSED, when=POSTED),
        Note(id="B-60-TEE", kind=NoteKind.CONFLICT, when=POSTED),
        Note(id="C-03-TEE", kind=NoteKind.CONFLICT, when=POSTED),
        Note(id="C-14-TEE", kind=NoteKind.CONFLICT),
        Note(id="N-PUBLIC-INTEREST-TEE", kind=NoteKind.INFORMATION),
        Note(id="R-ALWAYS-TEE", kind=NoteKind.CONFLICT),
    ),
    goes_on=(
        GoesOn(
            flow="tees/at-risk",
            cites=inferred("R-ALWAYS-TEE", "TEE-0-02", "TEE-0-03"),
            given=given(at_risk="yes"),
        ),
        GoesOn(
            flow="tees/child-harmed",
            when=CHILD_MAY_HAVE_HARMED,
            cites=inferred("C-14-TEE", "TEE-3-06"),
        ),
        GoesOn(
            flow="tees/adult",
            when=ADULT_MAY_HAVE_HARMED,
            cites=inferred("R-ADULT-TOO-TEE", "TEE-5-04"),
            given=given(child_known="yes"),
        ),
    ),
)
