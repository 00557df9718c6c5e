"""Actions, cautions, notes and contacts: the same markup in a static step and in the tailored advice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pathways.advice import group
from pathways.because import Because
from pathways.calendar import Clock
from pathways.model import EMERGENCY, Action, Caution, Citation, Note, Worksheet
from pathways.publication import Contact, NoteWords, Publication
from pathways.render import dates, phrases
from pathways.render.html import Html, el, join
from pathways.render.why import clause_address, why, why_duty
from pathways.vocabulary import YOU, Basis


@dataclass(frozen=True, kw_only=True)
class Line[D: (Action, Caution)]:
    """A duty ready to be written: where its words are looked up, and the words after "If" (None: always).

    `clock` says from when its limits count, where that is known. `notes` are those on its clauses; `because` is what
    led to it, where the case is known.
    """

    duty: D
    flow: str
    condition: str | None = None
    clock: Clock | None = None
    notes: tuple[str, ...] = ()
    because: Because | None = None


def actions_box(publication: Publication, heading: str, lines: Sequence[Line[Action]], level: int, class_: str) -> Html:
    """A numbered list of actions under its heading; nothing when there are none."""
    if not lines:
        return Html()
    items = [_action(publication, line) for line in lines]
    return el("div", el(f"h{level}", heading), el("ol", *items, class_=f"actions {class_}"))


def action_groups(publication: Publication, lines: Iterable[Line[Action]], level: int) -> tuple[Html, Html]:
    """What the reader does now, and the rest (what others do, what comes later), as two pieces."""
    ui = publication.interface
    groups = group(lines)
    return (
        actions_box(publication, ui.do_now, groups.now, level, "actions-now"),
        join(
            actions_box(publication, ui.others, groups.others, level, "actions-others"),
            actions_box(publication, ui.later, groups.later, level, "actions-later"),
        ),
    )


def _action(publication: Publication, line: Line[Action]) -> Html:
    ui = publication.interface
    action = line.duty
    words = publication.duty(line.flow, "actions", action.code, action.by)
    label = own_label(publication, action.cites)
    meta = [
        _fact("who", ui.by, phrases.who(publication, line.flow, action)),
        _fact("force", ui.force, el("strong", phrases.force(publication, action)), " ", label),
        _reach(publication, line.flow, action),
        _when(publication, line, labelled=label is not None),
    ]
    return el(
        "li",
        el("p", _if(publication, line.condition), el("span", words.text), class_="action-text"),
        el("p", words.more, class_="action-more") if words.more else None,
        el("dl", *meta, class_="action-meta"),
        why_duty(publication, line.flow, action, line.notes, line.because),
        class_="action",
        data_code=action.code,
    )


def _when(publication: Publication, line: Line[Action], labelled: bool) -> Html | None:
    """By when; a limit that no source states is labelled, unless the whole action is already."""
    parts: list[Html | str | None] = []
    area = line.flow.split("/")[0]
    for words, cites in dates.timings(publication, area, line.duty, line.clock).items():
        label = own_label(publication, cites) if cites and not labelled else None
        parts += ["; " if parts else None, words, " " if label else None, label]
    return _fact("when", publication.interface.when, *parts) if parts else None


def own_label(publication: Publication, cites: Iterable[Citation]) -> Html | None:
    """A label on what no source states: the handbook's own lines, and what is only inferred."""
    words = basis_words(publication, cites)
    if words is None:
        return None
    is_own = words == publication.interface.basis_handbook
    return el("span", words, class_="handbook-own" if is_own else "basis basis-inferred")


def basis_words(publication: Publication, cites: Iterable[Citation]) -> str | None:
    """The words for what no source states; None where one does."""
    bases = {citation.basis for citation in cites}
    if Basis.STATED in bases:
        return None
    ui = publication.interface
    return ui.basis_inferred if Basis.INFERRED in bases else ui.basis_handbook


def _fact(class_: str, label: str, *content: Html | str | None) -> Html:
    return el("div", el("dt", label), el("dd", *content), class_=class_)


def _reach(publication: Publication, flow: str, action: Action) -> Html | None:
    """Whom the action reaches, with the number as far as the source prints one."""
    if action.contact is None or action.by != YOU:
        return None
    area = flow.split("/")[0]
    name = publication.contacts[area][action.contact].name
    return _fact("contact", publication.interface.ring, f"{name}: ", number(publication, area, action.contact))


def _if(publication: Publication, condition: str | None) -> Html | None:
    if condition is None:
        return None
    return join(el("strong", f"{publication.interface.if_} {condition}:", class_="if"), " ")


def cautions_box(publication: Publication, lines: Sequence[Line[Caution]], level: int) -> Html:
    """The red-edged box of what must not be done."""
    if not lines:
        return Html()
    items = [
        el(
            "li",
            _if(publication, line.condition),
            publication.duty(line.flow, "cautions", line.duty.code).text,
            " ",
            own_label(publication, line.duty.cites),
            why_duty(publication, line.flow, line.duty, line.notes, line.because),
            data_code=line.duty.code,
        )
        for line in lines
    ]
    return el("div", el(f"h{level}", publication.interface.do_not), el("ul", *items), class_="do-not")


