"""The facts that a case may have in any area, whatever each area's flows ask of them.

A case is a set of these facts, as `pathways.conditions.Facts`. A fact that is not there is not told: the flows that ask
for it are answered "I don't know".
"""

from __future__ import annotations

SHARED: dict[str, frozenset[str]] = {
    # What the concern is about; several may hold.
    "subject": frozenset(
        {
            "images",
            "grooming",
            "young-images",
            "other-offence",
            "pornography",
            "bullying",
            "extremism",
            "harmful-site",
            "secret-contact",
        }
    ),
    # Who may have done it; "nobody" where no person has been identified.
    "person": frozenset({"child", "colleague", "adult", "nobody"}),
    # Whether a particular child is, or may be, harmed or at risk.
    "child": frozenset({"no", "yes"}),
    # How close the adult comes to children.
    "contact": frozenset({"none", "some", "close"}),
    # Whether a child may be suffering significant harm for any other reason, or the matter is serious in itself.
    "harm": frozenset({"no", "yes"}),
    "crime": frozenset({"no", "yes"}),
    # Whether bullying comes with an indecent image of a child.
    "image": frozenset({"no", "yes"}),
    # What makes a young person's own image graver.
    "signs": frozenset({"coerced", "acts", "under-13", "immediate-risk", "none"}),
    "parents-risk": frozenset({"no", "yes"}),
    "home": frozenset({"possible-victims", "own-protection", "none"}),
    "posted": frozenset({"no", "yes"}),
    "flag": frozenset({"can", "cannot"}),
    # Whether the reader's own place holds a device, a message or an image.
    "held": frozenset({"no", "yes"}),
    # Where an image has reached somebody unasked.
    "reached": frozenset({"no", "home", "work"}),
    "sender-known": frozenset({"no", "yes"}),
    "role": frozenset({"health", "council", "none"}),
    # Whether an adult has let a child see pornography.
    "exposed": frozenset({"no", "yes"}),
    "residential": frozenset({"no", "yes"}),
    "extremism": frozenset({"drawn-in", "terrorist-material", "exposed", "content"}),
    "stage": frozenset({"new", "under-investigation"}),
    "event": frozenset({"arrest", "known-children", "none"}),
}
"""Fact -> the values that it may have."""
