"""DBY-B: a young person is believed to have viewed abusive images of children (2.1, fourth paragraph)."""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.flows.derbyshire.facts import ADULT_INVOLVED, AT_ONCE, LEAD, LEAVE_ALONE, PRESERVE, PROTECTION
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
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

ADULT_QUESTION = Question(
    id="adult-involved",
    options=("no", "yes"),
    cites=stated("DBY-2.1-07"),
    routes=(
        route({"yes"}, "refer", inferred("R-VIEWED-DBY", "DBY-2.1-07", "DBY-2.1-13")),
        route({"unknown"}, "refer", inferred("R-UNSURE-DBY", "DBY-2.1-07", "DBY-2.1-13")),
        route(OTHERWISE, "protection", stated("DBY-2.1-10")),
    ),
)

PROTECTION_QUESTION = Question(
    id="protection",
    order=Order.CHECKLIST,
    options=("possible-victims", "own-protection"),
    cites=stated("DBY-2.1-07", "DBY-2.1-10"),
    routes=(
        route({"possible-victims", "own-protection"}, "refer-child", inferred("R-VIEWED-DBY", "DBY-2.1-10")),
        route({"unknown"}, "refer-child", inferred("R-UNSURE-DBY", "DBY-2.1-10")),
        route(OTHERWISE, "report", inferred("R-VIEWED-DBY", "DBY-2-10", "DBY-2.1-11")),
    ),
)

REFERRED = AnyOf(ADULT_INVOLVED, PROTECTION)

VIEWED = Flow(
    id="derbyshire/viewed",
    start="adult-involved",
    cites=stated("DBY-2.1-07", "DBY-2.1-10"),
    questions=(ADULT_QUESTION, PROTECTION_QUESTION),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=inferred("R-VIEWED-DBY", "DBY-2.1-12", "DBY-2.1-13")),
        Outcome(id="refer-child", urgency=Urgency.NOW, cites=inferred("R-VIEWED-DBY", "DBY-2.1-10", "DBY-0-03")),
        Outcome(
            id="report",
            urgency=Urgency.NOW,
            cites=inferred("R-VIEWED-DBY", "DBY-2-10", "DBY-2.1-10"),
            notes=(Note(id="G-DBY-VIEWED", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        *LEAVE_ALONE,
        Caution(
            code="do-not-alert-suspect",
            when=ADULT_INVOLVED,
            cites=inferred("R-ADULT-FIRST-DBY", "DBY-2.2-12", "DBY-2-16"),
        ),
        Caution(
            code="do-not-disclose-to-others",
            when=ADULT_INVOLVED,
            cites=inferred("R-ADULT-FIRST-DBY", "DBY-2.2-12", "DBY-2-16"),
        ),
        LEAD,
        Action(code="police", contact="police", cites=inferred("R-VIEWED-DBY", "DBY-2-10")),
        Action(
            code="police",
            contact="police",
            when=ADULT_INVOLVED,
            within=AT_ONCE,
            cites=inferred("C-09-DBY", "DBY-2.1-12", "DBY-2.1-13"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=ADULT_INVOLVED,
            within=AT_ONCE,
            cites=inferred("C-09-DBY", "DBY-2.1-12", "DBY-2.1-13"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=PROTECTION,
            cites=inferred("R-VIEWED-DBY", "DBY-0-03", "DBY-2.1-19"),
        ),
        PRESERVE,
        Action(code="risk-assessment", cites=stated("DBY-2.1-07", "DBY-2.1-10")),
        Action(code="young-harm-procedure", force=Force.SHOULD, cites=stated("DBY-2.1-11", "DBY-0-04")),
        Action(
            code="strategy-discussion",
            by="social-care",
            when=REFERRED,
            cites=inferred("R-VIEWED-DBY", "DBY-2.1-19", "DBY-2.1-22"),
        ),
    ),
    notes=(
        Note(id="C-09-DBY", kind=NoteKind.CONFLICT, when=ADULT_INVOLVED),
        Note(id="C-06-DBY", kind=NoteKind.SUPPRESSED),
        Note(id="C-20-DBY", kind=NoteKind.CONFLICT),
    ),
    goes_on=(
        GoesOn(
            flow="derbyshire/adult",
            when=Is("adult-involved", "yes"),
            cites=inferred("R-VIEWED-DBY", "DBY-2-16", "DBY-2.1-13"),
            given={"conduct": frozenset({"exploiting", "images"})},
        ),
        GoesOn(
            flow="derbyshire/adult",
            when=Is("adult-involved", "unknown"),
            cites=inferred("R-UNSURE-DBY", "DBY-2-16", "DBY-2.1-13"),
            given={"conduct": frozenset({"exploiting", "images"})},
        ),
    ),
)
