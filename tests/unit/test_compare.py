"""The areas side by side: each cell is what the area's own flow says to the same case; nothing is lost on the way."""

import html
import re
from dataclasses import replace

import pytest

from handbook.comparing import check_comparison, subject_block, unknown_facts
from handbook.data import ROOT, Scenario
from handbook.reader import Reader
from pathways.advice import Given, advise
from pathways.compare.facts import SHARED
from pathways.compare.pose import Posed, compare, compare_walk, pose, shared_facts
from pathways.compare.readings import READINGS
from pathways.compare.subjects import SUBJECTS
from pathways.compare.table import Empty, Row, table
from pathways.flows import AREAS
from pathways.marking import journey
from pathways.model import Action, Area, Caution, Flow
from pathways.publication import CompareWords
from pathways.render import phrases
from pathways.render.comparison import cell_content
from pathways.render.steps import provisional_words
from pathways.vocabulary import TELL_NOBODY
from pathways.walk import Walk, walk
from tests.support.flows import all_journeys, each_flow, library, publication, spread

CASES = [(area, case) for area in AREAS for case in library().scenarios[area.id].scenarios]
each_case = pytest.mark.parametrize(("area", "case"), CASES, ids=[case.id for _, case in CASES])
each_area = pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)

NEVER_LOST = {"police", "childrens-social-care", *TELL_NOBODY}


@each_area
def test_a_reading_knows_its_area_and_the_shared_facts(area: Area) -> None:
    reading = READINGS[area.id]
    questions = {question.id: question for flow in area.flows for question in flow.questions}
    flows = {flow.id for flow in area.flows}
    assert set(reading.options) <= set(questions)
    for question, options in reading.options.items():
        assert set(options) <= set(questions[question].all_options), question
        for option in options.values():
            parts = [(part.question, part.options) for part in option.holds.parts()]
            for fact, values in [*parts, *option.says.items()]:
                assert values <= SHARED[fact], question
    assert set(reading.flows) <= flows
    assert all(values <= SHARED[fact] for facts in reading.flows.values() for fact, values in facts.items())
    assert {door.flow for door in reading.doors if door.flow} <= flows
    assert reading.doors[-1].when is None
    assert all(door.when for door in reading.doors[:-1])


def test_every_subject_tells_known_facts() -> None:
    assert unknown_facts() == []
    assert len(SUBJECTS) == 8


@each_case
def test_each_cell_is_the_advice_of_its_area(area: Area, case: Scenario) -> None:
    """The case of one area posed to all five; each column is compared with what its area's flow says, asked anew."""
    own = journey(area, case)
    posed = compare_walk(own)
    rows = table(posed).rows
    assert [one.area for one in posed] == list(AREAS)
    for number, one in enumerate(posed):
        asked = own if one.area is area else anew(one)
        given: list[Given[Action] | Given[Caution]] = []
        if asked:
            given += advise(asked).actions
            given += advise(asked).cautions
        shown = {row.code: [line for _, line in row.cells[number].lines] for row in rows}
        assert {code for code, lines in shown.items() if lines} == codes(given) - {"emergency-999"}
        for code, lines in shown.items():
            assert lines == [one for one in given if one.duty.code == code]
    for row in rows:
        expect_words(row, posed)


def anew(one: Posed) -> Walk | None:
    """The journey of a posed case, walked again by its answers."""
    return walk(one.area, one.walk.flow.id, one.walk.answers()) if one.walk else None


def codes(given: list[Given[Action] | Given[Caution]]) -> set[str]:
    return {one.duty.code for one in given}


