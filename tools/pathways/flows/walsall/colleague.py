"""WSL-B: someone who works with children (1.7 to 1.11)."""

from __future__ import annotations

from pathways.flows.walsall.facts import IMAGES
from pathways.flows.walsall.first_steps import LEAVE_ALONE, SHARE
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
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

ABOUT_A_COLLEAGUE = Question(
    id="about",
    order=Order.CHECKLIST,
    options=("images", "child-in-images", "contact", "offence"),
    cites=stated("WSL-1-21", "WSL-1-08"),
    routes=(
        route({"images"}, "allegation", stated("WSL-1-21", "WSL-1-22")),
        route(OTHERWISE, "allegation", inferred("R-WSL-COLLEAGUE", "WSL-1-22")),
    ),
)

COLLEAGUE_FLOW = Flow(
    id="walsall/colleague",
    start="about",
    cites=stated("WSL-1-21"),
    questions=(ABOUT_A_COLLEAGUE,),
    outcomes=(
        Outcome(
            id="allegation",
            urgency=Urgency.NOW,
            cites=inferred("R-WSL-COLLEAGUE-ADULT", "WSL-1-07", "WSL-1-17", "WSL-1-22", "WSL-1-23"),
        ),
    ),
    duties=(
        *LEAVE_ALONE,
        Caution(code="do-not-alert-suspect", when=IMAGES, cites=stated("WSL-1-23")),
        *SHARE,
        # The colleague is an adult of concern: the steps of 1.3 and 1.6 hold as well.
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            cites=inferred("R-WSL-COLLEAGUE-ADULT", "WSL-1-17", "WSL-1-23"),
        ),
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            cites=inferred("R-WSL-COLLEAGUE-ADULT", "WSL-1-07", "WSL-1-20"),
        ),
        # Printed for images; the title of the procedure covers any allegation of abuse, and carers and volunteers.
        Action(
            code="allegations-procedure",
            force=Force.SHOULD,
            when=IMAGES,
            cites=stated("WSL-1-21", "WSL-1-22"),
        ),
        Action(
            code="allegations-procedure",
            force=Force.SHOULD,
            cites=inferred("R-WSL-COLLEAGUE", "WSL-1-22"),
        ),
        Action(code="preserve-evidence", cites=handbook("HB-03")),
        Action(
            code="strategy-discussion",
            by="not-named",
            force=Force.SHOULD,
            cites=inferred("R-WSL-STRATEGY", "WSL-1-26"),
        ),
        Action(
            code="risk-assessment",
            by="strategy-meeting",
            force=Force.CONSIDER,
            cites=stated("WSL-1-25", "WSL-1-26", "WSL-1-27"),
        ),
        Action(code="hr-it-legal-framework", by="employer", force=Force.SHOULD, cites=stated("WSL-1-28")),
    ),
    notes=(
        Note(id="R-WSL-COLLEAGUE", kind=NoteKind.CONFLICT),
        Note(id="C-25-WSL", kind=NoteKind.CONFLICT),
        Note(id="B-04-WSL", kind=NoteKind.GAP),
        Note(id="G-WSL-NO-LIMIT", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="walsall/concern",
            cites=inferred("R-WSL-COLLEAGUE-ADULT", "WSL-1-05", "WSL-1-07", "WSL-1-17"),
            given=given(person="colleague"),
        ),
    ),
)
