"""The page "How the tools are proved" on the site: every rule in words, and the figures that the checks give."""

from pathlib import Path

import pytest

from handbook.chapters import read_chapters
from handbook.coverage import told
from handbook.data import ROOT
from handbook.proof import ANSWERS, MAKING, TESTS, WORDS
from handbook.scenarios import faults
from pathways.checks import RULES, prove
from pathways.flows import AREAS
from pathways.model import Area
from tests.support.flows import library, publication
from tests.support.pages import BuiltPage, built_pages, tables, text_of

#: The tables of the page, in their order; exceptions, and clauses left out, only have one when there are any.
COUNTS, CLAUSES, CASES, MUTANTS = "What was tried", "Where the clauses went", "Cases, by area", "What became of the mut"


@pytest.fixture(scope="module")
def page(site_dir: Path) -> BuiltPage:
    (found,) = (page for page in built_pages(site_dir) if page.address == "/about/proof/")
    return found


def rows(page: BuiltPage, caption: str) -> dict[str, list[int]]:
    """The figures of one table by the name of the area, as numbers."""
    titles = [text_of(one) for one in page.all("caption")]
    (place,) = [place for place, title in enumerate(titles) if title.startswith(caption)]
    found = {}
    for name, *cells in tables(page.html)[place][1:]:
        found[name] = [int(cell.replace(",", "")) for cell in cells]
    return found


def expected(figures: dict[str, list[int]]) -> dict[str, list[int]]:
    """Figures by area's id, as the page names them, with their sum."""
    named = {publication().areas[area].name: row for area, row in figures.items()}
    return named | {"All areas": [sum(column) for column in zip(*figures.values(), strict=True)]}


def test_every_rule_is_told(page: BuiltPage) -> None:
    lines = [text_of(one) for one in page.all("li")]
    for words in (*(rule.words for rule in RULES), *ANSWERS, *MAKING, *WORDS, *TESTS):
        assert words in lines


def test_the_counts_are_those_of_the_proof(page: BuiltPage) -> None:
    def counts(area: Area) -> list[int]:
        proof = prove(area)
        return [proof.flows, proof.journeys, proof.comparisons, len(proof.exemptions_used), len(proof.problems)]

    found = rows(page, COUNTS)
    assert found == expected({area.id: counts(area) for area in AREAS})
    assert [row[-1] for row in found.values()] == [0] * (len(AREAS) + 1)


def test_every_clause_is_accounted_for(page: BuiltPage) -> None:
    chapters = read_chapters(ROOT)
    figures = {}
    for area in AREAS:
        register, places = library().registers[area.id], told(area.id, chapters, {})
        left_out = [id for id, clause in register.items() if clause.left_out]
        assert set(register) <= {*places, *left_out}
        on_pages = [id for id in register if any(not place.in_tool for place in places.get(id, []))]
        in_tools = [id for id in register if any(place.in_tool for place in places.get(id, []))]
        figures[area.id] = [len(register), len(on_pages), len(in_tools), len(left_out)]
    assert rows(page, CLAUSES) == expected(figures)


def test_every_case_is_named_with_its_tool_and_gets_what_it_must(page: BuiltPage) -> None:
    links = {text_of(item).split(",")[0]: item.find("a") for item in page.all("li")}
    figures = {}
    for area in AREAS:
        cases = library().scenarios[area.id].scenarios
        figures[area.id] = [len(cases), len([case for case in cases if not list(faults(area, case))])]
        for case in cases:
            link = links[case.id]
            assert link is not None
            assert link.get("href") == f"../../{case.entry}/"
    found = rows(page, CASES)
    assert found == expected(figures)
    assert all(number == good for number, good in found.values())


def test_the_figures_of_mutants_are_those_that_were_kept(page: BuiltPage) -> None:
    kept = library().mutants
    assert kept is not None
    figures = {
        id: [one.mutants, sum(one.caught.values()), one.idle, len(one.survived)] for id, one in kept.areas.items()
    }
    assert rows(page, MUTANTS) == expected(figures)
    assert ("The tools have changed since" in page.html) == (kept.logic != publication().edition.logic)


def test_the_edition_and_its_logic_are_named(page: BuiltPage) -> None:
    assert publication().edition.name in page.html
    assert publication().edition.logic in page.html


def test_the_page_is_found_from_what_the_handbook_is_not(site_dir: Path) -> None:
    (limits,) = (page for page in built_pages(site_dir) if page.address == "/about/limits/")
    (article,) = limits.all("article")
    assert "../proof/" in [one.get("href") for one in article.iter("a")]
