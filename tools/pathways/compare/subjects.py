"""The subjects of the comparison pages: for each, one or two cases in shared facts."""

from __future__ import annotations

from collections.abc import Mapping

from pathways.conditions import Facts


def _case(**told: str) -> Facts:
    """A new case; several values of a fact are divided by spaces, and _ stands for - in the name of a fact.

    Unless it says otherwise, nothing is held at the reader's place, and no adult let a child see pornography.
    """
    told = {"stage": "new", "held": "no", "exposed": "no"} | told
    return {fact.replace("_", "-"): frozenset(values.split()) for fact, values in told.items()}


SUBJECTS: Mapping[str, Mapping[str, Facts]] = {
    "adult": {
        "meets-children": _case(
            subject="images",
            person="adult",
            contact="some",
            child="no",
            harm="no",
            crime="yes",
        ),
        "child-known": _case(subject="grooming", person="adult", contact="some", child="yes", crime="yes"),
    },
    "young-images": {
        "among-themselves": _case(
            subject="young-images",
            person="child",
            signs="none",
            harm="no",
            crime="no",
            child="yes",
            parents_risk="no",
            posted="no",
        ),
        "pressed": _case(
            subject="young-images",
            person="child",
            signs="coerced",
            harm="yes",
            crime="yes",
            child="yes",
            parents_risk="no",
            posted="yes",
            flag="can",
        ),
    },
    "colleague": {
        "images": _case(
            subject="images",
            person="colleague",
            contact="some",
            child="no",
            harm="no",
            crime="yes",
        ),
    },
    "received": {
        "at-work": _case(
            subject="images",
            person="nobody",
            reached="work",
            sender_known="no",
            role="none",
            child="no",
            harm="no",
            held="yes",
        ),
    },
    "bullying": {
        "serious": _case(
            subject="bullying",
            person="child",
            image="no",
            crime="no",
            harm="yes",
            child="yes",
        ),
        "not-serious": _case(
            subject="bullying",
            person="child",
            image="no",
            crime="no",
            harm="no",
            child="no",
        ),
    },
    "extremism": {
        "drawn-in": _case(
            subject="extremism",
            extremism="drawn-in",
            person="adult",
            crime="no",
            harm="yes",
            child="yes",
        ),
    },
    "evidence": {
        "device": _case(subject="images", person="nobody", child="yes", held="yes", crime="yes"),
    },
    "secret-contact": {
        "looked-after": _case(
            subject="secret-contact",
            person="adult",
            child="yes",
            harm="yes",
            crime="no",
        ),
    },
}
"""Subject -> case -> its facts. Their words stand in docs/_data/wording/compare.yml."""
