"""WAL-C: evidence is kept as it is and left to the police (5.5.6)."""

from __future__ import annotations

from pathways.flows.wales.first_report import FROM_THE_START, LEAD, first_report, read_as
from pathways.model import (
    OTHERWISE,
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
from pathways.vocabulary import Urgency

HELD = Question(
    id="held",
    options=("no", "yes"),
    cites=stated("WAL-6-10"),
    routes=(
        route({"yes"}, "keep", stated("WAL-6-10", "WAL-6-11")),
        route({"unknown"}, "keep", inferred("R-UNSURE-WAL", "WAL-6-10", "WAL-6-11")),
        route(OTHERWISE, "leave", inferred("B-54", "WAL-6-02", "WAL-6-07", "WAL-6-09")),
    ),
)

EVIDENCE_FLOW = Flow(
    id="wales/evidence",
    start="held",
    cites=stated("WAL-6-01", "WAL-6-09"),
    questions=(HELD,),
    outcomes=(
        Outcome(id="keep", urgency=Urgency.NOW, cites=stated("WAL-6-10", "WAL-6-11")),
        Outcome(id="leave", urgency=Urgency.NOW, cites=stated("WAL-6-02", "WAL-6-09", "WAL-6-11")),
    ),
    duties=(
        *FROM_THE_START,
        *first_report(cite=read_as("R-EVIDENCE-WAL")),
        LEAD,
    ),
    notes=(
        Note(id="N-WAL-SEIZE", kind=NoteKind.SUPPRESSED),
        Note(id="C-24-WAL", kind=NoteKind.CONFLICT),
        Note(id="B-55", kind=NoteKind.CONFLICT),
        Note(id="N-WAL-DELETED", kind=NoteKind.INFORMATION),
    ),
    goes_on=(
        GoesOn(
            flow="wales/concern",
            cites=inferred("R-EVIDENCE-WAL", "WAL-5-03", "WAL-7-01"),
            given=given(child_risk="yes"),
        ),
    ),
)
