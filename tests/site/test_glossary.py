"""The glossary as readers get it, and the words that pages explain."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from handbook.data import Glossary
from handbook.glossary import GIVES_NONE, OWN_MEANING, anchor
from tests.support.flows import library, publication
from tests.support.pages import BuiltPage, built_pages, text_of

AT_MOST = 5
"""How many words a page may explain before it is no longer calm."""


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> list[BuiltPage]:
    return built_pages(site_dir)


@pytest.fixture(scope="module")
def page(pages: list[BuiltPage]) -> BuiltPage:
    return next(page for page in pages if page.address == "/about/glossary/")


def glossary() -> Glossary:
    found = library().glossary
    assert found is not None
    return found


def within(page: BuiltPage, *tags: str) -> list[Element]:
    """The elements that stand inside one of the tags."""
    return [inner for tag in tags for outer in page.all(tag) for inner in outer.iter() if inner is not outer]


def test_each_word_has_its_place_and_its_meaning(page: BuiltPage) -> None:
    entries = {heading.get("id"): entry for entry in page.all("section") for heading in entry.iter("h2")}
    assert list(entries) == [anchor(term) for term in glossary().terms]
    for term in glossary().terms:
        text = text_of(entries[anchor(term)])
        assert f"{OWN_MEANING}: {term.meaning}" in text
        assert all(word in text for word in term.also)


def test_each_area_says_its_definition_with_its_clauses_or_that_it_gives_none(page: BuiltPage) -> None:
    names = {id: area.name for id, area in publication().areas.items()}
    for term, entry in zip(glossary().terms, page.all("section", class_="glossary-entry"), strict=True):
        shown = {text_of(part.findall("dt")[0]): part for part in entry.iter("div")}
        assert list(shown) == [name for id, name in names.items() if id in term.areas], term.term
        for id, definition in term.areas.items():
            part = shown[names[id]]
            assert definition.text in text_of(part)
            cited = [f"../../{id}/clauses/#{clause}" for clause in definition.clauses]
            assert [link.get("href") for link in part.iter("a")] == cited
        silent = [name for id, name in names.items() if id not in term.areas]
        said = f"{', '.join(silent)}: {GIVES_NONE}."
        assert (said in text_of(entry)) == bool(silent), term.term


def test_a_page_explains_few_words_each_once_and_leads_to_the_glossary(pages: list[BuiltPage], page: BuiltPage) -> None:
    seen = set()
    for one in pages:
        links = one.all("a", class_="explained")
        ends = [urljoin(one.address, str(link.get("href"))) for link in links]
        assert len(ends) == len(set(ends)) <= AT_MOST, one.address
        for end, link in zip(ends, links, strict=True):
            address, _, fragment = end.partition("#")
            assert address == page.address
            assert fragment in page.ids
            assert link.get("title")
        seen.update(ends)
    assert {f"{page.address}#term-{word}" for word in ("lado", "spoc", "safer-referral-form", "ceop")} <= seen


def test_no_word_is_explained_in_a_heading_a_link_a_table_or_a_tool(pages: list[BuiltPage]) -> None:
    for one in pages:
        elsewhere = within(one, "h1", "h2", "h3", "h4", "a", "table", "code", "guided-flow", "nav")
        assert [text_of(inner) for inner in elsewhere if inner.get("class") == "explained"] == [], one.address


def test_each_page_ends_with_the_words_that_it_explains(pages: list[BuiltPage]) -> None:
    for one in pages:
        meanings = [link.get("title") for link in one.all("a", class_="explained")]
        printed = [text_of(part) for box in one.all("details", class_="explained-words") for part in box.iter("dd")]
        assert printed == meanings, one.address
