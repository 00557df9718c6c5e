"""Walsall, E-Safety Policy: its six flows, by the doors that readers enter, and its safety signals."""

from __future__ import annotations

from pathways.flows.walsall.adult_pornography import ADULT_PORNOGRAPHY
from pathways.flows.walsall.bullying import BULLYING
from pathways.flows.walsall.colleague import COLLEAGUE_FLOW
from pathways.flows.walsall.concern import CONCERN
from pathways.flows.walsall.facts import SIGNALS
from pathways.flows.walsall.household import HOUSEHOLD
from pathways.flows.walsall.technologies import TECHNOLOGIES
from pathways.model import Area

WALSALL = Area(
    id="walsall",
    flows=(CONCERN, COLLEAGUE_FLOW, HOUSEHOLD, TECHNOLOGIES, ADULT_PORNOGRAPHY, BULLYING),
    signals=SIGNALS,
)
