"""The facts that several of the Tees flows share, and what the area's safety rules look at.

A question id is a fact of the area: answered in one flow, it is known in the next. So each shared question and
condition stands here once and every flow imports it.
"""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.model import OTHERWISE, Order, Question, Route, Signals, inferred, route, stated

AT_RISK = Is("at-risk", "yes", "unknown")
"""A child is, or may be, abused or at risk of significant harm (TEE-0-02, TEE-2-04)."""

POSTED = Is("posted", "yes", "unknown")
"""Images of children are, or may be, online (TEE-4-07)."""

CHILD_KNOWN = Is("child-known", "yes", "unknown")
"""A concern about an adult, and a child is identified who is or may be abused (B-62)."""

CHILDREN_INVOLVED = Is("children-involved", "yes", "unknown")
"""A concern about a colleague, and a child or images of children are or may be involved (TEE-0-02, TEE-6-01)."""

OFFENCE = Is("offence", "yes", "unknown")
"""A colleague may have used technology in an illegal way, with no child involved (TEE-6-01)."""

CHILD_MAY_HAVE_HARMED = Is("harmer", "child", "unknown")
"""A child may have caused the harm (TEE-3-06)."""

COLLEAGUE_MAY_HAVE_HARMED = Is("harmer", "colleague", "unknown")
"""The person is, or may be, a colleague or somebody who works with children (TEE-6-01)."""

ADULT_MAY_HAVE_HARMED = Is("harmer", "adult", "colleague", "unknown")
"""An adult may have caused the harm; a colleague is also an adult of concern (TEE-3-03, TEE-5-04)."""


def harmer(*routes: Route) -> Question:
    """Who may have caused the harm: not exclusive, so any of several. Each flow words it in its own way."""
    return Question(
        id="harmer",
        order=Order.CHECKLIST,
        options=("child", "colleague", "adult"),
        cites=inferred("R-WHO-TEE", "TEE-1-10", "TEE-3-03", "TEE-3-06", "TEE-6-01"),
        routes=routes,
    )


def whoever(to: str) -> Route:
    """The opening rule looks at no person: whoever it was, the way goes on to `to`."""
    return route(OTHERWISE, to, stated("TEE-0-02"))


SIGNALS = Signals(
    adult_or_offence=AnyOf(
        AT_RISK,
        Is("posted", "no", "yes", "unknown"),
        Is("child-known", "no", "yes", "unknown"),
        CHILDREN_INVOLVED,
        OFFENCE,
    ),
    child_at_risk=AnyOf(AT_RISK, Is("posted", "no", "yes", "unknown"), CHILD_KNOWN, CHILDREN_INVOLVED),
    images_or_messages=AnyOf(
        AT_RISK,
        Is("posted", "no", "yes", "unknown"),
        Is("child-known", "no", "yes", "unknown"),
        Is("children-involved", "no", "yes", "unknown"),
    ),
    colleague=AnyOf(COLLEAGUE_MAY_HAVE_HARMED, Is("children-involved", "no", "yes", "unknown")),
    allegations_route=frozenset({"allegations-procedure"}),
)
