"""The review book of an area put together: cover, rules of every tool, tools, contacts, clauses, notes, sign-off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from handbook.chapters import Chapter
from handbook.data import DATA, Library
from handbook.review_book.lines import INFERRED, OWN, RESTS_ON, STATED, TICK, Row, rests, review_table, row
from handbook.review_book.numbers import RULE, Numbers, anchor, numbers
from handbook.review_book.registers import CLAUSES, CONTACTS, NOTES, clauses, contacts, notes
from handbook.review_book.tool import ALWAYS, IN_CASE, WHAT, tool
from pathways.citations import worksheet_items
from pathways.flows import AREAS
from pathways.model import EMERGENCY, Area
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import Html, el, join, labelled_table

WHAT_IT_IS = "What this book is"
FACTS = ("Area", "Source and status", "Edition", "Decision logic")
LOGIC = "{hash} (it changes when any rule of a tool changes)"
ABOUT = (
    "It holds all that the handbook's tools for {area} ask and say, line by line, with the clause behind each. "
    "Nobody needs the tools or a computer to check it."
)
HOW = "How to review it"
STEPS = (
    "Have the source beside you. Take the tools one after the other, then the contacts, the clauses and the notes.",
    "Tick each line: is it right, yes or no? Where it is not, write beside it what it should say.",
    "Quote a line by its tool and number, such as “Tool 1, duty 12”. Questions and outcomes have the same numbers and "
    "letters on the screen; the answers of question 2 are 2a, 2b and so on.",
    "“In which case” says when a line is shown. Below it stand the answers that bring it up, such as (1a or 1b).",
    "In the tools a clause is named without the letters of the area, which the list of clauses has. A note is named by "
    "its number in the list of notes.",
    "Ring each number, and write down the right one where it differs.",
    "Fill in the form on the last page.",
)
BASES = "What a line rests on"
MEANINGS = {
    STATED: "The clause says just this.",
    INFERRED: "The handbook reads it out of the clause. The note that is named says why.",
    OWN: "No source prints it. The handbook adds it, for safety or where the source is silent.",
}
SIGNING = "What signing means"
SIGNED = (
    "Whoever signs says that this edition agrees with the source, and with what the area now wants its workers to do, "
    "but for the changes marked. A change of the words, the facts or the decision logic needs a new look.",
    "Signing does not make the handbook the area's procedure. The procedure in force stays what counts.",
)
HOLDS = "What this book holds"
PART, QUESTIONS, ANSWERS, OUTCOMES, DUTIES, ITEMS = "Part", "Questions", "Answers", "Outcomes", "Duties", "Worksheet"
RULES = "Rules of every tool"
RULES_OF_ALL = (
    "Where the police are told, content comes down only once they have captured the evidence.",
    "Where the police are told, CEOP, the Internet Watch Foundation, sites and network providers are told only after "
    "police and social care.",
    "Where somebody must not be alerted or told, parents are told only once the police agree.",
    "An act that several lines give stands in the advice once: with all their clauses, the strongest duty and the "
    "earliest time limit.",
    "The advice puts danger first. Then come telling and referring, allegations, evidence, people and records, and "
    "what comes later.",
    "“I don't know” never gives less protection than any other answer.",
)
SIGN_OFF = "Sign-off"
SIGN_OFF_OF = "{area}: {edition} Decision logic {hash}."
CHOICES = ("Signed off", "Signed off with the changes marked", "Not signed off")
FIELDS = ("Name", "Role", "Board or partnership", "Date", "Signature")
CHANGES = "The most important changes: line, and what it should say"
CHANGE_LINES = 5
EDITOR = "For the editor: make the changes marked first. Once the book is signed off, write in {file}:"
ENTRY = 'sign_off: {who: "name", role: "role on the board", date: 2026-11-21}'


def review_book(
    root: Path, library: Library, publication: Publication, area_id: str, chapters: Sequence[Chapter]
) -> Html:
    """The whole book of an area."""
    area = next(one for one in AREAS if one.id == area_id)
    counted = numbers(library, publication, area, chapters)
    return el(
        "div",
        _cover(publication, counted),
        _rules(publication, counted),
        *(tool(root, publication, counted, flow) for flow in area.flows),
        contacts(publication, counted),
        clauses(publication, counted, library.areas[area.id], chapters),
        notes(publication, counted),
        _sign_off(publication, area),
        class_="review-book",
        data_search_exclude=True,
    )


def _cover(publication: Publication, counted: Numbers) -> Html:
    area, edition = counted.area, publication.edition
    name = publication.areas[area.id].name
    facts = zip(FACTS, (name, edition.status[area.id], edition.name, LOGIC.format(hash=edition.logic)), strict=True)
    return el(
        "section",
        el("h2", WHAT_IT_IS),
        el("p", ABOUT.format(area=name)),
        _terms(facts),
        el("h2", HOW),
        el("ol", *(el("li", words) for words in STEPS)),
        el("h2", BASES),
        _terms(MEANINGS.items()),
        el("h2", SIGNING),
        *(el("p", words) for words in SIGNED),
        el("h2", HOLDS),
        _contents(publication, counted),
        class_="review-cover",
    )


def _terms(pairs: Iterable[tuple[str, str]]) -> Html:
    return el("dl", *(el("div", el("dt", term), el("dd", words)) for term, words in pairs), class_="review-terms")


def _contents(publication: Publication, counted: Numbers) -> Html:
    """The parts of the book, and how many lines of each kind a tool has."""
    rows = []
    for flow in counted.area.flows:
        name = counted.tool(flow)
        link = el("a", f"{name}: {publication.flows[flow.id].title}", href=f"#{anchor(name)}")
        amounts = (
            len(flow.questions),
            sum(len(question.all_options) for question in flow.questions),
            len(flow.outcomes),
            len(flow.all_duties()),
            len(list(worksheet_items(flow))),
        )
        rows.append((link, *map(str, amounts)))
    parts = {
        CONTACTS: len(counted.contacts),
        CLAUSES: len(counted.clauses) + len(counted.own),
        NOTES: len(counted.notes),
    }
    return join(
        labelled_table(
            HOLDS,
            (PART, QUESTIONS, ANSWERS, OUTCOMES, DUTIES, ITEMS),
            rows,
            caption_class="visually-hidden",
            class_="decision-table count-table",
        ),
        el("ul", *(el("li", el("a", f"{title}: {n}", href=f"#{anchor(title)}")) for title, n in parts.items())),
    )


def _rules(publication: Publication, counted: Numbers) -> Html:
    """What holds in every tool beside its own lines: 999 first, and how duties of one case come together."""
    said = publication.duty(counted.area.flows[0].id, "actions", EMERGENCY.code).text
    first = el("p", el("strong", said)), el("p", phrases.force(publication, EMERGENCY))
    rows: list[Row] = [
        row("rule-1", f"{RULE} 1", join(*first), ALWAYS, rests(publication, counted, EMERGENCY.cites)),
        *(
            row(f"rule-{number}", f"{RULE} {number}", words, ALWAYS, OWN)
            for number, words in enumerate(RULES_OF_ALL, 2)
        ),
    ]
    return el("section", el("h2", RULES), review_table(RULES, (RULE, WHAT, IN_CASE, RESTS_ON, TICK), rows))


def _sign_off(publication: Publication, area: Area) -> Html:
    edition = publication.edition
    name = publication.areas[area.id].name
    return el(
        "section",
        el("h2", SIGN_OFF),
        el("p", SIGN_OFF_OF.format(area=name, edition=edition.name, hash=edition.logic)),
        el("p", *(join(el("span", choice), " ") for choice in CHOICES), class_="review-mark review-choice"),
        el("p", CHANGES),
        *(el("p", class_="write-on") for _ in range(CHANGE_LINES)),
        *(el("p", f"{field}:", class_="write-on") for field in FIELDS),
        el("p", EDITOR.format(file=f"{DATA.as_posix()}/areas/{area.id}.yml")),
        el("p", el("code", ENTRY)),
        class_="review-sign-off",
    )
