"""The duties of 10.9.7(a) that hold for every concern: a service user's as well as a professional's (STK-7ai-01)."""

from __future__ import annotations

from pathways.conditions import Is
from pathways.flows.stockport.facts import CONCERN
from pathways.model import Action, Caution, Duty, handbook, inferred, stated

FROM_THE_START: tuple[Caution, ...] = (
    Caution(code="do-not-view", cites=handbook("HB-02")),
    Caution(code="do-not-examine-device", cites=inferred("C-13", "STK-7ai-17")),
    Caution(code="do-not-alert-suspect", cites=inferred("C-13", "STK-7ai-19")),
    Caution(code="do-not-copy-or-send", cites=inferred("R-COPY", "STK-7c-03", "STK-7c-04")),
    Caution(code="do-not-delete", cites=inferred("R-DELETE", "STK-7ai-04", "STK-7ai-06")),
)
"""What not to do, from the first question on and whoever investigates: nothing is looked at, spoilt or given away."""

FIRST_STEPS: tuple[Duty, ...] = (
    *FROM_THE_START,
    Caution(code="do-not-delete", when=Is("what", "images", "unknown"), cites=stated("STK-7ai-04")),
    Caution(code="do-not-delete", when=Is("what", "grooming", "unknown"), cites=stated("STK-7ai-06")),
    Caution(code="do-not-examine-device", when=CONCERN, cites=stated("STK-7ai-17")),
    Caution(code="do-not-alert-suspect", when=CONCERN, cites=stated("STK-7ai-19")),
    Action(code="line-manager", when=CONCERN, cites=stated("STK-7ai-02")),
    Action(code="safeguarding-lead", when=CONCERN, cites=stated("STK-7ai-02")),
    Action(code="police", when=Is("what", "images", "unknown"), contact="police", cites=stated("STK-7ai-03")),
    Action(
        code="police", when=Is("what", "grooming", "unknown"), contact="police", cites=inferred("B-12", "STK-7ai-05")
    ),
    Action(code="police", when=Is("what", "other"), contact="police", cites=inferred("C-09", "STK-C-12", "STK-C-13")),
    Action(code="establish-access", when=CONCERN, cites=stated("STK-7ai-07", "STK-7ai-08", "STK-7ai-01")),
    Action(
        code="childrens-social-care",
        when=CONCERN,
        contact="childrens-social-care",
        cites=stated("STK-7ai-09", "STK-7ai-01"),
    ),
    Action(code="preserve-evidence", when=CONCERN, cites=handbook("HB-03")),
)
