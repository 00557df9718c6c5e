"""How Walsall's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import Door, Means, Reading, means
from pathways.conditions import AnyOf, Is

SUBJECT = "subject"

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
        "person": {
            "child": means("person", "child"),
            "colleague": means("person", "colleague"),
            "adult": means("person", "adult"),
            "none": means("person", "nobody"),
        },
        "particular-child": {
            "no": means("child", "no"),
            "yes": Means(holds=AnyOf(Is("child", "yes"), Is("harm", "yes")), says={"child": frozenset({"yes"})}),
        },
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
            "of-a-child": Means(holds=Is(SUBJECT, "images", "young-images"), says={SUBJECT: frozenset({"images"})}),
            "grooming": means(SUBJECT, "grooming"),
            "made-available": means("exposed", "yes"),
            "threshold": means("harm", "yes"),
        },
        "indecent": {"no": means("image", "no"), "yes": means("image", "yes")},
        "adult-behind": {
            "no": means("person", "child"),
            "unknown": means("person", "nobody"),
            "yes": means("person", "adult", "colleague"),
        },
        "crime": {"no": means("crime", "no"), "yes": means("crime", "yes")},
        "serious": {"no": means("harm", "no"), "yes": means("harm", "yes")},
    },
    flows={
        "walsall/concern": {"stage": frozenset({"new"})},
        "walsall/colleague": {"person": frozenset({"colleague"}), "stage": frozenset({"new"})},
        "walsall/household": {
            SUBJECT: frozenset({"images"}),
            "person": frozenset({"adult"}),
            "stage": frozenset({"under-investigation"}),
        },
        "walsall/technologies": {"stage": frozenset({"new"})},
        "walsall/adult-pornography": {SUBJECT: frozenset({"pornography"}), "stage": frozenset({"new"})},
        "walsall/bullying": {SUBJECT: frozenset({"bullying"}), "stage": frozenset({"new"})},
    },
)
"""The policy names sites of hatred, self-harm and suicide, and gives no step for them."""
