"""DBY-D: the strategy discussion or meeting about an adult, the LADO, and the time limits (2.2)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.derbyshire.adult import TRUST, TRUST_OPTIONS
from pathways.flows.derbyshire.facts import IN_TRUST
from pathways.model import (
    OTHERWISE,
    Action,
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
    Worksheet,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

AGENDA = Worksheet(
    id="derbyshire/strategy-agenda",
    sections=(
        (
            "attend",
            (
                Item(id="who-attends", cites=stated("DBY-2.2-24")),
                Item(id="meeting-or-discussion", cites=stated("DBY-2.2-23", "DBY-2.1-22")),
            ),
        ),
        (
            "meeting",
            (
                Item(id="children-around", cites=stated("DBY-2.2-25", "DBY-2.1-23")),
                Item(id="children-shown", cites=stated("DBY-2.2-26", "DBY-2.1-24")),
                Item(id="when-told", cites=stated("DBY-2.2-27")),
                Item(id="investigation", cites=stated("DBY-2.2-28", "DBY-2.1-25")),
                Item(id="section-47", cites=stated("DBY-2.2-22")),
                Item(id="conference", cites=stated("DBY-2.2-22")),
                Item(id="early-help", cites=stated("DBY-2.2-23", "DBY-2.1-21")),
                Item(id="other-areas", cites=stated("DBY-2.2-45")),
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
            options=TRUST_OPTIONS,
            cites=TRUST.cites,
            routes=(route(OTHERWISE, "meeting", stated("DBY-2.2-22")),),
        ),
    ),
    outcomes=(
        Outcome(id="meeting", urgency=Urgency.TODAY, cites=stated("DBY-2.2-16", "DBY-2.2-22"), worksheet=AGENDA),
    ),
    duties=(
        Caution(code="do-not-alert-suspect", cites=stated("DBY-2.2-12", "DBY-2.2-27")),
        Caution(code="do-not-disclose-to-others", cites=stated("DBY-2.2-12", "DBY-2.2-27")),
        Action(
            code="strategy-discussion",
            by="social-care",
            cites=stated("DBY-2.2-22", "DBY-2.2-23", "DBY-2.2-24"),
        ),
        # Kept apart by who acts: merged with the meeting of every case, their limits would bind every case.
        Action(
            code="strategy-discussion",
            by="police-and-social-care",
            force=Force.SHOULD,
            when=Is("event", "arrest", "unknown"),
            within=(Limit(code="on-arrest", cites=stated("DBY-2.2-16")),),
            cites=stated("DBY-2.2-16"),
        ),
        Action(
            code="strategy-discussion",
            by="not-named",
            when=Is("event", "known-children", "unknown"),
            # Without a start: it may be the day of the arrest, or that on which a child is recognised (N-LIMITS-DBY).
            within=(Limit(code="same-day", cites=stated("DBY-2.2-18")),),
            cites=stated("DBY-2.2-17", "DBY-2.2-18"),
        ),
        Action(
            code="lado-strategy-meeting",
            by="lado",
            when=IN_TRUST,
            within=(Limit(code="within-5-working-days", cites=inferred("B-33", "DBY-2.2-20")),),
            cites=inferred("B-33", "DBY-2.2-19", "DBY-2.2-20"),
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
    notes=(
        Note(id="R-TELL-DBY", kind=NoteKind.CONFLICT),
        Note(id="B-33", kind=NoteKind.CONFLICT, when=IN_TRUST),
        Note(id="N-LIMITS-DBY", kind=NoteKind.INFORMATION),
    ),
    goes_on=(
        GoesOn(
            flow="derbyshire/adult",
            cites=inferred("R-ADULT-FIRST-DBY", "DBY-2.2-07", "DBY-2.2-12"),
            # Which of the two it is, the meeting's flow does not ask: hand on both.
            given={"conduct": frozenset({"exploiting", "images"})},
        ),
    ),
)
