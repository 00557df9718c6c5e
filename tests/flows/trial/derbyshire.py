"""Derbyshire in short, to try the model: an adult with indecent images or exploiting a child, and the meetings."""

from __future__ import annotations

from pathways.conditions import AllOf, AnyOf, Is
from pathways.model import (
    OTHERWISE,
    Action,
    Area,
    Caution,
    Flow,
    GoesOn,
    Item,
    Limit,
    Note,
    NoteKind,
    Order,
    Outcome,
    Question,
    Signals,
    Worksheet,
    given,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

CONCERN = Is("conduct", "images", "exploiting", "unknown")
EXPLOITING = Is("conduct", "exploiting", "unknown")
IN_TRUST = Is("trust", "yes", "unknown")
MEETS_CHILDREN = AnyOf(
    Is("contact", "some", "lives-or-unsupervised", "unknown"), Is("trust", "nobody", "yes", "unknown")
)
LIVES_WITH_CHILDREN = Is("contact", "lives-or-unsupervised", "unknown")

IMMEDIATELY = Limit(code="immediately", cites=stated("DBY-2.1-12"))

TRUST = Question(
    id="trust",
    # "Nobody has been identified" is an answer of its own: a stranger online is not a matter for the LADO yet.
    options=("no", "nobody", "yes"),
    cites=stated("DBY-2.2-10", "DBY-2.2-19"),
    routes=(
        # Whoever works with children meets them, and of a person not yet known nobody can say whom they meet.
        route({"nobody"}, "refer", inferred("B-39", "DBY-2.2-08")),
        route({"yes", "unknown"}, "refer", stated("DBY-2.2-08", "DBY-2.2-10")),
        route(OTHERWISE, "contact", stated("DBY-2.2-04", "DBY-2.2-08")),
    ),
)

ADULT = Flow(
    id="derbyshire/adult",
    start="conduct",
    cites=stated("DBY-2.2-07"),
    questions=(
        Question(
            id="conduct",
            order=Order.CHECKLIST,
            options=("images", "exploiting"),
            cites=stated("DBY-2.2-07", "DBY-2.1-13"),
            routes=(
                route({"images", "exploiting", "unknown"}, "trust", stated("DBY-2.2-07", "DBY-2.1-13")),
                route(OTHERWISE, "not-covered", inferred("R-NOT-COVERED", "DBY-2.2-07")),
            ),
        ),
        TRUST,
        Question(
            id="contact",
            options=("no-contact", "some", "lives-or-unsupervised"),
            cites=stated("DBY-2.2-04", "DBY-2.2-08"),
            routes=(route(OTHERWISE, "refer", stated("DBY-2.2-04", "DBY-2.2-07", "DBY-2.2-08")),),
        ),
    ),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=stated("DBY-2.2-07")),
        Outcome(
            id="not-covered",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("R-NOT-COVERED", "DBY-2.2-07"),
            notes=(Note(id="G-DBY-NOT-COVERED", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        Caution(code="do-not-disclose-to-others", when=CONCERN, cites=stated("DBY-2.2-12", "DBY-2.2-13")),
        Caution(code="do-not-alert-suspect", when=CONCERN, cites=stated("DBY-2.2-12")),
        Caution(code="do-not-delete", when=CONCERN, cites=handbook("HB-03")),
        Caution(code="do-not-copy-or-send", when=CONCERN, cites=handbook("HB-03")),
        Action(code="police", when=Is("conduct", "images", "unknown"), cites=stated("DBY-2.2-07")),
        Action(
            code="police",
            when=EXPLOITING,
            within=(IMMEDIATELY, Limit(code="same-day", cites=stated("DBY-2.1-18"))),
            cites=stated("DBY-2.1-12", "DBY-2.1-13"),
        ),
        Action(
            code="childrens-social-care",
            when=EXPLOITING,
            within=(IMMEDIATELY, Limit(code="same-day", cites=stated("DBY-2.1-18"))),
            cites=stated("DBY-2.1-12", "DBY-2.1-13"),
        ),
        Action(
            code="childrens-social-care",
            when=LIVES_WITH_CHILDREN,
            within=(Limit(code="same-day", cites=stated("DBY-2.2-05")),),
            cites=stated("DBY-2.2-04"),
        ),
        Action(
            code="childrens-social-care",
            when=MEETS_CHILDREN,
            within=(Limit(code="same-day", cites=inferred("B-39", "DBY-2.2-05")),),
            cites=stated("DBY-2.2-08"),
        ),
        # The handbook's own and without a condition, so that no graver answer can lose it.
        Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-06")),
        Action(code="allegations-procedure", when=IN_TRUST, cites=stated("DBY-2.2-10")),
        Action(code="lado", when=IN_TRUST, cites=inferred("B-33", "DBY-2.2-19", "DBY-2.2-29")),
        Action(code="preserve-evidence", when=CONCERN, cites=handbook("HB-03")),
        Action(
            code="urgent-action-first",
            by="police-and-social-care",
            force=Force.MAY,
            when=CONCERN,
            cites=stated("DBY-2.2-14", "DBY-2.2-15"),
        ),
        Action(code="individuals-who-pose-risk", when=CONCERN, cites=stated("DBY-2.2-09")),
        Action(
            code="notify-other-areas",
            by="police-and-social-care",
            force=Force.CONSIDER,
            when=CONCERN,
            cites=stated("DBY-2.2-45"),
        ),
        Action(code="support-offered", for_whom="child", when=CONCERN, cites=stated("DBY-2.1-32")),
        Action(
            code="support-offered",
            for_whom="partner-and-friends",
            force=Force.CONSIDER,
            after=frozenset({"police-agree"}),
            when=CONCERN,
            cites=stated("DBY-2.2-11"),
        ),
    ),
    notes=(
        Note(id="B-44", kind=NoteKind.CONFLICT, when=Is("conduct", "images", "unknown")),
        Note(id="B-39", kind=NoteKind.CONFLICT, when=MEETS_CHILDREN),
        Note(id="N-NOBODY-YET", kind=NoteKind.INFORMATION, when=AllOf(CONCERN, Is("trust", "nobody"))),
    ),
    goes_on=(
        GoesOn(
            flow="derbyshire/strategy",
            when=CONCERN,
            cites=stated("DBY-2.2-16", "DBY-2.2-22"),
            # What the reader cannot answer on this day is said in words ("if the person is arrested: ...").
            given=given(event="unknown"),
        ),
    ),
)

AGENDA = Worksheet(
    id="derbyshire/strategy-agenda",
    sections=(
        (
            "meeting",
            (
                Item(id="children-around", cites=stated("DBY-2.2-25")),
                Item(id="children-shown", cites=stated("DBY-2.2-26")),
                Item(id="when-told", cites=stated("DBY-2.2-27")),
                Item(id="investigation", cites=stated("DBY-2.2-28")),
            ),
        ),
        (
            "lado",
            (
                Item(id="contact-at-work", cites=stated("DBY-2.2-29")),
                Item(id="employer", cites=stated("DBY-2.2-30")),
            ),
        ),
    ),
)

STRATEGY = Flow(
    id="derbyshire/strategy",
    start="event",
    cites=stated("DBY-2.2-16", "DBY-2.2-22"),
    questions=(
        Question(
            id="event",
            order=Order.CHECKLIST,
            options=("arrest", "known-children"),
            cites=stated("DBY-2.2-16", "DBY-2.2-17"),
            routes=(route(OTHERWISE, "trust", stated("DBY-2.2-19")),),
        ),
        Question(
            id="trust",
            options=TRUST.options,
            cites=TRUST.cites,
            routes=(route(OTHERWISE, "meeting", stated("DBY-2.2-22")),),
        ),
    ),
    outcomes=(
        Outcome(id="meeting", urgency=Urgency.TODAY, cites=stated("DBY-2.2-16", "DBY-2.2-22"), worksheet=AGENDA),
    ),
    duties=(
        Action(
            code="strategy-discussion",
            by="police-and-social-care",
            cites=stated("DBY-2.2-22", "DBY-2.2-23", "DBY-2.2-24"),
        ),
        # Kept apart by whom they are for: merged with the meeting of every case, their limits would bind every case.
        Action(
            code="strategy-discussion",
            by="police-and-social-care",
            for_whom="children-in-contact",
            when=Is("event", "arrest", "unknown"),
            within=(Limit(code="on-arrest", cites=stated("DBY-2.2-16")),),
            cites=stated("DBY-2.2-16"),
        ),
        Action(
            code="strategy-discussion",
            by="police-and-social-care",
            for_whom="children-in-images",
            when=Is("event", "known-children", "unknown"),
            within=(Limit(code="same-day", cites=stated("DBY-2.2-18")),),
            cites=stated("DBY-2.2-17"),
        ),
        Action(
            code="lado-strategy-meeting",
            by="lado",
            when=IN_TRUST,
            within=(Limit(code="within-5-working-days", cites=inferred("B-33", "DBY-2.2-20")),),
            cites=inferred("B-33", "DBY-2.2-19"),
        ),
        Action(code="section-47", by="strategy-meeting", cites=stated("DBY-2.2-22")),
        Action(code="initial-conference", by="strategy-meeting", force=Force.CONSIDER, cites=stated("DBY-2.2-22")),
        Action(code="joint-investigation", by="police-and-social-care", cites=stated("DBY-2.2-31")),
        Action(
            code="risk-assessment",
            by="social-care",
            within=(Limit(code="within-45-working-days", cites=stated("DBY-2.2-32")),),
            cites=stated("DBY-2.2-32"),
        ),
        Action(code="early-multi-agency-help", by="strategy-meeting", force=Force.MAY, cites=stated("DBY-2.2-23")),
    ),
    notes=(Note(id="B-33", kind=NoteKind.CONFLICT, when=IN_TRUST),),
    goes_on=(
        GoesOn(
            flow="derbyshire/adult",
            cites=inferred("R-DISCOVERY-FIRST", "DBY-2.2-07"),
            # Which of the two it is, the meeting's flow does not ask: hand on the gravest.
            given=given(conduct="unknown"),
        ),
    ),
)

DERBYSHIRE = Area(
    id="derbyshire",
    flows=(ADULT, STRATEGY),
    signals=Signals(
        adult_or_offence=CONCERN,
        child_at_risk=AnyOf(EXPLOITING, MEETS_CHILDREN),
        images_or_messages=CONCERN,
        colleague=IN_TRUST,
        allegations_route=frozenset({"allegations-procedure", "lado"}),
    ),
)
