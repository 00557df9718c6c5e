"""How Stockport's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import Door, Means, Reading, means
from pathways.conditions import AnyOf, Is

SUBJECT = "subject"

STOCKPORT = Reading(
    doors=(
        Door(flow="stockport/received-image", when=Is("reached", "home", "work")),
        Door(flow="stockport/discovery", when=Is(SUBJECT, "images", "grooming", "other-offence", "young-images")),
        Door(flow="stockport/appendix-c", when=Is(SUBJECT, "pornography")),
        Door(
            flow="stockport/other-content",
            when=Is(SUBJECT, "bullying", "extremism", "harmful-site", "secret-contact"),
        ),
        Door(flow="stockport/discovery"),
    ),
    options={
        "stage": {"new": means("stage", "new"), "under-investigation": means("stage", "under-investigation")},
        "what": {
            "images": Means(holds=Is(SUBJECT, "images", "young-images"), says={SUBJECT: frozenset({"images"})}),
            "grooming": means(SUBJECT, "grooming"),
            "other": means(SUBJECT, "other-offence"),
        },
        "who": {
            "child": means("person", "child"),
            "colleague": means("person", "colleague"),
            "adult": means("person", "adult"),
            "none": means("person", "nobody"),
        },
        "child-concern": {
            "no": means("child", "no"),
            "yes": Means(holds=AnyOf(Is("child", "yes"), Is("harm", "yes")), says={"child": frozenset({"yes"})}),
        },
        "suspected": {
            "abuse": Means(
                holds=Is(SUBJECT, "images", "grooming", "young-images"), says={SUBJECT: frozenset({"images"})}
            ),
            "offence": means(SUBJECT, "other-offence"),
        },
        "adult-exposed": {"no": means("exposed", "no"), "yes": means("exposed", "yes")},
        "sender": {
            "staff": means("person", "colleague"),
            "child": means("person", "child"),
            "other": means("person", "adult"),
        },
        "residential": {"no": means("residential", "no"), "yes": means("residential", "yes")},
        "received": {
            "no": means("reached", "no"),
            "home": means("reached", "home"),
            "work": means("reached", "work"),
        },
        "role": {"health": means("role", "health"), "council": means("role", "council"), "none": means("role", "none")},
        "sender-known": {"no": means("sender-known", "no"), "yes": means("sender-known", "yes")},
        "content": {
            "young-images": means(SUBJECT, "young-images"),
            "exploitation": means(SUBJECT, "grooming"),
            "bullying": means(SUBJECT, "bullying"),
            "harmful-sites": Means(
                holds=Is(SUBJECT, "harmful-site", "extremism"), says={SUBJECT: frozenset({"harmful-site"})}
            ),
            "birth-family": means(SUBJECT, "secret-contact"),
        },
        "criminal": {"no": means("crime", "no"), "yes": means("crime", "yes")},
        "harm": {"no": means("harm", "no"), "yes": means("harm", "yes")},
    },
    flows={
        "stockport/appendix-c": {SUBJECT: frozenset({"pornography"}), "stage": frozenset({"new"})},
        "stockport/professional": {"person": frozenset({"colleague"}), "stage": frozenset({"new"})},
        "stockport/received-image": {SUBJECT: frozenset({"images"}), "stage": frozenset({"new"})},
        "stockport/other-content": {"stage": frozenset({"new"})},
    },
)
"""The source counts extremism among harmful sites."""
