"""The page "How the tools are proved": the rules, how much was tried, every exception, and what is told and tested.

Every figure is what the checks themselves give, but for the mutants: to count those takes minutes, so their figures are
kept (`handbook.mutate`), and the page says when they are of an earlier logic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from handbook.chapters import Chapter
from handbook.coverage import told
from handbook.data import Library, Mutants
from handbook.scenarios import faults
from pathways.checks import GRAVER, RULES, Proof, prove
from pathways.flows import AREAS
from pathways.model import Exemption
from pathways.publication import Publication
from pathways.render import duties, phrases
from pathways.render.html import Content, Html, el, join, labelled_table
from pathways.vocabulary import CAUTIONS, PROTECTIVE

# --- rules that are no `Rule` -----------------------------------------------------------------------------------------
# Each may stand here only for as long as what is named beside it holds it.

ANSWERS = (
    # checks.monotone
    f"{GRAVER} No protective act or “do not” is lost, binds less or gets more time.",
    # checks.is_next_graver
    "“I don't know” never protects less than any other answer to its question.",
    # checks.closed_upwards
    "A protective act that is written for one answer is written for every graver answer too.",
)
MAKING = (
    # checks.structure
    "Every answer leads on to a question or to advice.",
    "Every question and every outcome can be reached, and no way runs in a circle.",
    "On paper, the first true line of a list leads where all true lines lead.",
    "No acts wait for each other in a circle.",
    # model, checks.resolve
    "Every question, arrow, outcome, act, “do not” and time limit cites a clause that stands in a register.",
    "Every note and contact that a tool names is there.",
    # checks.idle
    "Nothing is idle: each act, “do not” and note is given on some way through.",
)
WORDS = (
    # unsafe.forbidden
    "No page and no tool holds a phrase from our list of unsafe advice, except to say “do not”. The list is about"
    " viewing, copying, keeping or sending material, asking for passwords, examining a device and warning the person"
    " suspected.",
    # checking.TELLING
    "Where a tool tells your manager, your safeguarding lead or the IT department, it adds what to do if the concern is"
    " about that person.",
    # page_checks._statement, keeps_force
    "What a page says for an area names the clause it rests on, and keeps its force: must, should, consider or may.",
    # page_checks._coverage
    "Every clause of a source is told on a page or in a tool, or says why it is left out.",
    # checking.RESTRICTED
    "A duty, prohibition, criterion, time limit or contact is left out only under a named conflict.",
    # page_checks._notes, checking._check_evidence
    "What has changed is said with evidence, and stands beside every sentence that it is about.",
)
TESTS = (
    # tests/unit/test_render.py
    "The steps that need no Python list all that a way to them can give in that tool, with every time limit and what"
    " has to come first.",
    "What is called “already certain” is part of all advice that can follow.",
    # tests/browser/test_parity.py
    "Python in a browser answers as it did when the pages were made, on ways spread over every tool.",
    # tests/flows/test_branches.py
    "Every branch of a source, read a second time, comes to what that reading says, and to nothing else.",
    # tests/site/test_pages.py
    "Only 999, and a number that somebody rang in the last six months, is a link.",
)

# --- words ------------------------------------------------------------------------------------------------------------

AREA, ALL = "Area", "All areas"
PROTECTIVE_ACTS = "What counts as protective"
EVERY_DO_NOT = "Every “do not”"
COUNTS = "What was tried, by area"
COUNT_COLUMNS = ("Tools", "Journeys", "Comparisons", "Exceptions", "Problems")
EXCEPTIONS = "Every exception"
EXCEPTION_COLUMNS = ("Tool", "Question", "What a graver answer may lose", "Why")
NO_EXCEPTION = "There is no exception in this edition."
CLAUSES = "Where the clauses went, by area"
CLAUSE_COLUMNS = ("Clauses", "Told on a page", "Told in a tool", "Left out")
LEFT_OUT = "Every clause that is left out"
LEFT_OUT_COLUMNS = ("Clause", "In our words", "Why", "Under which note")
NOTHING_LEFT_OUT = "No clause is left out in this edition."
CASES = "Cases, by area"
CASE_COLUMNS = ("Cases", "Get what they must")
CASES_OF = "The cases of {area}"
MUTANTS = "What became of the mutants, by area"
MUTANT_COLUMNS = ("Mutants", "Noticed", "Change no advice", "Survived")
NOTICED = "What noticed them first"
NOTICED_COLUMNS = ("Noticed by", "Mutants")
NOTICED_BY = {
    "the model": "The tool cannot even be put together",
    "the structure": "A dead end, or a step that nothing reaches",
    "a case": "A case",
    "a branch": "A branch of the source, read a second time",
    "closed upwards": "An act that a graver answer would lose",
    "a safety rule": "A safety rule on every journey",
    "idle": "A piece that is never used",
    "a graver answer": "The comparison of journeys",
}
"""What `handbook.mutate` says that it was caught by, in plain words."""
SURVIVORS = "Every mutant that nothing noticed"
SURVIVOR_COLUMNS = ("Tool", "What was changed, as the logic names it")
NO_SURVIVOR = "No mutant survived."
STALE = (
    "The tools have changed since these figures were counted. They are of an earlier edition of the logic, {then};"
    " today's is {now}."
)
EDITION = "{name} The decision logic has the number {logic}: the same number, the same logic."

# The page stands two folders deep: about/page/.
UP = "../../"


class Part(StrEnum):
    """The parts of the page, as a block `::: proof part` names them."""

    RULES = "rules"
    ANSWERS = "answers"
    MAKING = "making"
    WORDS = "words"
    TESTS = "tests"
    COUNTS = "counts"
    EXCEPTIONS = "exceptions"
    CLAUSES = "clauses"
    CASES = "cases"
    MUTANTS = "mutants"
    EDITION = "edition"


def proof_block(library: Library, publication: Publication, chapters: Sequence[Chapter], part: Part) -> Html:
    """One part of the page."""
    match part:
        case Part.RULES:
            return _list(rule.words for rule in RULES)
        case Part.ANSWERS:
            return _answers(publication)
        case Part.MAKING:
            return _list(MAKING)
        case Part.WORDS:
            return _list(WORDS)
        case Part.TESTS:
            return _list(TESTS)
        case Part.COUNTS:
            return _counts(publication)
        case Part.EXCEPTIONS:
            return exceptions(publication, [prove(area) for area in AREAS])
        case Part.CLAUSES:
            return clauses(library, publication, chapters)
        case Part.CASES:
            return _cases(library, publication)
        case Part.MUTANTS:
            return mutants(publication, library.mutants) if library.mutants else Html()
        case Part.EDITION:
            edition = publication.edition
            return el("p", EDITION.format(name=edition.name, logic=edition.logic))


def _list(lines: Iterable[Content]) -> Html:
    return el("ul", *(el("li", line) for line in lines))


def _answers(publication: Publication) -> Html:
    """The rules on graver answers, and which acts they are about."""
    acts = [said for code, said in publication.compare.acts.items() if code in PROTECTIVE - CAUTIONS.keys()]
    return join(_list(ANSWERS), _fold(PROTECTIVE_ACTS, _list([EVERY_DO_NOT, *acts])))


def _fold(summary: str, content: Html) -> Html:
    """What few want to read, folded, and out of the search."""
    return el("details", el("summary", summary), content, class_="fold-list", data_search_exclude=True)


def _counts(publication: Publication) -> Html:
    figures: dict[str, Sequence[int]] = {}
    for area in AREAS:
        proof = prove(area)
        used, wrong = len(proof.exemptions_used), len(proof.problems)
        figures[area.id] = (proof.flows, proof.journeys, proof.comparisons, used, wrong)
    return _by_area(publication, COUNTS, COUNT_COLUMNS, figures)


def exceptions(publication: Publication, proofs: Sequence[Proof]) -> Html:
    """Every exception that some proofs made use of, with its reason."""
    rows = [_exception(publication, one) for proof in proofs for one in proof.exemptions_used]
    return labelled_table(EXCEPTIONS, EXCEPTION_COLUMNS, rows) if rows else el("p", NO_EXCEPTION)


def _exception(publication: Publication, one: Exemption) -> tuple[Content, ...]:
    asked = phrases.question_words(publication, one.flow, one.question).ask
    return (_tool_of_area(publication, one.flow), asked, publication.compare.acts[one.code], one.reason)


def clauses(library: Library, publication: Publication, chapters: Sequence[Chapter]) -> Html:
    """How many clauses of each area pages and tools tell, and every one that is left out, with its reason."""
    figures: dict[str, Sequence[int]] = {}
    rows: list[tuple[Content, ...]] = []
    for area in AREAS:
        register = library.registers[area.id]
        places = told(area.id, chapters, {})
        left_out = {id: clause for id, clause in register.items() if clause.left_out is not None}
        on_pages = [id for id in register if any(not place.in_tool for place in places.get(id, ()))]
        in_tools = [id for id in register if any(place.in_tool for place in places.get(id, ()))]
        figures[area.id] = (len(register), len(on_pages), len(in_tools), len(left_out))
        for id, clause in left_out.items():
            note = publication.notes[clause.under].title if clause.under else None
            name = join(publication.areas[area.id].name, " ", duties.clause_link(publication, area.id, id))
            rows.append((name, clause.gist, clause.left_out, note))
    listed = labelled_table(LEFT_OUT, LEFT_OUT_COLUMNS, rows) if rows else el("p", NOTHING_LEFT_OUT)
    return join(_by_area(publication, CLAUSES, CLAUSE_COLUMNS, figures), listed)


def _cases(library: Library, publication: Publication) -> Html:
    figures: dict[str, Sequence[int]] = {}
    folds = []
    for area in AREAS:
        cases = library.scenarios[area.id].scenarios
        good = [case for case in cases if not any(faults(area, case))]
        figures[area.id] = (len(cases), len(good))
        lines = _list(join(f"{case.id}, {case.role}: ", _tool(publication, case.entry)) for case in cases)
        folds.append(_fold(CASES_OF.format(area=publication.areas[area.id].name), lines))
    return join(_by_area(publication, CASES, CASE_COLUMNS, figures), *folds)


def mutants(publication: Publication, kept: Mutants) -> Html:
    """The figures that were kept, those that survived by name, and a plain line when they are of an earlier logic."""
    now = publication.edition.logic
    stale = STALE.format(then=kept.logic, now=now)
    figures = {
        area.id: (one.mutants, sum(one.caught.values()), one.idle, len(one.survived))
        for area in AREAS
        if (one := kept.areas.get(area.id))
    }
    noticed = sum((Counter(one.caught) for one in kept.areas.values()), Counter[str]())
    first = [(NOTICED_BY.get(kind, kind), _number(count)) for kind, count in noticed.most_common()]
    survivors = [
        # The figures may be older than the name of a flow.
        (_tool_of_area(publication, one.flow) if one.flow in publication.flows else one.flow, el("code", one.what))
        for area in kept.areas.values()
        for one in area.survived
    ]
    return join(
        el("div", el("p", stale), class_="note note-to-check") if kept.logic != now else None,
        _by_area(publication, MUTANTS, MUTANT_COLUMNS, figures),
        labelled_table(NOTICED, NOTICED_COLUMNS, first, class_="decision-table count-table"),
        labelled_table(SURVIVORS, SURVIVOR_COLUMNS, survivors) if survivors else el("p", NO_SURVIVOR),
    )


def _by_area(
    publication: Publication, caption: str, columns: Sequence[str], figures: Mapping[str, Sequence[int]]
) -> Html:
    """Figures of each area, and of all areas together."""
    rows = [(publication.areas[area].name, *map(_number, row)) for area, row in figures.items()]
    rows.append((ALL, *(_number(sum(column)) for column in zip(*figures.values(), strict=True))))
    return labelled_table(caption, (AREA, *columns), rows, class_="decision-table count-table")


def _number(count: int) -> str:
    return f"{count:,}"


def _tool_of_area(publication: Publication, flow: str) -> Html:
    return join(f"{publication.areas[flow.split('/')[0]].name}: ", _tool(publication, flow))


def _tool(publication: Publication, flow: str) -> Html:
    """A link to a tool, by its title."""
    return el("a", publication.flows[flow].title, href=f"{UP}{flow}/")
