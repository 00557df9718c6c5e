"""How Stockport's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import CHILD_AFFECTED, IMAGES, SUBJECT, WHO, Door, Means, Reading, means, yes_no
from pathways.conditions import Is

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
            "images": IMAGES,
            "grooming": means(SUBJECT, "grooming"),
            "other": means(SUBJECT, "other-offence"),
        },
        "who": WHO,
        "child-concern": CHILD_AFFECTED,
        "suspected": {
            "abuse": Means(
                holds=Is(SUBJECT, "images", "grooming", "young-images"), says={SUBJECT: frozenset({"images"})}
            ),
            "offence": means(SUBJECT, "other-offence"),
        },
        "adult-exposed": yes_no("exposed"),
        "sender": {
            "staff": means("person", "colleague"),
            "child": means("person", "child"),
            "other": means("person", "adult"),
        },
        "residential": yes_no("residential"),
        "received": {
            "no": means("reached", "no"),
            "home": means("reached", "home"),
            "work": means("reached", "work"),
        },
        "role": {"health": means("role", "health"), "council": means("role", "council"), "none": means("role", "none")},
        "sender-known": yes_no("sender-known"),
        "content": {
            "young-images": means(SUBJECT, "young-images"),
            "exploitation": means(SUBJECT, "grooming"),
            "bullying": means(SUBJECT, "bullying"),
            "harmful-sites": Means(
                holds=Is(SUBJECT, "harmful-site", "extremism"), says={SUBJECT: frozenset({"harmful-site"})}
            ),
            "birth-family": means(SUBJECT, "secret-contact"),
        },
        "criminal": yes_no("crime"),
        "harm": yes_no("harm"),
    },
    flows={
        "stockport/appendix-c": {SUBJECT: frozenset({"pornography"})},
        "stockport/professional": {"person": frozenset({"colleague"})},
        "stockport/received-image": {SUBJECT: frozenset({"images"})},
    },
)
"""The source counts extremism among harmful sites."""
