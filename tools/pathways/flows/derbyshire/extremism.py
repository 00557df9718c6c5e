"""DBY-H: online extremism and radicalisation (section 4)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.derbyshire.facts import LEAD
from pathways.model import (
    OTHERWISE,
    Action,
    Caution,
    Flow,
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

CHILD = Is("extremism", "drawn-in", "exposed", "unknown")
DRAWN_IN = Is("extremism", "drawn-in", "unknown")
TERRORIST = Is("extremism", "terrorist-material", "unknown")
CONTENT = Is("extremism", "content", "unknown")

EXTREMISM = Flow(
    id="derbyshire/extremism",
    start="extremism",
    cites=stated("DBY-4-01", "DBY-4-03"),
    questions=(
        Question(
            id="extremism",
            order=Order.CHECKLIST,
            options=("drawn-in", "terrorist-material", "exposed", "content"),
            cites=stated("DBY-4-01", "DBY-4-03", "DBY-4-04", "DBY-4-07"),
            routes=(
                route({"drawn-in"}, "refer", handbook("HB-91")),
                route({"unknown"}, "refer", inferred("R-UNSURE-DBY", "DBY-4-03", "DBY-4-04")),
                route({"terrorist-material"}, "report", stated("DBY-4-04", "DBY-4-05")),
                route({"exposed", "content"}, "advice", stated("DBY-4-03", "DBY-4-07")),
                route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED-DBY", "DBY-4-03")),
            ),
        ),
    ),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=handbook("HB-91")),
        Outcome(id="report", urgency=Urgency.NOW, cites=stated("DBY-4-04", "DBY-4-06")),
        Outcome(id="advice", urgency=Urgency.NO_LIMIT_PRINTED, cites=stated("DBY-4-03", "DBY-4-07")),
        Outcome(
            id="not-covered",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("R-NOT-COVERED-DBY", "DBY-4-03"),
            notes=(Note(id="G-DBY-NOT-COVERED", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        Caution(code="do-not-view", cites=handbook("HB-02")),
        Caution(code="do-not-copy-or-send", cites=handbook("HB-03")),
        Caution(code="do-not-delete", cites=handbook("HB-03")),
        Caution(code="do-not-report-anonymously", when=TERRORIST, cites=stated("DBY-4-05")),
        LEAD,
        Action(code="police", contact="police", force=Force.SHOULD, when=TERRORIST, cites=handbook("HB-92")),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            force=Force.SHOULD,
            when=DRAWN_IN,
            cites=handbook("HB-91"),
        ),
        Action(code="terrorism-report", force=Force.MAY, when=TERRORIST, cites=stated("DBY-4-04", "DBY-4-05")),
        Action(code="follow-professional-procedures", when=TERRORIST, cites=stated("DBY-4-06")),
        Action(code="preserve-evidence", cites=handbook("HB-03")),
        Action(
            code="radicalisation-procedure",
            force=Force.SHOULD,
            when=Is("extremism", "drawn-in", "exposed", "terrorist-material", "content", "unknown"),
            cites=stated("DBY-4-08"),
        ),
        Action(code="school-advice", force=Force.MAY, when=CHILD, cites=stated("DBY-4-03")),
        Action(
            code="report-to-site",
            force=Force.MAY,
            when=CONTENT,
            cites=stated("DBY-4-07") + inferred("C-03-DBY", "DBY-4-07"),
        ),
    ),
    notes=(
        Note(
            id="C-17-DBY",
            kind=NoteKind.CONFLICT,
            when=Is("extremism", "drawn-in", "exposed", "terrorist-material", "content", "unknown"),
        ),
        Note(id="C-03-DBY", kind=NoteKind.CONFLICT, when=CONTENT),
    ),
)
