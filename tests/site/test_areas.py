"""What belongs to one area shows in no other: its name, its words, its numbers, its time limits."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from pathways.flows import AREAS
from tests.support.flows import publication
from tests.support.pages import BuiltPage, built_pages

#: Words that only some sources have, and the areas whose they are.
OWN_WORDS = {
    r"\bLADO\b": {"stockport", "derbyshire"},
    r"\bSAFER\b": {"tees"},
    r"\bSPOC\b": {"wales"},
    r"Social Services\b": {"wales"},
    r"Lloyd House": {"walsall"},
    r"\b(?:5|five|45) working days": {"derbyshire"},
    r"\bsame day\b": {"derbyshire"},
}

#: Numbers of services for the whole country, which any area's page may show.
NATIONAL = {"0808 1000 900", "0800 1111"}


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> list[BuiltPage]:
    ids = [area.id for area in AREAS]
    return [page for page in built_pages(site_dir) if page.address.split("/")[1] in ids]


def _area(page: BuiltPage) -> str:
    return page.address.split("/")[1]


def _texts(element: Element) -> Iterator[str]:
    """The text of an element but of its notes: they may compare areas."""
    classes = element.get("class", "").split()
    if "note" in classes or "reason" in classes:
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _said(page: BuiltPage) -> str:
    (article,) = page.all("article")
    return " ".join(" ".join(_texts(article)).split())


def test_every_area_has_pages(pages: list[BuiltPage]) -> None:
    assert {_area(page) for page in pages} == {area.id for area in AREAS}


@pytest.mark.parametrize("words", OWN_WORDS)
def test_words_of_one_source_show_in_no_other_area(words: str, pages: list[BuiltPage]) -> None:
    others = [page for page in pages if _area(page) not in OWN_WORDS[words]]
    found = {page.address: re.findall(f".{{0,40}}{words}.{{0,20}}", _said(page)) for page in others}
    assert {address: hits for address, hits in found.items() if hits} == {}


def test_numbers_of_one_area_show_in_no_other(pages: list[BuiltPage]) -> None:
    contacts = publication().contacts
    areas_of: dict[str, set[str]] = {}
    for area, register in contacts.items():
        for contact in register.values():
            if contact.number and contact.number != "999":
                areas_of.setdefault(contact.number, set()).add(area)
    lost = [
        f"{page.address}: {number}"
        for page in pages
        for number, areas in areas_of.items()
        if _area(page) not in areas and number not in NATIONAL and number in _said(page)
    ]
    assert lost == []


def test_title_in_the_tab_says_the_area(pages: list[BuiltPage]) -> None:
    for page in pages:
        (title,) = page.all("head")[0].iter("title")
        assert publication().areas[_area(page)].name in (title.text or ""), page.address
