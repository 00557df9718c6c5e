"""The facts that several of Derbyshire's flows share, and what the area's safety rules look at.

A question id is a fact of the area: answered in one flow, it is known in the next. So each shared condition stands here
once and every flow imports it.
"""

from __future__ import annotations

from pathways.conditions import AnyOf, Is
from pathways.model import Action, Caution, Citations, Limit, Signals, Start, handbook, inferred, stated
from pathways.vocabulary import Force

ADULT_INVOLVED = Is("adult-involved", "yes", "unknown")
"""An adult is, or may be, involved (DBY-2.1-13, DBY-2.1-07)."""

CRITERION = Is("criteria", "coerced", "acts", "under-13", "immediate-risk", "unknown")
"""Another of the criteria of 2.1 for immediate referral (DBY-2.1-14 to DBY-2.1-17)."""

SIGNIFICANT_HARM = Is("harm", "yes", "unknown")
"""A child may be suffering, or may be likely to suffer, significant harm (DBY-2.1-19)."""

PROTECTION = Is("protection", "possible-victims", "own-protection", "unknown")
"""A young person who has viewed images may endanger others at home, or need protection (DBY-2.1-10)."""

CONCERN = Is("conduct", "exploiting", "images", "unknown")
"""An adult with indecent images of children, or exploiting a child online (DBY-2.2-07, DBY-2.1-13)."""

EXPLOITING = Is("conduct", "exploiting", "unknown")
"""An adult is, or may be, exploiting or grooming a child (DBY-2.1-13)."""

IN_TRUST = Is("trust", "yes", "unknown")
"""The person works or volunteers with children or fosters, or may (DBY-2.2-10, DBY-2.2-19)."""

LIVES_WITH_CHILDREN = Is("contact", "lives-or-unsupervised", "unknown")
"""The person lives, or may live, with children, or has contact without supervision (DBY-2.2-04)."""

MEETS_CHILDREN = AnyOf(
    Is("contact", "some", "lives-or-unsupervised", "unknown"), Is("trust", "nobody", "yes", "unknown")
)
"""The person meets, or may meet, children. Of a person not yet known nobody can say whom they meet (DBY-2.2-08)."""


def same_day(cites: Citations) -> Limit:
    """A referral on the same day: that on which what makes it due came to the reader's notice."""
    return Limit(code="same-day", cites=cites, counts_from=Start(code="came-to-notice", cites=cites))


AT_ONCE = (Limit(code="immediately", cites=stated("DBY-2.1-12")), same_day(stated("DBY-2.1-18")))
"""2.1 prints both for the same referral: at once, and never later than the same day (B-38)."""

LEAD = Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-90"))
"""The handbook's own and without a condition, so that no graver answer can lose it."""

PRESERVE = Action(code="preserve-evidence", cites=handbook("HB-03"))

LEAVE_ALONE: tuple[Caution, ...] = (
    Caution(code="do-not-view", cites=inferred("C-06-DBY", "DBY-2.1-05")),
    Caution(code="do-not-copy-or-send", cites=inferred("R-COPY-DBY", "DBY-2-10")),
    Caution(code="do-not-delete", cites=handbook("HB-03")),
    Caution(code="do-not-examine-device", cites=handbook("HB-03")),
)
"""What not to do from the first question on, wherever an image, a message or a device may exist."""

SIGNALS = Signals(
    adult_or_offence=AnyOf(
        ADULT_INVOLVED,
        CRITERION,
        CONCERN,
        Is("protection", "possible-victims", "own-protection", "none", "unknown"),
        Is("bullying", "crime", "unknown"),
        Is("extremism", "terrorist-material", "unknown"),
        Is("young-imagery", "no", "yes", "unknown"),
    ),
    child_at_risk=AnyOf(
        ADULT_INVOLVED,
        CRITERION,
        SIGNIFICANT_HARM,
        PROTECTION,
        EXPLOITING,
        MEETS_CHILDREN,
        Is("bullying", "severe", "unknown"),
        Is("extremism", "drawn-in", "unknown"),
        Is("young-imagery", "no", "yes", "unknown"),
    ),
    images_or_messages=AnyOf(
        Is("adult-involved", "no", "yes", "unknown"),
        CONCERN,
        Is("bullying", "image", "crime", "severe", "unknown"),
        Is("extremism", "terrorist-material", "unknown"),
    ),
    colleague=IN_TRUST,
    allegations_route=frozenset({"allegations-procedure", "lado"}),
)
