"""WSL-D to G and I to L: the other headings of section 2, one checklist that leads on to the steps for any concern."""

from __future__ import annotations

from pathways.conditions import AllOf, Is
from pathways.flows.walsall.facts import LISTED
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

WITH_IMAGES_OF_OTHERS = AllOf(Is("technology", "images-of-others"), LISTED)
"""Images of others beside a graver heading."""

TECHNOLOGY = Question(
    id="technology",
    order=Order.CHECKLIST,
    options=(
        "groomed",  # WSL-J
        "coerced",  # WSL-F
        "exploited",  # WSL-E
        "sold",  # WSL-D and WSL-K
        "shown",  # WSL-L
        "child-views",  # WSL-I
        "images-of-others",  # WSL-G
    ),
    cites=stated("WSL-2-02", "WSL-2-09", "WSL-2-14", "WSL-2-18", "WSL-2-25", "WSL-2-31", "WSL-2-36", "WSL-2-41"),
    routes=(
        route({"groomed"}, "refer", inferred("R-WSL-CONCERN-TOO", "WSL-1-07", "WSL-2-34")),
        route({"coerced"}, "refer", inferred("R-WSL-CONCERN-TOO", "WSL-1-07", "WSL-2-18")),
        route({"exploited"}, "refer", inferred("R-WSL-CONCERN-TOO", "WSL-1-07", "WSL-2-14")),
        route({"sold"}, "refer", inferred("R-WSL-CONCERN-TOO", "WSL-1-07", "WSL-2-09", "WSL-2-36")),
        route({"shown"}, "refer", stated("WSL-1-07", "WSL-1-08")),
        route({"child-views"}, "refer", inferred("B-72-WSL", "WSL-1-07", "WSL-2-31")),
        route({"unknown"}, "refer", inferred("R-WSL-UNSURE", "WSL-1-07")),
        route({"images-of-others"}, "images-of-others", inferred("R-WSL-INDECENT", "WSL-2-25")),
        route(OTHERWISE, "none-listed", inferred("R-WSL-CONCERN-TOO", "WSL-1-05", "WSL-2-01")),
    ),
)

