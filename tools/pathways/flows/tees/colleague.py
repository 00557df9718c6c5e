"""TEE-E: a concern about a colleague (6). What 6.1 asks about material and passwords is never advice (C-01)."""

from __future__ import annotations

from pathways.flows.tees.facts import CHILDREN_INVOLVED, OFFENCE
from pathways.flows.tees.opening_rule import FROM_THE_START, left_as_it_is, officer, opening_rule
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
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

CHILDREN_INVOLVED_QUESTION = Question(
    id="children-involved",
    options=("no", "yes"),
    cites=inferred("R-COLLEAGUE-CHILD-TEE", "TEE-0-02", "TEE-6-01"),
    routes=(
        route({"yes"}, "allegation", inferred("R-COLLEAGUE-CHILD-TEE", "TEE-0-02", "TEE-6-01")),
        route({"unknown"}, "allegation", inferred("R-UNSURE-TEE", "TEE-0-02")),
        route(OTHERWISE, "offence", stated("TEE-6-01")),
    ),
)

OFFENCE_QUESTION = Question(
    id="offence",
    options=("no", "yes"),
    cites=stated("TEE-6-01"),
    routes=(
        route({"yes"}, "allegation-offence", inferred("R-ADULT-TOO-TEE", "TEE-5-04", "TEE-6-01")),
        route({"unknown"}, "allegation-offence", inferred("R-UNSURE-TEE", "TEE-5-04")),
        route(OTHERWISE, "allegation-only", stated("TEE-6-01", "TEE-6-02")),
    ),
)

COLLEAGUE = Flow(
    id="tees/colleague",
    start="children-involved",
    cites=stated("TEE-6-01"),
    questions=(CHILDREN_INVOLVED_QUESTION, OFFENCE_QUESTION),
    outcomes=(
        Outcome(id="allegation", urgency=Urgency.NOW, cites=stated("TEE-0-02", "TEE-6-01", "TEE-6-02")),
        Outcome(
            id="allegation-offence",
            urgency=Urgency.NOW,
            cites=stated("TEE-6-02") + inferred("R-ADULT-TOO-TEE", "TEE-5-04"),
        ),
        Outcome(id="allegation-only", urgency=Urgency.NO_LIMIT_PRINTED, cites=stated("TEE-6-01", "TEE-6-02")),
    ),
    duties=(
        *FROM_THE_START,
        *opening_rule(CHILDREN_INVOLVED),
        Action(
            code="police",
            when=OFFENCE,
            contact="police",
            cites=inferred("R-ADULT-TOO-TEE", "TEE-5-04"),
        ),
        Action(code="line-manager", force=Force.SHOULD, cites=inferred("R-MANAGER-TEE", "TEE-6-03")),
        Action(code="whistleblowing", force=Force.SHOULD, cites=stated("TEE-6-03")),
        officer(),
        Action(code="allegations-procedure", cites=stated("TEE-6-02")),
        left_as_it_is(),
    ),
    notes=(
        Note(id="C-01-TEE", kind=NoteKind.SUPPRESSED),
        Note(id="CUR-H7-TEE", kind=NoteKind.TO_CHECK),
        Note(id="G-TEE-ALERT", kind=NoteKind.GAP),
        Note(id="C-12-TEE", kind=NoteKind.CONFLICT),
        Note(id="R-MANAGER-TEE", kind=NoteKind.CONFLICT),
    ),
    goes_on=(
        GoesOn(
            flow="tees/at-risk",
            when=CHILDREN_INVOLVED,
            cites=inferred("R-COLLEAGUE-CHILD-TEE", "TEE-0-02", "TEE-6-01"),
            given=given(at_risk="yes", harmer="colleague"),
        ),
        GoesOn(
            flow="tees/adult",
            when=CHILDREN_INVOLVED,
            cites=inferred("R-ADULT-TOO-TEE", "TEE-5-04"),
            given=given(child_known="yes", harmer="colleague"),
        ),
        GoesOn(
            flow="tees/adult",
            when=OFFENCE,
            cites=inferred("R-ADULT-TOO-TEE", "TEE-5-04"),
            given=given(child_known="no", harmer="colleague"),
        ),
    ),
)
