"""`handbook check`: every problem of data, words, pages and logic, at once, each with file, line and what to write."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from handbook.chapters import read_chapters
from handbook.charts import print_problems
from handbook.comparing import check_comparison
from handbook.counter_examples import GAP, case_to_paste, free_ids, told_once
from handbook.currency import risk_problem
from handbook.data import Library, load, path_of, section_of
from handbook.decisions import places, went_to
from handbook.flowchart import StalePositionsError
from handbook.glossary import glossary_problems
from handbook.page_checks import check_pages
from handbook.reader import Reader, Trouble
from handbook.scenarios import faults
from handbook.unsafe import forbidden
from pathways.checks import Problem, prove, resolve, structure
from pathways.citations import worksheet_items
from pathways.flows import AREAS, all_flows
from pathways.model import EMERGENCY, Action, Area, Flow, NoteKind
from pathways.paths import conditions
from pathways.publication import NATIONAL, Contact, DutyWords, FlowWords, NoteWords, Publication
from pathways.vocabulary import ACTIONS, CAUTIONS, LIMITS, STARTS

TELLING = frozenset({"line-manager", "safeguarding-lead", "it-team"})
"""Actions that tell somebody in the reader's own organisation."""

BYPASS = "unless the concern is about that person; then the next named contact"
"""What the words of those actions must add (the handbook's own)."""

CONFIDENCE = ("high", "medium", "low")
"""How sure a note of what has changed can be."""

INTERFACE_HOLES = {
    "question_number": {"n"},
    "question_of": {"n", "of"},
    "outcome_letter": {"letter"},
    "go_to": {"step"},
    "never_later": {"limit"},
    "changed": {"lines"},
    "changed_lines_came": {"n"},
    "changed_lines_went": {"n"},
    "changed_lines_altered": {"n"},
    "record_logic": {"logic"},
    "counted_from_now": {"moment"},
    "changed_answer": {"question", "was", "now"},
    "changed_left_out": {"question", "answer"},
    "changed_added": {"question", "answer"},
    "changed_terms": {"was", "now"},
    "due": {"day"},
    "due_working": {"day", "days"},
    "due_expected": {"year"},
    "due_unknown": {"last"},
    "counted_from": {"moment"},
    "date_outside": {"first", "last"},
}
"""What is filled into the words of the tool."""

TRAINING_HOLES = {
    "case": {"n", "id"},
    "role": {"role"},
    "tool": {"title"},
    "steps_label": {"id"},
    "limit": {"limit"},
    "exercise": {"id"},
    "count": {"right", "missed", "too_far", "forbidden", "other_terms"},
    "parted_answer": {"question", "answer"},
    "parted_case": {"answer", "words"},
    "terms": {"was", "now"},
}
"""What is filled into the words of the exercises."""

SHORT_NUMBERS = frozenset({"999", "101", "111", "112"})


def check(root: Path) -> list[Trouble]:
    """All problems, in the order of files and lines."""
    library = load(root)
    return sorted({*check_library(root, library), *check_pages(root, library, read_chapters(root))})


def check_library(root: Path, library: Library) -> list[Trouble]:
    """Problems of the data that was read, of the logic, and of what joins them."""
    reader = library.reader
    troubles = list(reader.troubles)
    for area in AREAS:
        troubles += proof_troubles(root, library, area)
    publication = library.publication
    if publication is None:
        return troubles
    before = len(reader.troubles)
    for area in AREAS:
        clauses, notes = publication.clauses, publication.notes
        found = resolve(area, clauses, notes, publication.contacts[area.id])
        troubles += [_located(root, problem) for problem in found]
        _check_nation(root, reader, publication, area)
        _check_contacts(root, reader, publication, area)
        _check_decisions(root, library, area)
        if not any(structure(area)):
            _check_scenarios(root, library, area)
        for flow in area.flows:
            _check_flow_words(root, reader, publication, area, flow)
        _check_common_words(root, reader, publication, area)
        _check_register(root, library, area)
    _check_notes(root, reader, publication)
    troubles += glossary_problems(root, library)
    _check_interface(root, reader, publication)
    if not any(problem for area in AREAS for problem in structure(area)):
        check_comparison(root, reader, publication)
    troubles += reader.troubles[before:]
    if not troubles:
        troubles += _check_charts(root, publication)
    return troubles


