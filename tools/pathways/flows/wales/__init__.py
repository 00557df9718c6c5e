"""Wales, the All Wales Protocol of July 2015: its four flows and its safety signals."""

from __future__ import annotations

from pathways.flows.wales.concern import CONCERN_FLOW
from pathways.flows.wales.evidence import EVIDENCE_FLOW
from pathways.flows.wales.extremism import EXTREMISM_FLOW
from pathways.flows.wales.facts import SIGNALS
from pathways.flows.wales.looked_after import LOOKED_AFTER
from pathways.model import Area

WALES = Area(
    id="wales",
    flows=(CONCERN_FLOW, EVIDENCE_FLOW, EXTREMISM_FLOW, LOOKED_AFTER),
    signals=SIGNALS,
)
