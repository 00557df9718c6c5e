"""The layout engine behind one function. Only `make charts` needs it (adr/0005)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from handbook.flowchart.graph import COLUMNS, SMALL_PX, Chart, Edge, Sizes, measure
from handbook.flowchart.labels import Placed, place
from handbook.flowchart.positions import (
    Box,
    Line,
    Point,
    Positions,
    fingerprint,
    smallest_text_pt,
)

MARGIN = 10
LEGEND_HEIGHT = SMALL_PX + 22
LEGEND_WIDTH = 300

_GOOD_PT = 10.0  # larger letters than this gain less on paper than a narrow chart on a phone
_TRUNK_WEIGHT = 10.0
_EASY = (50, 22)  # between rows and between columns, where labels and paper allow it
_WIDER = ((74, 22), (98, 22), (146, 22), (98, 60), (146, 60), (146, 120))  # for larger labels
_ROUNDS = 4  # of keeping room for labels that found none
_LEAST = {"box-box": 34, "box-bend": 16, "bend-box": 24, "bend-bend": 12}
_FINEST = 4  # px: less than this is not worth a try
_COST_KEPT = 24  # a label may move this much further from its arrow's start to save a row's room


def layout(chart: Chart) -> Positions:
    """Lay the chart out in the way that reads best on paper; if several do, the narrowest."""
    tries = [
        _positions(chart, column, sizes, drawn)
        for column in COLUMNS
        for sizes in [measure(chart, column)]
        for drawn in _drawings(chart, sizes)
    ]
    if not tries:
        raise ValueError(f"chart {chart.id}: no room for its labels; shorten them")
    return max(tries, key=lambda p: (min(_GOOD_PT, round(smallest_text_pt(p), 1)), -p.width))


@dataclass(frozen=True)
class _Drawn:
    """What the engine gave, in whole px, with a place for each label."""

    boxes: Mapping[str, Box]
    routes: Mapping[str, tuple[Point, ...]]
    placed: Placed


def _drawings(chart: Chart, sizes: Sizes) -> Iterator[_Drawn]:
    """The chart with easy gaps between its rows, and with gaps as small as its labels allow."""
    kept: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        for gaps in (_EASY, *_WIDER):
            boxes, routes = _engine(chart, sizes, gaps, kept)
            placed = place(boxes, routes, sizes.labels)
            if isinstance(placed, Placed):
                drawn = _Drawn(boxes, routes, placed)
                if gaps == _EASY:
                    yield drawn
                yield _squeezed(drawn, sizes)
                return
            lacking = placed
        kept |= lacking


def _squeezed(drawn: _Drawn, sizes: Sizes) -> _Drawn:
    """Take out of each gap between rows what its labels do not need.

    The engine keeps all gaps alike; where nothing but upright lines cross a strip, the strip can
    be cut out and the picture stays right.
    """
    most = drawn.placed.cost + _COST_KEPT
    for number in range(len(_strips(drawn))):
        top, bottom, least = _strips(drawn)[number]
        gone, spare = 0, bottom - top - least  # what has gone already, what may go at most
        step = spare
        while step >= _FINEST:
            closer = _closed_up(drawn, sizes, bottom - gone, step)
            if closer is not None and closer.placed.cost <= most:
                drawn, gone = closer, gone + step
                step = min(step, spare - gone)
            else:
                step //= 2
    return drawn


def _closed_up(drawn: _Drawn, sizes: Sizes, below: int, by: int) -> _Drawn | None:
    """The chart with all that stands at or below a level moved up, if its labels still fit."""
    boxes = {name: replace(box, y=box.y - by) if box.y >= below else box for name, box in drawn.boxes.items()}
    routes = {
        key: tuple((x, y - by) if y >= below else (x, y) for x, y in points) for key, points in drawn.routes.items()
    }
    placed = place(boxes, routes, sizes.labels)
    return _Drawn(boxes, routes, placed) if isinstance(placed, Placed) else None


def _strips(drawn: _Drawn) -> list[tuple[int, int, int]]:
    """Level strips that only upright lines cross: top, bottom, and the least height to keep."""
    ends = {y: "box" for box in drawn.boxes.values() for y in (box.y, box.bottom)}
    bends = {y: "bend" for points in drawn.routes.values() for _, y in points}
    marks = bends | ends
    levels = sorted(marks)
    return [
        (top, bottom, _LEAST[f"{marks[top]}-{marks[bottom]}"])
        for top, bottom in pairwise(levels)
        if not any(box.y <= top and bottom <= box.bottom for box in drawn.boxes.values())
    ]


def _engine(
    chart: Chart, sizes: Sizes, gaps: tuple[int, int], kept: frozenset[str]
) -> tuple[dict[str, Box], dict[str, tuple[Point, ...]]]:
    """Coordinates from graphlay: the one place that knows which engine is used.

    The labels of the edges in `kept` take part as unseen boxes, so that all others keep clear.
    """
    import graphlay  # here, so that a build without the engine can read kept positions

    graph = graphlay.Graph()
    for name, size in sizes.nodes.items():
        graph.node(name, width=size.width, height=size.height)
    trunk = chart.trunk()
    for edge in chart.edges:
        stops: list[str | Edge] = [edge.source, edge.target]
        if edge.key in kept:
            label = sizes.labels[edge.key]
            graph.node(edge, width=2 * (label.width + SMALL_PX), height=label.height)
            stops.insert(1, edge)
        for start, end in pairwise(stops):
            graph.edge(start, end, weight=_TRUNK_WEIGHT if edge.key in trunk else 1.0)
    rows_apart, apart = gaps
    spacing = {
        "layer_gap": rows_apart,
        "node_gap": apart,
        "dummy_gap": apart,
        "port_gap": _EASY[1],
        "stub": 20,
    }
    drawing = graphlay.layout(graph, preset="process_map", options={"spacing": spacing})
    rows = {name: node["rank"] for name, node in zip(drawing.ids, drawing.nodes, strict=True)}
    boxes = {}
    for name, (x, y) in drawing.positions().items():
        if name in sizes.nodes:
            size = sizes.nodes[name]
            left, top = _px(x - size.width / 2), _px(y - size.height / 2)
            boxes[name] = Box(left, top, size.width, size.height)
    lines = iter(drawing.edges)
    routes = {}
    for edge in chart.edges:
        drawn = [next(lines) for _ in range(2 if edge.key in kept else 1)]
        points = [(_px(p["x"]), _px(p["y"])) for line in drawn for p in line["points"]]
        routes[edge.key] = _straightened(points)
    _align_tops(chart, rows, boxes, routes)
    return _start_on_left(chart, boxes, routes)


def _straightened(points: list[Point]) -> tuple[Point, ...]:
    """The same way without points in the middle of a straight stretch."""
    inner = [
        here
        for before, here, after in zip(points, points[1:], points[2:], strict=False)
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1])
    ]
    return (points[0], *inner, points[-1])


def _align_tops(
    chart: Chart,
    rows: Mapping[str, int],
    boxes: dict[str, Box],
    routes: dict[str, tuple[Point, ...]],
) -> None:
    """Lift the lower boxes of each row to its top; the engine centres them in the row."""
    for name, box in list(boxes.items()):
        top = min(other.y for id_, other in boxes.items() if rows[id_] == rows[name])
        ins = [edge.key for edge in chart.edges if edge.target == name]
        outs = [edge.key for edge in chart.edges if edge.source == name]
        upright = all(routes[key][-1][1] == box.y for key in ins) and all(
            routes[key][0][1] == box.bottom for key in outs
        )
        if top == box.y or not upright:  # an arrow at the side of a box would be bent
            continue
        boxes[name] = replace(box, y=top)
        for key in ins:
            *points, (x, _) = routes[key]
            routes[key] = (*points, (x, top))
        for key in outs:
            (x, _), *points = routes[key]
            routes[key] = ((x, boxes[name].bottom), *points)


def _start_on_left(
    chart: Chart, boxes: dict[str, Box], routes: dict[str, tuple[Point, ...]]
) -> tuple[dict[str, Box], dict[str, tuple[Point, ...]]]:
    """Mirror a picture that starts in its right half: a phone shows the left half first."""
    start = boxes[chart.nodes[0].id]
    left, right = min(box.x for box in boxes.values()), max(box.right for box in boxes.values())
    if start.x + start.right <= left + right:
        return boxes, routes
    return (
        {name: replace(box, x=-box.right) for name, box in boxes.items()},
        {key: tuple((-x, y) for x, y in points) for key, points in routes.items()},
    )


def _px(value: float) -> int:
    """The nearest whole px, halves always up, so that lines are crisp and files stay the same."""
    return math.floor(value + 0.5)


def _positions(chart: Chart, column: int, sizes: Sizes, drawn: _Drawn) -> Positions:
    """Shift everything so that the picture starts at 0, with a margin and room for the legend."""
    taken = [*drawn.boxes.values(), *(label.box for label in drawn.placed.labels.values())]
    taken += [Box(x, y, 0, 0) for points in drawn.routes.values() for x, y in points]
    dx = MARGIN - min(box.x for box in taken)
    dy = MARGIN - min(box.y for box in taken)
    width = max(box.right for box in taken) + dx + MARGIN
    height = max(box.bottom for box in taken) + dy + MARGIN
    if chart.has_inferred:
        width, height = max(width, LEGEND_WIDTH), height + LEGEND_HEIGHT

    def moved(box: Box) -> Box:
        return Box(box.x + dx, box.y + dy, box.width, box.height)

    return Positions(
        fingerprint(chart, sizes),
        column,
        width,
        height,
        {name: moved(box) for name, box in drawn.boxes.items()},
        {
            key: Line(
                tuple((x + dx, y + dy) for x, y in points),
                replace(label, box=moved(label.box)) if label else None,
            )
            for key, points in drawn.routes.items()
            for label in [drawn.placed.labels.get(key)]
        },
    )