# --- the logic ---------------------------------------------------------------------------------------------------


def proof_troubles(root: Path, library: Library, area: Area) -> list[Trouble]:
    """What the proof of an area finds; a rule that a journey breaks, with that journey as a case ready to paste."""
    troubles = []
    ids = free_ids(library, area.id)
    for problem, others in told_once(prove(area).problems):
        trouble = _located(root, problem)
        if problem.shown_by:
            more = f" (and {others} more like it)" if others else ""
            pasted = case_to_paste(library, problem.shown_by, next(ids))
            trouble = replace(trouble, what=trouble.what + more, more=pasted)
        troubles.append(trouble)
    return troubles


def _located(root: Path, problem: Problem) -> Trouble:
    """A problem of a flow, at the line of its module that names what is wrong."""
    area, name = problem.flow.split("/")
    path = root / "tools" / "pathways" / "flows" / area / f"{name.replace('-', '_')}.py"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    line = next((number for number, text in enumerate(lines, 1) if f'"{problem.name}"' in text), 1)
    return Trouble(path.relative_to(root).as_posix(), line, problem.what, problem.instead)


# --- words -------------------------------------------------------------------------------------------------------


def _check_flow_words(root: Path, reader: Reader, publication: Publication, area: Area, flow: Flow) -> None:
    path = path_of(root, "wording", flow.id)
    words = publication.flows[flow.id]
    _compare_keys(reader, path, ("questions",), words.questions, [question.id for question in flow.questions])
    _compare_keys(reader, path, ("outcomes",), words.outcomes, [outcome.id for outcome in flow.outcomes])
    _compare_keys(reader, path, ("items",), words.items, [item.id for item in worksheet_items(flow)])
    sections = [section for outcome in flow.outcomes if outcome.worksheet for section, _ in outcome.worksheet.sections]
    _compare_keys(reader, path, ("sections",), words.sections, sections)
    needed = _options_in_conditions(area)
    for question in flow.questions:
        if question.id not in words.questions:
            continue
        options = words.questions[question.id].options
        _compare_keys(reader, path, ("questions", question.id, "options"), options, question.all_options)
        for option, text in options.items():
            if option in needed.get(question.id, ()) and text.when is None and option in question.options:
                reader.trouble(
                    path,
                    ("questions", question.id, "options", option),
                    f"{question.id}/{option} lacks `when`, but a duty depends on it",
                    'add `when:` with the words that follow "If"',
                )
    for duty in flow.all_duties():
        kind, by = ("actions", duty.by) if isinstance(duty, Action) else ("cautions", None)
        try:
            publication.duty(flow.id, kind, duty.code, by)
        except KeyError:
            reader.trouble(path, (kind,), f"nobody words {duty.code}", f"add it under {kind}, here or in common.yml")
    for id, asked in words.questions.items():
        said = [
            asked.ask,
            asked.why,
            asked.hint or "",
            *(option.label for option in asked.options.values()),
        ]
        _check_safe(reader, path, ("questions", id), ". ".join(said))
    for id, outcome in words.outcomes.items():
        _check_safe(reader, path, ("outcomes", id), f"{outcome.title}. {outcome.summary}")
    for id, item in words.items.items():
        _check_safe(reader, path, ("items", id), item)
    used = {duty.code for duty in flow.all_duties()}
    _check_duty_words(reader, path, words, used)


def _check_common_words(root: Path, reader: Reader, publication: Publication, area: Area) -> None:
    path = path_of(root, "wording", area.id, "common")
    words = publication.areas[area.id]
    used = {duty.code for flow in area.flows for duty in flow.all_duties()} | {EMERGENCY.code}
    _check_duty_words(reader, path, words, used)
    actors = {duty.by for flow in area.flows for duty in flow.all_duties() if isinstance(duty, Action)}
    _compare_keys(reader, path, ("actors",), words.actors, sorted(actors))


