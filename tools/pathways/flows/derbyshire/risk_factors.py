"""DBY-E: factors that help to judge early how likely significant harm is, and the safeguards (2.2)."""

from __future__ import annotations

from pathways.conditions import Is
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
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

FACTORS = ("history", "contact-abuse", "own-children", "partner", "non-cooperation", "understanding", "criminal")
PRESENT = Is("factors", *FACTORS, "unknown")
"""One of the seven is, or may be, present; they are interchangeable."""

RISK_FACTORS = Flow(
    id="derbyshire/risk-factors",
    start="factors",
    cites=stated("DBY-2.2-33"),
    questions=(
        Question(
            id="factors",
            order=Order.CHECKLIST,
            options=FACTORS,
            cites=stated(
                "DBY-2.2-34",
                "DBY-2.2-35",
                "DBY-2.2-36",
                "DBY-2.2-37",
                "DBY-2.2-38",
                "DBY-2.2-39",
                "DBY-2.2-40",
            ),
            routes=(
                route(set(FACTORS), "present", stated("DBY-2.2-41")),
                route({"unknown"}, "present", inferred("R-UNSURE-DBY", "DBY-2.2-41")),
                route(OTHERWISE, "none-found", inferred("B-35", "DBY-2.2-33", "DBY-2.3-06")),
            ),
        ),
    ),
    outcomes=(
        Outcome(id="present", urgency=Urgency.TODAY, cites=stated("DBY-2.2-41", "DBY-2.2-43")),
        Outcome(
            id="none-found",
            urgency=Urgency.TODAY,
            cites=inferred("B-35", "DBY-2.2-33", "DBY-2.3-06"),
            notes=(Note(id="G-DBY-NO-FACTOR", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        Caution(code="do-not-alert-suspect", cites=stated("DBY-2.2-12", "DBY-2.2-27")),
        Caution(code="do-not-disclose-to-others", cites=stated("DBY-2.2-12", "DBY-2.2-27")),
        Caution(code="do-not-view", cites=handbook("HB-02")),
        Action(code="share-new-information", cites=handbook("HB-05")),
        Action(
            code="working-agreement",
            within=(Limit(code="from-the-start", cites=stated("DBY-2.2-43")),),
            cites=stated("DBY-2.2-43"),
        ),
        Action(code="consider-leaving-home", force=Force.CONSIDER, when=PRESENT, cites=stated("DBY-2.2-41")),
        Action(code="working-agreement", force=Force.CONSIDER, when=PRESENT, cites=stated("DBY-2.2-42")),
        Action(code="regular-review", force=Force.SHOULD, cites=stated("DBY-2.2-44")),
        Action(
            code="notify-other-areas",
            by="police-and-social-care",
            force=Force.CONSIDER,
            cites=stated("DBY-2.2-45"),
        ),
    ),
    notes=(
        Note(id="R-TELL-DBY", kind=NoteKind.CONFLICT),
        Note(id="B-34", kind=NoteKind.CONFLICT),
        Note(id="R-SAFEGUARDS-DBY", kind=NoteKind.CONFLICT),
    ),
    goes_on=(
        GoesOn(
            flow="derbyshire/risk-assessment",
            cites=inferred("R-ASSESSMENT-DBY", "DBY-2.2-32", "DBY-2.3-09"),
        ),
    ),
)
