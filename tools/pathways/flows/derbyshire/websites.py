"""DBY-I: a child obsessed with a website that gives harmful messages (section 5)."""

from __future__ import annotations

from pathways.flows.derbyshire.facts import LEAD, SIGNIFICANT_HARM
from pathways.model import (
    OTHERWISE,
    Action,
    Caution,
    Flow,
    Note,
    NoteKind,
    Outcome,
    Question,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

WEBSITES = Flow(
    id="derbyshire/websites",
    start="harm",
    cites=stated("DBY-5-01", "DBY-5-02", "DBY-5-03"),
    questions=(
        Question(
            id="harm",
            options=("no", "yes"),
            cites=inferred("G-DBY-WEBSITES", "DBY-5-02", "DBY-2.1-19"),
            routes=(
                route({"yes", "unknown"}, "refer", inferred("G-DBY-WEBSITES", "DBY-5-02", "DBY-2.1-19")),
                route(OTHERWISE, "raise", stated("DBY-5-03")),
            ),
        ),
    ),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=inferred("G-DBY-WEBSITES", "DBY-5-02", "DBY-0-03")),
        Outcome(id="raise", urgency=Urgency.NO_LIMIT_PRINTED, cites=stated("DBY-5-03")),
    ),
    duties=(
        Caution(code="do-not-view", cites=handbook("HB-02")),
        LEAD,
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=SIGNIFICANT_HARM,
            cites=inferred("G-DBY-WEBSITES", "DBY-2.1-19", "DBY-0-03"),
        ),
        Action(code="raise-with-relevant-others", force=Force.SHOULD, cites=stated("DBY-5-03")),
        Action(code="risk-assessment", by="assessor", force=Force.SHOULD, cites=stated("DBY-5-02", "DBY-5-03")),
    ),
    notes=(Note(id="G-DBY-WEBSITES", kind=NoteKind.GAP),),
)
