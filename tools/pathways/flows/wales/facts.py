"""The facts that several of Wales's flows share, and what the area's safety rules look at.

A question id is a fact of the area: answered in one flow, it is known in the next. So each shared condition stands here
once and every flow imports it.
"""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.model import Signals

CONCERN = AnyOf(Is("child-risk", "yes", "unknown"), Is("subject", "unknown"))
"""A child is, or may be, at risk of abuse via ICT (WAL-5-03); not knowing what it is about counts (R-UNSURE-WAL)."""

EXTREMISM = Is("extremism", "recruited", "glorifies", "provokes", "serious-crime", "hatred", "unknown")
"""A child may be drawn into violent extremism, or a limb of the definition fits (WAL-3-26, WAL-3-30 to WAL-3-33)."""

SECRET_CONTACT = Is("secret-contact", "yes", "unknown")
"""A looked-after child's protected contact is, or may be, bypassed (WAL-3-08, WAL-3-17)."""

EVIDENCE = Is("held", "no", "yes", "unknown")
"""Something may be evidence, wherever it is (WAL-6-01)."""

ANY_CONCERN = AnyOf(CONCERN, EXTREMISM, SECRET_CONTACT, EVIDENCE)

SIGNALS = Signals(
    # The protocol knows no concern that goes to one of the two alone (WAL-5-03, WAL-7-01).
    adult_or_offence=ANY_CONCERN,
    child_at_risk=ANY_CONCERN,
    images_or_messages=ANY_CONCERN,
    # The protocol leaves the conduct of professionals out (WAL-1-03), and no question asks who may have done it.
    colleague=None,
    allegations_route=frozenset(),
)
