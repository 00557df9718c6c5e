"""Flowcharts: from boxes and arrows to an SVG whose positions are kept in the project.

sizes = measure(chart)                    break texts, size boxes (no font file needed)
positions = layout(chart)                 needs the layout engine: `make charts` only
save_positions(path, positions)
positions = load_positions(path, chart)   in a build: refuses positions that are stale
picture = svg(chart, positions, "chart")
"""

from handbook.flowchart.engine import layout
from handbook.flowchart.graph import MOST_BOXES, Chart, Edge, Kind, Node, Sizes, measure
from handbook.flowchart.paper import parts, split
from handbook.flowchart.picture import svg
from handbook.flowchart.positions import (
    Positions,
    StalePositionsError,
    check_print_size,
    fresh,
    load_positions,
    save_positions,
    scale_on_a4,
    smallest_text_pt,
)

__all__ = [
    "MOST_BOXES",
    "Chart",
    "Edge",
    "Kind",
    "Node",
    "Positions",
    "Sizes",
    "StalePositionsError",
    "check_print_size",
    "fresh",
    "layout",
    "load_positions",
    "measure",
    "parts",
    "save_positions",
    "scale_on_a4",
    "smallest_text_pt",
    "split",
    "svg",
]
