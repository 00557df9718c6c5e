"""STK-B, "during the investigation": an outcome with a worksheet, for a concern that is already being investigated."""

from __future__ import annotations

from pathways.model import Action, Citations, Item, Note, NoteKind, Outcome, Worksheet, handbook, inferred, stated
from pathways.vocabulary import Force, Urgency


def _item(id: str, cites: Citations) -> Item:
    return Item(id=id, cites=cites)


DURING_INVESTIGATION = Worksheet(
    id="stockport/during-investigation",
    sections=(
        (
            "ask",
            (
                _item("offences", stated("STK-7ai-14")),
                _item("media", stated("STK-7ai-15")),
                _item("devices", stated("STK-7ai-16")),
                _item("video-interview", stated("STK-7aii-01", "STK-7aii-02")),
            ),
        ),
        (
            "children",
            (
                _item("other-children", stated("STK-7aiii-01")),
                _item("impact", stated("STK-7aiii-02")),
                _item("outside-contact", stated("STK-7aiii-03")),
                _item("victim-first", stated("STK-3-01", "STK-3-03")),
            ),
        ),
        (
            "family",
            (
                _item("parent-capacity", stated("STK-7aiii-04")),
                _item("living-arrangements", stated("STK-7aiii-05")),
                _item("working-agreement", stated("STK-7aiii-06")),
                _item("parent-support", stated("STK-7aiii-07")),
            ),
        ),
        (
            "review",
            (
                _item("risk-assessment", stated("STK-5i-27")),
                _item("spectrum", stated("STK-5i-04")),
                _item("delay", stated("STK-7aiii-08")),
                _item("review", stated("STK-7aiii-09")),
                _item("prevention", stated("STK-1-10")),
            ),
        ),
    ),
)

INVESTIGATION = Outcome(
    id="investigation",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=inferred("R-STAGE", "STK-7ai-14"),
    duties=(
        Action(code="share-new-information", cites=handbook("HB-05")),
        Action(
            code="risk-assessment",
            cites=stated(
                "STK-7aiii-01",
                "STK-7aiii-02",
                "STK-7aiii-03",
                "STK-7aiii-04",
                "STK-7aiii-05",
                "STK-7aiii-08",
                "STK-5i-27",
            ),
        ),
        Action(code="ask-internet-use", force=Force.SHOULD, cites=stated("STK-7ai-14", "STK-7ai-15", "STK-7ai-16")),
        Action(code="treat-as-victim", force=Force.SHOULD, cites=stated("STK-3-01", "STK-3-03")),
        Action(code="interview-considerations", force=Force.CONSIDER, cites=stated("STK-7aii-01", "STK-7aii-02")),
        Action(code="working-agreement", force=Force.CONSIDER, cites=stated("STK-7aiii-06")),
        Action(
            code="support-offered", for_whom="non-accused-parent", force=Force.CONSIDER, cites=stated("STK-7aiii-07")
        ),
        Action(code="regular-review", force=Force.SHOULD, cites=stated("STK-7aiii-09")),
    ),
    worksheet=DURING_INVESTIGATION,
    notes=(Note(id="G-STK-NO-LIMIT", kind=NoteKind.GAP),),
)
