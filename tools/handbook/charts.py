"""From a flow to its flowchart: the same questions, outcomes and routes, as boxes and arrows."""

from __future__ import annotations

from pathlib import Path

from handbook.flowchart import Chart, Edge, Node, check_print_size, layout, load_positions, parts, save_positions, svg
from handbook.flowchart.graph import Kind
from pathways.flows import all_flows, area_of
from pathways.model import Flow, NoteKind, Outcome
from pathways.paths import ways
from pathways.publication import Publication
from pathways.render.html import Html, el
from pathways.render.steps import fragment, holds_on
from pathways.vocabulary import Basis, Urgency


def chart(publication: Publication, flow: Flow) -> Chart:
    """The chart of a flow. An outcome that only shows a gap of the source is drawn as a gap."""
    words = publication.flows[flow.id]
    ui = publication.interface
    nodes = [
        Node(
            fragment(flow, question.id), "question", words.questions[question.id].ask, f"#{fragment(flow, question.id)}"
        )
        for question in flow.questions
    ]
    nodes += [
        Node(
            fragment(flow, outcome.id),
            _kind(outcome),
            words.outcomes[outcome.id].title,
            f"#{fragment(flow, outcome.id)}",
        )
        for outcome in flow.outcomes
    ]
    nodes.sort(key=lambda node: node.id != fragment(flow, flow.start))
    edges: dict[tuple[str, str], Edge] = {}
    for question in flow.questions:
        options = words.questions[question.id].options
        for target in dict.fromkeys(route.to for route in question.routes):
            routes = [route for route in question.routes if route.to == target]
            labels = [options[option].label for route in routes for option in question.options_of(route)]
            if len(labels) == len(options):
                labels = [ui.any_answer]
            edge = Edge(
                fragment(flow, question.id),
                fragment(flow, target),
                " / ".join(labels),
                all(route.is_inferred for route in routes),
            )
            edges[edge.source, edge.target] = edge
    for onward in dict.fromkeys(onward.flow for onward in flow.goes_on):
        name = f"{flow.name}-goes-on-{onward.split('/')[1]}"
        nodes.append(Node(name, "flow", publication.flows[onward].title, f"../{onward.split('/')[1]}/"))
        goings = [one for one in flow.goes_on if one.flow == onward]
        stated = any(citation.basis == "stated" for one in goings for citation in one.cites)
        for end in _ends(flow, onward):
            edge = Edge(fragment(flow, end), name, "", not stated)
            edges[edge.source, edge.target] = edge
    return Chart(
        id=flow.name,
        title=ui.flowchart.format(title=words.title),
        description=words.entry,
        nodes=tuple(nodes),
        edges=tuple(edges.values()),
    )


def _kind(outcome: Outcome) -> Kind:
    gives_nothing = all(cite.basis is Basis.HANDBOOK for duty in outcome.duties for cite in duty.cites)
    shows_gap = any(note.kind is NoteKind.GAP for note in outcome.notes)
    quiet = outcome.urgency is Urgency.NO_LIMIT_PRINTED
    return "gap" if quiet and shows_gap and gives_nothing and not outcome.worksheet else "outcome"


def _ends(flow: Flow, onward: str) -> list[str]:
    """The outcomes from which the flow goes on."""
    goings = [one for one in flow.goes_on if one.flow == onward]
    ends = {
        end
        for facts, end in ways(area_of(flow.id), flow)
        if any(holds_on(flow, going.when, facts) is not False for going in goings)
    }
    return [outcome.id for outcome in flow.outcomes if outcome.id in ends]


def positions_file(root: Path, flow: Flow, one: Chart, whole: Chart) -> Path:
    """Where the positions of a chart, or of a part of it, are kept."""
    suffix = one.id.removeprefix(whole.id)
    return root / "docs" / "_data" / "charts" / flow.area / f"{flow.name}{suffix}.json"


def pictures(root: Path, publication: Publication, flow: Flow) -> list[tuple[Chart, str]]:
    """The charts of a flow, each with its SVG. Raises StalePositionsError when the kept positions are out of date."""
    whole = chart(publication, flow)
    return [
        (one, svg(one, load_positions(positions_file(root, flow, one, whole), one), one.id)) for one in parts(whole)
    ]


def figures(root: Path, publication: Publication, flow: Flow) -> list[Html]:
    """The charts of a flow as a page shows them; on a narrow screen each scrolls in a frame of its own."""
    return [
        el(
            "figure",
            Html(picture),
            class_="chart",
            tabindex="0",
            role="region",
            aria_label=one.title,
            data_search_exclude=True,
        )
        for one, picture in pictures(root, publication, flow)
    ]


def refresh(root: Path, publication: Publication) -> list[str]:
    """Lay out every chart anew and keep the positions; the files written, from the root."""
    written = []
    for flow in all_flows():
        whole = chart(publication, flow)
        for one in parts(whole):
            path = positions_file(root, flow, one, whole)
            path.parent.mkdir(parents=True, exist_ok=True)
            save_positions(path, layout(one))
            written.append(path.relative_to(root).as_posix())
    return written


def print_problems(root: Path, publication: Publication, flow: Flow) -> list[str]:
    """What keeps the charts of a flow from being read on paper."""
    whole = chart(publication, flow)
    found = (check_print_size(one, load_positions(positions_file(root, flow, one, whole), one)) for one in parts(whole))
    return [problem for problem in found if problem]
