"""WSL-C: children who view adult pornography (2.4). The heading has no action: every step is read from 1.2 and 1.3."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.walsall.facts import PORNOGRAPHY_FOR_POLICE, PORNOGRAPHY_OF_CONCERN
from pathways.flows.walsall.first_steps import LEAVE_ALONE, SHARE
from pathways.model import (
    OTHERWISE,
    Action,
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

PORNOGRAPHY = Question(
    id="pornography",
    order=Order.CHECKLIST,
    options=("of-a-child", "grooming", "made-available", "threshold"),
    cites=stated("WSL-2-05", "WSL-2-08"),
    routes=(
        route({"of-a-child"}, "refer", inferred("C-21-WSL", "WSL-1-04", "WSL-1-07")),
        route({"grooming"}, "refer", inferred("C-21-WSL", "WSL-2-08", "WSL-1-07")),
        route({"made-available"}, "refer", inferred("C-21-WSL", "WSL-2-08", "WSL-1-07")),
        route({"threshold"}, "refer", inferred("B-72-WSL", "WSL-2-05", "WSL-1-07")),
        route({"unknown"}, "refer", inferred("R-WSL-UNSURE", "WSL-2-05", "WSL-2-08")),
        route(OTHERWISE, "adviser", inferred("B-72-WSL", "WSL-2-04", "WSL-1-05")),
    ),
)

ADULT_PORNOGRAPHY = Flow(
    id="walsall/adult-pornography",
    start="pornography",
    cites=stated("WSL-2-04", "WSL-2-05"),
    questions=(PORNOGRAPHY,),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=inferred("B-72-WSL", "WSL-1-07", "WSL-2-05")),
        Outcome(
            id="adviser",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("B-72-WSL", "WSL-1-05", "WSL-2-04"),
        ),
    ),
    duties=(
        *LEAVE_ALONE,
        *SHARE,
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=PORNOGRAPHY_OF_CONCERN,
            cites=inferred("B-72-WSL", "WSL-1-07", "WSL-2-05", "WSL-2-08"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            when=PORNOGRAPHY_FOR_POLICE,
            cites=inferred("C-21-WSL", "WSL-1-17", "WSL-2-08"),
        ),
        Action(code="preserve-evidence", when=PORNOGRAPHY_FOR_POLICE, cites=handbook("HB-03")),
    ),
    notes=(
        Note(id="B-72-WSL", kind=NoteKind.GAP),
        Note(id="C-21-WSL", kind=NoteKind.CONFLICT),
        Note(id="G-WSL-NO-LIMIT", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="walsall/concern",
            when=Is("pornography", "threshold"),
            cites=inferred("B-72-WSL", "WSL-1-07", "WSL-2-05"),
            given=given(about="none", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("pornography", "made-available", "grooming"),
            cites=inferred("C-21-WSL", "WSL-1-02", "WSL-2-08"),
            given=given(about="contact", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("pornography", "of-a-child"),
            cites=inferred("C-21-WSL", "WSL-1-04"),
            given=given(about="images", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("pornography", "unknown"),
            cites=inferred("R-WSL-UNSURE", "WSL-1-05"),
            given=given(about="unknown", particular_child="yes"),
        ),
    ),
)
