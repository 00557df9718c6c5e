"""The pages of the exercises, as they are built: each case whole, with nothing that Python alone would tell."""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from handbook.data import Scenario
from handbook.training import anchor
from pathways.advice import advise
from pathways.flows import AREAS
from tests.support.exercises import CASES, each_case, flow_of, page_of, right_way
from tests.support.flows import library, publication
from tests.support.pages import BuiltPage, built_pages, text_of


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> dict[str, BuiltPage]:
    return {page.address: page for page in built_pages(site_dir) if page.address.startswith("/training/")}


@pytest.fixture
def exercise(case: Scenario, pages: dict[str, BuiltPage]) -> Element:
    """A case as its page holds it."""
    (found,) = pages[page_of(case)].all("section", id=anchor(case))
    return found


def of_class(part: Element, name: str) -> Element:
    (found,) = [one for one in part.iter() if name in one.get("class", "").split()]
    return found


def test_every_area_has_a_page_with_all_its_cases(pages: dict[str, BuiltPage]) -> None:
    for area in AREAS:
        page = pages[f"/training/{area.id}/"]
        cases = [case for case in CASES if flow_of(case).area == area.id]
        assert len(cases) >= 12
        tools = [tool.get("data-exercise") for tool in page.all("guided-flow")]
        assert tools == [case.id for case in cases]
        links = {link.get("href") for link in of_class(page.tree, "exercise-list").iter("a")}
        assert links == {f"#{anchor(case)}" for case in cases}
        for case, item in zip(cases, of_class(page.tree, "exercise-list").iter("li"), strict=True):
            tagged = ", ".join(role.name for role in library().roles if role.id in case.roles)
            assert case.role in text_of(item)
            assert text_of(item).endswith(publication().training.for_roles.format(roles=tagged)) == bool(tagged)
        assert publication().edition.status[area.id] in text_of(page.tree)
    beginning = {link.get("href") for link in pages["/training/"].all("a")}
    assert {f"{area.id}/" for area in AREAS} <= beginning


@each_case
def test_case_stands_in_its_words(case: Scenario, exercise: Element) -> None:
    text = text_of(exercise)
    assert " ".join(case.facts.split()) in text
    assert publication().training.role.format(role=case.role) in text
    assert f"../../{case.entry}/" in [link.get("href") for link in exercise.iter("a")]
    (tool,) = exercise.iter("guided-flow")
    assert tool.get("data-flow") == case.entry


@each_case
def test_questions_stand_without_their_answers(case: Scenario, exercise: Element) -> None:
    work = of_class(exercise, "exercise-work")
    text = text_of(work)
    for passage in right_way(CASES.index(case)).passages:
        for step in passage.steps:
            if step.asked:
                words = publication().flows[passage.flow.id].questions[step.question.id]
                for said in (words.ask, *(words.options[option].label for option in step.question.all_options)):
                    assert " ".join(said.split()) in text
    assert [fact.words for fact in case.given.values() if f"“{fact.words}”" in text] == []


@each_case
def test_answer_is_folded_and_whole(case: Scenario, exercise: Element) -> None:
    answer = of_class(exercise, "exercise-answer")
    assert answer.tag == "details"
    assert answer.get("open") is None
    text = text_of(answer)
    for fact in case.given.values():
        assert f"“{' '.join(fact.words.split())}”" in text
    advice = advise(right_way(CASES.index(case)))
    codes = {element.get("data-code") for element in answer.iter() if element.get("data-code")}
    assert codes == advice.action_codes() | advice.caution_codes() | set(case.not_expected)
    links = {str(link.get("href")).partition("#")[2] for link in answer.iter("a")}
    for given in advice.actions:
        assert {citation.clause for limit in given.duty.within for citation in limit.cites} <= links
        assert {citation.clause for citation in given.duty.cites} <= links
        for limit in given.duty.within:
            assert publication().interface.limit[limit.code].lower() in text.lower()
    for caution in advice.cautions:
        assert {citation.clause for citation in caution.duty.cites} <= links


def test_search_finds_the_pages_and_no_case(site_dir: Path) -> None:
    index = json.loads((site_dir / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"]: entry["text"] for entry in index["docs"] if entry["location"].startswith("training/")}
    assert {f"training/{area.id}/" for area in AREAS} <= set(found)
    assert [case.id for case in CASES for text in found.values() if case.facts[:60] in text] == []
