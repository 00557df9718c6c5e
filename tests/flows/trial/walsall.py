"""Walsall in short, to try the model: any concern about a child or an adult (1.2 to 1.6), and a colleague (1.7)."""

from __future__ import annotations

from pathways.conditions import AllOf, AnyOf, Is
from pathways.model import (
    OTHERWISE,
    Action,
    Area,
    Caution,
    Flow,
    GoesOn,
    Note,
    NoteKind,
    Order,
    Outcome,
    Question,
    Signals,
    given,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

MATTER_FOR_POLICE = Is("about", "images", "child-in-images", "offence", "unknown")
IMAGES = Is("about", "images", "child-in-images", "unknown")
CHILD_ABUSED_IN_IMAGES = Is("about", "child-in-images", "unknown")
ADULT = Is("person", "adult", "colleague", "unknown")
CHILD_MAY_HAVE_HARMED = Is("person", "child", "unknown")
COLLEAGUE = Is("person", "colleague", "unknown")
ANYONE = Is("person", "adult", "colleague", "child", "unknown")
PARTICULAR_CHILD = Is("particular-child", "yes", "unknown")

CONCERN = Flow(
    id="walsall/concern",
    start="about",
    cites=stated("WSL-1-01", "WSL-1-02", "WSL-1-04", "WSL-1-05"),
    questions=(
        Question(
            id="about",
            order=Order.CHECKLIST,
            options=("images", "child-in-images", "offence"),
            cites=stated("WSL-1-04", "WSL-1-08"),
            routes=(route(OTHERWISE, "person", stated("WSL-1-05")),),
        ),
        Question(
            id="person",
            order=Order.CHECKLIST,
            options=("adult", "colleague", "child"),
            cites=stated("WSL-1-02", "WSL-1-04", "WSL-1-17", "WSL-1-21"),
            routes=(route(OTHERWISE, "particular-child", stated("WSL-1-07", "WSL-1-17")),),
        ),
        Question(
            id="particular-child",
            options=("no", "yes"),
            cites=stated("WSL-1-07"),
            routes=(
                route({"yes", "unknown"}, "child", stated("WSL-1-07")),
                route(OTHERWISE, "no-child-known", stated("WSL-1-17")),
            ),
        ),
    ),
    outcomes=(
        Outcome(id="child", urgency=Urgency.NOW, cites=stated("WSL-1-07")),
        Outcome(
            id="no-child-known",
            urgency=Urgency.NOW,
            cites=stated("WSL-1-17"),
            notes=(
                Note(id="G-WSL-NOBODY-KNOWN", kind=NoteKind.GAP, when=Is("person", "none")),
                Note(id="B-73", kind=NoteKind.CONFLICT, when=ADULT),
            ),
        ),
    ),
    duties=(
        Caution(code="do-not-view", when=IMAGES, cites=handbook("HB-02")),
        Caution(code="do-not-delete", when=IMAGES, cites=handbook("HB-03")),
        Caution(code="do-not-copy-or-send", when=IMAGES, cites=handbook("HB-03")),
        Caution(code="do-not-alert-suspect", when=ANYONE, cites=inferred("R-ALERT", "WSL-1-23")),
        Action(code="line-manager", cites=stated("WSL-1-05")),
        Action(code="safeguarding-lead", cites=stated("WSL-1-05")),
        Action(code="share-without-evidence", cites=stated("WSL-1-06")),
        Action(code="childrens-social-care", when=PARTICULAR_CHILD, cites=stated("WSL-1-07")),
        Action(code="childrens-social-care", when=CHILD_ABUSED_IN_IMAGES, cites=stated("WSL-1-07", "WSL-1-08")),
        # The child of concern is a particular child; and the reader does not leave an adult's referral to others.
        Action(code="childrens-social-care", when=CHILD_MAY_HAVE_HARMED, cites=inferred("R-CHILD", "WSL-1-07")),
        Action(code="childrens-social-care", when=ADULT, cites=inferred("C-10", "WSL-1-20")),
        Action(code="police", when=ADULT, cites=stated("WSL-1-17")),
        Action(code="police", when=MATTER_FOR_POLICE, cites=inferred("C-09", "WSL-1-11", "WSL-1-17")),
        Action(code="preserve-evidence", when=IMAGES, cites=handbook("HB-03")),
        Action(code="section-47", by="police-and-social-care", when=CHILD_ABUSED_IN_IMAGES, cites=stated("WSL-1-08")),
        Action(code="police-checks", by="police", when=ADULT, cites=stated("WSL-1-11", "WSL-1-12", "WSL-1-18")),
        Action(code="establish-access", by="not-named", when=ADULT, cites=inferred("B-73", "WSL-1-19")),
        Action(code="childrens-social-care", by="not-named", when=ADULT, cites=inferred("B-73", "WSL-1-20")),
        # "If exploitation, or organised abuse, is found": words, not questions.
        Action(code="exploitation-protocol", by="police-and-social-care", when=ANYONE, cites=stated("WSL-1-13")),
        Action(code="organised-abuse-procedure", by="police-and-social-care", when=ANYONE, cites=stated("WSL-1-14")),
        Action(code="consult-ceit", by="police-and-social-care", when=ANYONE, cites=stated("WSL-1-15")),
        Action(code="persist", when=PARTICULAR_CHILD, cites=stated("WSL-1-09", "WSL-1-10")),
        Action(
            code="ceop",
            force=Force.MAY,
            after=frozenset({"first-report-made"}),
            when=AnyOf(MATTER_FOR_POLICE, ANYONE),
            cites=stated("WSL-1-29", "WSL-1-30"),
        ),
    ),
    notes=(
        Note(id="G-WSL-NO-LIMIT", kind=NoteKind.GAP),
        Note(id="C-09", kind=NoteKind.CONFLICT, when=AllOf(PARTICULAR_CHILD, AnyOf(MATTER_FOR_POLICE, ADULT))),
    ),
    goes_on=(GoesOn(flow="walsall/colleague", when=COLLEAGUE, cites=stated("WSL-1-21", "WSL-1-22")),),
)

COLLEAGUE_FLOW = Flow(
    id="walsall/colleague",
    start="colleague",
    cites=stated("WSL-1-21"),
    outcomes=(Outcome(id="colleague", urgency=Urgency.NOW, cites=stated("WSL-1-22")),),
    duties=(
        Caution(code="do-not-alert-suspect", cites=stated("WSL-1-23")),
        Caution(code="do-not-explain-suspension", cites=stated("WSL-1-24")),
        Action(code="allegations-procedure", cites=stated("WSL-1-22")),
        Action(code="strategy-discussion", by="strategy-meeting", cites=stated("WSL-1-26", "WSL-1-27")),
        Action(
            code="risk-assessment",
            by="strategy-meeting",
            force=Force.CONSIDER,
            cites=stated("WSL-1-25", "WSL-1-26", "WSL-1-27"),
        ),
        Action(code="hr-it-legal-framework", by="employer", cites=stated("WSL-1-28")),
    ),
    goes_on=(
        GoesOn(
            flow="walsall/concern",
            cites=inferred("R-COLLEAGUE-IS-ADULT", "WSL-1-05", "WSL-1-17"),
            given=given(about="images", person="colleague"),
        ),
    ),
)

WALSALL = Area(
    id="walsall",
    flows=(CONCERN, COLLEAGUE_FLOW),
    signals=Signals(
        adult_or_offence=AnyOf(MATTER_FOR_POLICE, ADULT),
        child_at_risk=AnyOf(PARTICULAR_CHILD, CHILD_ABUSED_IN_IMAGES, ANYONE),
        images_or_messages=IMAGES,
        colleague=COLLEAGUE,
        allegations_route=frozenset({"allegations-procedure"}),
    ),
)
