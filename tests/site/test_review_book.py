"""The review book of each area: every line of its tools and registers, in words, each with a number of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from handbook.contacts import state
from pathways.citations import citations, notes_of, worksheet_items
from pathways.conditions import Condition
from pathways.flows import AREAS
from pathways.model import Action, Area, Citation, Duty, Flow, Note, Outcome
from pathways.render import dates, phrases
from pathways.render.steps import letter_of
from pathways.vocabulary import Basis
from tests.support.flows import library, publication
from tests.support.pages import BuiltPage, built_pages, text_of

each_area = pytest.mark.parametrize("area", AREAS, ids=[area.id for area in AREAS])


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a book: its name, what is known of it, and the text of its cells."""

    key: str
    label: str
    data: dict[str, str]
    text: str
    exactly: str | None


@dataclass(frozen=True, kw_only=True)
class Book:
    page: BuiltPage
    lines: dict[str, Line]

    @property
    def keys(self) -> list[str]:
        return list(self.lines)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def _rows(page: BuiltPage) -> Iterator[Element]:
    """Every row of the page, and the lines that stand before a chart, in order."""
    yield from (one for one in page.tree.iter() if one.tag == "tr" or one.get("class") == "review-use")


def _said(element: Element) -> str:
    """The text of an element; paragraphs, cells and parts of a note stand apart."""
    inside = "".join([element.text or "", *(_said(child) + (child.tail or "") for child in element)])
    return f" {inside} " if element.tag in ("p", "td", "th", "div") else inside


def _line(row: Element) -> Line | None:
    named = next((one for one in row.iter() if one.get("data-line")), None)
    if named is None:
        return None
    exact = next((text_of(one) for one in row.iter("p") if one.get("class") == "review-exact"), None)
    data = {name.removeprefix("data-"): value for name, value in named.items()}
    return Line(key=data["line"], label=text_of(named), data=data, text=squeezed(_said(row)), exactly=exact)


@pytest.fixture(scope="module")
def books(site_dir: Path) -> dict[str, Book]:
    found = {}
    for page in built_pages(site_dir):
        area, _, rest = page.address.strip("/").partition("/")
        if rest == "review-book":
            lines = [line for row in _rows(page) if (line := _line(row))]
            assert len({line.key for line in lines}) == len(lines)
            found[area] = Book(page=page, lines={line.key: line for line in lines})
    return found


def placed_duties(flow: Flow) -> list[tuple[Duty, Outcome | None]]:
    own: list[tuple[Duty, Outcome | None]] = [(duty, None) for duty in flow.duties]
    return own + [(duty, outcome) for outcome in flow.outcomes for duty in outcome.duties]


def placed_notes(flow: Flow) -> list[tuple[Note, Outcome | None]]:
    own: list[tuple[Note, Outcome | None]] = [(note, None) for note in flow.notes]
    return own + [(note, outcome) for outcome in flow.outcomes for note in outcome.notes]


def tools(area: Area) -> Iterator[tuple[str, Flow]]:
    yield from ((f"tool-{number}", flow) for number, flow in enumerate(area.flows, 1))


