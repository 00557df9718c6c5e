"""The facts that several of Stockport's flows share, and what the area's safety rules look at.

A question id is a fact of the area: answered in one flow, it is known in the next. So each shared condition stands here
once and every flow imports it.
"""

from __future__ import annotations

from pathways.conditions import AllOf, AnyOf, Is
from pathways.model import Signals

CONCERN = Is("what", "images", "grooming", "other", "unknown")
"""Any matter that section 10.9.7(a) covers (STK-7ai-01)."""

IMAGES_OR_MESSAGES = Is("what", "images", "grooming", "unknown")
"""Something exists, or may exist, that could be deleted (STK-7ai-04, STK-7ai-06)."""

CHILD_MAY_HAVE_HARMED = Is("who", "child", "unknown")
"""A child may have caused the harm (STK-7ai-11)."""

CHILD_CONCERN = AnyOf(Is("child-concern", "yes", "unknown"), CHILD_MAY_HAVE_HARMED)
"""There is, or may be, concern about a child; a child who may have harmed counts (STK-7ai-10, STK-7ai-11)."""

WORKS_WITH_CHILDREN = Is("who", "colleague", "unknown")
"""The person works, or may work, with children (STK-7b-01)."""

LEGAL_MATERIAL_REFERRED = AnyOf(Is("adult-exposed", "yes", "unknown"), Is("sender", "unknown"))
"""Appendix C: material thought to be legal that still has to be referred (C-21)."""

SIGNALS = Signals(
    adult_or_offence=AnyOf(
        CONCERN,
        Is("suspected", "abuse", "offence", "unknown"),
        LEGAL_MATERIAL_REFERRED,
        Is("received", "work", "home", "unknown"),
        Is("content", "young-images", "exploitation", "unknown"),
        Is("criminal", "yes", "unknown"),
    ),
    child_at_risk=AnyOf(
        CONCERN,
        Is("suspected", "abuse", "offence", "unknown"),
        LEGAL_MATERIAL_REFERRED,
        Is("content", "young-images", "exploitation", "unknown"),
        Is("harm", "yes", "unknown"),
    ),
    images_or_messages=AnyOf(
        IMAGES_OR_MESSAGES,
        Is("received", "work", "home", "unknown"),
        Is("suspected", "abuse", "offence", "unknown"),
        Is("content", "young-images", "exploitation", "unknown"),
    ),
    colleague=AllOf(CONCERN, WORKS_WITH_CHILDREN),
    allegations_route=frozenset({"allegations-procedure", "lado"}),
)
