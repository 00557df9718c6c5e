"""TEE-B: a child under 18 is suspected of abuse through technology (3.4). The child harmed is referred too, by A."""

from __future__ import annotations

from pathways.flows.tees.facts import CHILD_MAY_HAVE_HARMED, harmer, whoever
from pathways.flows.tees.opening_rule import FROM_THE_START, left_as_it_is, officer, opening_rule
from pathways.model import Action, Flow, GoesOn, Note, NoteKind, Outcome, given, inferred, route, stated
from pathways.vocabulary import Force, Urgency

CHILD_HARMED = Flow(
    id="tees/child-harmed",
    start="harmer",
    cites=stated("TEE-3-06"),
    questions=(
        harmer(
            route({"child"}, "refer-both-children", stated("TEE-3-06")),
            route({"unknown"}, "refer-both-children", inferred("R-UNSURE-TEE", "TEE-3-06")),
            whoever("refer-child"),
        ),
    ),
    outcomes=(
        Outcome(id="refer-both-children", urgency=Urgency.NOW, cites=stated("TEE-3-06", "TEE-0-02")),
        Outcome(id="refer-child", urgency=Urgency.NOW, cites=stated("TEE-0-02")),
    ),
    duties=(
        *FROM_THE_START,
        *opening_rule(),
        officer(),
        left_as_it_is(),
        Action(
            code="referral-for-child-who-harmed",
            when=CHILD_MAY_HAVE_HARMED,
            force=Force.SHOULD,
            contact="childrens-social-care",
            cites=stated("TEE-3-06") + inferred("R-TWO-REFERRALS-TEE", "TEE-0-02", "TEE-3-06"),
        ),
        Action(code="young-harm-procedure", when=CHILD_MAY_HAVE_HARMED, cites=stated("TEE-3-07", "TEE-1-12")),
    ),
    notes=(
        Note(id="CUR-H7-TEE", kind=NoteKind.TO_CHECK),
        Note(id="R-TWO-REFERRALS-TEE", kind=NoteKind.CONFLICT, when=CHILD_MAY_HAVE_HARMED),
        Note(id="N-CHILD-WHO-HARMED-TEE", kind=NoteKind.INFORMATION, when=CHILD_MAY_HAVE_HARMED),
        Note(id="C-14-TEE", kind=NoteKind.CONFLICT),
    ),
    goes_on=(
        GoesOn(
            flow="tees/at-risk",
            cites=inferred("R-TWO-REFERRALS-TEE", "TEE-0-02", "TEE-3-06"),
            given=given(at_risk="yes"),
        ),
    ),
)
