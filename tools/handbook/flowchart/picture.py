"""The picture: our own SVG, with links, words for screen readers, and no styles in it.

Colours come from `chart.css`. Shapes, dashes and font sizes stand in the SVG itself, so that it
stays readable where that file is missing.
"""

from __future__ import annotations

from html import escape

from handbook.flowchart.engine import LEGEND_HEIGHT, MARGIN
from handbook.flowchart.graph import (
    LABEL_LINE_PX,
    LINE_PX,
    SMALL_PX,
    TAG_PX,
    TAGS,
    TEXT_PX,
    Chart,
    Edge,
    Node,
    Size,
    measure,
)
from handbook.flowchart.labels import HEAD_HALF, HEAD_LENGTH
from handbook.flowchart.positions import Align, Box, Label, Line, Point, Positions

LEGEND = "Dashed arrow: inferred by the handbook"

_FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"  # the family that text.py measures
_DASHES = "7 5"
_BEND = 6
_ROUND = 16
_PILL = 26
_CORNER = 14


def svg(chart: Chart, positions: Positions, prefix: str) -> str:
    """The chart as SVG; `prefix` keeps its ids apart from those of other charts on the page."""
    sizes = measure(chart, positions.column)
    name = escape(f"{prefix}-{chart.id}")
    width, height = positions.width, positions.height
    texts = {node.id: node.text for node in chart.nodes}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flowchart" role="group" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        f'<title id="{name}-title">{escape(chart.title)}</title>',
        f'<desc id="{name}-desc">{escape(chart.description)}</desc>',
        f'<g font-family="{_FONTS}" font-size="{TEXT_PX}" text-anchor="middle">',
    ]
    for node in chart.nodes:
        parts.append(_node(node, positions.nodes[node.id], sizes.nodes[node.id]))
        parts += [
            _edge(edge, positions.edges[edge.key], sizes.labels[edge.key], texts)
            for edge in chart.edges
            if edge.source == node.id
        ]
    if chart.has_inferred:
        parts.append(_legend(height))
    parts.append("</g></svg>")
    return "\n".join(parts) + "\n"


def _node(node: Node, box: Box, size: Size) -> str:
    tag = TAGS[node.kind]
    middle = box.x + box.width // 2
    # The tag and the text as one block, centred in the box.
    top = box.y + (box.height - TAG_PX - LINE_PX * len(size.lines)) // 2
    spans = _spans(size.lines, "middle", middle, top + TAG_PX + TEXT_PX - 1, LINE_PX)
    return (
        f'<g class="node {node.kind}" data-node="{escape(node.id)}">'
        f'<a href="{escape(node.link)}" aria-label="{escape(f"{tag}: {node.text}")}">'
        f"{_shape(node.kind, box)}"
        f'<text class="tag" x="{middle}" y="{top + SMALL_PX}" font-size="{SMALL_PX}" '
        f'font-weight="bold">{tag} </text>'
        f'<text class="text">{spans}</text></a></g>'
    )


def _shape(kind: str, box: Box) -> str:
    """The outline: round for questions, square and thick for outcomes, dashed for gaps."""
    outline = 'class="box" fill="none" stroke="currentColor"'
    rect = f'<rect {outline} x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
    if kind == "question":
        return f'{rect} rx="{_ROUND}" stroke-width="2"/>'
    if kind == "start":
        return f'{rect} rx="{min(_PILL, box.height // 2)}" stroke-width="2"/>'
    if kind == "gap":
        return f'{rect} stroke-width="2" stroke-dasharray="{_DASHES}"/>'
    if kind in ("flow", "part"):
        c = _CORNER
        return (
            f'<path {outline} stroke-width="2" d="M{box.x + c} {box.y}H{box.right - c}'
            f"L{box.right} {box.y + c}V{box.bottom - c}L{box.right - c} {box.bottom}"
            f'H{box.x + c}L{box.x} {box.bottom - c}V{box.y + c}Z"/>'
        )
    return f'{rect} stroke-width="4"/>'