def clause_link(publication: Publication, area: str, id: str, class_: str | None = None) -> Html:
    """A short link to a clause, from a page that stands two folders deep and may speak of another area."""
    title = publication.clauses[id].place
    return el("a", id.partition("-")[2], href=clause_address(area, id), class_=class_, title=title)


def notes_box(publication: Publication, notes: Sequence[tuple[Note, str | None]], level: int) -> Html:
    """Notes, each with the words after "If" where it does not always apply."""
    if not notes:
        return Html()
    items = [note_box(publication, note.id, condition) for note, condition in notes]
    return el("div", el(f"h{level}", publication.interface.notes), *items, class_="notes")


def note_box(publication: Publication, id: str, condition: str | None = None, anchor: str | None = None) -> Html:
    """One note: what kind it is, its text and, for what has changed, the evidence."""
    words = publication.notes[id]
    return el(
        "div",
        el("p", f"{phrases.note_label(publication, words.kind)}: {words.title}", class_="note-kind"),
        el("p", _if(publication, condition), words.text),
        el("p", evidence(publication, words), class_="note-evidence") if words.evidence else None,
        class_=f"note note-{words.kind}",
        data_note=id,
        id=anchor,
    )


def evidence(publication: Publication, words: NoteWords) -> str:
    """Since when a change holds as far as known, what shows it, how sure that is, and when it was looked at."""
    ui = publication.interface
    since = ui.note_since.format(since=words.since) + " " if words.since else ""
    seen = phrases.day(words.checked) if words.checked else ""
    return since + ui.note_evidence.format(evidence=words.evidence, confidence=words.confidence, checked=seen)


def number(publication: Publication, area: str, id: str) -> Html:
    """A number to ring when it is 999 or was verified lately, else as plain text with a plain warning."""
    ui = publication.interface
    contact = publication.contacts[area][id]
    if contact.number is None and contact.online:
        return el("span", contact.online, class_="number")
    if contact.number is None:
        return join(el("span", ui.no_number, class_="write-on"))
    if f"{area}/{id}" not in publication.ringable:
        return join(el("span", contact.number, class_="number"), " ", el("span", ui.unverified, class_="unverified"))
    digits = "".join(sign for sign in contact.number if sign.isdigit() or sign == "+")
    link = el("a", contact.number, href=f"tel:{digits}", class_="number")
    if contact.verified is None:
        return link
    return join(link, " ", el("span", ui.verified.format(date=contact.verified.isoformat()), class_="verified"))


def reach(publication: Publication, area: str, id: str) -> Html:
    """The number of a contact, or the line to write it on, as a block of its own."""
    words = number(publication, area, id)
    return el("span", words) if (one := publication.contacts[area][id]).number or one.online else words


def own_contact(publication: Publication, contact: Contact) -> Html | None:
    """A label on a contact that no source prints."""
    if any(not cite.startswith("HB-") for cite in contact.cites):
        return None
    return el("span", publication.interface.basis_handbook, class_="handbook-own")


def contacts_box(publication: Publication, area: str, ids: Iterable[str], level: int) -> Html:
    """Each contact once: name, number, out of hours, and what is known of it."""
    ui = publication.interface
    items = []
    for id in dict.fromkeys(ids):
        contact = publication.contacts[area][id]
        hours = None
        if id != EMERGENCY.contact:
            hours = f"{ui.out_of_hours}: {contact.out_of_hours or ui.out_of_hours_none}"
        items.append(
            el(
                "li",
                el("strong", contact.name),
                " ",
                reach(publication, area, id),
                join(" ", own) if (own := own_contact(publication, contact)) else None,
                el("p", hours, class_="out-of-hours") if hours else None,
                *(el("p", words, class_="contact-note") for words in (contact.rule, contact.note) if words),
                class_="contact",
            )
        )
    return el("div", el(f"h{level}", ui.contacts), el("ul", *items, class_="contacts"))


def worksheet(publication: Publication, flow: str, sheet: Worksheet, level: int) -> Html:
    """A worksheet: boxes to tick on screen or on paper; nothing is kept and nothing is added up."""
    words = publication.flows[flow]
    name = sheet.id.split("/")[1]
    sections = []
    for section, items in sheet.sections:
        boxes = [
            el(
                "li",
                el(
                    "label",
                    el("input", type="checkbox", name=f"{name}-{item.id}"),
                    " ",
                    el("span", words.items[item.id]),
                ),
                " ",
                own_label(publication, item.cites),
                why(publication, flow.split("/")[0], item.cites, words.items[item.id]),
            )
            for item in items
        ]
        sections.append(join(el(f"h{level + 1}", words.sections[section]), el("ul", *boxes)))
    return el("div", el(f"h{level}", publication.interface.worksheet), *sections, class_="worksheet")
