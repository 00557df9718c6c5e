"""WAL-A and WAL-B: whether the protocol covers a concern, of what kind it is, and the order of reports."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.wales.facts import CONCERN
from pathways.flows.wales.first_report import (
    AFTER_FIRST_REPORT,
    FROM_THE_START,
    LEAD,
    child_social_worker,
    first_report,
    spoc,
)
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
    given,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

GROOMING = Is("what", "grooming", "unknown")
IMAGES = Is("what", "images", "unknown")

CHILD_RISK = Question(
    id="child-risk",
    options=("no", "yes"),
    cites=stated("WAL-1-01", "WAL-5-03"),
    routes=(
        route({"yes"}, "what", stated("WAL-5-03")),
        route({"unknown"}, "what", inferred("R-UNSURE-WAL", "WAL-5-03")),
        route(OTHERWISE, "subject", stated("WAL-1-02", "WAL-1-03")),
    ),
)

SUBJECT = Question(
    id="subject",
    order=Order.NOMINAL,
    reason="what the protocol leaves out and what it does not know: neither is graver than the other",
    options=("professional-use", "advice", "other"),
    cites=stated("WAL-1-02", "WAL-1-03"),
    routes=(
        route({"professional-use"}, "left-to-others", stated("WAL-1-03")),
        route({"advice"}, "left-to-others", stated("WAL-1-02")),
        route({"unknown"}, "what", inferred("R-UNSURE-WAL", "WAL-5-03")),
        route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED-WAL", "WAL-1-01")),
    ),
)

WHAT = Question(
    id="what",
    order=Order.CHECKLIST,
    options=("grooming", "images", "content", "conduct", "secret-contact", "extremism"),
    cites=stated("WAL-3-01", "WAL-3-02", "WAL-3-05", "WAL-3-09", "WAL-3-26"),
    # What it is helps to describe it; the first report is the same for all (WAL-5-02).
    routes=(route(OTHERWISE, "report", stated("WAL-5-02", "WAL-5-03")),),
)

REPORT = Outcome(id="report", urgency=Urgency.NOW, cites=stated("WAL-5-03", "WAL-5-04", "WAL-7-01"))

LEFT_TO_OTHERS = Outcome(
    id="left-to-others",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=stated("WAL-1-02", "WAL-1-03"),
    duties=(
        Action(
            code="employer-conduct-code",
            when=Is("subject", "professional-use"),
            force=Force.SHOULD,
            cites=stated("WAL-1-03"),
        ),
        Action(
            code="e-safety-resources",
            when=Is("subject", "advice"),
            force=Force.MAY,
            cites=stated("WAL-1-02", "WAL-7-07", "WAL-7-18"),
        ),
    ),
    notes=(Note(id="C-12-WAL", kind=NoteKind.CONFLICT, when=Is("subject", "professional-use")),),
)

NOT_COVERED = Outcome(
    id="not-covered",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=inferred("R-NOT-COVERED-WAL", "WAL-1-01"),
    notes=(Note(id="G-WAL-NOT-COVERED", kind=NoteKind.GAP),),
)

CONCERN_FLOW = Flow(
    id="wales/concern",
    start="child-risk",
    cites=stated("WAL-1-01", "WAL-5-03"),
    questions=(CHILD_RISK, SUBJECT, WHAT),
    outcomes=(REPORT, LEFT_TO_OTHERS, NOT_COVERED),
    duties=(
        *FROM_THE_START,
        *first_report(CONCERN),
        # Grooming: the two first, said once more for it (WAL-5-07), and only then the others.
        Action(
            code="childrens-social-care",
            when=GROOMING,
            contact="childrens-social-care",
            cites=stated("WAL-5-07"),
        ),
        Action(code="police", when=GROOMING, contact="police", cites=stated("WAL-5-07")),
        LEAD,
        spoc(Is("what", "extremism", "unknown")),
        child_social_worker(Is("what", "secret-contact", "unknown")),
        Action(
            code="ceop",
            when=GROOMING,
            force=Force.MAY,
            within=(AFTER_FIRST_REPORT,),
            after=frozenset({"first-report-made"}),
            cites=stated("WAL-5-08", "WAL-6-13"),
        ),
        Action(
            code="report-to-site",
            when=GROOMING,
            force=Force.MAY,
            within=(AFTER_FIRST_REPORT,),
            after=frozenset({"first-report-made"}),
            cites=stated("WAL-5-09", "WAL-6-13"),
        ),
        Action(
            code="iwf",
            when=IMAGES,
            force=Force.MAY,
            within=(AFTER_FIRST_REPORT,),
            after=frozenset({"first-report-made"}),
            cites=inferred("B-52", "WAL-5-09", "WAL-6-12", "WAL-7-04", "WAL-7-05"),
        ),
        Action(code="ask-police-or-cps", when=CONCERN, force=Force.SHOULD, cites=stated("WAL-4-01", "WAL-4-02")),
    ),
    notes=(
        Note(id="B-50", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="C-08-WAL", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="C-12-WAL", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="B-51", kind=NoteKind.CONFLICT, when=Is("what", "grooming")),
        Note(id="B-58", kind=NoteKind.CONFLICT, when=Is("what", "grooming", "images")),
        Note(id="C-21-WAL", kind=NoteKind.CONFLICT, when=Is("what", "content")),
        Note(id="C-16-WAL", kind=NoteKind.CONFLICT, when=Is("what", "conduct")),
        Note(id="G-WAL-NO-NUMBER", kind=NoteKind.GAP, when=CONCERN),
    ),
    goes_on=(
        GoesOn(
            flow="wales/looked-after",
            when=Is("what", "secret-contact"),
            cites=stated("WAL-3-08", "WAL-3-17"),
            given=given(secret_contact="yes"),
        ),
        GoesOn(
            flow="wales/evidence",
            when=CONCERN,
            cites=stated("WAL-6-09", "WAL-6-10", "WAL-6-11"),
            # Nobody is asked: the words of the duties hold for what the reader has, and for what lies elsewhere.
            given=given(held="unknown"),
        ),
        GoesOn(
            flow="wales/extremism",
            when=Is("what", "extremism"),
            cites=stated("WAL-3-26", "WAL-3-34"),
            given=given(extremism="recruited"),
        ),
    ),
)
