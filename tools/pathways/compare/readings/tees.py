"""How the Tees flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import Door, Means, Reading, means
from pathways.conditions import AllOf, AnyOf, Is

SUBJECT = "subject"

TEES = Reading(
    doors=(
        Door(flow="tees/posted", when=Is(SUBJECT, "young-images")),
        Door(flow="tees/colleague", when=Is("person", "colleague")),
        Door(flow="tees/adult", when=AllOf(Is(SUBJECT, "images", "grooming", "other-offence"), Is("person", "adult"))),
        Door(flow="tees/at-risk"),
    ),
    options={
        "at-risk": {
            "no": means("child", "no"),
            "yes": Means(
                holds=AnyOf(
                    Is(SUBJECT, "images", "grooming", "other-offence", "young-images"),
                    Is("child", "yes"),
                    Is("harm", "yes"),
                    Is("exposed", "yes"),
                ),
                says={"child": frozenset({"yes"})},
            ),
        },
        "harmer": {
            "child": means("person", "child"),
            "colleague": means("person", "colleague"),
            "adult": means("person", "adult"),
            "none": means("person", "nobody"),
        },
        "held": {"no": means("held", "no"), "yes": means("held", "yes")},
        "assessment": {"no": means("stage", "new"), "yes": means("stage", "under-investigation")},
        "posted": {"no": means("posted", "no"), "yes": means("posted", "yes")},
        "flag": {"can": means("flag", "can"), "cannot": means("flag", "cannot")},
        "child-known": {
            "no": means("child", "no"),
            "yes": Means(holds=AnyOf(Is("child", "yes"), Is("harm", "yes")), says={"child": frozenset({"yes"})}),
        },
        "children-involved": {
            "no": means("child", "no"),
            "yes": Means(
                holds=AnyOf(Is(SUBJECT, "images", "grooming", "young-images"), Is("child", "yes"), Is("harm", "yes")),
            ),
        },
        "offence": {
            "no": means("crime", "no"),
            "yes": Means(
                holds=AnyOf(Is("crime", "yes"), Is(SUBJECT, "images", "grooming", "other-offence", "young-images")),
                says={"crime": frozenset({"yes"})},
            ),
        },
    },
    flows={
        "tees/posted": {SUBJECT: frozenset({"young-images"}), "stage": frozenset({"new"})},
        "tees/child-harmed": {"child": frozenset({"yes"}), "stage": frozenset({"new"})},
        "tees/adult": {SUBJECT: frozenset({"images"}), "person": frozenset({"adult"}), "stage": frozenset({"new"})},
        "tees/colleague": {"person": frozenset({"colleague"}), "stage": frozenset({"new"})},
        "tees/at-risk": {"stage": frozenset({"new"})},
    },
)
