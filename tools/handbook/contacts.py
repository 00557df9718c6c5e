"""The contacts of an area: whom to ring in which order, and what is known of each number."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.data import AreaRecord
from pathways.model import EMERGENCY
from pathways.publication import NATIONAL, Publication
from pathways.render import duties, phrases
from pathways.render.html import Html, el, join, labelled_table

ORDER = "In this order"
WHOLE_COUNTRY = "For the whole country, never instead of a referral"
PRINTED_IN = "The numbers are as printed in this source: {source}"
HOURS = "Nights and weekends: none is printed. Write yours here:"
RUNG = "Somebody rang it on {day}, and it reached this service."
RUNG_LONG_AGO = "It was last rung on {day}. That is too long ago: check it before you need it."
NEVER_RUNG = "Printed at: {places}. Nobody has rung it for this edition."
NO_NUMBER = "Named at: {places}. There is no number to check."
ONLINE = "Named at: {places}. It is reached online, and no number is printed."
NO_CHECK = "The national emergency number. It needs no checking."


def local_contacts(publication: Publication, area: str) -> list[str]:
    """The contacts of an area itself, 999 first, in the order of their file."""
    return [id for id, contact in publication.contacts[area].items() if contact.scope != NATIONAL]


def national_contacts(publication: Publication, area: str) -> list[str]:
    """The contacts that the area names and that serve the whole country."""
    return [id for id, contact in publication.contacts[area].items() if contact.scope == NATIONAL]


def state(publication: Publication, area: str, id: str) -> str:
    """What is known of a contact's number, in plain words: where it is printed, and whether anybody rang it."""
    contact = publication.contacts[area][id]
    if id == EMERGENCY.contact:
        return NO_CHECK
    if contact.verified:
        words = RUNG if f"{area}/{id}" in publication.ringable else RUNG_LONG_AGO
        return words.format(day=phrases.day(contact.verified))
    places = ", ".join(publication.clauses[cite].place for cite in contact.cites)
    if contact.number:
        return NEVER_RUNG.format(places=places)
    return (ONLINE if contact.online else NO_NUMBER).format(places=places)


def contacts_list(publication: Publication, area: str, record: AreaRecord) -> Html:
    """Whom to ring: the contacts of the area in order, then those for the whole country, each with its state."""
    parts = [
        el("h2", ORDER, id="in-this-order"),
        el("p", PRINTED_IN.format(source=record.source)) if _prints_numbers(publication, area) else None,
        _list(publication, area, local_contacts(publication, area)),
    ]
    if national := national_contacts(publication, area):
        parts += [el("h2", WHOLE_COUNTRY, id="whole-country"), _list(publication, area, national)]
    return join(*parts)


def _prints_numbers(publication: Publication, area: str) -> bool:
    contacts = publication.contacts[area]
    return any(contacts[id].number for id in local_contacts(publication, area) if id != EMERGENCY.contact)


def _list(publication: Publication, area: str, ids: Sequence[str]) -> Html:
    return el("ul", *(_contact(publication, area, id) for id in ids), class_="contacts contacts-page")


def _contact(publication: Publication, area: str, id: str) -> Html:
    contact = publication.contacts[area][id]
    own = duties.own_contact(publication, contact)
    known = el("p", state(publication, area, id), class_="contact-state")
    reach = join(" ", duties.reach(publication, area, id), " " if own else None, own)
    return el(
        "li",
        el("strong", contact.name),
        # The line to write a number on stands above that for the nights.
        *((reach, known) if contact.number or contact.online else (known, reach)),
        _hours(publication, area, id),
        *(el("p", words, class_="contact-note") for words in (contact.rule, contact.note) if words),
        class_="contact",
    )


def _hours(publication: Publication, area: str, id: str) -> Html | None:
    """What the source prints for nights and weekends, or the line to write it on; national services have no line."""
    contact = publication.contacts[area][id]
    if contact.out_of_hours:
        return el("p", f"{publication.interface.out_of_hours}: {contact.out_of_hours}", class_="out-of-hours")
    if id == EMERGENCY.contact or contact.scope == NATIONAL:
        return None
    return el("span", HOURS, class_="write-on")


def verification_table(publication: Publication, area: str) -> Html:
    """Every contact of an area with its number as printed, where that stands, and when somebody last confirmed it."""
    ui = publication.interface
    columns = (ui.contact, ui.number, ui.printed_at, ui.confirmed)
    rows = []
    for contact in publication.contacts[area].values():
        printed = ", ".join(publication.clauses[cite].place for cite in contact.cites)
        confirmed = ui.not_confirmed
        if contact.verified:
            confirmed = phrases.day(contact.verified)
        elif contact.number == "999":
            confirmed = ui.national_number
        rows.append((contact.name, contact.number or contact.online or ui.no_number_printed, printed, confirmed))
    return labelled_table(publication.areas[area].name, columns, rows)
