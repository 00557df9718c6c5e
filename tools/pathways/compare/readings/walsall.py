"""How Walsall's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import (
    ADULT_BEHIND,
    CHILD_AFFECTED,
    IMAGES,
    SUBJECT,
    WHO,
    Door,
    Means,
    Reading,
    means,
    yes_no,
)
from pathways.conditions import Is

WALSALL = Reading(
    doors=(
        Door(flow="walsall/household", when=Is("stage", "under-investigation")),
        Door(flow="walsall/concern", when=Is(SUBJECT, "images", "grooming", "other-offence", "young-images")),
        Door(flow="walsall/adult-pornography", when=Is(SUBJECT, "pornography")),
        Door(flow="walsall/bullying", when=Is(SUBJECT, "bullying")),
        Door(flow="walsall/concern", is_general=True),
    ),
    options={
        "about": {
            "images": means(SUBJECT, "images"),
            "child-in-images": means(SUBJECT, "young-images"),
            "contact": means(SUBJECT, "grooming"),
            "offence": means(SUBJECT, "other-offence"),
        },
        "person": WHO,
        "particular-child": CHILD_AFFECTED,
        "household": {"no": means("contact", "none", "some"), "yes": means("contact", "close")},
        "technology": {
            "groomed": means(SUBJECT, "grooming"),
            "coerced": means(SUBJECT, "grooming"),
            "exploited": means(SUBJECT, "grooming"),
            "sold": means(SUBJECT, "other-offence"),
            "shown": Means(
                holds=Is(SUBJECT, "images"), says={SUBJECT: frozenset({"images"}), "child": frozenset({"yes"})}
            ),
            "child-views": Means(
                holds=Is(SUBJECT, "images"), says={SUBJECT: frozenset({"images"}), "person": frozenset({"child"})}
            ),
            "images-of-others": means(SUBJECT, "young-images"),
        },
        "pornography": {
            "of-a-child": IMAGES,
            "grooming": means(SUBJECT, "grooming"),
            "made-available": means("exposed", "yes"),
            "threshold": means("harm", "yes"),
        },
        "indecent": yes_no("image"),
        "adult-behind": ADULT_BEHIND,
        "crime": yes_no("crime"),
        "serious": yes_no("harm"),
    },
    flows={
        "walsall/colleague": {"person": frozenset({"colleague"})},
        "walsall/household": {
            SUBJECT: frozenset({"images"}),
            "person": frozenset({"adult"}),
            "stage": frozenset({"under-investigation"}),
        },
        "walsall/adult-pornography": {SUBJECT: frozenset({"pornography"})},
        "walsall/bullying": {SUBJECT: frozenset({"bullying"})},
    },
)
"""The policy names sites of hatred, self-harm and suicide, and gives no step for them."""
