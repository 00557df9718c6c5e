"""Places for the labels: beside their own arrow, clear of boxes, arrowheads and other arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from handbook.flowchart.graph import Size
from handbook.flowchart.positions import Align, Box, Label, Point

HEAD_LENGTH = 11
HEAD_HALF = 5

_BESIDE = 8  # from a label to its own arrow
_APART = 10  # from a label to other arrows and labels
_CLEAR = 5  # from a label to boxes
_STEP = 6  # between two places that are tried along an arrow
_CHOICES = 24  # places kept for each label, best first
_PATIENCE = 500  # labels tried before a layout is given up as too crowded

# What a place costs beyond its distance from the start of the arrow, in px: people look above
# a line and to the right of it first.
_BELOW = 80
_LEFT = 20


@dataclass(frozen=True)
class Placed:
    """Every label with its place, and how far these places are from the best ones."""

    labels: Mapping[str, Label]
    cost: int


@dataclass(frozen=True)
class _Spot:
    cost: int
    label: Label


def place(
    boxes: Mapping[str, Box],
    routes: Mapping[str, tuple[Point, ...]],
    sizes: Mapping[str, Size],
) -> Placed | frozenset[str]:
    """A place for every label; where there is no room for all, the edges that lack it."""
    solid = [box.grown(_CLEAR) for box in boxes.values()]
    solid += [head(points).grown(_CLEAR) for points in routes.values()]
    strokes = {key: [_stroke(a, b) for a, b in _segments(p)] for key, p in routes.items()}
    choices: dict[str, list[_Spot]] = {}
    for key, points in routes.items():
        if not sizes[key].lines:
            continue
        others = [s.grown(_APART) for name, ss in strokes.items() if name != key for s in ss]
        own = [s.grown(_BESIDE - 1) for s in strokes[key]]
        choices[key] = list(islice(_free(points, sizes[key], [*solid, *others, *own]), _CHOICES))
    # The label with the fewest places chooses first; the names keep the order definite.
    order = sorted(choices, key=lambda key: (len(choices[key]), key))
    chosen = _choose(order, choices, {}, iter(range(_PATIENCE)))
    if chosen is None:
        return frozenset(key for key in choices if not choices[key]) or frozenset(choices)
    labels = {key: chosen[key].label for key in routes if key in chosen}
    return Placed(labels, sum(spot.cost for spot in chosen.values()))


def _choose(
    left: list[str], choices: Mapping[str, list[_Spot]], taken: dict[str, _Spot], patience: Iterator[int]
) -> dict[str, _Spot] | None:
    """The best free place for the first label such that all later ones find a place too."""
    if not left:
        return taken
    if next(patience, None) is None:
        return None
    for spot in choices[left[0]]:
        room = spot.label.box.grown(_APART)
        if any(room.overlaps(other.label.box) for other in taken.values()):
            continue
        done = _choose(left[1:], choices, {**taken, left[0]: spot}, patience)
        if done is not None:
            return done
    return None


def head(points: tuple[Point, ...]) -> Box:
    """The room that the arrowhead takes up."""
    (x0, y0), (x1, y1) = points[-2:]
    dx, dy = _sign(x1 - x0), _sign(y1 - y0)
    back = (x1 - dx * HEAD_LENGTH, y1 - dy * HEAD_LENGTH)
    across = (abs(dy) * HEAD_HALF, abs(dx) * HEAD_HALF)
    left, top = min(x1, back[0]) - across[0], min(y1, back[1]) - across[1]
    right, bottom = max(x1, back[0]) + across[0], max(y1, back[1]) + across[1]
    return Box(left, top, right - left, bottom - top)


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _segments(points: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    yield from pairwise(points)


def _stroke(a: Point, b: Point) -> Box:
    return Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))


def _free(points: tuple[Point, ...], size: Size, blocked: list[Box]) -> Iterator[_Spot]:
    """The places for a label where nothing is in its way, the best first."""
    wide, high = size.width, size.height
    edges = [(box.x, box.y, box.right, box.bottom) for box in blocked]  # plain numbers: tried very often
    for cost, x, y, align in sorted(_tried(points, size)):
        right, bottom = x + wide, y + high
        if not any(x < r and left < right and y < b and top < bottom for left, top, r, b in edges):
            yield _Spot(cost, Label(Box(x, y, wide, high), align))


def _tried(points: tuple[Point, ...], size: Size) -> Iterator[tuple[int, int, int, Align]]:
    """Places beside the arrow with their cost: early, above and right read first."""
    wide, high = size.width, size.height
    gone = 0
    for (ax, ay), (bx, by) in _segments(points):
        length = abs(bx - ax) + abs(by - ay)
        for step in range(0, length + 1, _STEP):
            x = ax + _sign(bx - ax) * step
            y = ay + _sign(by - ay) * step
            cost = gone + step
            if ay == by:
                yield cost, x - wide // 2, y - _BESIDE - high, "middle"
                yield cost + _BELOW, x - wide // 2, y + _BESIDE, "middle"
            else:
                yield cost, x + _BESIDE, y - high // 2, "start"
                yield cost + _LEFT, x - _BESIDE - wide, y - high // 2, "end"
        gone += length
