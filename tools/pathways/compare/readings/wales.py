"""How Wales's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import CHILD_AT_RISK, IMAGES, SUBJECT, Door, Means, Reading, means, yes_no
from pathways.conditions import Is

WALES = Reading(
    doors=(
        Door(flow="wales/evidence", when=Is("reached", "home", "work")),
        Door(flow="wales/concern"),
    ),
    options={
        "child-risk": CHILD_AT_RISK,
        "what": {
            "grooming": means(SUBJECT, "grooming"),
            "images": IMAGES,
            "content": Means(
                holds=Is(SUBJECT, "pornography", "harmful-site"), says={SUBJECT: frozenset({"harmful-site"})}
            ),
            "conduct": means(SUBJECT, "bullying"),
            "secret-contact": means(SUBJECT, "secret-contact"),
            "extremism": means(SUBJECT, "extremism"),
            "unknown": Means(holds=Is(SUBJECT, "other-offence")),
        },
        "held": yes_no("held"),
        "extremism": {
            "recruited": means("extremism", "drawn-in"),
            "glorifies": means("extremism", "terrorist-material"),
            "provokes": Means(holds=Is("extremism", "content"), says={"extremism": frozenset({"content"})}),
            "hatred": Means(holds=Is("extremism", "content"), says={"extremism": frozenset({"content"})}),
        },
        "secret-contact": {"yes": means(SUBJECT, "secret-contact")},
    },
    flows={
        "wales/extremism": {SUBJECT: frozenset({"extremism"})},
    },
)
