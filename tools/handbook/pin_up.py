"""The sheet for the wall: 999, an area's contacts and its do-nots on one side of A4, to be filled in by hand.

Everything on it is computed: the contacts from `docs/_data/contacts`, the do-nots from what the area's tools give.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from handbook.contacts import WHOLE_COUNTRY, local_contacts, national_contacts
from pathways.advice import advise
from pathways.flows import AREAS
from pathways.model import EMERGENCY, Area, Citation
from pathways.paths import journeys
from pathways.publication import Edition, Publication
from pathways.render import duties
from pathways.render.html import Html, el, join

HINT = (
    "Print this page from the menu of your browser: it fills one side of A4, without the frame of the site. "
    "Write the missing numbers in by hand, ring each of them, and hang the sheet where your team sees it."
)
DANGER = "Child in immediate danger?"
DANGER_RING = "Ring"
TITLE = "{area}: whom to ring about abuse of a child online"
NUMBER = "Number"
RIGHT_NUMBER = "If another is right"
HOURS = "Nights and weekends"
NOT_YET = "Nor, before you have worked through the tool for your case:"
VERIFIED_BY = "Verified by"
VERIFIED_ON = "on"
VERIFIED_HINT = "Whoever rang every number on this sheet signs here."


@dataclass(frozen=True, kw_only=True)
class DoNots:
    """The do-nots of a whole area, each code with what it rests on.

    `always` are given by every outcome of most tools; `often` by some outcome of most tools.
    """

    always: Mapping[str, tuple[Citation, ...]]
    often: Mapping[str, tuple[Citation, ...]]


def do_nots(publication: Publication, area: Area) -> DoNots:
    """The do-nots that most tools of an area give, as far as the area words them for all its tools."""
    worded = [code for code in publication.areas[area.id].cautions if code in _given(area).cites]
    most = len(area.flows) / 2
    always = [code for code in worded if _given(area).in_every[code] > most]
    often = [code for code in worded if code not in always and _given(area).in_some[code] > most]
    cites = _given(area).cites
    return DoNots(
        always={code: cites[code] for code in always},
        often={code: cites[code] for code in often},
    )


@dataclass(frozen=True, kw_only=True)
class _Given:
    """How many tools give a caution at every end and at some end, and what it rests on."""

    in_every: Mapping[str, int]
    in_some: Mapping[str, int]
    cites: Mapping[str, tuple[Citation, ...]]


@cache
def _given(area: Area) -> _Given:
    cites: dict[str, dict[Citation, None]] = {}
    every: list[Set[str]] = []
    some: list[Set[str]] = []
    for flow in area.flows:
        # With more ticks in a checklist only more would be given, so one tick shows what all ends share.
        ends = [advise(walk) for walk in journeys(area, flow.id, one_tick=True)]
        every.append(frozenset.intersection(*(end.caution_codes() for end in ends)))
        some.append(frozenset.union(*(end.caution_codes() for end in ends)))
        for end in ends:
            for given in end.cautions:
                cites.setdefault(given.duty.code, {}).update(dict.fromkeys(given.duty.cites))
    return _Given(
        in_every={code: sum(code in codes for codes in every) for code in cites},
        in_some={code: sum(code in codes for codes in some) for code in cites},
        cites={code: tuple(found) for code, found in cites.items()},
    )


def pin_up(publication: Publication, area: str) -> Html:
    """The hint how to print, and the sheet as it will be printed."""
    local = [id for id in local_contacts(publication, area) if id != EMERGENCY.contact]
    name = publication.areas[area].name
    return join(
        el("p", HINT, class_="pin-up-hint"),
        el(
            "section",
            _danger(publication, area),
            el("h2", TITLE.format(area=name)),
            el("ol", *(_contact(publication, area, id) for id in local), class_="pin-up-contacts"),
            _national(publication, area),
            _do_nots(publication, next(one for one in AREAS if one.id == area)),
            _verified(),
            _foot(publication.edition, area),
            class_="pin-up",
            aria_label=TITLE.format(area=name),
            # The contacts page says the same, and says more of it.
            data_search_exclude=True,
        ),
    )


def _danger(publication: Publication, area: str) -> Html:
    contact = str(EMERGENCY.contact)
    return el(
        "p",
        el("strong", f"{DANGER} {DANGER_RING} ", duties.number(publication, area, contact)),
        " ",
        duties.own_contact(publication, publication.contacts[area][contact]),
        class_="pin-up-danger",
    )


def _contact(publication: Publication, area: str, id: str) -> Html:
    contact = publication.contacts[area][id]
    if contact.number or contact.online:
        number = join(el("span", duties.number(publication, area, id), class_="pin-up-number"), _line(RIGHT_NUMBER))
    else:
        number = _line(NUMBER)
    return el(
        "li",
        el("strong", contact.name),
        el("p", contact.rule) if contact.rule else None,
        el("div", number),
        el("div", contact.out_of_hours or _line(HOURS)),
    )


def _line(label: str) -> Html:
    """A label and an empty line to write on by hand."""
    return el("span", f"{label}:", class_="pin-up-line")


def _national(publication: Publication, area: str) -> Html:
    items = []
    for id in national_contacts(publication, area):
        contact = publication.contacts[area][id]
        reach = duties.number(publication, area, id) if contact.number or contact.online else None
        note = el("p", contact.note) if contact.note else None
        items.append(el("li", el("strong", contact.name), ": " if reach else None, reach, note))
    if not items:
        return Html()
    return el("div", el("h3", WHOLE_COUNTRY), el("ul", *items), class_="pin-up-national")


def _do_nots(publication: Publication, area: Area) -> Html:
    found = do_nots(publication, area)
    return el(
        "div",
        el("h3", publication.interface.do_not),
        _cautions(publication, area.id, found.always),
        join(el("p", NOT_YET), _cautions(publication, area.id, found.often)) if found.often else None,
        class_="do-not",
    )


def _cautions(publication: Publication, area: str, cautions: Mapping[str, Sequence[Citation]]) -> Html:
    words = publication.areas[area].cautions
    items = [
        el("li", words[code].text, " ", duties.own_label(publication, cites), data_code=code)
        for code, cites in cautions.items()
    ]
    return el("ul", *items)


def _verified() -> Html:
    lines = el("span", f"{VERIFIED_BY}:", class_="pin-up-line"), el("span", f"{VERIFIED_ON}:", class_="pin-up-line")
    return el("div", el("p", VERIFIED_HINT), el("p", *lines), class_="pin-up-verified")


def _foot(edition: Edition, area: str) -> Html:
    return el(
        "div",
        el("p", el("strong", edition.paper), f" {edition.name}"),
        el("p", edition.status[area]),
        class_="pin-up-foot",
    )
