"""STK-A: the Appendix C flowchart, reconstructed from its boxes. Every arrow is inferred: the file lost them all."""

from __future__ import annotations

from pathways.conditions import AllOf, AnyOf, Is
from pathways.flows.stockport.facts import LEGAL_MATERIAL_REFERRED
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

SUSPECTED = Question(
    id="suspected",
    order=Order.CHECKLIST,
    options=("abuse", "offence"),
    cites=stated("STK-C-09", "STK-C-12"),
    routes=(
        route({"abuse"}, "joint", inferred("B-10", "STK-C-09", "STK-C-10", "STK-C-20")),
        route({"offence"}, "joint", inferred("B-10", "STK-C-12", "STK-C-13", "STK-C-20")),
        route({"unknown"}, "joint", inferred("R-UNSURE", "STK-C-09", "STK-C-12")),
        route(OTHERWISE, "adult-exposed", inferred("C-21", "STK-C-15", "STK-C-17")),
    ),
)

ADULT_EXPOSED = Question(
    id="adult-exposed",
    options=("no", "yes"),
    cites=inferred("C-21", "STK-C-09"),
    routes=(
        route({"yes", "unknown"}, "joint", inferred("C-21", "STK-C-09", "STK-C-10")),
        route(OTHERWISE, "sender", inferred("B-10", "STK-C-15", "STK-C-17")),
    ),
)

SENDER = Question(
    id="sender",
    order=Order.NOMINAL,
    reason="staff, child or somebody else: each has its own box and none is graver than another",
    options=("staff", "child", "other"),
    cites=stated("STK-C-15", "STK-C-17"),
    routes=(
        route({"staff"}, "staff-measures", inferred("B-20", "STK-C-15", "STK-C-16")),
        route({"child"}, "residential", inferred("B-10", "STK-C-17")),
        route({"other"}, "no-route", inferred("B-20", "STK-C-15")),
        route({"unknown"}, "joint", inferred("R-UNSURE", "STK-C-09", "STK-C-12")),
    ),
)

RESIDENTIAL = Question(
    id="residential",
    options=("no", "yes"),
    cites=stated("STK-C-19"),
    routes=(route(OTHERWISE, "pupil-measures", inferred("B-10", "STK-C-18")),),
)

REFERRED = AnyOf(Is("suspected", "abuse", "offence", "unknown"), LEGAL_MATERIAL_REFERRED)

JOINT = Outcome(
    id="joint",
    urgency=Urgency.NOW,
    cites=inferred("B-10", "STK-C-10", "STK-C-13", "STK-C-20"),
    duties=(
        Action(code="strategy-discussion", by="police-and-social-care", cites=inferred("B-10", "STK-C-20")),
        Action(code="joint-investigation", by="police-and-social-care", cites=inferred("B-10", "STK-C-20")),
    ),
)

STAFF_MEASURES = Outcome(
    id="staff-measures",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=inferred("B-20", "STK-C-15", "STK-C-16"),
    duties=(Action(code="own-disciplinary", cites=stated("STK-C-16")),),
    notes=(
        Note(id="G-STK-WHO-DECIDES", kind=NoteKind.GAP),
        Note(id="N-NEVER-LEGAL", kind=NoteKind.INFORMATION),
    ),
)

PUPIL_MEASURES = Outcome(
    id="pupil-measures",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=stated("STK-C-17", "STK-C-18"),
    duties=(
        Action(code="pupil-disciplinary", cites=stated("STK-C-18")),
        Action(code="planning-meeting", when=Is("residential", "yes", "unknown"), cites=stated("STK-C-19")),
    ),
    notes=(
        Note(id="G-STK-WHO-DECIDES", kind=NoteKind.GAP),
        Note(id="N-NEVER-LEGAL", kind=NoteKind.INFORMATION),
    ),
)

NO_ROUTE = Outcome(
    id="no-route",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=inferred("B-20", "STK-C-15"),
    duties=(Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-06")),),
    notes=(
        Note(id="B-20", kind=NoteKind.GAP),
        Note(id="G-STK-WHO-DECIDES", kind=NoteKind.GAP),
        Note(id="N-NEVER-LEGAL", kind=NoteKind.INFORMATION),
    ),
)

APPENDIX_C = Flow(
    id="stockport/appendix-c",
    start="suspected",
    cites=stated("STK-C-01", "STK-C-02", "STK-C-03", "STK-C-04", "STK-C-05", "STK-C-06", "STK-C-07"),
    questions=(SUSPECTED, ADULT_EXPOSED, SENDER, RESIDENTIAL),
    outcomes=(JOINT, STAFF_MEASURES, PUPIL_MEASURES, NO_ROUTE),
    duties=(
        # These hold from the start: the flow is for concerns about abuse images (STK-C-01), and enquiries are narrow.
        Caution(code="do-not-view", cites=handbook("HB-02")),
        Caution(code="do-not-examine-device", cites=inferred("C-13", "STK-7ai-17")),
        Caution(code="do-not-alert-suspect", cites=inferred("C-13", "STK-7ai-19")),
        Caution(code="do-not-copy-or-send", cites=inferred("R-COPY", "STK-7c-03", "STK-7c-04")),
        Caution(code="do-not-delete", cites=inferred("R-DELETE", "STK-7ai-04", "STK-7ai-06")),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=Is("suspected", "abuse", "unknown"),
            cites=stated("STK-C-09", "STK-C-10"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=LEGAL_MATERIAL_REFERRED,
            cites=inferred("C-21", "STK-C-09", "STK-C-10"),
        ),
        Action(
            code="police",
            contact="police",
            when=Is("suspected", "offence", "unknown"),
            cites=stated("STK-C-12", "STK-C-13"),
        ),
        Action(
            code="police",
            contact="police",
            when=LEGAL_MATERIAL_REFERRED,
            cites=inferred("C-21", "STK-C-12", "STK-C-13"),
        ),
        Action(
            code="own-enquiries",
            cites=stated("STK-C-08") + inferred("C-13", "STK-7ai-17", "STK-7c-05"),
        ),
        Action(
            code="section-47",
            by="police-and-social-care",
            when=Is("suspected", "abuse", "unknown"),
            cites=stated("STK-C-10"),
        ),
        Action(
            code="own-disciplinary",
            by="employer",
            when=AllOf(REFERRED, Is("who", "colleague", "unknown")),
            cites=stated("STK-C-21", "STK-C-22"),
        ),
    ),
    notes=(
        Note(id="B-10", kind=NoteKind.CONFLICT),
        Note(id="C-13", kind=NoteKind.CONFLICT),
        Note(id="C-21", kind=NoteKind.CONFLICT, when=LEGAL_MATERIAL_REFERRED),
        Note(id="G-STK-NO-LIMIT", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="stockport/discovery",
            when=Is("suspected", "abuse", "offence", "unknown"),
            cites=inferred("R-DISCOVERY-FIRST", "STK-7ai-01", "STK-C-01"),
            given=given(stage="new", what="images"),
        ),
        GoesOn(
            flow="stockport/discovery",
            when=Is("adult-exposed", "yes"),
            cites=inferred("C-21", "STK-7ai-01"),
            given=given(stage="new", what="other"),
        ),
        GoesOn(
            flow="stockport/discovery",
            when=AnyOf(Is("adult-exposed", "unknown"), Is("sender", "unknown")),
            cites=inferred("R-UNSURE", "STK-7ai-01"),
            given=given(stage="new", what="unknown"),
        ),
    ),
)
