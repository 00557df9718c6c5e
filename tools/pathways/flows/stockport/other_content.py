"""STK-E: other content and conduct online (10.9.5), such as bullying, harmful sites, contact with birth family."""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
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

YOUNG_IMAGES = Is("content", "young-images", "unknown")
EXPLOITATION = Is("content", "exploitation", "unknown")
CRIMINAL = Is("criminal", "yes", "unknown")
HARM = Is("harm", "yes", "unknown")

EVIDENCE = AnyOf(YOUNG_IMAGES, EXPLOITATION, CRIMINAL)
"""Something may exist that the police will want as it is."""

CONTENT = Question(
    id="content",
    order=Order.CHECKLIST,
    options=("young-images", "exploitation", "bullying", "harmful-sites", "birth-family"),
    cites=stated("STK-5iii-04", "STK-5iii-06", "STK-5ii-01", "STK-5iii-01", "STK-5iii-02", "STK-5iii-07"),
    routes=(
        route({"young-images"}, "same-steps", inferred("R-YOUNG-IMAGES", "STK-5iii-04", "STK-7ai-11")),
        route({"exploitation"}, "same-steps", inferred("R-EXPLOITATION", "STK-5iii-06", "STK-7ai-01")),
        route({"unknown"}, "same-steps", inferred("R-UNSURE", "STK-5iii-04")),
        route(OTHERWISE, "criminal", stated("STK-5iii-05")),
    ),
)

CRIMINAL_QUESTION = Question(
    id="criminal",
    options=("no", "yes"),
    cites=stated("STK-5iii-05", "STK-5ii-07"),
    routes=(route(OTHERWISE, "harm", inferred("C-16", "STK-5ii-03")),),
)

HARM_QUESTION = Question(
    id="harm",
    options=("no", "yes"),
    cites=inferred("C-16", "STK-5ii-03", "STK-5iii-02"),
    routes=(
        route({"yes", "unknown"}, "refer-child", inferred("C-16", "STK-5ii-03")),
        route(OTHERWISE, "no-step", inferred("B-18", "STK-5ii-01")),
    ),
)

OTHER_NOTES = (
    Note(id="G-STK-BULLYING", kind=NoteKind.GAP, when=Is("content", "bullying")),
    Note(id="N-STAFF-TARGET", kind=NoteKind.INFORMATION, when=Is("content", "bullying")),
    Note(id="G-STK-HARMFUL-SITES", kind=NoteKind.GAP, when=Is("content", "harmful-sites")),
    Note(id="G-STK-BIRTH-FAMILY", kind=NoteKind.GAP, when=Is("content", "birth-family")),
    Note(id="B-18", kind=NoteKind.GAP),
    Note(id="C-16", kind=NoteKind.CONFLICT),
)

OTHER_CONTENT = Flow(
    id="stockport/other-content",
    start="content",
    cites=stated("STK-5ii-01", "STK-5iii-01", "STK-5iii-05"),
    questions=(CONTENT, CRIMINAL_QUESTION, HARM_QUESTION),
    outcomes=(
        Outcome(
            id="same-steps",
            urgency=Urgency.NOW,
            cites=inferred("R-YOUNG-IMAGES", "STK-5iii-04", "STK-7ai-01"),
        ),
        Outcome(id="refer-child", urgency=Urgency.NOW, cites=inferred("C-16", "STK-5ii-03"), notes=OTHER_NOTES),
        Outcome(
            id="no-step",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("B-18", "STK-5ii-01", "STK-5iii-07"),
            notes=OTHER_NOTES,
        ),
    ),
    duties=(
        Caution(code="do-not-view", cites=handbook("HB-02")),
        Caution(code="do-not-examine-device", cites=inferred("R-DEVICE", "STK-7ai-17")),
        Caution(code="do-not-delete", when=EVIDENCE, cites=inferred("R-DELETE", "STK-7ai-04", "STK-7ai-06")),
        Caution(code="do-not-copy-or-send", when=EVIDENCE, cites=inferred("R-COPY", "STK-7c-03", "STK-7c-04")),
        Caution(code="do-not-alert-suspect", when=EVIDENCE, cites=inferred("R-ALERT", "STK-7ai-19")),
        Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-06")),
        Action(code="police", when=CRIMINAL, contact="police", cites=stated("STK-5iii-05")),
        Action(code="police", when=YOUNG_IMAGES, contact="police", cites=inferred("R-YOUNG-IMAGES", "STK-7ai-03")),
        Action(code="police", when=EXPLOITATION, contact="police", cites=inferred("R-EXPLOITATION", "STK-7ai-05")),
        Action(
            code="childrens-social-care",
            when=YOUNG_IMAGES,
            contact="childrens-social-care",
            cites=inferred("R-YOUNG-IMAGES", "STK-7ai-09"),
        ),
        Action(
            code="childrens-social-care",
            when=EXPLOITATION,
            contact="childrens-social-care",
            cites=inferred("R-EXPLOITATION", "STK-7ai-09"),
        ),
        Action(code="preserve-evidence", when=EVIDENCE, cites=handbook("HB-03")),
        Action(
            code="childrens-social-care",
            when=HARM,
            contact="childrens-social-care",
            force=Force.SHOULD,
            cites=handbook("HB-04"),
        ),
        Action(
            code="strategy-discussion",
            by="police-and-social-care",
            when=YOUNG_IMAGES,
            cites=inferred("R-YOUNG-IMAGES", "STK-5iii-04", "STK-7ai-11"),
        ),
        Action(
            code="exploitation-protocol",
            when=EXPLOITATION,
            force=Force.SHOULD,
            cites=stated("STK-5iii-06"),
        ),
        Action(
            code="anti-bullying-policy",
            when=Is("content", "bullying", "unknown"),
            force=Force.SHOULD,
            cites=handbook("HB-08"),
        ),
        Action(
            code="child-social-worker",
            when=Is("content", "birth-family", "unknown"),
            force=Force.SHOULD,
            cites=handbook("HB-09"),
        ),
    ),
    goes_on=(
        GoesOn(
            flow="stockport/discovery",
            when=Is("content", "young-images"),
            cites=inferred("R-YOUNG-IMAGES", "STK-5iii-04", "STK-7ai-11"),
            given=given(stage="new", what="images"),
        ),
        GoesOn(
            flow="stockport/discovery",
            when=Is("content", "exploitation"),
            cites=inferred("R-EXPLOITATION", "STK-5iii-06", "STK-7ai-01"),
            given=given(stage="new", what="grooming"),
        ),
        GoesOn(
            flow="stockport/discovery",
            when=Is("content", "unknown"),
            cites=inferred("R-UNSURE", "STK-7ai-01"),
            given=given(stage="new", what="unknown"),
        ),
    ),
)
