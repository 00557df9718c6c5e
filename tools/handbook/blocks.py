"""The blocks that a page may hold: each kind, and the names that stand for something in it."""

from __future__ import annotations

from handbook.proof import Part
from pathways.compare.subjects import SUBJECTS
from pathways.flows import AREAS, all_flows
from pathways.publication import Publication


def known_blocks(publication: Publication) -> dict[str, set[str]]:
    """Kind of block -> the names that it may have."""
    areas = {area.id for area in AREAS}
    flows = {flow.id for flow in all_flows()}
    sheets = {flow.id for flow in all_flows() if any(outcome.worksheet for outcome in flow.outcomes)}
    return {
        "flow": flows,
        "worksheet": sheets,
        "note": set(publication.notes),
        "clauses": areas,
        "contacts": areas,
        "pin-up": areas,
        "decisions": areas,
        "verification": {"all"},
        "currency": {"all"},
        "proof": {str(part) for part in Part},
        "glossary": {"list", "entries"},
        "front": {"all"},
        "compare": set(SUBJECTS),
        "review-book": areas,
        "exercises": areas,
    }


def block_problem(publication: Publication, kind: str, name: str) -> tuple[str, str] | None:
    """What is wrong with a line `::: kind name`, and what to write instead; None for a block that stands."""
    blocks = known_blocks(publication)
    if name in blocks.get(kind, set()):
        return None
    if kind == "note":
        return f"there is no note {name}", "write it in docs/_data/notes.yml"
    if kind in blocks:
        return f"there is no block '::: {kind} {name}'", f"after {kind}, use one of: {', '.join(sorted(blocks[kind]))}"
    return f"there is no block '::: {kind}'", f"use one of: {', '.join(blocks)}"
