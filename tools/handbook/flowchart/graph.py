"""What a flowchart is made of: boxes, arrows, and the sizes of their texts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from handbook.flowchart.text import WIDEST, width, wrap, wrap_answers

Kind = Literal["start", "question", "outcome", "gap", "flow", "part"]

TAGS: Mapping[Kind, str] = {
    "start": "Start",
    "question": "Question",
    "outcome": "Outcome",
    "gap": "Gap",
    "flow": "Another flow",
    "part": "Part B",
}
"""The word at the head of each box, so that no reader has to tell kinds apart by shape."""

MOST_BOXES = 12
"""More boxes than this cannot be read on one sheet of A4."""

TEXT_PX = 15
SMALL_PX = 14  # tags, labels and legend: the smallest text, so the one that paper is judged by
LINE_PX = 19
TAG_PX = 19  # height of the tag's line
LABEL_LINE_PX = 17

COLUMNS = (152, 164, 200, 260)
"""Widths of a box to choose from: narrow for wide charts, wide for tall ones."""

_QUESTION_MORE = 40  # questions are the trunk: wider, and longer texts
_PADDING_X = 10
_PADDING_Y = 10
_LABEL_WIDTH = 136
_LABEL_WIDEST = 240
_LABEL_LINES = 3  # a label that would need more lines than this is set wider, up to the widest


@dataclass(frozen=True)
class Node:
    """One box: a step of the flow, linked to that step's section of the page."""

    id: str
    kind: Kind
    text: str
    link: str


@dataclass(frozen=True)
class Edge:
    """One arrow, labelled with the answers that take it.

    `inferred`: the source's own chart does not draw it; the handbook reads it so.
    """

    source: str
    target: str
    label: str
    inferred: bool

    @property
    def key(self) -> str:
        """The edge's name in the page and in the file of positions."""
        return f"{self.source}>{self.target}"


@dataclass(frozen=True)
class Chart:
    """One flowchart. The first node is where the reader starts."""

    id: str
    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def __post_init__(self) -> None:
        """Refuse a chart that cannot be drawn."""
        ids = [node.id for node in self.nodes]
        keys = [edge.key for edge in self.edges]
        problems = [f"two boxes are called {name!r}" for name in _repeated(ids)]
        problems += [
            f"two arrows lead {key!r}: join them into one with both answers as its label" for key in _repeated(keys)
        ]
        for edge in self.edges:
            problems += [
                f"the arrow {edge.key!r} names {end!r}, which is no box of the chart"
                for end in (edge.source, edge.target)
                if end not in ids
            ]
        if not ids:
            problems.append("it has no boxes")
        if not problems:
            try:
                self.in_order()
            except CycleError as error:
                circle = " > ".join(reversed(error.args[1]))
                problems.append(f"its arrows run in a circle: {circle}")
        if problems:
            raise ValueError(f"chart {self.id}: " + "; ".join(problems))

    def in_order(self) -> tuple[str, ...]:
        """The boxes' ids, each after all that lead to it."""
        before: dict[str, list[str]] = {node.id: [] for node in self.nodes}
        for edge in self.edges:
            before[edge.target].append(edge.source)
        return tuple(TopologicalSorter(before).static_order())

    def trunk(self) -> frozenset[str]:
        """The keys of the edges on the longest way through the questions."""
        questions = {node.id for node in self.nodes if node.kind in ("start", "question")}
        longest: dict[str, tuple[str, ...]] = {}
        for name in self.in_order():
            ways: list[tuple[str, ...]] = [()]
            ways += [
                (*longest[edge.source], edge.key)
                for edge in self.edges
                if edge.target == name and {edge.source, name} <= questions
            ]
            longest[name] = max(ways, key=len)
        trunk = max(longest.values(), key=len)
        return frozenset(trunk)

    @property
    def has_inferred(self) -> bool:
        """Whether the chart needs the legend for its dashed arrows."""
        return any(edge.inferred for edge in self.edges)


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


@dataclass(frozen=True)
class Size:
    """A text broken into lines, and the px that it takes up with its surround."""

    lines: tuple[str, ...]
    width: int
    height: int


@dataclass(frozen=True)
class Sizes:
    """The size of every box by node id, and of every label by edge key."""

    nodes: Mapping[str, Size]
    labels: Mapping[str, Size]


def _node_size(node: Node, column: int) -> Size:
    box = column + _QUESTION_MORE if node.kind == "question" else column
    lines = wrap(node.text, box - 2 * _PADDING_X, TEXT_PX)
    # A single word wider than the box widens it; even numbers keep centres on whole px.
    longest = max((width(line, TEXT_PX) for line in lines), default=0.0)
    box = max(box, 2 * math.ceil(longest / 2) + 2 * _PADDING_X)
    return Size(lines, box, 2 * _PADDING_Y + TAG_PX + LINE_PX * len(lines))


def _label_size(edge: Edge) -> Size:
    limit = max(_LABEL_WIDTH, min(_LABEL_WIDEST, width(edge.label, SMALL_PX) / _LABEL_LINES))
    lines = wrap_answers(edge.label, limit, SMALL_PX)
    longest = max((width(line, SMALL_PX, WIDEST) for line in lines), default=0.0)
    return Size(lines, math.ceil(longest), LABEL_LINE_PX * len(lines))


def measure(chart: Chart, column: int = COLUMNS[0]) -> Sizes:
    """Break every text of the chart into lines and size its boxes, alike on every machine."""
    return Sizes(
        {node.id: _node_size(node, column) for node in chart.nodes},
        {edge.key: _label_size(edge) for edge in chart.edges},
    )
