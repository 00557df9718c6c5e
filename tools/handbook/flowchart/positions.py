"""Where everything of a chart stands: kept in a file, so that a build needs no layout engine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from handbook.flowchart.graph import MOST_BOXES, SMALL_PX, Chart, Sizes, measure

Point = tuple[int, int]
Align = Literal["start", "middle", "end"]

_FORMAT = 1  # raise it when positions already kept no longer suit the writer of the picture

_PX_PER_MM = 96 / 25.4
_PT_PER_PX = 0.75
_PAPER_WIDTH = 178 * _PX_PER_MM  # what A4 leaves inside the margins ...
_PAPER_HEIGHT = 212 * _PX_PER_MM  # ... and under the heading, with the caption
SMALLEST_PT = 9.0


class StalePositionsError(Exception):
    """The kept positions are missing, unreadable, or belong to another state of the chart."""


@dataclass(frozen=True)
class Box:
    """A rectangle in px, from its top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower side."""
        return self.y + self.height

    def grown(self, by: int) -> Box:
        """The same box with a margin of `by` px all round."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True)
class Label:
    """The room kept for a label, and the side of it that its text keeps to."""

    box: Box
    align: Align


@dataclass(frozen=True)
class Line:
    """The bends of one arrow, from border to border, and the place of its label."""

    points: tuple[Point, ...]
    label: Label | None


@dataclass(frozen=True)
class Positions:
    """A chart laid out. `column` is the width of box that its texts were broken for."""

    fingerprint: str
    column: int
    width: int
    height: int
    nodes: Mapping[str, Box]
    edges: Mapping[str, Line]


def fingerprint(chart: Chart, sizes: Sizes) -> str:
    """A short name for all that the layout depends on: sizes, arrows and their order."""
    boxes = [(name, size.width, size.height) for name, size in sizes.nodes.items()]
    arrows = [(key, size.width, size.height) for key, size in sizes.labels.items()]
    seed = json.dumps([_FORMAT, boxes, arrows, sorted(chart.trunk()), chart.has_inferred])
    return hashlib.sha256(seed.encode()).hexdigest()[:16]


def fresh(chart: Chart, positions: Positions) -> bool:
    """Whether the positions were made for the chart as it is now."""
    return positions.fingerprint == fingerprint(chart, measure(chart, positions.column))


def save_positions(path: Path, positions: Positions) -> None:
    """Keep the positions, one box or arrow a line, so that a change reads well in a diff."""
    nodes = {name: _numbers(box) for name, box in positions.nodes.items()}
    edges = {
        key: {"points": line.points}
        | ({"label": _numbers(line.label.box), "align": line.label.align} if line.label else {})
        for key, line in positions.edges.items()
    }
    fields: list[tuple[str, Any]] = [
        ("fingerprint", positions.fingerprint),
        ("column", positions.column),
        ("size", [positions.width, positions.height]),
        ("nodes", nodes),
        ("edges", edges),
    ]
    parts = [f'  "{name}": {_lines(value)}' for name, value in fields]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8", newline="\n")


def _numbers(box: Box) -> list[int]:
    return [box.x, box.y, box.width, box.height]


def _lines(value: Any) -> str:
    """JSON with the members of an object on a line each."""
    if not isinstance(value, dict) or not value:
        return json.dumps(value, ensure_ascii=False)
    rows = [
        f"    {json.dumps(key, ensure_ascii=False)}: {json.dumps(item, ensure_ascii=False)}"
        for key, item in value.items()
    ]
    return "{\n" + ",\n".join(rows) + "\n  }"


def load_positions(path: Path, chart: Chart) -> Positions:
    """Read kept positions; refuse them unless they were made for the chart as it is now."""
    again = f"chart {chart.id}: positions are stale ({path.name}"
    advice = "): run `make charts`"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        positions = Positions(
            fingerprint=data["fingerprint"],
            column=data["column"],
            width=data["size"][0],
            height=data["size"][1],
            nodes={name: Box(*box) for name, box in data["nodes"].items()},
            edges={
                key: Line(
                    tuple((x, y) for x, y in line["points"]),
                    Label(Box(*line["label"]), line["align"]) if "label" in line else None,
                )
                for key, line in data["edges"].items()
            },
        )
    except FileNotFoundError:
        raise StalePositionsError(f"{again} is missing{advice}") from None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise StalePositionsError(f"{again} cannot be read: {error}{advice}") from error
    if not fresh(chart, positions):
        raise StalePositionsError(f"{again} was made for other texts or arrows{advice}")
    return positions


def scale_on_a4(positions: Positions) -> float:
    """How much the chart shrinks to fit on one sheet of A4; it is never enlarged."""
    return min(1.0, _PAPER_WIDTH / positions.width, _PAPER_HEIGHT / positions.height)


def smallest_text_pt(positions: Positions) -> float:
    """The height of the smallest letters on paper, in points."""
    return SMALL_PX * _PT_PER_PX * scale_on_a4(positions)


def check_print_size(chart: Chart, positions: Positions) -> str | None:
    """What keeps the chart from being read on paper, and what to do; None if nothing does."""
    boxes = len(chart.nodes)
    if boxes > MOST_BOXES:
        return (
            f"chart {chart.id} has {boxes} boxes, too many for one sheet of A4; "
            f"split it into charts of at most {MOST_BOXES}"
        )
    size = smallest_text_pt(positions)
    if size < SMALLEST_PT:
        return (
            f"chart {chart.id}: on A4 its text would be {size:.1f} pt; "
            f"shorten the texts or split it, so that it is at least {SMALLEST_PT:.0f} pt"
        )
    return None
