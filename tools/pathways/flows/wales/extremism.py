"""WAL-D: a child who may be drawn into violent extremism (5.5.3)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.wales.facts import EXTREMISM
from pathways.flows.wales.first_report import FROM_THE_START, LEAD, first_report, spoc
from pathways.model import (
    OTHERWISE,
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

EXTREMISM_QUESTION = Question(
    id="extremism",
    order=Order.CHECKLIST,
    options=("recruited", "glorifies", "provokes", "serious-crime", "hatred"),
    cites=inferred("C-17-WAL", "WAL-3-26", "WAL-3-27", "WAL-3-29"),
    routes=(
        route({"recruited"}, "report-extremism", stated("WAL-3-26", "WAL-3-34")),
        route({"glorifies"}, "report-extremism", inferred("C-17-WAL", "WAL-3-30", "WAL-3-34")),
        route({"provokes"}, "report-extremism", inferred("C-17-WAL", "WAL-3-31", "WAL-3-34")),
        route({"serious-crime"}, "report-extremism", inferred("C-17-WAL", "WAL-3-32", "WAL-3-34")),
        route({"hatred"}, "report-extremism", inferred("C-17-WAL", "WAL-3-33", "WAL-3-34")),
        route({"unknown"}, "report-extremism", inferred("R-UNSURE-WAL", "WAL-3-26", "WAL-3-34")),
        route(OTHERWISE, "no-extremism", inferred("C-17-WAL", "WAL-3-29")),
    ),
)

EXTREMISM_FLOW = Flow(
    id="wales/extremism",
    start="extremism",
    cites=stated("WAL-3-26", "WAL-3-27"),
    questions=(EXTREMISM_QUESTION,),
    outcomes=(
        Outcome(
            id="report-extremism",
            urgency=Urgency.NOW,
            cites=stated("WAL-3-34", "WAL-5-03", "WAL-5-04"),
            notes=(
                Note(id="B-56", kind=NoteKind.CONFLICT),
                Note(id="C-17-WAL", kind=NoteKind.CONFLICT),
                Note(id="CUR-G9-WAL", kind=NoteKind.CURRENCY),
                Note(id="G-WAL-NO-NUMBER", kind=NoteKind.GAP),
            ),
        ),
        Outcome(
            id="no-extremism",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("C-17-WAL", "WAL-3-29"),
            notes=(Note(id="C-17-WAL", kind=NoteKind.CONFLICT), Note(id="G-WAL-NO-EXTREMISM", kind=NoteKind.GAP)),
        ),
    ),
    duties=(
        *FROM_THE_START,
        # Recruiting stands among the risks of abuse via ICT, so the rule for every concern holds.
        *first_report(EXTREMISM),
        LEAD,
        spoc(EXTREMISM),
    ),
    goes_on=(
        GoesOn(
            flow="wales/concern",
            when=Is("extremism", "recruited", "glorifies", "provokes", "serious-crime", "hatred"),
            cites=inferred("C-17-WAL", "WAL-5-02", "WAL-5-03"),
            given=given(child_risk="yes", what="extremism"),
        ),
        GoesOn(
            flow="wales/concern",
            when=Is("extremism", "unknown"),
            cites=inferred("R-UNSURE-WAL", "WAL-5-03"),
            given=given(child_risk="unknown", what="unknown"),
        ),
        GoesOn(
            flow="wales/concern",
            when=Is("extremism", "none"),
            cites=inferred("C-17-WAL", "WAL-5-03"),
        ),
    ),
)
