"""TEE-G: what belongs in every assessment (8); an outcome with a worksheet, for when no concern has come up."""

from __future__ import annotations

from pathways.model import Action, Citations, Item, Note, NoteKind, Outcome, Worksheet, handbook, stated
from pathways.vocabulary import Force, Urgency


def _item(id: str, cites: Citations) -> Item:
    return Item(id=id, cites=cites)


IN_EVERY_ASSESSMENT = Worksheet(
    id="tees/in-every-assessment",
    sections=(
        (
            "ask",
            (
                _item("internet-use", stated("TEE-8-03")),
                _item("routinely", stated("TEE-8-02")),
                _item("protect-themselves", stated("TEE-8-02")),
            ),
        ),
        (
            "bear-in-mind",
            (
                _item("already-abused", stated("TEE-1-09")),
                _item("direct-abuse", stated("TEE-1-10")),
                _item("contact", stated("TEE-1-11")),
                _item("child-abused-before", stated("TEE-1-12")),
                _item("supervision", stated("TEE-1-13")),
                _item("stop-and-refer", handbook("HB-69")),
            ),
        ),
    ),
)

ASSESSMENT = Outcome(
    id="ask-in-assessment",
    urgency=Urgency.NO_LIMIT_PRINTED,
    cites=stated("TEE-8-03"),
    duties=(Action(code="ask-internet-use", force=Force.SHOULD, cites=stated("TEE-8-03")),),
    worksheet=IN_EVERY_ASSESSMENT,
    notes=(Note(id="CUR-G16-TEE", kind=NoteKind.TO_CHECK),),
)
