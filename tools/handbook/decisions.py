"""The table that shows where each step and branch of a source went: computed from what cites its clauses."""

from __future__ import annotations

from handbook.data import DecisionLine, DecisionLines
from pathways.citations import citations
from pathways.flows import all_flows
from pathways.publication import Publication
from pathways.render.html import Html, labelled_table


def places(area: str) -> dict[str, list[str]]:
    """Clause -> the questions, routes and duties of the area's flows that cite it, as "flow: name"."""
    found: dict[str, list[str]] = {}
    for flow in all_flows():
        if flow.area != area:
            continue
        for name, citation in citations(flow):
            place = f"{flow.name}: {name}"
            if name != flow.id and place not in found.setdefault(citation.clause, []):
                found[citation.clause].append(place)
    return found


def went_to(line: DecisionLine, area: str, known: dict[str, list[str]] | None = None) -> list[str]:
    """Where a line went: what cites its clauses, and what the line itself names."""
    cited = known if known is not None else places(area)
    named = [where.removeprefix(f"{area}/").replace(":", ": ", 1) for where in line.where]
    return list(dict.fromkeys([*named, *(place for clause in line.clauses for place in cited.get(clause, []))]))


def decisions_table(publication: Publication, lines: DecisionLines, area: str) -> Html:
    """Each decision line with its basis and the questions, routes and duties that carry it out."""
    known = places(area)
    ui = publication.interface
    rows = [(line.id, line.text, line.basis, "; ".join(went_to(line, area, known))) for line in lines.lines]
    caption = "Every step and branch of the source, and the question or duty that carries it out"
    return labelled_table(caption, ("Line", "What it says", ui.basis, "Where it went"), rows)
