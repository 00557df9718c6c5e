"""WAL-E: a looked-after child's contact, limited for protection, is bypassed online (5.5.3)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.wales.facts import SECRET_CONTACT
from pathways.flows.wales.first_report import FROM_THE_START, LEAD, child_social_worker, first_report, read_as
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

SECRET_CONTACT_QUESTION = Question(
    id="secret-contact",
    options=("no", "yes"),
    cites=stated("WAL-3-08", "WAL-3-17"),
    routes=(
        route({"yes"}, "report-contact", inferred("B-57", "WAL-3-08", "WAL-5-03")),
        route({"unknown"}, "report-contact", inferred("R-UNSURE-WAL", "WAL-3-16", "WAL-5-03")),
        route(OTHERWISE, "no-secret-contact", inferred("B-57", "WAL-3-08")),
    ),
)

LOOKED_AFTER = Flow(
    id="wales/looked-after",
    start="secret-contact",
    cites=stated("WAL-3-08", "WAL-3-17"),
    questions=(SECRET_CONTACT_QUESTION,),
    outcomes=(
        Outcome(
            id="report-contact",
            urgency=Urgency.NOW,
            cites=inferred("B-57", "WAL-3-08", "WAL-3-17", "WAL-5-03"),
            notes=(
                Note(id="B-57", kind=NoteKind.GAP),
                Note(id="N-WAL-CONTACT-RISKS", kind=NoteKind.INFORMATION),
                Note(id="G-WAL-NO-NUMBER", kind=NoteKind.GAP),
            ),
        ),
        Outcome(
            id="no-secret-contact",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("B-57", "WAL-3-08"),
            notes=(Note(id="G-WAL-NO-SECRET-CONTACT", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        *FROM_THE_START,
        *first_report(SECRET_CONTACT, read_as("B-57")),
        LEAD,
        child_social_worker(SECRET_CONTACT),
    ),
    goes_on=(
        GoesOn(
            flow="wales/concern",
            when=Is("secret-contact", "yes"),
            cites=inferred("B-57", "WAL-5-02", "WAL-5-03"),
            # What else it may be is not asked: whatever depends on it is given under its If.
            given=given(child_risk="yes", what="unknown"),
        ),
        GoesOn(
            flow="wales/concern",
            when=Is("secret-contact", "unknown"),
            cites=inferred("R-UNSURE-WAL", "WAL-5-03"),
            given=given(child_risk="unknown", what="unknown"),
        ),
        GoesOn(
            flow="wales/concern",
            when=Is("secret-contact", "no"),
            cites=inferred("B-57", "WAL-5-03"),
        ),
    ),
)
