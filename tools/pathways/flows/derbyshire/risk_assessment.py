"""DBY-F: the risk assessment of a person who viewed abusive images of children (2.3): 22 questions and no score."""

from __future__ import annotations

from pathways.model import (
    Action,
    Caution,
    Flow,
    Item,
    Limit,
    Note,
    NoteKind,
    Outcome,
    Worksheet,
    handbook,
    inferred,
    stated,
)
from pathways.vocabulary import Force, Urgency


def _item(id: str, clause: str) -> Item:
    return Item(id=id, cites=stated(clause))


QUESTIONS = Worksheet(
    id="derbyshire/assessment-questions",
    sections=(
        (
            "images",
            (
                _item("nature", "DBY-2.3-10"),
                _item("source", "DBY-2.3-11"),
                _item("other-material", "DBY-2.3-12"),
                _item("technology", "DBY-2.3-13"),
            ),
        ),
        (
            "circumstances",
            (
                _item("toys", "DBY-2.3-14"),
                _item("children-present", "DBY-2.3-15"),
                _item("alcohol-drugs", "DBY-2.3-16"),
                _item("adult-pornography", "DBY-2.3-17"),
            ),
        ),
        (
            "person",
            (
                _item("presentation", "DBY-2.3-18"),
                _item("professionals", "DBY-2.3-19"),
                _item("domestic-abuse", "DBY-2.3-20"),
                _item("criminal-history", "DBY-2.3-21"),
            ),
        ),
        (
            "family",
            (
                _item("other-parent", "DBY-2.3-22"),
                _item("each-child", "DBY-2.3-23"),
                _item("safer-people", "DBY-2.3-24"),
                _item("agencies", "DBY-2.3-25"),
                _item("neglect", "DBY-2.3-26"),
                _item("protective-factors", "DBY-2.3-27"),
                _item("routines", "DBY-2.3-28"),
                _item("community", "DBY-2.3-29"),
            ),
        ),
        (
            "contact",
            (
                _item("wider-contact", "DBY-2.3-30"),
                _item("work-contact", "DBY-2.3-31"),
            ),
        ),
    ),
)

RISK_ASSESSMENT = Flow(
    id="derbyshire/risk-assessment",
    start="assess",
    cites=stated("DBY-2.3-01", "DBY-2.3-09"),
    outcomes=(
        Outcome(
            id="assess",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=stated("DBY-2.3-05", "DBY-2.3-09"),
            worksheet=QUESTIONS,
        ),
    ),
    duties=(
        Caution(code="do-not-alert-suspect", cites=stated("DBY-2.2-12", "DBY-2.2-27")),
        Caution(code="do-not-disclose-to-others", cites=stated("DBY-2.2-12", "DBY-2.2-27")),
        Caution(code="do-not-view", cites=handbook("HB-02")),
        Action(code="share-new-information", cites=handbook("HB-05")),
        Action(
            code="partner-interviewed-first",
            cites=stated("DBY-2.3-08"),
        ),
        Action(
            code="risk-assessment",
            within=(Limit(code="within-45-working-days", cites=inferred("R-ASSESSMENT-DBY", "DBY-2.2-32")),),
            cites=stated("DBY-2.3-04", "DBY-2.3-05", "DBY-2.3-07", "DBY-2.3-09"),
        ),
        Action(
            code="household-assessment",
            force=Force.SHOULD,
            cites=stated("DBY-2.3-06", "DBY-2.3-07", "DBY-2.3-23"),
        ),
    ),
    notes=(
        Note(id="R-TELL-DBY", kind=NoteKind.CONFLICT),
        Note(id="N-NO-SCORE-DBY", kind=NoteKind.INFORMATION),
        Note(id="N-LIMITS-DBY", kind=NoteKind.INFORMATION),
        Note(id="C-27-DBY", kind=NoteKind.CONFLICT),
    ),
)
