"""The record of a finished journey: a sheet to print and complete by hand, and the same as text for a case system.

What it tells is gathered once, in `Record`, so that paper and text cannot differ. It holds no name and no number of a
person: there are empty lines for them, on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pathways.advice import Given, advise, group
from pathways.calendar import Clock
from pathways.model import Action, Caution, Citation, Note
from pathways.publication import Publication
from pathways.render import dates, phrases
from pathways.render.html import Html, el, join
from pathways.render.steps import provisional_words
from pathways.vocabulary import YOU, Basis
from pathways.walk import Walk


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act of the advice: its words, who does it and how binding it is, by when, whom it reaches, its clauses."""

    code: str
    text: str
    who: str
    force: str
    when: str
    reach: str
    cites: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """All that a record tells, as text; pairs are (label, words). `actions` stand under headings, "do now" first."""

    title: str
    about: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str, tuple[Act, ...]], ...]
    cautions: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    clauses: tuple[tuple[str, str], ...]


def record(publication: Publication, here: Walk, clock: Clock | None) -> Record:
    """What a finished journey comes to, as a record tells it."""
    ui = publication.interface
    advice = advise(here)
    groups = group(advice.actions)
    ends = [(passage.flow.id, passage.outcome.id) for passage in here.passages if passage.outcome]
    area, edition = here.area.id, publication.edition
    about = {
        ui.record_area: publication.areas[area].name,
        ui.record_urgency: phrases.urgency(publication, advice.urgency),
        ui.record_made: dates.moment(clock.now) if clock else ui.record_made_unknown,
        ui.record_counted: _counted(publication, clock) if clock and dates.starts(_duties(advice.actions)) else "",
        ui.record_tools: "; ".join(publication.flows[flow].title for flow, _ in ends),
        ui.record_advice: "; ".join(dict.fromkeys(publication.flows[flow].outcomes[end].title for flow, end in ends)),
        ui.record_edition: f"{edition.name} {ui.record_logic.format(logic=edition.logic)}",
        ui.record_status: edition.status[area],
    }
    cited = [citation.clause for given in advice.actions for citation in _all_cites(given.duty)]
    cited += [citation.clause for given in advice.cautions for citation in given.duty.cites]
    return Record(
        title=ui.record_title,
        about=tuple((label, words) for label, words in about.items() if words),
        facts=tuple(
            (
                publication.flows[passage.flow.id].questions[step.question.id].ask,
                phrases.answer_words(publication, passage.flow.id, step.question.id, step.answer),
            )
            for passage in here.passages
            for step in passage.steps
            if step.asked
        ),
        actions=tuple(
            (heading, tuple(_act(publication, given, clock) for given in part))
            for heading, part in ((ui.do_now, groups.now), (ui.others, groups.others), (ui.later, groups.later))
            if part
        ),
        cautions=tuple((_text(publication, given), _cites(publication, given.duty.cites)) for given in advice.cautions),
        notes=_notes(publication, advice.notes),
        clauses=tuple((id, publication.clauses[id].place) for id in dict.fromkeys(cited)),
    )


def _counted(publication: Publication, clock: Clock) -> str:
    """From when dates count, and whether anybody said so."""
    moment = dates.moment(clock.start)
    return f"{moment} {publication.interface.record_assumed}" if clock.is_assumed else moment


def _notes(publication: Publication, notes: Iterable[Note]) -> tuple[tuple[str, str], ...]:
    """The titles of the notes, by kind."""
    titles: dict[str, list[str]] = {}
    for note in notes:
        words = publication.notes[note.id]
        titles.setdefault(phrases.note_label(publication, words.kind), []).append(words.title)
    return tuple((kind, "; ".join(found)) for kind, found in titles.items())


def _duties(actions: Iterable[Given[Action]]) -> list[Action]:
    return [given.duty for given in actions]


def _act(publication: Publication, given: Given[Action], clock: Clock | None) -> Act:
    action, area = given.duty, given.flow.split("/")[0]
    return Act(
        code=action.code,
        text=_text(publication, given),
        who=phrases.who(publication, given.flow, action),
        force=phrases.force(publication, action),
        when="; ".join(dates.timings(publication, area, action, clock)),
        reach=_reach(publication, area, action.contact) if action.contact and action.by == YOU else "",
        cites=_cites(publication, _all_cites(action)),
    )


def _all_cites(action: Action) -> tuple[Citation, ...]:
    """The clauses of an act and of its limits."""
    return action.cites + tuple(citation for limit in action.within for citation in limit.cites)


def _reach(publication: Publication, area: str, id: str) -> str:
    """A contact with its number, if one is printed, and whether somebody has verified it."""
    contact = publication.contacts[area][id]
    if contact.number is None:
        return f"{contact.name}: {contact.online or publication.interface.record_number + ' ' + '_' * 12}"
    unverified = "" if f"{area}/{id}" in publication.ringable else f" {publication.interface.unverified}"
    return f"{contact.name}: {contact.number}{unverified}"


def _text(publication: Publication, given: Given[Action] | Given[Caution]) -> str:
    """The words of a line, under its "If", with what they are not to be read without."""
    duty = given.duty
    kind, by = ("actions", duty.by) if isinstance(duty, Action) else ("cautions", None)
    words = publication.duty(given.flow, kind, duty.code, by)
    condition = provisional_words(publication, given)
    start = f"{publication.interface.if_} {condition}: " if condition else ""
    limiting = phrases.limiting(words)
    return f"{start}{words.text}{f' ({limiting})' if limiting else ''}"


