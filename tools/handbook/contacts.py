"""The contacts of the areas as a table: what is printed, where, and when somebody last confirmed it."""

from __future__ import annotations

from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import Html, el


def verification_table(publication: Publication, area: str) -> Html:
    """Every contact of an area with its number as printed, where that stands, and when somebody last confirmed it."""
    ui = publication.interface
    columns = (ui.contact, ui.number, ui.printed_at, ui.confirmed)
    rows = []
    for contact in publication.contacts[area].values():
        printed = ", ".join(publication.clauses[cite].place for cite in contact.cites)
        state = ui.not_confirmed
        if contact.verified:
            state = phrases.day(contact.verified)
        elif contact.number == "999":
            state = ui.national_number
        cells = (contact.number or ui.no_number_printed, printed, state)
        labelled = zip(columns[1:], cells, strict=True)
        rows.append(
            el(
                "tr",
                el("th", contact.name, scope="row", data_label=columns[0]),
                *(el("td", cell, data_label=column) for column, cell in labelled),
            )
        )
    return el(
        "table",
        el("caption", publication.areas[area].name),
        el("thead", el("tr", *(el("th", column, scope="col") for column in columns))),
        el("tbody", *rows),
        class_="decision-table",
    )
