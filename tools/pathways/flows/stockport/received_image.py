"""STK-D: an indecent image of a child has reached a professional (10.9.7(c))."""

from __future__ import annotations

from pathways.conditions import AllOf, Is
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

RECEIVED = Is("received", "home", "work", "unknown")
AT_WORK = Is("received", "work", "unknown")
AT_HOME = Is("received", "home")

RECEIVED_QUESTION = Question(
    id="received",
    options=("no", "home", "work"),
    cites=stated("STK-7c-01"),
    routes=(
        route({"work", "unknown"}, "role", stated("STK-7c-01")),
        route({"home"}, "sender-known", inferred("B-21", "STK-7c-01")),
        route(OTHERWISE, "not-received", inferred("R-NOT-COVERED", "STK-7c-01")),
    ),
)

ROLE = Question(
    id="role",
    order=Order.CHECKLIST,
    options=("health", "council"),
    unknown=False,
    reason="everybody knows whom they work for",
    cites=stated("STK-7c-07", "STK-7c-08"),
    routes=(route(OTHERWISE, "sender-known", stated("STK-7c-01")),),
)

SENDER_KNOWN = Question(
    id="sender-known",
    options=("no", "yes"),
    cites=inferred("R-SENDER", "STK-7ai-01"),
    routes=(route(OTHERWISE, "report", stated("STK-7c-01", "STK-7c-06")),),
)

REPORT = Outcome(id="report", urgency=Urgency.NOW, cites=stated("STK-7c-01", "STK-7c-05"))

NOT_RECEIVED = Outcome(
    id="not-received",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=inferred("R-NOT-COVERED", "STK-7c-01"),
    notes=(Note(id="G-STK-NOT-RECEIVED", kind=NoteKind.GAP),),
)

RECEIVED_IMAGE = Flow(
    id="stockport/received-image",
    start="received",
    cites=stated("STK-7c-01"),
    questions=(RECEIVED_QUESTION, ROLE, SENDER_KNOWN),
    outcomes=(REPORT, NOT_RECEIVED),
    duties=(
        Caution(code="do-nothing-until-police-advise", when=AT_WORK, cites=stated("STK-7c-05")),
        Caution(code="do-nothing-until-police-advise", when=AT_HOME, cites=inferred("B-21", "STK-7c-05")),
        Caution(code="do-not-copy-or-send", when=AT_WORK, cites=stated("STK-7c-03", "STK-7c-04")),
        # These three stand from the first question on.
        Caution(code="do-not-copy-or-send", cites=inferred("R-COPY", "STK-7c-03", "STK-7c-04")),
        Caution(code="do-not-delete", cites=inferred("R-DELETE", "STK-7ai-04", "STK-7c-05")),
        Caution(code="do-not-view", cites=handbook("HB-02")),
        Caution(code="do-not-alert-suspect", when=RECEIVED, cites=inferred("R-ALERT", "STK-7ai-19")),
        Action(code="police", when=AT_WORK, contact="police", cites=stated("STK-7c-01")),
        Action(code="police", when=AT_HOME, contact="police", cites=handbook("HB-07")),
        Action(code="line-manager", when=AT_WORK, cites=stated("STK-7c-06")),
        # The handbook's own and without a condition, so that no graver answer can lose it.
        Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-06")),
        Action(code="preserve-evidence", when=RECEIVED, cites=handbook("HB-03")),
        Action(code="critical-incident-report", when=Is("role", "health"), cites=stated("STK-7c-07")),
        Action(code="it-team", when=Is("role", "council"), cites=stated("STK-7c-08")),
    ),
    notes=(
        Note(id="B-21", kind=NoteKind.GAP, when=AT_HOME),
        Note(id="C-26", kind=NoteKind.CONFLICT, when=Is("role", "council")),
        Note(id="C-13", kind=NoteKind.CONFLICT, when=RECEIVED),
        Note(id="N-STRANGER", kind=NoteKind.INFORMATION, when=AllOf(RECEIVED, Is("sender-known", "no"))),
        Note(id="G-STK-NO-LIMIT", kind=NoteKind.GAP, when=RECEIVED),
    ),
    goes_on=(
        GoesOn(
            flow="stockport/discovery",
            when=Is("sender-known", "yes", "unknown"),
            cites=inferred("R-SENDER", "STK-7ai-01"),
            given=given(stage="new", what="images"),
        ),
    ),
)