def _check_duty_words(reader: Reader, path: Path, words: FlowWords | object, used: set[str]) -> None:
    for kind, codes in (("actions", set(ACTIONS)), ("cautions", set(CAUTIONS))):
        found: Mapping[str, DutyWords] = getattr(words, kind)
        for key, text in found.items():
            code = key.split(" by ")[0]
            if code not in codes:
                reader.trouble(path, (kind, key), f"{code} is no code of {kind}", "use a code of vocabulary.py")
            elif code not in used:
                reader.trouble(path, (kind, key), f"the words for {code} are never shown", "delete them")
            said = f"{text.text} {text.more or ''}"
            if code in TELLING and BYPASS not in said:
                reader.trouble(path, (kind, key), f"{code} tells somebody who may be the concern", f'add "{BYPASS}"')
            if kind == "actions":
                _check_safe(reader, path, (kind, key), said)


def _compare_keys(
    reader: Reader, path: Path, keys: tuple[str, ...], found: Mapping[str, object], wanted: Iterable[str]
) -> None:
    names = list(dict.fromkeys(wanted))
    for name in names:
        if name not in found:
            reader.trouble(path, keys, f"{'/'.join(keys)} lacks {name}", f"add `{name}:` with its words")
    for name in found:
        if name not in names:
            known = ", ".join(names) or "none"
            reader.trouble(path, (*keys, name), f"{'/'.join(keys)} has no {name} in the flow", f"use one of: {known}")


def _options_in_conditions(area: Area) -> dict[str, set[str]]:
    needed: dict[str, set[str]] = {}
    for condition in conditions(area):
        for part in condition.parts():
            needed.setdefault(part.question, set()).update(part.options)
    return needed


# --- what must never be said -------------------------------------------------------------------------------------


def _check_safe(reader: Reader, path: Path, keys: tuple[str, ...], text: str) -> None:
    for phrase in forbidden(text):
        reader.trouble(path, keys, f'the words "{phrase}" may tell somebody to do what is unsafe', "say it another way")


# --- facts -------------------------------------------------------------------------------------------------------


def _check_contacts(root: Path, reader: Reader, publication: Publication, area: Area) -> None:
    path = path_of(root, "contacts", area.id)
    for id, contact in publication.contacts[area.id].items():
        if contact.number is not None and not is_number(contact.number):
            reader.trouble(
                path,
                (id, "number"),
                f"{contact.number!r} has the wrong length for a telephone number",
                "write it as printed: 10 or 11 digits that start with 0, or 999 or 101",
            )
        _check_clauses(reader, path, (id,), publication, contact.cites)
        _check_safe(reader, path, (id, "rule"), contact.rule or "")
        _check_safe(reader, path, (id, "note"), contact.note or "")
        if contact.scope not in (None, NATIONAL):
            what = f"{id} has the scope {contact.scope}, which says nothing"
            reader.trouble(
                path, (id, "scope"), what, f"write {NATIONAL}, or take the key out for a contact of the area"
            )
        _check_verified(reader, path, id, contact)
    if EMERGENCY.contact not in publication.contacts[area.id]:
        reader.trouble(path, (), f"the contact {EMERGENCY.contact} is missing", f"add `{EMERGENCY.contact}:`")


def _check_nation(root: Path, reader: Reader, publication: Publication, area: Area) -> None:
    if (nation := publication.nations[area.id]) not in publication.calendars:
        known = ", ".join(publication.calendars)
        path = path_of(root, "areas", area.id)
        reader.trouble(path, ("nation",), f"no bank holidays are known for {nation}", f"use one of: {known}")


def is_number(text: str) -> bool:
    """Whether a text has the shape of a telephone number of the United Kingdom."""
    digits = re.sub(r"[ ()-]", "", text)
    return digits in SHORT_NUMBERS or bool(re.fullmatch(r"0\d{9,10}", digits)) or digits == "08001111"


