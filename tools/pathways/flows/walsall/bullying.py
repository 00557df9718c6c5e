"""WSL-M: bullying online, its thresholds, and images that young people place of others (3.1 to 3.8, 2.8)."""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.flows.walsall.facts import ADULT_BEHIND, CRIME, INDECENT, SERIOUS
from pathways.model import (
    OTHERWISE,
    Action,
    Caution,
    Flow,
    GoesOn,
    Limit,
    Note,
    NoteKind,
    Outcome,
    Question,
    given,
    handbook,
    inferred,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

EVIDENCE = AnyOf(INDECENT, ADULT_BEHIND, CRIME)
"""Something may exist that the police will want as it is."""

EARLIEST = Limit(code="earliest-opportunity", cites=stated("WSL-3-16"))

INDECENT_QUESTION = Question(
    id="indecent",
    options=("no", "yes"),
    cites=inferred("R-WSL-INDECENT", "WSL-2-25"),
    routes=(
        route({"yes"}, "refer", inferred("R-WSL-INDECENT", "WSL-2-25", "WSL-3-12", "WSL-3-15")),
        route({"unknown"}, "refer", inferred("R-WSL-UNSURE", "WSL-3-12", "WSL-3-15")),
        route(OTHERWISE, "adult-behind", inferred("R-WSL-ADULT-BEHIND", "WSL-1-05", "WSL-1-17")),
    ),
)

ADULT_QUESTION = Question(
    id="adult-behind",
    options=("no", "yes"),
    cites=inferred("R-WSL-ADULT-BEHIND", "WSL-1-05", "WSL-1-17"),
    routes=(
        route({"yes"}, "adult", inferred("R-WSL-ADULT-BEHIND", "WSL-1-17", "WSL-3-12", "WSL-3-15")),
        route({"unknown"}, "adult", inferred("R-WSL-UNSURE", "WSL-1-17", "WSL-3-12", "WSL-3-15")),
        route(OTHERWISE, "crime", inferred("R-WSL-GATE", "WSL-3-04", "WSL-3-15")),
    ),
)

CRIME_QUESTION = Question(
    id="crime",
    options=("no", "yes"),
    cites=stated("WSL-3-15"),
    routes=(route(OTHERWISE, "serious", inferred("R-WSL-GATE", "WSL-3-12", "WSL-3-15")),),
)

SERIOUS_QUESTION = Question(
    id="serious",
    options=("no", "yes"),
    cites=stated("WSL-3-09", "WSL-3-12"),
    routes=(
        route({"yes"}, "refer", stated("WSL-3-12", "WSL-3-13")),
        route({"unknown"}, "refer", inferred("R-WSL-UNSURE", "WSL-3-12")),
        route(OTHERWISE, "own-policy", stated("WSL-3-11")),
    ),
)

BULLYING = Flow(
    id="walsall/bullying",
    start="indecent",
    cites=stated("WSL-3-01", "WSL-3-04", "WSL-3-05", "WSL-3-08"),
    questions=(INDECENT_QUESTION, ADULT_QUESTION, CRIME_QUESTION, SERIOUS_QUESTION),
    outcomes=(
        Outcome(id="refer", urgency=Urgency.NOW, cites=stated("WSL-3-12", "WSL-3-13")),
        Outcome(
            id="adult",
            urgency=Urgency.NOW,
            cites=inferred("R-WSL-ADULT-BEHIND", "WSL-1-17", "WSL-3-12", "WSL-3-13", "WSL-3-15"),
        ),
        Outcome(id="own-policy", urgency=Urgency.NO_LIMIT_PRINTED, cites=stated("WSL-3-11")),
    ),
    duties=(
        Caution(code="do-not-view", cites=handbook("HB-02")),
        Caution(code="do-not-examine-device", cites=handbook("HB-80")),
        Caution(code="do-not-delete", when=EVIDENCE, cites=handbook("HB-80", "HB-03")),
        Caution(code="do-not-copy-or-send", when=EVIDENCE, cites=handbook("HB-80", "HB-51")),
        Caution(code="do-not-alert-suspect", when=EVIDENCE, cites=inferred("R-WSL-ALERT", "WSL-1-23")),
        Action(code="safeguarding-lead", force=Force.SHOULD, when=SERIOUS, cites=stated("WSL-3-12")),
        Action(
            code="safeguarding-lead",
            force=Force.SHOULD,
            when=INDECENT,
            cites=inferred("R-WSL-INDECENT", "WSL-3-12"),
        ),
        Action(
            code="safeguarding-lead",
            force=Force.SHOULD,
            when=ADULT_BEHIND,
            cites=inferred("R-WSL-ADULT-BEHIND", "WSL-1-05", "WSL-3-12"),
        ),
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=SERIOUS,
            cites=stated("WSL-3-09", "WSL-3-13"),
        ),
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=INDECENT,
            cites=inferred("R-WSL-INDECENT", "WSL-3-13"),
        ),
        Action(
            code="childrens-social-care",
            force=Force.SHOULD,
            contact="childrens-social-care",
            when=ADULT_BEHIND,
            cites=inferred("R-WSL-ADULT-BEHIND", "WSL-1-07", "WSL-3-13"),
        ),
        Action(code="separate-referrals", force=Force.SHOULD, when=SERIOUS, cites=stated("WSL-3-14")),
        Action(
            code="separate-referrals",
            force=Force.SHOULD,
            when=INDECENT,
            cites=inferred("R-WSL-INDECENT", "WSL-3-14"),
        ),
        Action(
            code="separate-referrals",
            force=Force.SHOULD,
            when=ADULT_BEHIND,
            cites=inferred("R-WSL-ADULT-BEHIND", "WSL-3-14"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            within=(EARLIEST,),
            when=CRIME,
            cites=stated("WSL-3-15"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            within=(EARLIEST,),
            when=INDECENT,
            cites=inferred("R-WSL-INDECENT", "WSL-3-15"),
        ),
        Action(
            code="police",
            force=Force.SHOULD,
            contact="police",
            within=(EARLIEST,),
            when=ADULT_BEHIND,
            cites=inferred("R-WSL-ADULT-BEHIND", "WSL-1-17", "WSL-3-15"),
        ),
        Action(code="preserve-evidence", when=EVIDENCE, cites=handbook("HB-03")),
        Action(code="support-both-children", force=Force.SHOULD, cites=stated("WSL-3-10")),
        Action(code="anti-bullying-policy", force=Force.SHOULD, cites=stated("WSL-3-07", "WSL-3-11")),
    ),
    notes=(
        Note(id="R-WSL-GATE", kind=NoteKind.CONFLICT),
        Note(id="B-76-WSL", kind=NoteKind.CONFLICT, when=AnyOf(SERIOUS, INDECENT, ADULT_BEHIND)),
        Note(id="G-WSL-SITES", kind=NoteKind.GAP),
        Note(id="R-WSL-INDECENT", kind=NoteKind.CONFLICT, when=INDECENT),
        Note(id="R-WSL-ADULT-BEHIND", kind=NoteKind.CONFLICT, when=ADULT_BEHIND),
    ),
    goes_on=(
        GoesOn(
            flow="walsall/concern",
            when=Is("indecent", "yes"),
            cites=inferred("R-WSL-INDECENT", "WSL-1-05", "WSL-1-07"),
            given=given(about="images", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("indecent", "unknown"),
            cites=inferred("R-WSL-UNSURE", "WSL-1-05", "WSL-1-07"),
            given=given(about="images", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("adult-behind", "yes"),
            cites=inferred("R-WSL-ADULT-BEHIND", "WSL-1-05", "WSL-1-07", "WSL-1-17"),
            given=given(about="offence", particular_child="yes"),
        ),
        GoesOn(
            flow="walsall/concern",
            when=Is("adult-behind", "unknown"),
            cites=inferred("R-WSL-UNSURE", "WSL-1-05", "WSL-1-07", "WSL-1-17"),
            given=given(about="offence", particular_child="yes"),
        ),
    ),
)
