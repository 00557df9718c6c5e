"""The register "What has changed": every note of a change once, hazards first, each with its clauses and evidence."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from handbook.currency import CHANGES, RISKS, risk_of
from pathways.publication import NoteWords
from pathways.render.duties import evidence
from tests.support.flows import library, publication
from tests.support.pages import BuiltPage, built_pages, text_of


@pytest.fixture(scope="module")
def page(site_dir: Path) -> BuiltPage:
    (found,) = (page for page in built_pages(site_dir) if page.address == "/about/currency/")
    return found


def _changes() -> dict[str, NoteWords]:
    return {id: note for id, note in publication().notes.items() if note.kind in CHANGES}


def _register(page: BuiltPage) -> Element:
    """The element that holds the register: the one whose children are its headings."""
    (block,) = (one for one in page.all("div", class_="handbook-block") if one.find("h2") is not None)
    return block


def _notes(page: BuiltPage) -> Iterator[tuple[str, str, Element, Element]]:
    """Each note in order: the part it stands in, the heading above it, its box, and the line with its areas."""
    part = heading = ""
    for child in _register(page):
        if child.tag == "h2":
            part = str(child.get("id"))
        elif child.tag == "h3":
            heading = str(child.get("id"))
        elif "note" in child.get("class", "").split():
            for line in child.iter("p"):
                if line.get("class") == "note-where":
                    yield part, heading, child, line


def test_every_note_of_a_change_stands_there_once(page: BuiltPage) -> None:
    assert Counter(line.get("id") for *_, line in _notes(page)) == Counter(list(_changes()))


def test_hazards_come_first_and_each_note_in_its_part(page: BuiltPage) -> None:
    parts = list(dict.fromkeys(part for part, *_ in _notes(page)))
    assert parts == list(RISKS)
    assert parts[0] == "hazard"
    for part, _, _, line in _notes(page):
        id = str(line.get("id"))
        assert part == risk_of(id, _changes()[id])
        if id.startswith("CUR-H") or _changes()[id].kind == "suppressed":
            assert part == "hazard"


def test_each_note_says_what_its_page_says_and_what_shows_it(page: BuiltPage) -> None:
    for _, _, box, line in _notes(page):
        words = _changes()[str(line.get("id"))]
        assert words.text in text_of(box)
        assert f"note-{words.kind}" in str(box.get("class"))
        shown = [text_of(one) for one in box.iter("p") if one.get("class") == "note-evidence"]
        assert shown == ([evidence(publication(), words)] if words.evidence else [])


def test_each_note_leads_to_its_clauses_or_to_the_pages_that_show_it(page: BuiltPage) -> None:
    areas = {clause: area for area, register in library().registers.items() for clause in register}
    for *_, line in _notes(page):
        words = _changes()[str(line.get("id"))]
        links = {str(link.get("href")) for link in line.iter("a")}
        assert links
        if words.clauses:
            assert links == {f"../../{areas[clause]}/clauses/#{clause}" for clause in words.clauses}


def test_what_is_said_alike_of_several_areas_stands_once(page: BuiltPage) -> None:
    where = {str(line.get("id")): (heading, box) for _, heading, box, line in _notes(page)}
    for id, words in _changes().items():
        other = _changes().get(f"{id}-TEE")
        if other is None:
            continue
        assert where[id][0] == where[f"{id}-TEE"][0] == f"about-{id}"
        if (words.text, words.evidence, words.kind) == (other.text, other.evidence, other.kind):
            assert where[id][1] is where[f"{id}-TEE"][1]
            assert text_of(where[id][1]).count(words.text) == 1


def test_the_counts_are_those_of_the_notes(page: BuiltPage) -> None:
    (table,) = page.all("table", class_="count-table")
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")]
    kinds = Counter(words.kind for words in _changes().values())
    assert [row[0] for row in rows[1:-1]] == list(RISKS.values())
    assert rows[-1][1:] == [*(str(kinds[kind]) for kind in CHANGES), str(len(_changes()))]
    for column in range(1, len(rows[0])):
        assert sum(int(row[column]) for row in rows[1:-1]) == int(rows[-1][column])


def test_search_finds_the_page_but_not_each_note_a_second_time(site_dir: Path) -> None:
    index = json.loads((site_dir / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"] for entry in index["docs"] if entry["location"].startswith("about/currency/")}
    assert "about/currency/" in found
    assert not [location for location in found if location.partition("#")[2].startswith(("about-", *RISKS))]
