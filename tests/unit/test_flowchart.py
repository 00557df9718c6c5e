"""The flowchart: sizes, positions, the picture, and the file that keeps the positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handbook.flowchart import (
    MOST_BOXES,
    Chart,
    Edge,
    Kind,
    Node,
    Positions,
    StalePositionsError,
    check_print_size,
    fresh,
    layout,
    load_positions,
    measure,
    parts,
    save_positions,
    scale_on_a4,
    smallest_text_pt,
    split,
    svg,
)
from handbook.flowchart.labels import head
from handbook.flowchart.positions import Box
from handbook.flowchart.text import width, wrap, wrap_answers

SVG = "{http://www.w3.org/2000/svg}"


def box(name: str, kind: Kind, text: str) -> Node:
    return Node(name, kind, text, f"#step-{name}")


def arrow(source: str, target: str, label: str = "", inferred: bool = False) -> Edge:
    return Edge(source, target, label, inferred)


BRANCHING = Chart(
    "branching",
    "A concern that involves abuse images and technology",
    "Four questions lead to five outcomes.",
    (
        box("suspected", "question", "Is child abuse, or any offence, suspected?"),
        box(
            "adult-exposed",
            "question",
            "Has an adult, or might an adult have, shown the material to a child or made it available to a child?",
        ),
        box("sender", "question", "Who does the unsuitable but legal material come from?"),
        box("residential", "question", "Does the child live in a residential setting?"),
        box("joint", "outcome", "Refer now to Children's Social Care and the police"),
        box("staff", "outcome", "Use your own staff disciplinary procedure"),
        box("pupil", "outcome", "Use pupil measures or another suitable sanction"),
        box("pupil-residential", "outcome", "Decide at a multi-disciplinary planning meeting"),
        box("no-route", "gap", "The procedure gives no route for this adult"),
        box("flow", "flow", "Go on: finding or being told of images or grooming"),
    ),
    (
        arrow("suspected", "joint", "Child abuse / Any offence / I don't know", inferred=True),
        arrow("suspected", "adult-exposed", "None of these", inferred=True),
        arrow("adult-exposed", "joint", "Yes / I don't know", inferred=True),
        arrow("adult-exposed", "sender", "No", inferred=True),
        arrow("sender", "staff", "A member of staff", inferred=True),
        arrow("sender", "residential", "A child", inferred=True),
        arrow("sender", "no-route", "Somebody else", inferred=True),
        arrow("sender", "joint", "I don't know", inferred=True),
        arrow("residential", "pupil-residential", "Yes / I don't know", inferred=True),
        arrow("residential", "pupil", "No", inferred=True),
        arrow("joint", "flow", inferred=True),
    ),
)

LINEAR = Chart(
    "linear",
    "Finding or being told of images",
    "Five questions, one after the other.",
    (
        box("stage", "question", "Is this a new concern, or one already under investigation?"),
        box("what", "question", "What has come to light?"),
        box("child", "question", "Is there concern about any child, including a child who may have caused harm?"),
        box("who", "question", "Does the person work, or may the person work, with children?"),
        box("harm", "question", "May a child have shown sexually harmful behaviour?"),
        box("refer", "outcome", "Refer to the police and Children's Social Care now"),
        box("checklist", "outcome", "Use the checklist for an investigation"),
    ),
    (
        arrow("stage", "what", "New / I don't know"),
        arrow("stage", "checklist", "Already under investigation"),
        arrow("what", "child", "Images / Messages / Another offence / I don't know"),
        arrow("child", "who", "Any answer"),
        arrow("who", "harm", "Any answer"),
        arrow("harm", "refer", "Any answer"),
    ),
)

SINGLE = Chart(
    "single",
    "An image has reached you at work",
    "One question, one outcome.",
    (
        box("role", "question", "What is your role? Choose all that apply."),
        box("report", "outcome", "Do nothing with the image; report it to the police"),
    ),
    (arrow("role", "report", "Any answer"),),
)

# Straight arrows hemmed in on both sides: their labels find room only when the engine keeps it.
CROWDED = Chart(
    "crowded",
    "Many answers to each question",
    "Every question has five answers.",
    tuple(box(f"q{n}", "question", "Who else knows of it?") for n in range(3))
    + tuple(box(f"o{n}", "outcome", "Tell the safeguarding lead") for n in range(2)),
    tuple(
        arrow(f"q{n}", target, "A person in another organisation / I don't know")
        for n in range(3)
        for target in ([f"q{m}" for m in range(n + 1, 3)] + ["o0", "o1"])
    ),
)

CHARTS = (BRANCHING, LINEAR, SINGLE, CROWDED)


laid_out = cache(layout)


@pytest.fixture(scope="module", params=CHARTS, ids=lambda chart: chart.id)
def drawn(request: pytest.FixtureRequest) -> tuple[Chart, Positions]:
    chart: Chart = request.param
    return chart, laid_out(chart)


@pytest.fixture(scope="module")
def branching() -> Positions:
    return laid_out(BRANCHING)


def labels(positions: Positions) -> dict[str, Box]:
    return {key: line.label.box for key, line in positions.edges.items() if line.label}


def strokes(positions: Positions) -> Iterator[tuple[str, Box]]:
    for key, line in positions.edges.items():
        for (ax, ay), (bx, by) in pairwise(line.points):
            yield key, Box(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by)).grown(1)


# --- texts -----------------------------------------------------------------------------------


def test_wrapped_lines_fit_and_keep_every_word() -> None:
    text = "Has an adult, or might an adult have, shown the material to a child?"
    for limit in (90, 140, 200):
        lines = wrap(text, limit, 15)
        assert " ".join(lines) == text
        assert max(width(line, 15) for line in lines) <= limit


def test_a_label_breaks_between_answers_first() -> None:
    assert wrap_answers("Child abuse / Any offence / I don't know", 124, 14) == (
        "Child abuse /",
        "Any offence /",
        "I don't know",
    )


def test_a_word_wider_than_the_box_widens_the_box() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    chart = replace(SINGLE, nodes=(box("role", "question", word), SINGLE.nodes[1]))
    assert measure(chart).nodes["role"].width > width(word, 15)


def test_letters_with_marks_are_as_wide_as_their_base_and_unknown_signs_are_wide() -> None:
    assert width("ŵ", 10) == width("w", 10)
    assert width("語", 10) >= 10


# --- charts that cannot be drawn ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("edges", "said"),
    [
        ((arrow("role", "nowhere"),), "'nowhere', which is no box"),
        ((arrow("role", "report", "a"), arrow("role", "report", "b")), "two arrows lead 'role>report'"),
        ((arrow("role", "report"), arrow("report", "role")), "run in a circle: "),
    ],
)
def test_a_broken_chart_is_refused_with_its_reason(edges: tuple[Edge, ...], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        replace(SINGLE, edges=edges)


def test_two_boxes_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two boxes are called 'role'"):
        replace(SINGLE, nodes=(*SINGLE.nodes, SINGLE.nodes[0]))


# --- the layout --------------------------------------------------------------------------------


def test_everything_lies_inside_the_picture(drawn: tuple[Chart, Positions]) -> None:
    _, positions = drawn
    things = [*positions.nodes.values(), *labels(positions).values(), *(box for _, box in strokes(positions))]
    for thing in things:
        assert thing.x >= 0
        assert thing.y >= 0
        assert thing.right <= positions.width
        assert thing.bottom <= positions.height


def test_boxes_keep_apart(drawn: tuple[Chart, Positions]) -> None:
    _, positions = drawn
    for one, other in combinations(positions.nodes.values(), 2):
        assert not one.grown(8).overlaps(other)


def test_labels_touch_nothing(drawn: tuple[Chart, Positions]) -> None:
    chart, positions = drawn
    found = labels(positions)
    assert set(found) == {edge.key for edge in chart.edges if edge.label}
    for key, label in found.items():
        assert not any(label.overlaps(box) for box in positions.nodes.values())
        assert not any(label.overlaps(head(line.points)) for line in positions.edges.values())
        assert not [name for name, stroke in strokes(positions) if label.overlaps(stroke)]
        assert not any(label.overlaps(other) for name, other in found.items() if name != key)


def test_each_label_is_nearest_to_its_own_arrow(drawn: tuple[Chart, Positions]) -> None:
    _, positions = drawn
    for key, label in labels(positions).items():
        near = {name for name, stroke in strokes(positions) if label.grown(8).overlaps(stroke)}
        assert near == {key}


def test_arrows_run_level_or_upright_from_box_to_box_and_through_none(drawn: tuple[Chart, Positions]) -> None:
    chart, positions = drawn
    for edge in chart.edges:
        source, target = positions.nodes[edge.source], positions.nodes[edge.target]
        points = positions.edges[edge.key].points
        assert points[0][1] == source.bottom
        assert source.x < points[0][0] < source.right
        assert points[-1][1] == target.y
        assert target.x < points[-1][0] < target.right
        assert all(ax == bx or ay == by for (ax, ay), (bx, by) in pairwise(points))
    for _, stroke in strokes(positions):
        assert not any(box.grown(-2).overlaps(stroke) for box in positions.nodes.values())


def test_the_trunk_is_straight_and_runs_down(branching: Positions) -> None:
    trunk = [branching.nodes[name] for name in ("suspected", "adult-exposed", "sender", "residential")]
    assert len({box.x + box.width // 2 for box in trunk}) == 1
    assert [box.y for box in trunk] == sorted(box.y for box in trunk)
    for key in BRANCHING.trunk():
        assert len(branching.edges[key].points) == 2


def test_boxes_of_a_row_stand_on_one_level(branching: Positions) -> None:
    row = ("joint", "staff", "no-route", "residential")
    assert len({branching.nodes[name].y for name in row}) == 1


def test_the_first_question_stands_where_a_phone_shows_it(drawn: tuple[Chart, Positions]) -> None:
    chart, positions = drawn
    first = positions.nodes[chart.nodes[0].id]
    assert first.x + first.width / 2 <= positions.width / 2


def test_layout_is_the_same_every_time(branching: Positions) -> None:
    assert layout(BRANCHING) == branching


# --- paper -------------------------------------------------------------------------------------


@pytest.mark.parametrize("chart", [BRANCHING, LINEAR, SINGLE], ids=lambda chart: chart.id)
def test_text_is_at_least_nine_points_on_a4(chart: Chart) -> None:
    positions = laid_out(chart)
    mm = 25.4 / 96 * scale_on_a4(positions)
    assert positions.width * mm <= 178.001
    assert positions.height * mm <= 212.001
    assert smallest_text_pt(positions) >= 9
    assert check_print_size(chart, positions) is None


def test_the_smallest_text_of_the_picture_is_the_one_that_is_judged(branching: Positions) -> None:
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', svg(BRANCHING, branching, "x"))]
    assert smallest_text_pt(branching) == pytest.approx(min(sizes) * 0.75 * scale_on_a4(branching))


def test_a_chart_too_large_for_paper_is_reported(branching: Positions) -> None:
    problem = check_print_size(BRANCHING, replace(branching, width=1000))
    assert problem is not None
    assert "on A4 its text would be 7.1 pt" in problem


def long_chart() -> Chart:
    """Seven questions in a row; each has its own outcome and all share the gravest."""
    asked = [box(f"q{n}", "question", f"Question number {n}?") for n in range(7)]
    told = [box(f"o{n}", "outcome", f"Outcome number {n}") for n in range(7)]
    grave = box("grave", "outcome", "Refer now")
    edges = [arrow(f"q{n}", f"q{n + 1}", "No") for n in range(6)]
    edges += [arrow(f"q{n}", f"o{n}", "Yes") for n in range(7)]
    edges += [arrow(f"q{n}", "grave", "I don't know") for n in range(7)]
    return Chart("long", "Long", "A long chart.", (*asked, *told, grave), tuple(edges))


def test_more_boxes_than_a_sheet_holds_must_be_split() -> None:
    chart = long_chart()
    problem = check_print_size(chart, laid_out(SINGLE))
    assert problem is not None
    assert "has 15 boxes" in problem
    assert "split it" in problem


def test_the_parts_of_a_split_chart_fit_and_lose_nothing() -> None:
    chart = long_chart()
    a, b = split(chart)
    assert parts(chart) == (a, b)
    assert parts(SINGLE) == (SINGLE,)
    for part in (a, b):
        assert len(part.nodes) <= MOST_BOXES
    assert {edge.key for edge in chart.edges} <= {edge.key for edge in (*a.edges, *b.edges)}
    joint = {node.id for node in a.nodes} & {node.id for node in b.nodes}
    bridge = next(node for node in a.nodes if node.kind == "part")
    assert joint == {bridge.id, "grave"}
    assert bridge.text.startswith("Continue on part B: ")
    assert bridge.link == chart.nodes[int(bridge.id[1:])].link
    assert b.nodes[0].text == "From part A"


def test_a_chart_with_nothing_to_split_at_says_so() -> None:
    with pytest.raises(ValueError, match="no second question"):
        split(SINGLE)


# --- kept positions ----------------------------------------------------------------------------


def test_kept_positions_come_back_as_they_were(tmp_path: Path, drawn: tuple[Chart, Positions]) -> None:
    chart, positions = drawn
    path = tmp_path / "area" / "flow.json"
    save_positions(path, positions)
    once = path.read_bytes()
    assert load_positions(path, chart) == positions
    save_positions(path, load_positions(path, chart))
    assert path.read_bytes() == once


@pytest.mark.parametrize(
    "changed",
    [
        replace(BRANCHING, edges=BRANCHING.edges[:-1]),
        replace(BRANCHING, edges=tuple(replace(edge, label=f"{edge.label} / Perhaps") for edge in BRANCHING.edges)),
        replace(BRANCHING, nodes=tuple(replace(node, text=node.text * 2) for node in BRANCHING.nodes)),
    ],
    ids=["arrow gone", "label changed", "text changed"],
)
def test_stale_positions_are_refused_with_what_to_do(tmp_path: Path, branching: Positions, changed: Chart) -> None:
    path = tmp_path / "flow.json"
    save_positions(path, branching)
    assert fresh(BRANCHING, branching)
    assert not fresh(changed, branching)
    with pytest.raises(StalePositionsError, match=r"positions are stale.*run `make charts`"):
        load_positions(path, changed)


def test_words_that_change_no_size_leave_positions_fresh(branching: Positions) -> None:
    assert fresh(replace(BRANCHING, title="Another title", description="Other words"), branching)


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"fingerprint": 1, "size": 2}'])
def test_missing_or_broken_positions_are_refused_with_what_to_do(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "flow.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(StalePositionsError, match="run `make charts`"):
        load_positions(path, BRANCHING)


# --- the picture -------------------------------------------------------------------------------


def test_the_picture_is_well_formed_and_holds_every_box_and_arrow(drawn: tuple[Chart, Positions]) -> None:
    chart, positions = drawn
    root = ElementTree.fromstring(svg(chart, positions, "page"))
    groups = list(root.iter(f"{SVG}g"))
    assert [g.get("data-node") for g in groups if g.get("data-node")] == [node.id for node in chart.nodes]
    assert {g.get("data-edge") for g in groups if g.get("data-edge")} == {edge.key for edge in chart.edges}
    assert [a.get("href") for a in root.iter(f"{SVG}a")] == [node.link for node in chart.nodes]
    assert root.get("viewBox") == f"0 0 {positions.width} {positions.height}"


def test_title_description_and_links_are_named_for_screen_readers(branching: Positions) -> None:
    root = ElementTree.fromstring(svg(BRANCHING, branching, "page"))
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert named[root.get("aria-labelledby")] == BRANCHING.title
    assert named[root.get("aria-describedby")] == BRANCHING.description
    names = [link.get("aria-label") for link in root.iter(f"{SVG}a")]
    assert names[0] == "Question: Is child abuse, or any offence, suspected?"
    assert "Gap: The procedure gives no route for this adult" in names
    arrows = [g.get("aria-label") for g in root.iter(f"{SVG}g") if g.get("data-edge")]
    assert arrows[1] == (
        "None of these: go to Has an adult, or might an adult have, shown the material to a child or made it "
        "available to a child? (inferred by the handbook)"
    )


def test_copied_text_keeps_its_spaces(branching: Positions) -> None:
    root = ElementTree.fromstring(svg(BRANCHING, branching, "page"))
    for link in root.iter(f"{SVG}a"):
        name = link.get("aria-label") or ""
        assert "".join(link.itertext()).strip() == name.replace(":", "", 1)


def test_kinds_and_inferred_arrows_differ_by_shape_and_words(branching: Positions) -> None:
    root = ElementTree.fromstring(svg(BRANCHING, branching, "page"))
    shapes = {}
    for group in root.iter(f"{SVG}g"):
        if group.get("data-node"):
            kind = (group.get("class") or "").split()[1]
            shape = next(e for e in group.iter() if e.get("class") == "box")
            tag = next(e for e in group.iter() if e.get("class") == "tag")
            attributes = ("rx", "stroke-width", "stroke-dasharray")
            shapes[kind] = (shape.tag, *(shape.get(a) for a in attributes), tag.text)
    assert set(shapes) == {"question", "outcome", "gap", "flow"}
    assert len({shape[:-1] for shape in shapes.values()}) == 4
    assert len({shape[-1] for shape in shapes.values()}) == 4
    inferred = [g for g in root.iter(f"{SVG}g") if g.get("class") == "edge inferred"]
    assert len(inferred) == len(BRANCHING.edges)
    assert all(g.find(f"{SVG}path[@stroke-dasharray]") is not None for g in inferred)
    assert "Dashed arrow: inferred by the handbook" in "".join(root.itertext())


def test_a_chart_without_inferred_arrows_has_no_legend() -> None:
    picture = svg(SINGLE, laid_out(SINGLE), "page")
    assert "inferred" not in picture


def test_the_picture_has_no_styles_or_scripts(drawn: tuple[Chart, Positions]) -> None:
    chart, positions = drawn
    picture = svg(chart, positions, "page")
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=", picture)


def test_everything_is_escaped() -> None:
    nasty = "<b>&\"quoted\" 'single'</b> ]]>"
    chart = Chart(
        "nasty",
        nasty,
        nasty,
        (Node("a<b", "question", nasty, '#a"><i>'), Node("c&d", "outcome", nasty, "#c")),
        (Edge("a<b", "c&d", nasty, True),),
    )
    root = ElementTree.fromstring(svg(chart, layout(chart), 'p"<'))
    assert {element.tag for element in root.iter()} <= {
        SVG + name for name in ("svg", "title", "desc", "g", "a", "rect", "path", "text", "tspan")
    }
    assert root.findtext(f"{SVG}title") == nasty
    assert next(root.iter(f"{SVG}a")).get("href") == '#a"><i>'
    assert "a<b>c&d" in {g.get("data-edge") for g in root.iter(f"{SVG}g")}


def test_ids_of_two_charts_on_a_page_differ(branching: Positions) -> None:
    def ids(picture: str) -> set[str]:
        return set(re.findall(r'\sid="([^"]+)"', picture))

    one, other = svg(BRANCHING, branching, "one"), svg(BRANCHING, branching, "two")
    assert ids(one)
    assert not ids(one) & ids(other)
