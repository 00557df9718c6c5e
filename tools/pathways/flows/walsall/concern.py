"""WSL-A: a concern about a child or an adult (1.2 to 1.6, 1.12)."""

from __future__ import annotations

from pathways.conditions import AllOf, AnyOf, Is
from pathways.flows.walsall.facts import (
    ADULT,
    ANYBODY,
    CHILD_IN_IMAGES,
    CHILD_KNOWN,
    CHILD_OF_CONCERN,
    CONTACT,
    IMAGES,
    MATTER_FOR_POLICE,
    PARTICULAR_CHILD,
)
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
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

ABOUT = Question(
    id="about",
    order=Order.CHECKLIST,
    options=("images", "child-in-images", "contact", "offence"),
    cites=stated("WSL-1-01", "WSL-1-02", "WSL-1-04", "WSL-1-08"),
    routes=(route(OTHERWISE, "person", stated("WSL-1-05", "WSL-1-06")),),
)

PERSON = Question(
    id="person",
    order=Order.CHECKLIST,
    options=("child", "colleague", "adult"),
    cites=stated("WSL-1-02", "WSL-1-04", "WSL-1-17", "WSL-1-21"),
    routes=(
        # A child of concern is a particular child, and not knowing goes the way of the gravest answer.
        route({"child"}, "child", inferred("R-WSL-CHILD", "WSL-1-02", "WSL-1-07")),
        route({"unknown"}, "child", inferred("R-WSL-UNSURE", "WSL-1-07", "WSL-1-17")),
        route(OTHERWISE, "particular-child", stated("WSL-1-07", "WSL-1-17")),
    ),
)

PARTICULAR_CHILD_QUESTION = Question(
    id="particular-child",
    options=("no", "yes"),
    cites=stated("WSL-1-07", "WSL-1-17"),
    routes=(
        route({"yes"}, "child", stated("WSL-1-07")),
        route({"unknown"}, "child", inferred("R-WSL-UNSURE", "WSL-1-07")),
        route(OTHERWISE, "no-child-known", stated("WSL-1-17")),
    ),
)

CONCERN = Flow(
    id="walsall/concern",
    start="about",
    cites=stated("WSL-1-01", "WSL-1-02", "WSL-1-04", "WSL-1-05"),
    questions=(ABOUT, PERSON, PARTICULAR_CHILD_QUESTION),
    outcomes=(
        Outcome(id="child", urgency=Urgency.NOW, cites=stated("WSL-1-07")),
        Outcome(
            id="no-child-known",
            urgency=Urgency.NOW,
            cites=stated("WSL-1-17"),
            notes=(Note(id="G-WSL-NOBODY", kind=NoteKind.GAP, when=Is("person", "none")),),
        ),
    ),
    duties=(
        *LEAVE_ALONE,
        *SHARE,
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=PARTICULAR_CHILD,
            cites=stated("WSL-1-07"),
        ),
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=CHILD_IN_IMAGES,
            cites=stated("WSL-1-07", "WSL-1-08"),
        ),
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=CHILD_OF_CONCERN,
            cites=inferred("R-WSL-CHILD", "WSL-1-07"),
        ),
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=CONTACT,
            cites=inferred("R-WSL-CONCERN-TOO", "WSL-1-07", "WSL-2-34"),
        ),
        # Nobody is named for this one: the police are read, and the reader does not leave it to them.
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=ADULT,
            cites=inferred("C-10-WSL", "WSL-1-20"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            when=ADULT,
            cites=stated("WSL-1-17") + inferred("C-09-WSL", "WSL-1-07"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            when=MATTER_FOR_POLICE,
            cites=inferred("C-09-WSL", "WSL-1-11", "WSL-1-17"),
        ),
        Action(code="preserve-evidence", when=MATTER_FOR_POLICE, cites=handbook("HB-03")),
        Action(code="persist", when=CHILD_KNOWN, cites=stated("WSL-1-09", "WSL-1-10")),
        Action(
            code="section-47",
            by="police-and-social-care",
            force=Force.SHOULD,
            when=CHILD_IN_IMAGES,
            cites=stated("WSL-1-08"),
        ),
        Action(
            code="cin-or-harm-assessment",
            by="social-care",
            force=Force.SHOULD,
            when=CONTACT,
            cites=stated("WSL-2-34"),
        ),
        Action(
            code="police-checks",
            by="police",
            force=Force.SHOULD,
            when=ADULT,
            cites=stated("WSL-1-11", "WSL-1-12", "WSL-1-18"),
        ),
        Action(
            code="establish-access",
            by="police",
            force=Force.SHOULD,
            when=ADULT,
            cites=inferred("B-73-WSL", "WSL-1-19"),
        ),
        Action(
            code="childrens-social-care",
            by="police",
            force=Force.SHOULD,
            when=ADULT,
            cites=inferred("B-73-WSL", "WSL-1-20"),
        ),
        # "If exploitation, or organised abuse, is found": words, not questions.
        Action(
            code="exploitation-protocol",
            by="police-and-social-care",
            force=Force.SHOULD,
            when=AnyOf(ANYBODY, CONTACT),
            cites=stated("WSL-1-13"),
        ),
        Action(
            code="organised-abuse-procedure",
            by="police-and-social-care",
            force=Force.SHOULD,
            when=ANYBODY,
            cites=stated("WSL-1-14"),
        ),
        Action(code="consult-ceit", by="police", force=Force.SHOULD, when=ANYBODY, cites=stated("WSL-1-15")),
        Action(
            code="ceop",
            force=Force.MAY,
            after=frozenset({"first-report-made"}),
            when=MATTER_FOR_POLICE,
            cites=stated("WSL-1-29", "WSL-1-30") + inferred("C-03-WSL", "WSL-1-30"),
        ),
    ),
    notes=(
        Note(id="C-08-WSL", kind=NoteKind.CONFLICT),
        Note(id="C-09-WSL", kind=NoteKind.CONFLICT, when=AnyOf(MATTER_FOR_POLICE, ADULT)),
        Note(id="C-10-WSL", kind=NoteKind.CONFLICT, when=ADULT),
        Note(id="N-NOBODY-WSL", kind=NoteKind.INFORMATION, when=Is("person", "none")),
        Note(id="G-WSL-NO-LIMIT", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="walsall/colleague",
            when=Is("person", "colleague"),
            cites=stated("WSL-1-21", "WSL-1-22"),
        ),
        GoesOn(
            flow="walsall/colleague",
            when=Is("person", "unknown"),
            cites=inferred("R-WSL-UNSURE", "WSL-1-21", "WSL-1-22"),
        ),
        GoesOn(flow="walsall/household", when=AllOf(IMAGES, ADULT), cites=stated("WSL-2-26", "WSL-1-26")),
    ),
)