def letter(place: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[place]


def expected_keys(area: Area) -> Iterator[str]:
    """The name of every line of the tools, in the order of the book."""
    for tool, flow in tools(area):
        yield f"{tool}-use"
        for number, question in enumerate(flow.questions, 1):
            yield f"{tool}-question-{number}"
            yield from (f"{tool}-answer-{number}{letter(place)}" for place in range(len(question.all_options)))
        yield from (f"{tool}-outcome-{letter_of(flow, outcome)}" for outcome in flow.outcomes)
        for kind, amount in (
            ("duty", len(flow.all_duties())),
            ("item", len(list(worksheet_items(flow)))),
            ("onward", len(flow.goes_on)),
            ("remark", len(flow.all_notes())),
        ):
            yield from (f"{tool}-{kind}-{number}" for number in range(1, amount + 1))


def assert_rests(book: Book, line: Line, cites: tuple[Citation, ...]) -> None:
    """A line names each of its clauses with its place and its basis, and the note behind what is inferred."""
    for citation in cites:
        id = citation.clause
        if citation.basis is Basis.HANDBOOK:
            assert re.search(rf"Handbook's own: (?:HB-\d+, )*{id}\b", line.text), (line.key, id)
            continue
        short = re.escape(id.partition("-")[2])
        place = re.escape(squeezed(publication().clauses[id].place))
        # Clauses of one place stand before it together; those of one basis stand behind it.
        assert re.search(rf"(?<![\w.-]){short}(?:, [\w.-]+)*(?: \({place}\))", line.text), (line.key, id)
        if citation.basis is Basis.STATED:
            assert "Stated: " in line.text, (line.key, id)
        else:
            note = book.lines[f"note-{citation.item}"].label.lower()
            assert f"Inferred, {note}: " in line.text, (line.key, id)


@each_area
def test_lines_are_complete_and_in_order(area: Area, books: dict[str, Book]) -> None:
    keys = books[area.id].keys
    assert [key for key in keys if key.startswith("tool-")] == list(expected_keys(area))
    assert [key for key in keys if key.startswith("contact-")] == [
        f"contact-{id}" for id in publication().contacts[area.id]
    ]
    register = library().registers[area.id]
    of_source = [key for key in keys if key.startswith("clause-") and not key.startswith("clause-HB-")]
    assert of_source == [f"clause-{id}" for id in register]


@each_area
def test_numbers_count_from_one_and_leave_none_out(area: Area, books: dict[str, Book]) -> None:
    for kind in ("contact", "note", "rule"):
        labels = [line.label for line in books[area.id].lines.values() if line.key.startswith(f"{kind}-")]
        assert labels == [f"{kind.capitalize()} {number}" for number in range(1, len(labels) + 1)]
        assert labels


@each_area
def test_questions_and_answers_stand_whole_with_where_they_lead(area: Area, books: dict[str, Book]) -> None:
    book = books[area.id]
    for tool, flow in tools(area):
        words = publication().flows[flow.id]
        assert squeezed(words.entry) in book.lines[f"{tool}-use"].text
        assert_rests(book, book.lines[f"{tool}-use"], flow.cites)
        for number, question in enumerate(flow.questions, 1):
            asked = words.questions[question.id]
            line = book.lines[f"{tool}-question-{number}"]
            assert line.label == f"Question {number}"
            assert line.data["question"] == question.id
            for said in (asked.ask, asked.hint or "", asked.why, question.reason):
                assert squeezed(said) in line.text
            assert ("“I don't know” cannot be chosen" in line.text or "For the same reason" in line.text) == (
                not question.unknown
            )
            assert_rests(book, line, question.cites)
            led_to = []
            for place, option in enumerate(question.all_options):
                line = book.lines[f"{tool}-answer-{number}{letter(place)}"]
                route = question.route_for(frozenset({option}))
                assert line.data["option"] == option
                assert squeezed(asked.options[option].label) in line.text
                step = next((f"Question {n}" for n, one in enumerate(flow.questions, 1) if one.id == route.to), "")
                if not step:
                    step = f"Outcome {letter_of(flow, flow.outcome(route.to))}: {words.outcomes[route.to].title}"
                assert squeezed(step) in line.text
                assert_rests(book, line, route.cites)
                led_to.append(route)
            assert set(map(id, question.routes)) == set(map(id, led_to))


@each_area
def test_outcomes_worksheets_and_onward_ways_stand_whole(area: Area, books: dict[str, Book]) -> None:
    book = books[area.id]
    for tool, flow in tools(area):
        words = publication().flows[flow.id]
        for outcome in flow.outcomes:
            line = book.lines[f"{tool}-outcome-{letter_of(flow, outcome)}"]
            assert line.data["outcome"] == outcome.id
            said = words.outcomes[outcome.id]
            for part in (said.title, said.summary, phrases.urgency(publication(), outcome.urgency)):
                assert squeezed(part) in line.text
            assert_rests(book, line, outcome.cites)
        for number, item in enumerate(worksheet_items(flow), 1):
            line = book.lines[f"{tool}-item-{number}"]
            assert line.data["item"] == item.id
            assert squeezed(words.items[item.id]) in line.text
            assert_rests(book, line, item.cites)
        for number, onward in enumerate(flow.goes_on, 1):
            line = book.lines[f"{tool}-onward-{number}"]
            assert line.data["to"] == onward.flow
            assert squeezed(publication().flows[onward.flow].title) in line.text
            for question, options in onward.given.items():
                given = phrases.answer_words(publication(), onward.flow, question, options)
                assert given
                assert squeezed(given) in line.text
            assert_case(area, flow, line, onward.when)
            assert_rests(book, line, onward.cites)


@each_area
def test_every_duty_stands_with_all_that_it_says(area: Area, books: dict[str, Book]) -> None:
    book = books[area.id]
    for tool, flow in tools(area):
        for number, (duty, outcome) in enumerate(placed_duties(flow), 1):
            line = book.lines[f"{tool}-duty-{number}"]
            assert line.data["code"] == duty.code
            by, kind = (duty.by, "actions") if isinstance(duty, Action) else (None, "cautions")
            words = publication().duty(flow.id, kind, duty.code, by)
            for said in (words.text, words.more, words.provisional):
                assert squeezed(said or "") in line.text
            if isinstance(duty, Action):
                assert phrases.force(publication(), duty) in line.text
                assert phrases.who(publication(), flow.id, duty) in line.text
                assert (duty.for_whom or "").replace("-", " ") in line.text
                for when in dates.timings(publication(), area.id, duty, None):
                    assert squeezed(when) in line.text
                if duty.contact:
                    contact = book.lines[f"contact-{duty.contact}"].label.lower()
                    name = publication().contacts[area.id][duty.contact].name
                    assert squeezed(f"{name} ({contact})") in line.text
                for limit in duty.within:
                    for citation in limit.cites:
                        assert citation.clause.removeprefix(citation.clause.split("-")[0] + "-") in line.text
            else:
                assert "Do not: " in line.text
            assert ("t outcome " in line.text) >= (outcome is not None)
            if outcome:
                assert f"At outcome {letter_of(flow, outcome)}, " in line.text
            assert_case(area, flow, line, duty.when)
            assert_rests(book, line, duty.cites)


def assert_case(area: Area, flow: Flow, line: Line, when: Condition | None) -> None:
    """The words say the condition, and the answers below hold in the same cases as the condition itself."""
    if when is None:
        assert "n every case" in line.text
        assert line.exactly is None
        return
    assert squeezed(phrases.described(publication(), flow.id, when)) in line.text
    assert line.exactly is not None
    numbered: dict[str, dict[str, str]] = {}
    for question in dict.fromkeys(part.question for part in when.parts()):
        asking = next(one for one in (flow, *area.flows) if one.question(question))
        asked = asking.question(question)
        assert asked is not None
        place = asking.questions.index(asked) + 1
        elsewhere = "" if asking is flow else f" of tool {area.flows.index(asking) + 1}"
        numbered[question] = {o: f"{place}{letter(n)}{elsewhere}" for n, o in enumerate(asked.all_options)}
    logic = re.sub(r"\d+[a-z](?: of tool \d+)?", lambda answer: f"({answer.group()!r} in chosen)", line.exactly)
    for options in product(*([None, *answers] for answers in numbered.values())):
        given = {question: option for question, option in zip(numbered, options, strict=True) if option}
        chosen = {numbered[question][option] for question, option in given.items()}
        facts = {question: frozenset({option}) for question, option in given.items()}
        assert eval(logic, {"chosen": chosen}) == when.holds(facts), (line.key, line.exactly, given)


@each_area
def test_every_note_stands_whole_and_tools_name_theirs(area: Area, books: dict[str, Book]) -> None:
    book = books[area.id]
    clauses = library().registers[area.id]
    wanted = {id for id, words in publication().notes.items() if any(one in clauses for one in words.clauses)}
    wanted |= set().union(*(notes_of(flow) for flow in area.flows))
    for id in wanted:
        words = publication().notes[id]
        line = book.lines[f"note-{id}"]
        for said in (words.title, words.text, words.evidence, words.since):
            assert squeezed(said or "") in line.text, id
        for clause in (one for one in words.clauses if one in clauses):
            assert clause.partition("-")[2] in line.text, id
    for tool, flow in tools(area):
        for number, (note, outcome) in enumerate(placed_notes(flow), 1):
            line = book.lines[f"{tool}-remark-{number}"]
            assert line.data["note"] == note.id
            assert squeezed(publication().notes[note.id].title) in line.text
            assert line.text.count(book.lines[f"note-{note.id}"].label) == 1
            assert_case(area, flow, line, note.when)
            if outcome:
                assert f"At outcome {letter_of(flow, outcome)}, " in line.text


@each_area
def test_every_contact_stands_with_its_number_its_state_and_room_for_another(
    area: Area, books: dict[str, Book]
) -> None:
    for id, contact in publication().contacts[area.id].items():
        line = books[area.id].lines[f"contact-{id}"]
        for said in (contact.name, contact.number, contact.online, contact.rule, contact.note):
            assert squeezed(said or "") in line.text
        assert squeezed(state(publication(), area.id, id)) in line.text
        assert all(cite.partition("-")[2] in line.text for cite in contact.cites)
        assert ("If another is right:" in line.text) == (id != "emergency")


@each_area
def test_every_clause_stands_with_its_kind_its_force_and_where_it_went(area: Area, books: dict[str, Book]) -> None:
    book = books[area.id]
    cited = {citation.clause for flow in area.flows for _, citation in citations(flow)}
    for id, clause in library().registers[area.id].items():
        line = book.lines[f"clause-{id}"]
        assert line.label == squeezed(f"{id}{clause.place}")
        for said in (clause.gist, clause.kind, clause.force, clause.left_out):
            assert squeezed(said or "") in line.text
        assert ("Tool " in line.text) == (id in cited)
        assert id in cited or clause.left_out or "Pages: " in line.text
    assert {f"clause-{id}" for id in cited} <= set(book.keys)


@each_area
def test_register_names_the_duties_that_rest_on_a_clause(area: Area, books: dict[str, Book]) -> None:
    book = books[area.id]
    for tool, flow in tools(area):
        for number, (duty, _) in enumerate(placed_duties(flow), 1):
            for citation in duty.cites:
                went = book.lines[f"clause-{citation.clause}"].text
                name = tool.replace("tool-", "Tool ")
                assert re.search(rf"{name}: [^.]*duty (?:\d+, )*{number}\b", went), (tool, number, citation.clause)


@each_area
def test_cover_and_form_name_the_edition_and_the_logic(area: Area, books: dict[str, Book]) -> None:
    page = books[area.id].page
    edition = publication().edition
    for part in ("review-cover", "review-sign-off"):
        (section,) = page.all("section", class_=part)
        assert edition.name in text_of(section)
        assert edition.logic in text_of(section)
    (cover,) = page.all("section", class_="review-cover")
    assert squeezed(edition.status[area.id]) in text_of(cover)
    (form,) = page.all("section", class_="review-sign-off")
    assert f"docs/_data/areas/{area.id}.yml" in text_of(form)
    for field in ("Name:", "Role:", "Board or partnership:", "Date:", "Signature:"):
        assert field in text_of(form)


@each_area
def test_every_line_has_its_boxes(area: Area, books: dict[str, Book]) -> None:
    for row in _rows(books[area.id].page):
        if line := _line(row):
            marks = [one for one in row.iter("span") if one.get("class") == "review-mark"]
            assert [text_of(mark) for mark in marks] == ["yes no"], line.key


@each_area
def test_book_is_found_from_the_area_s_first_page_and_the_register(area: Area, site_dir: Path) -> None:
    for page, link in (("", "review-book/"), ("clauses/", "../review-book/")):
        html = (site_dir / area.id / page / "index.html").read_text("utf-8")
        assert f'href="{link}"' in html.split("<article")[1], page