TECHNOLOGIES = Flow(
    id="walsall/technologies",
    start="technology",
    cites=stated("WSL-2-01", "WSL-2-02", "WSL-2-03"),
    questions=(TECHNOLOGY,),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=inferred("R-WSL-CONCERN-TOO", "WSL-1-07", "WSL-1-17")),
        Outcome(
            id="images-of-others",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("R-WSL-INDECENT", "WSL-2-25"),
        ),
        Outcome(
            id="none-listed",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("R-WSL-CONCERN-TOO", "WSL-1-05"),
        ),
    ),
    duties=(
        *LEAVE_ALONE,
        *SHARE,
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=LISTED,
            cites=inferred("R-WSL-CONCERN-TOO", "WSL-1-07"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            when=LISTED,
            cites=inferred("C-09-WSL", "WSL-1-17"),
        ),
        Action(code="preserve-evidence", when=LISTED, cites=handbook("HB-03")),
        # D: children sold online for abuse offline ("where illegal advertising is found": words, not a question)
        Action(
            code="sites-shut-and-people-identified",
            by="police",
            force=Force.SHOULD,
            when=Is("technology", "sold"),
            cites=stated("WSL-2-10", "WSL-2-11"),
        ),
        Action(
            code="consult-ceit",
            by="police",
            force=Force.CONSIDER,
            when=Is("technology", "sold"),
            cites=stated("WSL-2-12"),
        ),
        Action(
            code="ceop",
            by="police",
            force=Force.CONSIDER,
            after=frozenset({"first-report-made"}),
            when=Is("technology", "sold"),
            cites=stated("WSL-2-12"),
        ),
        Action(
            code="iwf",
            by="police",
            force=Force.MAY,
            after=frozenset({"first-report-made"}),
            when=Is("technology", "sold"),
            cites=stated("WSL-2-13"),
        ),
        # E: exploitation by internet and phone
        Action(
            code="exploitation-protocol",
            force=Force.SHOULD,
            when=Is("technology", "exploited", "unknown"),
            cites=stated("WSL-2-17", "WSL-1-13"),
        ),
        # F and K: how the child is interviewed, if a Section 47 enquiry follows
        Action(
            code="section-47",
            by="police-and-social-care",
            force=Force.CONSIDER,
            when=Is("technology", "coerced", "unknown"),
            cites=inferred("R-WSL-S47", "WSL-2-24"),
        ),
        Action(
            code="section-47",
            by="police-and-social-care",
            force=Force.CONSIDER,
            when=Is("technology", "sold"),
            cites=inferred("R-WSL-S47", "WSL-2-38"),
        ),
        Action(
            code="interview-considerations",
            by="police-and-social-care",
            when=Is("technology", "coerced"),
            cites=stated("WSL-2-22", "WSL-2-23", "WSL-2-24"),
        ),
        Action(
            code="interview-considerations",
            by="police-and-social-care",
            force=Force.SHOULD,
            when=Is("technology", "sold"),
            cites=stated("WSL-2-38"),
        ),
        Action(code="persist", when=Is("technology", "coerced"), cites=stated("WSL-2-21", "WSL-1-10")),
    ),
    notes=(
        Note(id="R-WSL-CONCERN-TOO", kind=NoteKind.CONFLICT),
        Note(id="C-04-WSL", kind=NoteKind.SUPPRESSED, when=Is("technology", "groomed")),
        Note(id="C-19-WSL", kind=NoteKind.CONFLICT, when=Is("technology", "coerced", "sold")),
        Note(id="C-03-WSL", kind=NoteKind.CONFLICT, when=Is("technology", "sold")),
        Note(id="N-WSL-DATE", kind=NoteKind.INFORMATION, when=Is("technology", "sold")),
        Note(id="N-WSL-PSEUDO", kind=NoteKind.INFORMATION, when=Is("technology", "shown")),
        Note(id="G-WSL-CHILD-VIEWS", kind=NoteKind.GAP, when=Is("technology", "child-views")),
        Note(id="R-WSL-INDECENT", kind=NoteKind.CONFLICT, when=Is("technology", "images-of-others")),
        Note(id="G-WSL-NO-LIMIT", kind=NoteKind.GAP),
    ),
    goes_on=(
        GoesOn(
            flow="walsall/concern",
            when=Is("technology", "groomed", "coerced", "exploited", "sold"),
            cites=inferred("R-WSL-CONCERN-TOO", "WSL-1-02", "WSL-1-07"),
            given=given(about="contact", particular_child="yes"),
        ),
        # Live abuse is sent as it happens: images are made of a particular child.
        GoesOn(
            flow="walsall/concern",
            when=Is("technology", "sold", "shown"),
            cites=inferred("R-WSL-CONCERN-TOO", "WSL-1-01", "WSL-1-08"),
            given=given(about="child-in-images", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("technology", "child-views"),
            cites=inferred("B-72-WSL", "WSL-1-04", "WSL-2-31"),
            given=given(about="images", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=WITH_IMAGES_OF_OTHERS,
            cites=inferred("R-WSL-INDECENT", "WSL-1-05", "WSL-2-25"),
            given=given(about="images", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("technology", "unknown"),
            cites=inferred("R-WSL-UNSURE", "WSL-1-05"),
            given=given(about="unknown", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/bullying",
            when=Is("technology", "images-of-others"),
            cites=inferred("R-WSL-INDECENT", "WSL-2-25"),
        ),
        # With a graver heading beside it, or not knowing, an indecent image is taken as given: nothing more is asked.
        GoesOn(
            flow="walsall/bullying",
            when=WITH_IMAGES_OF_OTHERS,
            cites=inferred("R-WSL-INDECENT", "WSL-2-25"),
            given=given(indecent="unknown"),
        ),
        GoesOn(
            flow="walsall/bullying",
            when=Is("technology", "unknown"),
            cites=inferred("R-WSL-UNSURE", "WSL-2-25"),
            given=given(indecent="unknown"),
        ),
    ),
)
