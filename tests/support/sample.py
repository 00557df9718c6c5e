"""A small area for tests: one flow that asks, one that it goes on to, and the words for both."""

from pathways.conditions import AllOf, Is
from pathways.model import (
    OTHERWISE,
    Action,
    Area,
    Caution,
    Flow,
    GoesOn,
    Limit,
    Order,
    Outcome,
    Question,
    Signals,
    given,
    route,
    stated,
)
from pathways.vocabulary import Force, Urgency

CITES = stated("STK-7ai-01")


def question(id: str, to: str, **options: object) -> Question:
    """A scale question no < yes with one route."""
    return Question(id=id, options=("no", "yes"), routes=(route(OTHERWISE, to, CITES),), cites=CITES, **options)  # type: ignore[arg-type]


SEEN = Question(
    id="seen",
    order=Order.CHECKLIST,
    options=("image", "message"),
    cites=CITES,
    routes=(route({"image", "message", "unknown"}, "known", CITES), route(OTHERWISE, "end", CITES)),
)

FIRST = Flow(
    id="sample/first",
    start="seen",
    cites=CITES,
    questions=(SEEN, question("known", "end")),
    outcomes=(Outcome(id="end", urgency=Urgency.SOON, cites=CITES),),
    duties=(
        Caution(code="do-not-delete", when=Is("seen", "image", "message", "unknown"), cites=CITES),
        Action(code="police", when=Is("seen", "image", "message", "unknown"), cites=CITES),
        Action(code="removal-help", when=Is("seen", "image", "unknown"), force=Force.SHOULD, cites=CITES),
        Action(code="line-manager", force=Force.SHOULD, cites=CITES),
        Action(
            code="childrens-social-care",
            when=AllOf(Is("seen", "image", "message", "unknown"), Is("known", "yes", "unknown")),
            within=(Limit(code="same-day", cites=CITES),),
            cites=CITES,
        ),
    ),
    goes_on=(GoesOn(flow="sample/second", when=Is("known", "yes", "unknown"), cites=CITES, given=given(who="adult")),),
)

SECOND = Flow(
    id="sample/second",
    start="who",
    cites=CITES,
    questions=(
        Question(
            id="who",
            order=Order.NOMINAL,
            reason="not comparable",
            options=("adult", "child"),
            cites=CITES,
            routes=(route(OTHERWISE, "done", CITES),),
        ),
    ),
    outcomes=(Outcome(id="done", urgency=Urgency.NOW, cites=CITES),),
    duties=(
        Action(
            code="childrens-social-care",
            within=(Limit(code="immediately", cites=CITES), Limit(code="early-stage", cites=CITES)),
            cites=stated("STK-7ai-09"),
        ),
        Action(code="line-manager", cites=stated("STK-7ai-02")),
    ),
)

SAMPLE = Area(
    id="sample",
    flows=(FIRST, SECOND),
    signals=Signals(
        adult_or_offence=Is("seen", "image", "message", "unknown"),
        child_at_risk=Is("known", "yes", "unknown"),
        images_or_messages=Is("seen", "image"),
        colleague=Is("who", "child"),
        allegations_route=frozenset({"allegations-procedure"}),
    ),
)
