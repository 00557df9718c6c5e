"""DBY-J: somebody lets or encourages a child to see adult pornography (section 2, law)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.derbyshire.facts import ADULT_INVOLVED, LEAD, LEAVE_ALONE, PRESERVE
from pathways.model import (
    OTHERWISE,
    Action,
    Caution,
    Flow,
    GoesOn,
    Note,
    NoteKind,
    Outcome,
    Question,
    given,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Urgency

PORNOGRAPHY = Flow(
    id="derbyshire/pornography",
    start="young-imagery",
    cites=stated("DBY-2-14", "DBY-2-07"),
    questions=(
        Question(
            id="young-imagery",
            options=("no", "yes"),
            cites=inferred("C-21-DBY", "DBY-2-10"),
            routes=(route(OTHERWISE, "adult-involved", inferred("C-21-DBY", "DBY-2-07", "DBY-2-14")),),
        ),
        Question(
            id="adult-involved",
            options=("no", "yes"),
            cites=inferred("C-21-DBY", "DBY-2-07", "DBY-2-14"),
            routes=(route(OTHERWISE, "refer", inferred("C-21-DBY", "DBY-2-14", "DBY-0-03")),),
        ),
    ),
    outcomes=(Outcome(id="refer", urgency=Urgency.NOW, cites=inferred("C-21-DBY", "DBY-2-14", "DBY-0-03")),),
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
        Action(code="police", contact="police", cites=inferred("C-21-DBY", "DBY-2-14")),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            cites=inferred("C-21-DBY", "DBY-2-14", "DBY-0-03"),
        ),
        PRESERVE,
    ),
    notes=(
        Note(id="C-21-DBY", kind=NoteKind.CONFLICT),
        Note(id="G-DBY-PORNOGRAPHY", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="derbyshire/young-person",
            when=Is("young-imagery", "yes"),
            cites=inferred("C-21-DBY", "DBY-2.1-27"),
        ),
        GoesOn(
            flow="derbyshire/young-person",
            when=Is("young-imagery", "unknown"),
            cites=inferred("R-UNSURE-DBY", "DBY-2.1-27"),
        ),
        GoesOn(
            flow="derbyshire/adult",
            when=Is("adult-involved", "yes"),
            cites=inferred("C-21-DBY", "DBY-2-07", "DBY-2-14"),
            given=given(conduct="exploiting"),
        ),
        GoesOn(
            flow="derbyshire/adult",
            when=Is("adult-involved", "unknown"),
            cites=inferred("C-21-DBY", "DBY-2-07", "DBY-2-14"),
            given=given(conduct="exploiting"),
        ),
    ),
)
