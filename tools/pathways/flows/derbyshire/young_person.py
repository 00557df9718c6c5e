"""DBY-A: a young person's own sexual image has been made or shared (2.1)."""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.flows.derbyshire.facts import (
    ADULT_INVOLVED,
    AT_ONCE,
    CRITERION,
    LEAD,
    LEAVE_ALONE,
    PRESERVE,
    SIGNIFICANT_HARM,
)
from pathways.model import (
    OTHERWISE,
    Action,
    Caution,
    Flow,
    GoesOn,
    Limit,
    Note,
    NoteKind,
    Order,
    Outcome,
    Question,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

REFERRED = AnyOf(ADULT_INVOLVED, CRITERION)

ADULT_QUESTION = Question(
    id="adult-involved",
    options=("no", "yes"),
    cites=stated("DBY-2.1-13"),
    routes=(
        # One criterion is enough: the others need not be asked.
        route({"yes"}, "refer-adult", stated("DBY-2.1-12", "DBY-2.1-13")),
        route({"unknown"}, "refer-adult", inferred("R-UNSURE-DBY", "DBY-2.1-13")),
        route(OTHERWISE, "parents-risk", inferred("C-07-DBY", "DBY-2.1-03", "DBY-2.1-04")),
    ),
)

PARENTS_RISK = Question(
    id="parents-risk",
    options=("no", "yes"),
    cites=stated("DBY-2.1-03", "DBY-2.1-04"),
    routes=(route(OTHERWISE, "criteria", stated("DBY-2.1-12")),),
)

CRITERIA = Question(
    id="criteria",
    order=Order.CHECKLIST,
    options=("coerced", "acts", "under-13", "immediate-risk"),
    cites=stated("DBY-2.1-14", "DBY-2.1-15", "DBY-2.1-16", "DBY-2.1-17"),
    routes=(
        route({"coerced", "acts", "under-13", "immediate-risk"}, "refer", stated("DBY-2.1-12")),
        route({"unknown"}, "refer", inferred("R-UNSURE-DBY", "DBY-2.1-12")),
        route(OTHERWISE, "harm", inferred("B-41", "DBY-2.1-19")),
    ),
)

HARM = Question(
    id="harm",
    options=("no", "yes"),
    cites=stated("DBY-2.1-19"),
    routes=(
        route({"yes", "unknown"}, "refer-harm", inferred("B-41", "DBY-2.1-19", "DBY-0-03")),
        route(OTHERWISE, "in-setting", inferred("B-41", "DBY-2.1-02", "DBY-2.1-26")),
    ),
)

YOUNG_PERSON = Flow(
    id="derbyshire/young-person",
    start="adult-involved",
    cites=stated("DBY-2.1-02", "DBY-2.1-27", "DBY-2.1-32"),
    questions=(ADULT_QUESTION, PARENTS_RISK, CRITERIA, HARM),
    outcomes=(
        Outcome(
            id="refer-adult",
            urgency=Urgency.NOW,
            cites=inferred("C-09-DBY", "DBY-2.1-12", "DBY-2.1-13", "DBY-2.1-18")
            + inferred("R-ADULT-FIRST-DBY", "DBY-2.2-12", "DBY-2-16"),
        ),
        Outcome(id="refer", urgency=Urgency.NOW, cites=inferred("C-09-DBY", "DBY-2.1-12", "DBY-2.1-18")),
        Outcome(id="refer-harm", urgency=Urgency.NOW, cites=inferred("B-41", "DBY-2.1-19", "DBY-0-03")),
        Outcome(
            id="in-setting",
            urgency=Urgency.NO_LIMIT_PRINTED,
            cites=inferred("B-41", "DBY-2.1-02", "DBY-2.1-26"),
            notes=(Note(id="B-41", kind=NoteKind.GAP),),
        ),
    ),
    duties=(
        *LEAVE_ALONE,
        Caution(
            code="do-not-inform-parents-if-risk",
            when=Is("parents-risk", "yes", "unknown"),
            cites=stated("DBY-2.1-04"),
        ),
        Caution(
            code="do-not-inform-parents-if-risk",
            when=ADULT_INVOLVED,
            cites=inferred("C-07-DBY", "DBY-2.1-04", "DBY-2.2-12"),
        ),
        Caution(
            code="do-not-alert-suspect",
            when=ADULT_INVOLVED,
            cites=inferred("R-ADULT-FIRST-DBY", "DBY-2.2-12", "DBY-2-16"),
        ),
        Caution(
            code="do-not-disclose-to-others",
            when=ADULT_INVOLVED,
            cites=inferred("R-ADULT-FIRST-DBY", "DBY-2.2-12", "DBY-2-16"),
        ),
        LEAD,
        Action(
            code="police",
            contact="police",
            when=REFERRED,
            within=AT_ONCE,
            cites=inferred("C-09-DBY", "DBY-2.1-12", "DBY-2.1-13", "DBY-2.1-18"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=REFERRED,
            within=AT_ONCE,
            cites=inferred("C-09-DBY", "DBY-2.1-12", "DBY-2.1-13", "DBY-2.1-18"),
        ),
        Action(
            code="childrens-social-care",
            contact="childrens-social-care",
            when=SIGNIFICANT_HARM,
            cites=inferred("B-41", "DBY-2.1-19", "DBY-0-03"),
        ),
        PRESERVE,
        Action(code="handle-with-care", force=Force.SHOULD, cites=stated("DBY-2.1-02", "DBY-2.1-26")),
        Action(
            code="parents-involved",
            force=Force.SHOULD,
            when=Is("parents-risk", "no"),
            within=(Limit(code="early-stage", cites=stated("DBY-2.1-03")),),
            cites=stated("DBY-2.1-03"),
        ),
        Action(
            code="parents-involved",
            force=Force.SHOULD,
            when=ADULT_INVOLVED,
            after=frozenset({"police-agree"}),
            cites=inferred("C-07-DBY", "DBY-2.1-03", "DBY-2.2-12"),
        ),
        Action(
            code="young-harm-procedure",
            force=Force.SHOULD,
            cites=inferred("R-OTHER-CHILD-DBY", "DBY-2.1-11", "DBY-0-04"),
        ),
        Action(code="support-offered", for_whom="child", force=Force.SHOULD, cites=stated("DBY-2.1-32")),
        Action(code="removal-help", force=Force.SHOULD, cites=stated("DBY-2.1-33")),
        Action(code="school-guidance", force=Force.MAY, cites=stated("DBY-2.1-01", "DBY-0-12")),
        Action(
            code="strategy-discussion",
            by="social-care",
            when=AnyOf(REFERRED, SIGNIFICANT_HARM),
            cites=stated("DBY-2.1-19", "DBY-2.1-20", "DBY-2.1-22"),
        ),
        Action(
            code="early-multi-agency-help",
            by="strategy-meeting",
            force=Force.MAY,
            when=AnyOf(REFERRED, SIGNIFICANT_HARM),
            cites=stated("DBY-2.1-21"),
        ),
    ),
    notes=(
        Note(id="C-09-DBY", kind=NoteKind.CONFLICT, when=REFERRED),
        Note(id="C-07-DBY", kind=NoteKind.CONFLICT),
        Note(id="C-02-DBY", kind=NoteKind.CONFLICT),
        Note(id="C-06-DBY", kind=NoteKind.SUPPRESSED),
        Note(id="N-POLICE-RESPONSE-DBY", kind=NoteKind.INFORMATION),
        Note(id="CUR-G3-DBY", kind=NoteKind.CURRENCY),
    ),
    goes_on=(
        GoesOn(
            flow="derbyshire/adult",
            when=Is("adult-involved", "yes"),
            cites=stated("DBY-2-16"),
            given={"conduct": frozenset({"exploiting", "images"})},
        ),
        GoesOn(
            flow="derbyshire/adult",
            when=Is("adult-involved", "unknown"),
            cites=inferred("R-UNSURE-DBY", "DBY-2-16"),
            given={"conduct": frozenset({"exploiting", "images"})},
        ),
    ),
)
