"""DBY-C: an adult with indecent images of children, or exploiting a child online (2.2)."""

from __future__ import annotations

from pathways.conditions import AllOf, Is
from pathways.flows.derbyshire.facts import (
    AT_ONCE,
    CONCERN,
    EXPLOITING,
    IN_TRUST,
    LEAD,
    LEAVE_ALONE,
    LIVES_WITH_CHILDREN,
    MEETS_CHILDREN,
    PRESERVE,
    same_day,
)
from pathways.model import (
    OTHERWISE,
    Action,
    Caution,
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

TRUST_OPTIONS = ("no", "nobody", "yes")
"""Nobody identified yet is an answer of its own: a stranger online is no matter for the LADO yet."""

CONDUCT = Question(
    id="conduct",
    order=Order.CHECKLIST,
    options=("exploiting", "images"),
    cites=stated("DBY-2.1-13", "DBY-2.2-07"),
    routes=(
        # Both are told at once then, whomever the person meets: contact need not be asked.
        route({"exploiting", "unknown"}, "trust", inferred("R-EXPLOITING-DBY", "DBY-2.1-12", "DBY-2.1-13")),
        route({"images"}, "contact", stated("DBY-2.2-04", "DBY-2.2-07", "DBY-2.2-08")),
        route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED-DBY", "DBY-2.2-07")),
    ),
)

CONTACT = Question(
    id="contact",
    options=("no-contact", "some", "lives-or-unsupervised"),
    cites=stated("DBY-2.2-04", "DBY-2.2-08"),
    routes=(route(OTHERWISE, "trust", stated("DBY-2.2-08", "DBY-2.2-10")),),
)

TRUST = Question(
    id="trust",
    options=TRUST_OPTIONS,
    cites=stated("DBY-2.2-10", "DBY-2.2-19"),
    routes=(route(OTHERWISE, "refer", stated("DBY-2.2-07")),),
)

ADULT = Flow(
    id="derbyshire/adult",
    start="conduct",
    cites=stated("DBY-2.2-04", "DBY-2.2-07", "DBY-2-16"),
    questions=(CONDUCT, CONTACT, TRUST),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=stated("DBY-2.2-07")),
        Outcome(
            id="not-covered",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("R-NOT-COVERED-DBY", "DBY-2.2-07"),
            notes=(Note(id="G-DBY-NOT-COVERED", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        Caution(code="do-not-alert-suspect", cites=stated("DBY-2.2-12", "DBY-2.2-13")),
        Caution(code="do-not-disclose-to-others", cites=stated("DBY-2.2-12", "DBY-2.2-13")),
        *LEAVE_ALONE,
        LEAD,
        Action(code="police", contact="police", when=Is("conduct", "images", "unknown"), cites=stated("DBY-2.2-07")),
        Action(
            code="police",
            contact="police",
            when=EXPLOITING,
            within=AT_ONCE,
            cites=inferred("R-EXPLOITING-DBY", "DBY-2.1-12", "DBY-2.1-13"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=EXPLOITING,
            within=AT_ONCE,
            cites=inferred("R-EXPLOITING-DBY", "DBY-2.1-12", "DBY-2.1-13"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=LIVES_WITH_CHILDREN,
            within=(same_day(stated("DBY-2.2-05")),),
            cites=stated("DBY-2.2-04", "DBY-2.2-05"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=MEETS_CHILDREN,
            within=(same_day(inferred("B-39", "DBY-2.2-05")),),
            cites=stated("DBY-2.2-08"),
        ),
        Action(code="lado", contact="lado", when=IN_TRUST, cites=inferred("B-33", "DBY-2.2-19", "DBY-2.2-29")),
        Action(code="allegations-procedure", when=IN_TRUST, cites=stated("DBY-2.2-10", "DBY-2.2-21")),
        PRESERVE,
        Action(
            code="urgent-action-first",
            by="police-and-social-care",
            force=Force.MAY,
            when=CONCERN,
            cites=stated("DBY-2.2-14", "DBY-2.2-15"),
        ),
        Action(code="individuals-who-pose-risk", force=Force.SHOULD, when=CONCERN, cites=stated("DBY-2.2-09")),
        Action(
            code="notify-other-areas",
            by="police-and-social-care",
            force=Force.CONSIDER,
            when=CONCERN,
            cites=stated("DBY-2.2-45"),
        ),
        Action(
            code="support-offered",
            for_whom="child",
            force=Force.SHOULD,
            when=CONCERN,
            cites=inferred("R-SUPPORT-DBY", "DBY-2.1-32"),
        ),
        Action(
            code="support-offered",
            by="not-named",
            for_whom="partner-and-friends",
            force=Force.CONSIDER,
            after=frozenset({"police-agree"}),
            when=CONCERN,
            cites=inferred("B-43", "DBY-2.2-11"),
        ),
        Action(
            code="stop-it-now",
            contact="stop-it-now",
            force=Force.MAY,
            after=frozenset({"first-report-made"}),
            when=CONCERN,
            cites=stated("DBY-0-10"),
        ),
    ),
    notes=(
        Note(id="R-TELL-DBY", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="B-44", kind=NoteKind.CONFLICT, when=Is("conduct", "images", "unknown")),
        Note(id="B-39", kind=NoteKind.CONFLICT, when=MEETS_CHILDREN),
        Note(id="B-33", kind=NoteKind.CONFLICT, when=IN_TRUST),
        Note(id="N-NOBODY-YET-DBY", kind=NoteKind.INFORMATION, when=AllOf(CONCERN, Is("trust", "nobody"))),
    ),
    goes_on=(
        GoesOn(
            flow="derbyshire/strategy",
            when=CONCERN,
            cites=stated("DBY-2.2-16", "DBY-2.2-22"),
            # What the reader cannot answer on this day is said in words ("if the person is arrested: ...").
            given=given(event="unknown"),
        ),
    ),
)
