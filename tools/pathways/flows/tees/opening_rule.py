"""The rule at the head of the chapter (TEE-0-02), and what is left alone from the first question on.

It holds on every branch where a child is or may be abused, so every flow carries it and its page needs no other.
"""

from __future__ import annotations

from pathways.conditions import Condition
from pathways.model import Action, Caution, Duty, Limit, handbook, inferred, stated
from pathways.vocabulary import Force

IMMEDIATELY = Limit(code="immediately", cites=stated("TEE-0-03"))

FROM_THE_START: tuple[Caution, ...] = (
    Caution(code="do-not-view", cites=handbook("HB-02")),
    Caution(code="do-not-examine-device", cites=handbook("HB-60")),
    Caution(code="do-not-alert-suspect", cites=handbook("HB-61")),
    Caution(code="do-not-copy-or-send", cites=inferred("C-01-TEE", "TEE-7-02") + handbook("HB-51")),
    Caution(code="do-not-delete", cites=inferred("C-24-TEE", "TEE-7-01") + handbook("HB-03")),
)
"""From the first question on: nothing is looked at, spoilt or given away."""


def officer(when: Condition | None = None) -> Action:
    """The nominated safeguarding officer hears of it too: the handbook's own, but for an adult (TEE-5-02)."""
    return Action(code="safeguarding-lead", when=when, force=Force.SHOULD, cites=handbook("HB-62"))


def opening_rule(when: Condition | None = None) -> tuple[Duty, ...]:
    """Manager, Children's Social Care and police, all immediately; and the form."""
    return (
        Action(code="line-manager", when=when, within=(IMMEDIATELY,), cites=stated("TEE-0-02")),
        Action(
            code="childrens-social-care",
            when=when,
            contact="childrens-social-care",
            within=(IMMEDIATELY,),
            cites=stated("TEE-0-02", "TEE-2-04"),
        ),
        Action(code="police", when=when, contact="police", within=(IMMEDIATELY,), cites=stated("TEE-0-02")),
        Action(code="safer-form", when=when, force=Force.SHOULD, cites=stated("TEE-2-05")),
    )


def left_as_it_is(when: Condition | None = None) -> Action:
    """Evidence stays where and as it is: the handbook's own, but for images online (TEE-4-12)."""
    return Action(code="preserve-evidence", when=when, cites=handbook("HB-03"))
