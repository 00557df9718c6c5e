"""How the Tees flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import CHILD_AFFECTED, CHILD_AT_RISK, SUBJECT, WHO, Door, Means, Reading, means, yes_no
from pathways.conditions import AllOf, AnyOf, Is

TEES = Reading(
    doors=(
        Door(flow="tees/posted", when=Is(SUBJECT, "young-images")),
        Door(flow="tees/colleague", when=Is("person", "colleague")),
        Door(flow="tees/adult", when=AllOf(Is(SUBJECT, "images", "grooming", "other-offence"), Is("person", "adult"))),
        Door(flow="tees/at-risk"),
    ),
    options={
        "at-risk": CHILD_AT_RISK,
        "harmer": WHO,
        "held": yes_no("held"),
        "assessment": {"no": means("stage", "new"), "yes": means("stage", "under-investigation")},
        "posted": yes_no("posted"),
        "flag": {"can": means("flag", "can"), "cannot": means("flag", "cannot")},
        "child-known": CHILD_AFFECTED,
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
        "tees/posted": {SUBJECT: frozenset({"young-images"})},
        "tees/child-harmed": {"child": frozenset({"yes"})},
        "tees/adult": {SUBJECT: frozenset({"images"}), "person": frozenset({"adult"})},
        "tees/colleague": {"person": frozenset({"colleague"})},
    },
)
