"""How Wales's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import Door, Means, Reading, means
from pathways.conditions import AnyOf, Is

SUBJECT = "subject"

WALES = Reading(
    doors=(
        Door(flow="wales/evidence", when=Is("reached", "home", "work")),
        Door(flow="wales/concern"),
    ),
    options={
        "child-risk": {
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
        "what": {
            "grooming": means(SUBJECT, "grooming"),
            "images": Means(holds=Is(SUBJECT, "images", "young-images"), says={SUBJECT: frozenset({"images"})}),
            "content": Means(
                holds=Is(SUBJECT, "pornography", "harmful-site"), says={SUBJECT: frozenset({"harmful-site"})}
            ),
            "conduct": means(SUBJECT, "bullying"),
            "secret-contact": means(SUBJECT, "secret-contact"),
            "extremism": means(SUBJECT, "extremism"),
            "unknown": Means(holds=Is(SUBJECT, "other-offence")),
        },
        "held": {"no": means("held", "no"), "yes": means("held", "yes")},
        "extremism": {
            "recruited": means("extremism", "drawn-in"),
            "glorifies": means("extremism", "terrorist-material"),
            "provokes": Means(holds=Is("extremism", "content"), says={"extremism": frozenset({"content"})}),
            "hatred": Means(holds=Is("extremism", "content"), says={"extremism": frozenset({"content"})}),
        },
        "secret-contact": {"yes": means(SUBJECT, "secret-contact")},
    },
    flows={
        "wales/concern": {"stage": frozenset({"new"})},
        "wales/evidence": {"stage": frozenset({"new"})},
        "wales/extremism": {SUBJECT: frozenset({"extremism"}), "stage": frozenset({"new"})},
        "wales/looked-after": {"stage": frozenset({"new"})},
    },
)