def _check_verified(reader: Reader, path: Path, id: str, contact: Contact) -> None:
    if contact.verified and contact.verified > datetime.date.today():
        reader.trouble(path, (id, "verified"), f"{id} was verified in the future", "write the day somebody rang")


RESTRICTED = frozenset({"duty", "prohibition", "criterion", "deadline", "contact"})
"""Kinds of clauses that may only be left out under a named conflict."""

FORCES = ("must", "should", "consider", "may", "plain")


def _check_register(root: Path, library: Library, area: Area) -> None:
    """Each clause stands in a section, a duty says its force, and one that is left out says why and under what."""
    assert library.publication is not None
    path, reader = path_of(root, "clauses", area.id), library.reader
    sections = library.areas[area.id].sections if area.id in library.areas else {}
    for id, clause in library.registers[area.id].items():
        if sections and section_of(clause, sections) is None:
            known = ", ".join(sections)
            reader.trouble(path, (id, "place"), f"{clause.place} lies in no section", f"begin with one of: {known}")
        if clause.kind in ("duty", "prohibition") and clause.force not in FORCES:
            reader.trouble(path, (id,), f"{id} is a {clause.kind} without its force", f"add force: {', '.join(FORCES)}")
        _check_safe(reader, path, (id, "gist"), clause.gist)
        if clause.under is not None and clause.under not in library.publication.notes:
            reader.trouble(path, (id, "under"), f"there is no note {clause.under}", "name one of notes.yml")
        if clause.left_out is not None and clause.kind in RESTRICTED and clause.under is None:
            what = f"{id} is a {clause.kind} and left out without a conflict that allows it"
            reader.trouble(path, (id,), what, "add under: with the id of the note, or tell it on a page")


def _check_clauses(
    reader: Reader, path: Path, keys: tuple[str, ...], publication: Publication, clauses: Iterable[str]
) -> None:
    for clause in clauses:
        if clause not in publication.clauses:
            reader.trouble(path, keys, f"cites {clause}, which is in no register", "add it to docs/_data/clauses")


def _check_notes(root: Path, reader: Reader, publication: Publication) -> None:
    path = path_of(root, "notes")
    for id, note in publication.notes.items():
        _check_clauses(reader, path, (id, "clauses"), publication, note.clauses)
        _check_safe(reader, path, (id, "text"), note.text)
        if note.kind not in list(NoteKind):
            reader.trouble(path, (id, "kind"), f"{note.kind} is no kind of note", f"use one of: {', '.join(NoteKind)}")
        _check_evidence(reader, path, id, note)
        if problem := risk_problem(id, note):
            reader.trouble(path, (id, "risk"), *problem)
    for flow in all_flows():
        for used in flow.all_notes():
            if (words := publication.notes.get(used.id)) and words.kind != used.kind:
                what = f"{used.id} is of the kind {words.kind} here and {used.kind} in {flow.id}"
                reader.trouble(path, (used.id, "kind"), what, "make both the same")


def _check_evidence(reader: Reader, path: Path, id: str, note: NoteWords) -> None:
    """What has changed is only said with evidence; what is to be checked claims none."""
    if note.kind != NoteKind.CURRENCY:
        if note.evidence or note.confidence or note.checked or note.since:
            reader.trouble(path, (id,), f"{id} gives evidence but is no note of kind currency", "make it one")
        return
    if not (note.evidence and note.checked):
        reader.trouble(path, (id,), f"{id} says what has changed without evidence", "add evidence and checked")
    if note.confidence not in CONFIDENCE:
        known = ", ".join(CONFIDENCE)
        reader.trouble(path, (id,), f"{id} does not say how sure it is", f"add confidence: one of {known}")


