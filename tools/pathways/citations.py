"""What a flow cites, and the notes to which it gives a place."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.model import Action, Citation, Flow, Item


def citations(flow: Flow) -> Iterator[tuple[str, Citation]]:
    """Every citation of a flow, each with the name of what cites it."""
    yield from ((flow.id, citation) for citation in flow.cites)
    for question in flow.questions:
        yield from ((question.id, citation) for citation in question.cites)
        for route in question.routes:
            yield from ((f"{question.id} -> {route.to}", citation) for citation in route.cites)
    for outcome in flow.outcomes:
        yield from ((outcome.id, citation) for citation in outcome.cites)
    for duty in flow.all_duties():
        yield from ((duty.code, citation) for citation in duty.cites)
        if isinstance(duty, Action):
            for limit in duty.within:
                start = limit.counts_from.cites if limit.counts_from else ()
                yield from ((duty.code, citation) for citation in limit.cites + start)
    for onward in flow.goes_on:
        yield from ((onward.flow, citation) for citation in onward.cites)
    for item in worksheet_items(flow):
        yield from ((item.id, citation) for citation in item.cites)


def worksheet_items(flow: Flow) -> Iterator[Item]:
    """The items of the worksheets of a flow."""
    for outcome in flow.outcomes:
        for _, items in outcome.worksheet.sections if outcome.worksheet else ():
            yield from items


def notes_of(flow: Flow) -> set[str]:
    """The notes to which a flow gives a place: at its outcomes, and as the reasons of what is inferred."""
    return {note.id for note in flow.all_notes()} | {citation.item for _, citation in citations(flow) if citation.item}
