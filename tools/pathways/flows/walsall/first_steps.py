"""What holds for every concern in Walsall: nothing is spoilt or given away, and the concern is shared (1.2)."""

from __future__ import annotations

from pathways.model import Action, Caution, Duty, handbook, inferred, stated
from pathways.vocabulary import Force

LEAVE_ALONE: tuple[Caution, ...] = (
    Caution(code="do-not-view", cites=handbook("HB-02")),
    Caution(code="do-not-copy-or-send", cites=handbook("HB-80", "HB-51")),
    Caution(code="do-not-delete", cites=handbook("HB-80", "HB-03")),
    Caution(code="do-not-examine-device", cites=handbook("HB-80")),
    Caution(code="do-not-alert-suspect", cites=inferred("R-WSL-ALERT", "WSL-1-23")),
)
"""What not to do, from the first question on. Of these the source prints only the last one."""

SHARE: tuple[Duty, ...] = (
    Action(code="line-manager", force=Force.SHOULD, cites=stated("WSL-1-05")),
    Action(code="safeguarding-lead", force=Force.SHOULD, cites=stated("WSL-1-05")),
    Action(code="share-without-evidence", force=Force.SHOULD, cites=stated("WSL-1-06")),
)
"""Any concern about a child or an adult (WSL-1-05, WSL-1-06)."""
