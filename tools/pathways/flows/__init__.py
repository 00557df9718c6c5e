"""The flows: one folder an area, one module a flow."""

from __future__ import annotations

from pathways.flows.derbyshire import DERBYSHIRE
from pathways.flows.stockport import STOCKPORT
from pathways.flows.tees import TEES
from pathways.flows.wales import WALES
from pathways.flows.walsall import WALSALL
from pathways.model import Area, Flow

AREAS: tuple[Area, ...] = (STOCKPORT, DERBYSHIRE, WALES, TEES, WALSALL)
"""Every area that the handbook publishes. A new area is added here and nowhere else in the logic."""


def area_of(flow_id: str) -> Area:
    """The area of a flow. Raises KeyError when no area has it."""
    for area in AREAS:
        if any(flow.id == flow_id for flow in area.flows):
            return area
    raise KeyError(flow_id)


def all_flows() -> tuple[Flow, ...]:
    """Every flow of every area."""
    return tuple(flow for area in AREAS for flow in area.flows)
