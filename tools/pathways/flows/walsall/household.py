"""WSL-H: children of adults who create, view or download abusive images (2.9)."""

from __future__ import annotations

from pathways.flows.walsall.facts import CHILD_AT_HOME
from pathways.flows.walsall.first_steps import LEAVE_ALONE, SHARE
from pathways.model import (
    OTHERWISE,
    Action,
    Flow,
    GoesOn,
    Item,
    Note,
    NoteKind,
    Outcome,
    Question,
    Worksheet,
    given,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

HOUSEHOLD_QUESTION = Question(
    id="household",
    options=("no", "yes"),
    cites=stated("WSL-2-26"),
    routes=(
        route({"yes"}, "assess", stated("WSL-2-26")),
        route({"unknown"}, "assess", inferred("R-WSL-UNSURE", "WSL-2-26")),
        route(OTHERWISE, "no-child-at-home", inferred("R-WSL-HOUSEHOLD", "WSL-1-17", "WSL-1-19")),
    ),
)

INPUTS = Worksheet(
    id="walsall/household-assessment",
    sections=(
        (
            "inputs",
            (
                Item(id="statement", cites=stated("WSL-2-27")),
                Item(id="partner", cites=stated("WSL-2-28")),
                Item(id="agencies", cites=stated("WSL-2-29")),
                Item(id="children", cites=stated("WSL-2-30")),
            ),
        ),
    ),
)

HOUSEHOLD = Flow(
    id="walsall/household",
    start="household",
    cites=stated("WSL-2-26"),
    questions=(HOUSEHOLD_QUESTION,),
    outcomes=(
        Outcome(
            id="assess",
            urgency=Urgency.NOW,
            cites=inferred("R-WSL-HOUSEHOLD", "WSL-1-07", "WSL-2-26"),
            worksheet=INPUTS,
        ),
        Outcome(
            id="no-child-at-home",
            urgency=Urgency.NOW,
            cites=inferred("R-WSL-HOUSEHOLD", "WSL-1-17", "WSL-1-19"),
        ),
    ),
    duties=(
        *LEAVE_ALONE,
        *SHARE,
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            cites=inferred("C-10-WSL", "WSL-1-07", "WSL-1-20"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            cites=inferred("C-09-WSL", "WSL-1-17"),
        ),
        Action(code="preserve-evidence", cites=handbook("HB-03")),
        Action(
            code="household-assessment",
            by="police-and-social-care",
            when=CHILD_AT_HOME,
            cites=stated("WSL-2-26", "WSL-2-27", "WSL-2-28", "WSL-2-29", "WSL-2-30"),
        ),
    ),
    notes=(
        Note(id="R-WSL-HOUSEHOLD", kind=NoteKind.CONFLICT),
        Note(id="C-10-WSL", kind=NoteKind.CONFLICT),
        Note(id="G-WSL-NO-LIMIT", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="walsall/concern",
            cites=inferred("R-WSL-CONCERN-TOO", "WSL-1-05", "WSL-1-17"),
            given=given(about="images"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=CHILD_AT_HOME,
            cites=inferred("R-WSL-HOUSEHOLD", "WSL-1-07", "WSL-2-26"),
            given=given(about="images", particular_child="yes"),
        ),
    ),
)
