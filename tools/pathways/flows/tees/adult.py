"""TEE-D: a concern about an adult (5). Whether a child is identified comes first: then the opening rule wins (B-62)."""

from __future__ import annotations

from pathways.conditions import AnyOf
from pathways.flows.tees.facts import (
    ADULT_MAY_HAVE_HARMED,
    CHILD_KNOWN,
    CHILD_MAY_HAVE_HARMED,
    COLLEAGUE_MAY_HAVE_HARMED,
    harmer,
)
from pathways.flows.tees.opening_rule import FROM_THE_START, left_as_it_is, opening_rule
from pathways.model import (
    OTHERWISE,
    Action,
    Flow,
    GoesOn,
    Note,
    NoteKind,
    Outcome,
    Question,
    given,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

CHILD_KNOWN_QUESTION = Question(
    id="child-known",
    options=("no", "yes"),
    cites=inferred("B-62-TEE", "TEE-0-02", "TEE-5-07"),
    routes=(route(OTHERWISE, "harmer", inferred("B-62-TEE", "TEE-0-02", "TEE-5-04")),),
)

ADULT = Flow(
    id="tees/adult",
    start="child-known",
    cites=stated("TEE-5-01", "TEE-5-02", "TEE-5-03"),
    questions=(
        CHILD_KNOWN_QUESTION,
        harmer(route(OTHERWISE, "refer-adult", stated("TEE-5-03", "TEE-5-04"))),
    ),
    outcomes=(Outcome(id="refer-adult", urgency=Urgency.NOW, cites=inferred("B-62-TEE", "TEE-0-02", "TEE-5-04")),),
    duties=(
        *FROM_THE_START,
        *opening_rule(CHILD_KNOWN),
        # Before the talk, which never delays it (C-08). Printed with should; read as must, since nobody can rule out
        # that a child is being abused (B-62).
        Action(
            code="police", contact="police", cites=stated("TEE-5-04") + inferred("B-62-TEE", "TEE-0-02", "TEE-5-04")
        ),
        # Goes further than Tees prints (C-10), and says so.
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            force=Force.SHOULD,
            cites=handbook("HB-63"),
        ),
        Action(code="line-manager", force=Force.SHOULD, cites=stated("TEE-5-02")),
        Action(code="safeguarding-lead", force=Force.SHOULD, cites=stated("TEE-5-02")),
        Action(code="share-without-evidence", force=Force.SHOULD, cites=stated("TEE-5-03")),
        left_as_it_is(),
        Action(code="police-checks", by="police", cites=stated("TEE-5-05")),
        Action(code="establish-access", by="police", force=Force.SHOULD, cites=inferred("C-10-TEE", "TEE-5-06")),
        Action(code="childrens-social-care", by="police", force=Force.SHOULD, cites=inferred("C-10-TEE", "TEE-5-07")),
        Action(code="establish-access", when=ADULT_MAY_HAVE_HARMED, cites=stated("TEE-1-10", "TEE-1-11")),
    ),
    notes=(
        Note(id="CUR-H7-TEE", kind=NoteKind.TO_CHECK),
        Note(id="B-62-TEE", kind=NoteKind.CONFLICT),
        Note(id="C-08-TEE", kind=NoteKind.CONFLICT),
        Note(id="C-10-TEE", kind=NoteKind.CONFLICT),
        Note(id="G-TEE-ALERT", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="tees/at-risk",
            when=AnyOf(CHILD_KNOWN, CHILD_MAY_HAVE_HARMED),
            cites=inferred("B-62-TEE", "TEE-0-02", "TEE-0-03"),
            given=given(at_risk="yes"),
        ),
        GoesOn(
            flow="tees/child-harmed",
            when=CHILD_MAY_HAVE_HARMED,
            cites=inferred("R-UNSURE-TEE", "TEE-3-06"),
        ),
        GoesOn(
            flow="tees/colleague",
            when=COLLEAGUE_MAY_HAVE_HARMED,
            cites=inferred("C-12-TEE", "TEE-6-01", "TEE-6-02"),
            given=given(children_involved="yes"),
        ),
    ),
)
