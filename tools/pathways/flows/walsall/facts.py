"""The facts that several of Walsall's flows share, and what the area's safety rules look at.

A question id is a fact of the area: answered in one flow, it is known in the next. So each shared condition stands here
once and every flow imports it.
"""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.model import Signals

IMAGES = Is("about", "images", "child-in-images", "unknown")
"""Abusive images are, or may be, in question (WSL-1-01, WSL-1-04)."""

CHILD_IN_IMAGES = Is("about", "child-in-images", "unknown")
"""A particular child was, or may have been, abused in making images (WSL-1-08)."""

CONTACT = Is("about", "contact", "unknown")
"""A child is, or may be, groomed, coerced or exploited (WSL-1-02)."""

MATTER_FOR_POLICE = Is("about", "images", "child-in-images", "contact", "offence", "unknown")
"""An offence is, or may be, in question, whoever did it."""

ADULT = Is("person", "adult", "colleague", "unknown")
"""There is, or may be, concern about an adult (WSL-1-17)."""

CHILD_OF_CONCERN = Is("person", "child", "unknown")
"""The person of concern is, or may be, a child: then that child is a particular child (WSL-1-02, WSL-1-07)."""

ANYBODY = Is("person", "adult", "colleague", "child", "unknown")
"""Somebody is, or may be, of concern."""

COLLEAGUE = Is("person", "colleague", "unknown")
"""The person works, or may work, with children (WSL-1-21)."""

PARTICULAR_CHILD = Is("particular-child", "yes", "unknown")
"""A particular child is, or may be, involved (WSL-1-07)."""

CHILD_KNOWN = AnyOf(PARTICULAR_CHILD, CHILD_OF_CONCERN)
"""The same, with the child who may have done it."""

LISTED = Is(
    "technology",
    "groomed",
    "coerced",
    "exploited",
    "sold",
    "shown",
    "child-views",
    "unknown",
)
"""One of the headings of section 2 that lead to the steps for any concern."""

PORNOGRAPHY_OF_CONCERN = Is("pornography", "of-a-child", "grooming", "made-available", "threshold", "unknown")
"""Adult pornography that calls for the steps for any concern (WSL-2-05, WSL-2-08)."""

PORNOGRAPHY_FOR_POLICE = Is("pornography", "of-a-child", "grooming", "made-available", "unknown")
"""The same, where an adult or an offence is, or may be, behind it."""

HOUSEHOLD_ASKED = Is("household", "no", "yes", "unknown")
"""The household is only asked about where an adult accesses, or may access, such images (WSL-2-26)."""

CHILD_AT_HOME = Is("household", "yes", "unknown")
"""Children live, or may live, in the household of such an adult (WSL-2-26)."""

INDECENT = Is("indecent", "yes", "unknown")
"""Bullying with an indecent image of a child, or what may be one."""

ADULT_BEHIND = Is("adult-behind", "yes", "unknown")
"""Bullying with an adult behind it, or perhaps with one."""

CRIME = Is("crime", "yes", "unknown")
"""Bullying with an alleged crime, or what may be one (WSL-3-15)."""

SERIOUS = Is("serious", "yes", "unknown")
"""Bullying that is, or may be, one of the more serious cases (WSL-3-09, WSL-3-12)."""

SIGNALS = Signals(
    adult_or_offence=AnyOf(
        MATTER_FOR_POLICE, ADULT, LISTED, PORNOGRAPHY_FOR_POLICE, HOUSEHOLD_ASKED, INDECENT, ADULT_BEHIND, CRIME
    ),
    child_at_risk=AnyOf(
        PARTICULAR_CHILD,
        CHILD_IN_IMAGES,
        CONTACT,
        ANYBODY,
        LISTED,
        PORNOGRAPHY_OF_CONCERN,
        HOUSEHOLD_ASKED,
        INDECENT,
        ADULT_BEHIND,
        SERIOUS,
    ),
    images_or_messages=AnyOf(
        IMAGES, CONTACT, LISTED, PORNOGRAPHY_FOR_POLICE, HOUSEHOLD_ASKED, INDECENT, ADULT_BEHIND, CRIME
    ),
    colleague=COLLEAGUE,
    allegations_route=frozenset({"allegations-procedure"}),
)
