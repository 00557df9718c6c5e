"""A chart too large for one sheet of A4, cut into two that name each other."""

from __future__ import annotations

from dataclasses import replace

from handbook.flowchart.graph import MOST_BOXES, Chart, Edge, Node


def split(chart: Chart) -> tuple[Chart, Chart]:
    """Cut the chart at a question of its trunk: part B is that question and all that follows.

    An outcome that both parts lead to stands in both, so that neither sends the reader back.
    Ids of boxes and arrows stay as they were, and with them links and the path taken.
    """
    ways = [_cut(chart, node) for node in chart.nodes[1:] if node.kind == "question"]
    if not ways:
        raise ValueError(f"chart {chart.id}: it has no second question to be split at")
    return min(ways, key=lambda parts: max(len(part.nodes) for part in parts))


def parts(chart: Chart) -> tuple[Chart, ...]:
    """The chart itself where it fits on a sheet, else its two parts."""
    return (chart,) if len(chart.nodes) <= MOST_BOXES else split(chart)


def _cut(chart: Chart, at: Node) -> tuple[Chart, Chart]:
    first = _reached(chart, chart.nodes[0].id, stop=at.id)
    second = _reached(chart, at.id, stop=None)
    onward = replace(at, kind="part", text=f"Continue on part B: {at.text}")
    origin = Node(f"{chart.id}-from-a", "start", "From part A", at.link)
    part_a = Chart(
        f"{chart.id}-a",
        f"{chart.title} (part A)",
        f"{chart.description} Part A of two.",
        tuple(onward if node is at else node for node in chart.nodes if node.id in first),
        tuple(e for e in chart.edges if e.source in first - {at.id} and e.target in first),
    )
    part_b = Chart(
        f"{chart.id}-b",
        f"{chart.title} (part B)",
        f"{chart.description} Part B of two.",
        (origin, *(node for node in chart.nodes if node.id in second)),
        (
            Edge(origin.id, at.id, "", False),
            *(e for e in chart.edges if e.source in second and e.target in second),
        ),
    )
    return part_a, part_b


def _reached(chart: Chart, start: str, stop: str | None) -> set[str]:
    """The boxes that can be reached from `start` without passing through `stop`."""
    found: set[str] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            if name != stop:
                ahead += [edge.target for edge in chart.edges if edge.source == name]
    return found
