"""The sheet for the wall of each area, as it stands on the site."""

from pathlib import Path

import pytest

from pathways.flows import AREAS
from tests.support.flows import publication
from tests.support.pages import BuiltPage, built_pages, text_of

each_area = pytest.mark.parametrize("area", [area.id for area in AREAS])


@pytest.fixture(scope="module")
def by_address(site_dir: Path) -> dict[str, BuiltPage]:
    return {page.address: page for page in built_pages(site_dir)}


@each_area
def test_sheet_holds_999_and_every_contact_of_its_area_and_no_other_number(
    area: str, by_address: dict[str, BuiltPage]
) -> None:
    (sheet,) = by_address[f"/{area}/pin-up/"].all("section", class_="pin-up")
    text = text_of(sheet)
    own = publication().contacts[area]
    assert text.startswith("Child in immediate danger? Ring 999")
    for id, contact in own.items():
        assert id == "emergency" or contact.name in text
        assert (contact.number or contact.online or "") in text
        assert (contact.rule or "") in text
    numbers = {contact.number for contact in own.values()}
    others = {contact.number for register in publication().contacts.values() for contact in register.values()}
    assert [number for number in others - numbers if number and number in text] == []


@each_area
def test_sheet_links_only_numbers_that_may_be_rung(area: str, by_address: dict[str, BuiltPage]) -> None:
    (sheet,) = by_address[f"/{area}/pin-up/"].all("section", class_="pin-up")
    contacts = publication().contacts
    ringable = [id.split("/") for id in publication().ringable if id.startswith(f"{area}/")]
    may = {(contacts[area][id].number or "").replace(" ", "") for area, id in ringable}
    assert {str(link.get("href")) for link in sheet.iter("a")} == {f"tel:{number}" for number in may}


@each_area
def test_sheet_says_its_edition_its_source_and_that_nobody_signed(area: str, by_address: dict[str, BuiltPage]) -> None:
    page = by_address[f"/{area}/pin-up/"]
    (foot,) = page.all("div", class_="pin-up-foot")
    (line,) = page.all("aside", class_="hb-area")
    text = text_of(foot)
    assert "Check the website before you rely on paper." in text
    assert "Draft edition" in text
    assert "has not signed this version off" in text or "have not signed this version off" in text
    # The same words as at the head of the area's pages: what the source is, and what has replaced it.
    assert text_of(line).removeprefix(publication().areas[area].name).strip() in text


@each_area
def test_sheet_is_found_from_the_contacts_and_the_area_s_first_page(
    area: str, by_address: dict[str, BuiltPage]
) -> None:
    for page, link in ((f"/{area}/contacts/", "../pin-up/"), (f"/{area}/", "pin-up/")):
        (article,) = by_address[page].all("article")
        assert link in [str(one.get("href")) for one in article.iter("a")], page


@each_area
def test_contacts_page_says_the_state_of_every_number(area: str, by_address: dict[str, BuiltPage]) -> None:
    states = [text_of(one) for one in by_address[f"/{area}/contacts/"].all("p", class_="contact-state")]
    assert len(states) == len(publication().contacts[area])
    assert all(states)
