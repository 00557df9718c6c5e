"""STK-C: someone who works with children is found, or thought, to have accessed abuse images (10.9.7(b))."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.stockport.discovery import NOT_COVERED
from pathways.flows.stockport.facts import CONCERN
from pathways.flows.stockport.first_steps import FIRST_STEPS
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
from pathways.vocabulary import Urgency

WHAT_OF_A_PROFESSIONAL = Question(
    id="what",
    order=Order.CHECKLIST,
    options=("images", "grooming", "other"),
    cites=stated("STK-7b-01", "STK-7b-07"),
    routes=(
        route({"images"}, "allegation", stated("STK-7b-01")),
        route({"grooming"}, "allegation", inferred("B-22", "STK-2-02", "STK-C-03")),
        route({"other"}, "allegation", inferred("B-22", "STK-7ai-01")),
        route({"unknown"}, "allegation", inferred("B-22", "STK-7b-01")),
        route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED", "STK-7b-01")),
    ),
)

IMAGES = Is("what", "images", "unknown")
NOT_IMAGES = Is("what", "grooming", "other", "unknown")

ALLEGATION = Outcome(id="allegation", urgency=Urgency.NOW, cites=stated("STK-7b-01", "STK-7b-02"))

PROFESSIONAL = Flow(
    id="stockport/professional",
    start="what",
    cites=stated("STK-7b-01", "STK-7b-07"),
    questions=(WHAT_OF_A_PROFESSIONAL,),
    outcomes=(ALLEGATION, NOT_COVERED),
    duties=(
        *FIRST_STEPS,
        # The source speaks of images; for the rest the same steps are inferred (B-22).
        Action(code="allegations-procedure", when=IMAGES, cites=stated("STK-7b-01", "STK-C-22")),
        Action(code="allegations-procedure", when=NOT_IMAGES, cites=inferred("B-22", "STK-7b-01", "STK-C-22")),
        Action(code="lado", when=IMAGES, contact="lado", cites=stated("STK-7b-02")),
        Action(code="lado", when=NOT_IMAGES, contact="lado", cites=inferred("B-22", "STK-7b-02")),
        Action(code="establish-access", when=IMAGES, cites=stated("STK-7b-04")),
        Action(code="establish-access", when=NOT_IMAGES, cites=inferred("B-22", "STK-7b-04")),
        Action(code="strategy-discussion", by="safeguarding-unit", when=IMAGES, cites=stated("STK-7b-06")),
        Action(
            code="strategy-discussion", by="safeguarding-unit", when=NOT_IMAGES, cites=inferred("B-22", "STK-7b-06")
        ),
    ),
    notes=(
        Note(id="N-BOARD-VIEW", kind=NoteKind.BOARD_VIEW, when=CONCERN),
        Note(id="B-22", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="B-14", kind=NoteKind.CONFLICT, when=CONCERN),
        Note(id="G-STK-NO-LIMIT", kind=NoteKind.GAP, when=CONCERN),
    ),
    goes_on=(
        GoesOn(
            flow="stockport/discovery",
            when=CONCERN,
            cites=inferred("R-DISCOVERY-FIRST", "STK-7ai-01", "STK-7ai-03", "STK-7ai-09"),
            given=given(stage="new", who="colleague"),
        ),
    ),
)