def _cites(publication: Publication, cites: Iterable[Citation]) -> str:
    """The ids of the clauses, each once; those that no source states apart, with how they are read."""
    ui = publication.interface
    ids: dict[Basis, dict[str, None]] = {Basis.STATED: {}, Basis.INFERRED: {}, Basis.HANDBOOK: {}}
    for citation in sorted(cites, key=lambda citation: list(ids).index(citation.basis)):
        if not any(citation.clause in known for known in ids.values()):
            ids[citation.basis][citation.clause] = None
    words = {Basis.STATED: "", Basis.INFERRED: f" ({ui.basis_inferred})", Basis.HANDBOOK: f" ({ui.basis_handbook})"}
    return "; ".join(", ".join(known) + words[basis] for basis, known in ids.items() if known)


# --- paper -------------------------------------------------------------------------------------------------------


def sheet(publication: Publication, here: Walk, clock: Clock | None) -> Html:
    """The record on the screen, as it will be printed, with the ways to take it along."""
    ui = publication.interface
    found = record(publication, here, clock)
    button = {"type": "button", "class_": "flow-secondary"}
    return el(
        "section",
        el("h2", found.title, tabindex="-1", data_focus=True),
        el("p", ui.record_lead, class_="flow-hint"),
        el(
            "div",
            el("button", ui.record_print, data_print=True, **button),
            el(
                "button",
                ui.record_copy,
                data_copy=True,
                data_copied=ui.record_copied,
                data_not_copied=ui.record_not_copied,
                **button,
            ),
            el("button", ui.record_back, data_view="advice", **button),
            class_="flow-controls",
        ),
        el("p", role="status", class_="flow-hint", data_copy_state=True),
        el(
            "div",
            _pairs(found.about),
            el("h3", ui.record_by_hand),
            el("ul", *(el("li", f"{line}:") for line in ui.record_lines), class_="record-lines"),
            el("h3", ui.your_answers),
            _pairs(found.facts, "record-facts"),
            el("p", ui.record_beside, class_="record-cites record-beside"),
            *_sections(publication, found),
            el("h3", ui.notes) if found.notes else None,
            _pairs(found.notes) if found.notes else None,
            el("p", ui.record_clauses_at, class_="record-cites"),
            class_="record",
        ),
        el(
            "details",
            el("summary", ui.record_text),
            el("pre", text(publication, found), tabindex="0", data_record=True),
            class_="record-text",
        ),
        class_="flow-step flow-record",
    )


SHORT = 60
"""Characters; shorter pairs share a line on paper."""


def _pairs(pairs: Sequence[tuple[str, str]], class_: str = "") -> Html:
    rows = (
        el(
            "div",
            el("dt", label),
            " ",
            el("dd", words),
            class_="record-short" if len(label + words) < SHORT and not class_ else None,
        )
        for label, words in pairs
    )
    return el("dl", *rows, class_=f"record-pairs {class_}".rstrip())


def _cited(words: str, cites: str) -> Html:
    return el("li", words, " ", el("span", cites, class_="record-cites"))


def _sections(publication: Publication, found: Record) -> Iterator[Html]:
    """Do now, do not, and the rest; the acts are numbered through, so that a line can be quoted."""
    ui = publication.interface
    number = 1
    dont = el("ul", *(_cited(words, cites) for words, cites in found.cautions), class_="record-dont")
    for place, (heading, acts) in enumerate(found.actions):
        yield el("h3", heading)
        yield el("ol", *(_row(act) for act in acts), class_="record-actions", start=str(number))
        number += len(acts)
        if place == 0:
            yield join(el("h3", ui.do_not), dont)


def _row(act: Act) -> Html:
    """One act, with room to write beside it."""
    words = el("span", act.text, class_="record-act")
    told = el("div", words, " ", _terms(act), ". ", el("span", act.cites, class_="record-cites"))
    return el("li", el("div", told, el("span", class_="record-done"), class_="record-row"), data_code=act.code)


def _terms(act: Act) -> str:
    return " · ".join(part for part in (act.who, act.force, act.when, act.reach) if part)


# --- plain text --------------------------------------------------------------------------------------------------


def text(publication: Publication, found: Record) -> str:
    """The record as plain text."""
    ui = publication.interface
    lines = [found.title.upper(), *(f"{label}: {words}" for label, words in found.about), "", ui.your_answers.upper()]
    lines += [f"- {question} {answer}" for question, answer in found.facts]
    number = 0
    for place, (heading, acts) in enumerate(found.actions):
        lines += ["", heading.upper()]
        for act in acts:
            number += 1
            lines += [f"{number}. {act.text}", f"   {_terms(act)}", f"   {act.cites}"]
        if place == 0:
            lines += ["", ui.do_not.upper(), *(f"- {words} [{cites}]" for words, cites in found.cautions)]
    if found.notes:
        lines += ["", ui.notes.upper(), *(f"- {kind}: {titles}" for kind, titles in found.notes)]
    lines += ["", ui.record_clauses.upper(), *(f"- {id}: {place}" for id, place in found.clauses)]
    return "\n".join([*lines, "", ui.record_text_lead, publication.edition.paper]) + "\n"