def _edge(edge: Edge, line: Line, size: Size, texts: dict[str, str]) -> str:
    kind = "edge inferred" if edge.inferred else "edge"
    dashes = f' stroke-dasharray="{_DASHES}"' if edge.inferred else ""
    answer = edge.label or "Then"
    inferred = " (inferred by the handbook)" if edge.inferred else ""
    words = escape(f"{answer}: go to {texts[edge.target]}{inferred}")
    label = _label(line.label, size) if line.label else ""
    return (
        f'<g class="{kind}" data-edge="{escape(edge.key)}" role="img" aria-label="{words}">'
        f'<path class="line" fill="none" stroke="currentColor" stroke-width="2"{dashes} '
        f'd="{_bent(line.points)}"/>'
        f'<path class="head" fill="currentColor" d="{_head(line.points)}"/>{label}</g>'
    )


def _bent(points: tuple[Point, ...]) -> str:
    """A path with rounded bends that ends inside its arrowhead."""
    (px, py), (ex, ey) = points[-2:]
    end = _toward((ex, ey), (px, py), HEAD_LENGTH - 2)
    stops = [*points[:-1], end]
    path = f"M{stops[0][0]} {stops[0][1]}"
    for before, bend, after in zip(stops, stops[1:], stops[2:], strict=False):
        room = min(_BEND, _distance(before, bend) // 2, _distance(bend, after) // 2)
        ax, ay = _toward(bend, before, room)
        bx, by = _toward(bend, after, room)
        path += f"L{ax} {ay}Q{bend[0]} {bend[1]} {bx} {by}"
    return f"{path}L{end[0]} {end[1]}"


def _head(points: tuple[Point, ...]) -> str:
    tip, before = points[-1], points[-2]
    x, y = _toward(tip, before, HEAD_LENGTH)
    across, along = (HEAD_HALF, 0) if tip[0] == before[0] else (0, HEAD_HALF)
    return f"M{tip[0]} {tip[1]}L{x - across} {y - along}L{x + across} {y + along}Z"


def _distance(a: Point, b: Point) -> int:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _toward(start: Point, goal: Point, by: int) -> Point:
    """The point `by` px from `start` on the level or upright way to `goal`."""
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    return (
        start[0] + by * ((dx > 0) - (dx < 0)),
        start[1] + by * ((dy > 0) - (dy < 0)),
    )


def _label(label: Label, size: Size) -> str:
    box = label.box
    x = {"start": box.x, "middle": box.x + box.width // 2, "end": box.right}[label.align]
    spans = _spans(size.lines, label.align, x, box.y + SMALL_PX - 1, LABEL_LINE_PX)
    anchor = "" if label.align == "middle" else f' text-anchor="{label.align}"'
    return f'<text class="label" font-size="{SMALL_PX}"{anchor}>{spans}</text>'


def _spans(lines: tuple[str, ...], align: Align, x: int, first: int, step: int) -> str:
    """Lines of text; each ends in a space, so that copied words stay apart.

    That space is drawn, except at the very end: lines are shifted to make up for it.
    """
    shift = {"start": 0, "middle": 2, "end": 4}[align]
    return "".join(
        f'<tspan x="{x + (shift if row + 1 < len(lines) else 0)}" y="{first + row * step}">{escape(line)} </tspan>'
        for row, line in enumerate(lines)
    )


def _legend(height: int) -> str:
    y = height - LEGEND_HEIGHT // 2
    return (
        f'<g class="legend"><path class="line" stroke="currentColor" stroke-width="2" '
        f'stroke-dasharray="{_DASHES}" d="M{MARGIN} {y}H{MARGIN + 40}"/>'
        f'<text x="{MARGIN + 50}" y="{y + 5}" font-size="{SMALL_PX}" '
        f'text-anchor="start">{LEGEND}</text></g>'
    )
