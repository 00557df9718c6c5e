"""Where each clause of a source went: the sentences, duties and worksheet items that carry it, and the notes on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.chapters import Chapter
from pathways.citations import citations, notes_of, worksheet_items
from pathways.flows import AREAS, all_flows
from pathways.model import EMERGENCY, Flow
from pathways.publication import Publication
from pathways.render.why import notes_behind


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place where a clause is told: on the page of a chapter (with its title), or in the tool of a flow."""

    address: str
    title: str
    in_tool: bool = False


def chapters_of(area: str, chapters: Iterable[Chapter]) -> list[Chapter]:
    """The pages that speak for an area."""
    return [chapter for chapter in chapters if chapter.area == area]


def told(area: str, chapters: Iterable[Chapter], titles: Mapping[str, str]) -> dict[str, list[Place]]:
    """Clause -> where it is told, chapters first. `titles` are the titles of flows.

    Only a sentence that carries the clause's mark counts, or a duty or an item of a worksheet that cites it; a list of
    ids or a table that the build makes does not.
    """
    found: dict[str, list[Place]] = {}
    for chapter in chapters_of(area, chapters):
        title = chapter.meta.title if chapter.meta else chapter.file
        for clause in chapter.marks:
            found.setdefault(clause, []).append(Place(address=chapter.address, title=title))
    for flow in all_flows():
        if flow.area == area:
            for clause in carried(flow):
                place = Place(address=f"{flow.id}/", title=titles.get(flow.id, flow.id), in_tool=True)
                found.setdefault(clause, []).append(place)
    return found


def carried(flow: Flow) -> list[str]:
    """The clauses that a flow's duties and worksheets cite, each once."""
    cites = [citation for duty in flow.all_duties() for citation in duty.cites]
    cites += [citation for item in worksheet_items(flow) for citation in item.cites]
    return list(dict.fromkeys(citation.clause for citation in cites))


def notes_in_advice(publication: Publication) -> set[str]:
    """The notes that any advice can show: those to which a flow gives a place, and those behind its duties."""
    found = set().union(*(notes_of(flow) for flow in all_flows()))
    for area in AREAS:
        for duty in (EMERGENCY, *(duty for flow in area.flows for duty in flow.all_duties())):
            found.update(notes_behind(publication, area, duty, ()))
    return found


def flows_on(chapter: Chapter) -> list[Flow]:
    """The flows whose tools stand on a page."""
    named = {block.name for block in chapter.blocks if block.kind == "flow"}
    return [flow for flow in all_flows() if flow.id in named]


def notes_on(chapter: Chapter) -> set[str]:
    """The notes that a page shows, beside its text and in its tools."""
    return {block.name for block in chapter.notes}.union(*(notes_of(flow) for flow in flows_on(chapter)))


def cited_by_flows() -> set[str]:
    """The clauses that any part of any flow cites."""
    return {citation.clause for flow in all_flows() for _, citation in citations(flow)}


def cited_by_contacts(publication: Publication) -> set[str]:
    """The clauses that print the contacts."""
    return {clause for register in publication.contacts.values() for one in register.values() for clause in one.cites}
