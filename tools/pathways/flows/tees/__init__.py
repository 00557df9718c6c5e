"""Tees, child abuse and information technology: its five flows and its safety signals."""

from __future__ import annotations

from pathways.flows.tees.adult import ADULT
from pathways.flows.tees.at_risk import AT_RISK_FLOW
from pathways.flows.tees.child_harmed import CHILD_HARMED
from pathways.flows.tees.colleague import COLLEAGUE
from pathways.flows.tees.facts import SIGNALS
from pathways.flows.tees.posted import POSTED_FLOW
from pathways.model import Area

TEES = Area(
    id="tees",
    flows=(AT_RISK_FLOW, POSTED_FLOW, CHILD_HARMED, ADULT, COLLEAGUE),
    signals=SIGNALS,
)
