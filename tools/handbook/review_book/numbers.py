"""How the lines of the review book are counted, so that each can be quoted: "Tool 2, duty 12"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.chapters import Chapter
from handbook.coverage import chapters_of, notes_on, told
from handbook.data import Library
from pathways.citations import citations, notes_of, worksheet_items
from pathways.conditions import AllOf, AnyOf, Condition, Is
from pathways.model import Action, Area, Citation, Flow, Question
from pathways.publication import Clause, Publication
from pathways.render.steps import letter_of

ENTRY, QUESTION, ANSWER, OUTCOME = "Use", "Question", "Answer", "Outcome"
DUTY, ITEM, ONWARD, REMARK = "Duty", "Item", "Onward", "Remark"
TOOL, CONTACT, NOTE, RULE = "Tool", "Contact", "Note", "Rule"
OR, AND = " or ", " and "
ELSEWHERE = "{answer} of {tool}"


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The parts of an area in the order in which its book counts them from 1.

    `clauses` are those of its source, `own` the handbook's own lines that the area uses.
    """

    area: Area
    contacts: Sequence[str]
    notes: Sequence[str]
    clauses: Mapping[str, Clause]
    own: Mapping[str, Clause]

    def tool(self, flow: Flow) -> str:
        """What a tool is called: "Tool 2"."""
        return f"{TOOL} {self.area.flows.index(flow) + 1}"

    def key(self, flow: Flow, *parts: str) -> str:
        """The name of a tool or, with its kind and number, of one of its lines: "tool-2-duty-12"."""
        return "-".join([anchor(self.tool(flow)), *parts])

    def contact(self, id: str) -> str:
        """What a contact is called: "Contact 3"."""
        return f"{CONTACT} {self.contacts.index(id) + 1}"

    def note(self, id: str) -> str:
        """What a note is called: "Note 14"."""
        return f"{NOTE} {self.notes.index(id) + 1}"

    def exactly(self, flow: Flow, condition: Condition) -> str:
        """A condition as the answers that it asks for, such as "(2a or 2b) and (4b or 4c)"."""
        match condition:
            case Is():
                asked = _asking(self.area, flow, condition.question)
                chosen = [
                    answer_number(asked, question, option)
                    for question in asked.questions
                    if question.id == condition.question
                    for option in question.all_options
                    if option in condition.options
                ]
                if asked is not flow:
                    chosen = [ELSEWHERE.format(answer=name, tool=self.tool(asked).lower()) for name in chosen]
                return OR.join(chosen)
            case AnyOf():
                return OR.join(self.exactly(flow, part) for part in condition.conditions)
            case AllOf():
                parts = (self.exactly(flow, part) for part in condition.conditions)
                return AND.join(f"({part})" if OR in part else part for part in parts)

    def cited_in(self) -> dict[str, list[str]]:
        """Clause -> the lines of the tools that cite it, such as "Tool 2: question 1; duty 3, 4"."""
        found: dict[str, dict[str, dict[str, list[str]]]] = {}
        for flow in self.area.flows:
            for kind, number, cites in lines_of(flow):
                for clause in dict.fromkeys(citation.clause for citation in cites):
                    found.setdefault(clause, {}).setdefault(self.tool(flow), {}).setdefault(kind, []).append(number)
        return {
            clause: [
                f"{tool}: " + "; ".join(f"{kind.lower()} {', '.join(these)}".strip() for kind, these in kinds.items())
                for tool, kinds in tools.items()
            ]
            for clause, tools in found.items()
        }


def _asking(area: Area, flow: Flow, question: str) -> Flow:
    """The flow that asks for a fact: the one that reads it where it does, else the first of the area."""
    return next(one for one in (flow, *area.flows) if one.question(question))


def anchor(title: str) -> str:
    """Where a part of the book stands on its page: "tool-2"."""
    return title.lower().replace(" ", "-")


def question_number(flow: Flow, question: Question) -> str:
    """The number of a question, as on the screen."""
    return str(flow.questions.index(question) + 1)


def answer_number(flow: Flow, question: Question, option: str) -> str:
    """The number of an answer: "2a" is the first of question 2."""
    return question_number(flow, question) + chr(ord("a") + question.all_options.index(option))


def lines_of(flow: Flow) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    """Every line of a tool that cites something: its kind, its number, its citations."""
    yield ENTRY, "", flow.cites
    for question in flow.questions:
        yield QUESTION, question_number(flow, question), question.cites
        for option in question.all_options:
            yield ANSWER, answer_number(flow, question, option), question.route_for(frozenset({option})).cites
    for outcome in flow.outcomes:
        yield OUTCOME, letter_of(flow, outcome), outcome.cites
    for number, duty in enumerate(flow.all_duties(), 1):
        limits = duty.within if isinstance(duty, Action) else ()
        yield DUTY, str(number), duty.cites + tuple(citation for limit in limits for citation in limit.cites)
    for number, item in enumerate(worksheet_items(flow), 1):
        yield ITEM, str(number), item.cites
    for number, onward in enumerate(flow.goes_on, 1):
        yield ONWARD, str(number), onward.cites


def numbers(library: Library, publication: Publication, area: Area, chapters: Iterable[Chapter]) -> Numbers:
    """Count the parts of an area: contacts in their order, clauses in that of the source, notes by their clauses."""
    pages = chapters_of(area.id, chapters)
    used = set(told(area.id, pages, {}))
    used |= {citation.clause for flow in area.flows for _, citation in citations(flow)}
    used |= {clause for contact in publication.contacts[area.id].values() for clause in contact.cites}
    clauses = library.registers[area.id]
    own = {id: clause for id, clause in library.registers["handbook"].items() if id in used}
    order = {id: place for place, id in enumerate([*clauses, *own])}
    shown = set().union(*(notes_of(flow) for flow in area.flows), *(notes_on(page) for page in pages))
    notes = [
        id for id, words in publication.notes.items() if id in shown or any(clause in order for clause in words.clauses)
    ]
    places = {id: [order[clause] for clause in publication.notes[id].clauses if clause in order] for id in notes}
    notes.sort(key=lambda id: min(places[id], default=len(order)))
    return Numbers(area=area, contacts=list(publication.contacts[area.id]), notes=notes, clauses=clauses, own=own)