def expect_words(row: Row[Action] | Row[Caution], posed: tuple[Posed, ...]) -> None:
    """Each cell in its own area's words, with its own limits and clauses, or with the reason why it is empty."""
    for cell in row.cells:
        text = plain("".join(cell_content(publication(), cell)))
        if cell.empty:
            assert publication().compare.empty[cell.empty] in text
        for _, given in cell.lines:
            kind, by = ("actions", given.duty.by) if isinstance(given.duty, Action) else ("cautions", None)
            assert publication().duty(given.flow, kind, given.duty.code, by).text in text
            assert given.flow.split("/")[0] == cell.area.id
            if condition := provisional_words(publication(), given):
                assert f"{publication().interface.if_} {condition}" in text
            if (more := publication().duty(given.flow, kind, given.duty.code, by).more) and "unless" in more:
                assert more in text
            if isinstance(given.duty, Action) and (when := phrases.timing(publication(), given.duty)):
                assert when in text
            for citation in given.duty.cites:
                if not citation.clause.startswith("HB-"):
                    assert citation.clause.partition("-")[2] in text
    assert len(row.cells) == len(posed)


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", markup))


@each_flow
def test_told_and_posed_again_a_case_loses_no_protection(flow: Flow) -> None:
    """From an area's answers to shared facts and back: police, social care and "tell nobody" are never lost."""
    assert all_journeys(flow)
    for here in spread(flow, 40):
        again = pose(here.area, shared_facts(here)).advice
        found = advise(here)
        before = NEVER_LOST & (found.action_codes() | found.caution_codes())
        assert again is None or before <= again.action_codes() | again.caution_codes(), here.answers()


def test_what_is_not_told_is_counted_as_possible() -> None:
    for one in compare({"subject": frozenset({"images"})}):
        assert one.advice is not None
        assert {"police", "childrens-social-care"} <= one.advice.action_codes()
        assert TELL_NOBODY & one.advice.caution_codes() or one.area.id == "wales"


def test_an_empty_cell_says_why() -> None:
    posed = compare(SUBJECTS["young-images"]["among-themselves"])
    cells = {row.code: {cell.area.id: cell.empty for cell in row.cells} for row in table(posed).rows}
    assert cells["safer-form"]["wales"] is Empty.SILENT
    assert cells["police"]["derbyshire"] is Empty.OTHER_CASES
    assert cells["removal-help"]["stockport"] is Empty.SAYS_NO
    silent = compare(SUBJECTS["secret-contact"]["looked-after"])
    derbyshire = {row.code: row.cells[1].empty for row in table(silent).rows}
    assert set(derbyshire.values()) == {Empty.NO_ROUTE}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_page_begins_with_its_main_differences_and_holds_each_case(subject: str) -> None:
    block = str(subject_block(publication(), subject))
    start = block.index('class="main-differences"')
    main = block[start : block.index("<h2", start)]
    assert len(re.findall(r"<li data-code", main)) == len(publication().compare.subjects[subject].differences) >= 3
    assert all(publication().areas[area.id].name in main for area in AREAS)
    assert block.count('class="compare-posed"') == len(SUBJECTS[subject])
    assert block.count('class="compare-wide"') == block.count('class="compare-narrow"') == len(SUBJECTS[subject])


def found(words: CompareWords) -> list[str]:
    reader = Reader(ROOT)
    check_comparison(ROOT, reader, replace(publication(), compare=words))
    return [trouble.what for trouble in reader.troubles]


def test_what_is_wrong_with_the_words_is_named() -> None:
    words = publication().compare
    assert found(words) == []
    without = {code: text for code, text in words.reasons.items() if code != "section-47"}
    assert "the areas differ in section-47 (adult), and nothing says why" in found(replace(words, reasons=without))
    told = replace(words.subjects["bullying"], differences=("whistleblowing",), cases={"serious": "A case."})
    wrong = found(replace(words, subjects={**words.subjects, "bullying": told}))
    assert wrong == ["not-serious has no words", "the areas do not differ in whistleblowing"]
    acts = {code: text for code, text in words.acts.items() if code != "police"} | {"polise": "Tell the police"}
    assert found(replace(words, acts=acts)) == ["police has no words", "polise is not known"]
    odd = {**words.reasons, "police": replace(words.reasons["police"], item="X-01")}
    assert found(replace(words, reasons=odd)) == ["X-01 is no item of conflict"]
