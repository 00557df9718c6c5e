"""How Derbyshire's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import ADULT_BEHIND, IMAGES, SUBJECT, Door, Means, Reading, means, yes_no
from pathways.conditions import AllOf, Is

DERBYSHIRE = Reading(
    doors=(
        Door(flow="derbyshire/strategy", when=Is("stage", "under-investigation")),
        Door(flow="derbyshire/young-person", when=Is(SUBJECT, "young-images")),
        Door(flow="derbyshire/viewed", when=AllOf(Is(SUBJECT, "images"), Is("person", "child"))),
        Door(flow="derbyshire/adult", when=Is(SUBJECT, "images", "grooming", "other-offence")),
        Door(flow="derbyshire/pornography", when=Is(SUBJECT, "pornography")),
        Door(flow="derbyshire/bullying", when=Is(SUBJECT, "bullying")),
        Door(flow="derbyshire/extremism", when=Is(SUBJECT, "extremism")),
        Door(flow="derbyshire/websites", when=Is(SUBJECT, "harmful-site")),
        Door(flow=None, when=Is(SUBJECT, "secret-contact")),
        Door(flow="derbyshire/adult"),
    ),
    options={
        "adult-involved": ADULT_BEHIND,
        "parents-risk": yes_no("parents-risk"),
        "criteria": {sign: means("signs", sign) for sign in ("coerced", "acts", "under-13", "immediate-risk", "none")},
        "harm": yes_no("harm"),
        "protection": {value: means("home", value) for value in ("possible-victims", "own-protection", "none")},
        "conduct": {
            "exploiting": means(SUBJECT, "grooming"),
            "images": means(SUBJECT, "images"),
            "unknown": Means(holds=Is(SUBJECT, "other-offence")),  # it may be abuse of a child online, or not
        },
        "contact": {
            "no-contact": means("contact", "none"),
            "some": means("contact", "some"),
            "lives-or-unsupervised": means("contact", "close"),
        },
        "trust": {
            "no": Means(holds=Is("person", "adult", "child"), says={"person": frozenset({"adult"})}),
            "nobody": means("person", "nobody"),
            "yes": means("person", "colleague"),
        },
        "event": {value: means("event", value) for value in ("arrest", "known-children", "none")},
        "bullying": {"image": means("image", "yes"), "crime": means("crime", "yes"), "severe": means("harm", "yes")},
        "extremism": {
            value: means("extremism", value) for value in ("drawn-in", "terrorist-material", "exposed", "content")
        },
        "young-imagery": {"yes": IMAGES},
    },
    flows={
        "derbyshire/young-person": {SUBJECT: frozenset({"young-images"})},
        "derbyshire/viewed": {SUBJECT: frozenset({"images"})},
        "derbyshire/strategy": {
            SUBJECT: frozenset({"images"}),
            "person": frozenset({"adult"}),
            "stage": frozenset({"under-investigation"}),
        },
        "derbyshire/risk-factors": {
            SUBJECT: frozenset({"images"}),
            "person": frozenset({"adult"}),
            "stage": frozenset({"under-investigation"}),
        },
        "derbyshire/risk-assessment": {
            SUBJECT: frozenset({"images"}),
            "person": frozenset({"adult"}),
            "stage": frozenset({"under-investigation"}),
        },
        "derbyshire/bullying": {SUBJECT: frozenset({"bullying"})},
        "derbyshire/extremism": {SUBJECT: frozenset({"extremism"})},
        "derbyshire/websites": {SUBJECT: frozenset({"harmful-site"})},
        "derbyshire/pornography": {SUBJECT: frozenset({"pornography"})},
    },
)
"""The chapter prints nothing on contact that an order or a carer has ended."""