def _check_interface(root: Path, reader: Reader, publication: Publication) -> None:
    path = path_of(root, "wording", "interface")
    ui = publication.interface
    _compare_keys(reader, path, ("limit",), ui.limit, LIMITS)
    _compare_keys(reader, path, ("limit_start",), ui.limit_start, STARTS)
    _check_holes(reader, path, ui, INTERFACE_HOLES)
    _check_holes(reader, path_of(root, "wording", "training"), publication.training, TRAINING_HOLES)


def _check_holes(reader: Reader, path: Path, words: object, wanted: Mapping[str, set[str]]) -> None:
    """Words that are filled in have the braces for what is filled in, and no others."""
    for key, holes in wanted.items():
        if set(re.findall(r"{(\w+)}", getattr(words, key))) != holes:
            reader.trouble(path, (key,), f"{key} has other braces than it should", f"use {sorted(holes)} in braces")


def _check_decisions(root: Path, library: Library, area: Area) -> None:
    path = path_of(root, "decisions", area.id)
    lines = library.decisions.get(area.id)
    if lines is None or library.publication is None:
        return
    known = places(area.id)
    names = {place for found in known.values() for place in found}
    for number, line in enumerate(lines.lines):
        _check_clauses(library.reader, path, ("lines", str(number)), library.publication, line.clauses)
        if not went_to(line, area.id, known):
            library.reader.trouble(
                path, ("lines", str(number)), f"{line.id} went nowhere", "cite its clause in a flow, or name the place"
            )
        for where in line.where:
            kind, _, name = where.removeprefix(f"{area.id}/").partition(":")
            good = (kind == "note" and name in library.publication.notes) or any(
                place == f"{kind}: {name}" or place.startswith(f"{kind}: {name} ->") for place in names
            )
            if not good:
                library.reader.trouble(
                    path, ("lines", str(number), "where"), f"{where} is no question, duty or note", "name one that is"
                )


def _check_scenarios(root: Path, library: Library, area: Area) -> None:
    path = path_of(root, "scenarios", area.id)
    cases = library.scenarios.get(area.id)
    if cases is None or library.publication is None:
        return
    flows = {flow.id: flow for flow in area.flows}
    for number, case in enumerate(cases.scenarios):
        spot = ("scenarios", str(number))
        if case.entry not in flows:
            known = ", ".join(flows)
            library.reader.trouble(path, (*spot, "entry"), f"{case.id} enters {case.entry}", f"use one of: {known}")
        entries = [entry.id for entry in library.front.entries] if library.front else []
        if case.front not in ("area", *entries):
            known = ", ".join(("area", *entries))
            library.reader.trouble(path, (*spot, "front"), f"{case.id} comes by {case.front}", f"use one of: {known}")
        if GAP in (case.role, case.facts, *(fact.words for fact in case.given.values())):
            instead = "write an invented, neutral case, and the words of it that give each answer"
            library.reader.trouble(path, spot, f"{case.id} still has a gap ({GAP})", instead)
        for code in (*case.expected, *case.not_expected):
            if code not in ACTIONS and not (code in LIMITS and code in case.not_expected):
                library.reader.trouble(path, spot, f"{case.id} names the action {code}", "use a code of vocabulary.py")
        for code in case.must_not:
            if code not in CAUTIONS:
                library.reader.trouble(path, spot, f"{case.id} names the caution {code}", "use a code of vocabulary.py")
        if case.entry in flows:
            for fault in faults(area, case):
                library.reader.trouble(
                    path, spot, f"{case.id}: {fault}", "mend the flow, or the case if it was read wrongly"
                )
        for clauses in case.because.values():
            _check_clauses(library.reader, path, (*spot, "because"), library.publication, clauses)


def _check_charts(root: Path, publication: Publication) -> list[Trouble]:
    troubles = []
    for area in AREAS:
        for flow in area.flows:
            name = f"docs/_data/charts/{flow.id}.json"
            try:
                found = print_problems(root, publication, flow)
            except StalePositionsError:
                found = ["the positions of the chart are out of date"]
            troubles += [
                Trouble(name, 1, what, "run `make charts`, and shorten the texts if it stays") for what in found
            ]
    return troubles
