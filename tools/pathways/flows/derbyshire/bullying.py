"""DBY-G: online bullying (section 3)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.derbyshire.facts import LEAD, LEAVE_ALONE, PRESERVE
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
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

CRIME = Is("bullying", "crime", "unknown")
SEVERE = Is("bullying", "severe", "unknown")

BULLYING = Flow(
    id="derbyshire/bullying",
    start="bullying",
    cites=stated("DBY-3-01", "DBY-3-08"),
    questions=(
        Question(
            id="bullying",
            order=Order.CHECKLIST,
            options=("image", "crime", "severe"),
            cites=stated("DBY-3-03", "DBY-3-09") + inferred("R-BULLYING-IMAGE-DBY", "DBY-2.1-27"),
            routes=(
                route({"image"}, "with-image", inferred("R-BULLYING-IMAGE-DBY", "DBY-2.1-27", "DBY-2.1-32")),
                route({"unknown"}, "with-image", inferred("R-UNSURE-DBY", "DBY-3-09")),
                route({"crime"}, "serious", stated("DBY-3-09")),
                route({"severe"}, "serious", inferred("C-16-DBY", "DBY-3-03", "DBY-0-03")),
                route(OTHERWISE, "manage", stated("DBY-3-08", "DBY-3-10")),
            ),
        ),
    ),
    outcomes=(
        Outcome(
            id="with-image", urgency=Urgency.NOW, cites=inferred("R-BULLYING-IMAGE-DBY", "DBY-2.1-27", "DBY-2.1-32")
        ),
        Outcome(id="serious", urgency=Urgency.NOW, cites=inferred("C-16-DBY", "DBY-3-03", "DBY-3-09")),
        Outcome(id="manage", urgency=Urgency.NO_LIMIT_PRINTED, cites=stated("DBY-3-08")),
    ),
    duties=(
        *LEAVE_ALONE,
        LEAD,
        Action(
            code="police",
            contact="police",
            force=Force.SHOULD,
            when=CRIME,
            cites=stated("DBY-3-09") + inferred("C-16-DBY", "DBY-3-09"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=SEVERE,
            cites=inferred("C-16-DBY", "DBY-3-03", "DBY-0-03"),
        ),
        PRESERVE,
        Action(code="take-seriously", force=Force.SHOULD, cites=stated("DBY-3-08")),
        Action(code="young-harm-procedure", force=Force.SHOULD, cites=stated("DBY-3-10", "DBY-0-04")),
    ),
    notes=(Note(id="C-16-DBY", kind=NoteKind.CONFLICT),),
    goes_on=(
        GoesOn(
            flow="derbyshire/young-person",
            when=Is("bullying", "image"),
            cites=inferred("R-BULLYING-IMAGE-DBY", "DBY-2.1-27", "DBY-2.1-32"),
        ),
        GoesOn(
            flow="derbyshire/young-person",
            when=Is("bullying", "unknown"),
            cites=inferred("R-UNSURE-DBY", "DBY-2.1-27"),
        ),
    ),
)
