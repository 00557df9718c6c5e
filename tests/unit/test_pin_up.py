"""The sheet for the wall and the contacts pages: computed from the contacts and the tools, nothing typed twice."""

import datetime
from collections import Counter
from dataclasses import replace

import pytest

from handbook.contacts import contacts_list, local_contacts, national_contacts, state
from handbook.pin_up import do_nots, pin_up
from pathways.advice import advise
from pathways.flows import AREAS
from pathways.model import Area
from pathways.paths import journeys
from pathways.publication import Publication
from tests.support.flows import library, publication

each_area = pytest.mark.parametrize("area", AREAS, ids=[area.id for area in AREAS])


def with_verified(day: datetime.date, ringable: bool) -> Publication:
    """Stockport's number of Children's Social Care as somebody rang it on a day."""
    words = publication()
    contacts = words.contacts["stockport"]
    rung = replace(contacts["childrens-social-care"], verified=day)
    return replace(
        words,
        ringable=(*words.ringable, *(["stockport/childrens-social-care"] if ringable else [])),
        contacts={**words.contacts, "stockport": {**contacts, "childrens-social-care": rung}},
    )


@each_area
def test_what_is_never_done_with_material_is_on_every_sheet(area: Area) -> None:
    found = do_nots(publication(), area)
    assert {"do-not-view", "do-not-copy-or-send", "do-not-delete", "do-not-examine-device"} <= set(found.always)
    assert "do-not-alert-suspect" in {**found.always, **found.often}
    assert not set(found.always) & set(found.often)


@each_area
def test_do_nots_are_those_that_most_tools_give_at_every_end(area: Area) -> None:
    found = do_nots(publication(), area)
    ends = [[advise(walk).caution_codes() for walk in journeys(area, flow.id)] for flow in area.flows]
    for code in publication().areas[area.id].cautions:
        given = [[code in codes for codes in one] for one in ends]
        assert (code in found.always) == (sum(all(one) for one in given) > len(given) / 2), code
        if code not in found.always:
            assert (code in found.often) == (sum(any(one) for one in given) > len(given) / 2), code


@each_area
def test_sheet_words_its_do_nots_as_the_tools_do(area: Area) -> None:
    sheet = pin_up(publication(), area.id)
    found = do_nots(publication(), area)
    for code in (*found.always, *found.often):
        assert publication().areas[area.id].cautions[code].text in sheet


@each_area
def test_contacts_stand_in_the_order_that_most_advice_gives(area: Area) -> None:
    listed = local_contacts(publication(), area.id)
    assert listed[0] == "emergency"
    orders: Counter[tuple[str, str]] = Counter()
    for flow in area.flows:
        for walk in journeys(area, flow.id, one_tick=True):
            given = [one.duty.contact for one in advise(walk).actions if one.duty.contact in listed]
            named = list(dict.fromkeys(name for name in given if name))
            orders.update((first, then) for n, first in enumerate(named) for then in named[n + 1 :])
    wrong = [(first, then) for first, then in orders if orders[first, then] > orders[then, first]]
    assert [pair for pair in wrong if listed.index(pair[0]) > listed.index(pair[1])] == []


@each_area
def test_national_services_stand_apart(area: Area) -> None:
    local, national = local_contacts(publication(), area.id), national_contacts(publication(), area.id)
    assert sorted([*local, *national]) == sorted(publication().contacts[area.id])
    page = contacts_list(publication(), area.id, library().areas[area.id])
    assert page.count("<ul") == (2 if national else 1)


def test_state_of_a_number_is_said_in_plain_words() -> None:
    words = publication()
    assert state(words, "stockport", "emergency") == "The national emergency number. It needs no checking."
    printed = "Printed at: 10.9.7(b). Nobody has rung it for this edition."
    assert state(words, "stockport", "lado") == printed
    assert state(words, "walsall", "police").endswith("There is no number to check.")
    assert "online" in state(words, "walsall", "ceop")


def test_verified_number_is_a_link_for_six_months_and_then_plain_again() -> None:
    day = datetime.date(2026, 11, 21)
    now, later = with_verified(day, ringable=True), with_verified(day, ringable=False)
    number = now.contacts["stockport"]["childrens-social-care"].number
    link = f'href="tel:{(number or "").replace(" ", "")}"'
    assert link in pin_up(now, "stockport")
    assert link not in pin_up(later, "stockport")
    assert state(now, "stockport", "childrens-social-care").startswith("Somebody rang it on 21 November 2026")
    assert state(later, "stockport", "childrens-social-care").startswith("It was last rung on 21 November 2026")
