"""A whole document put together: its cover, its contents, and the articles of its pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import tinyhtml5

from handbook.pdf.article import SVG, Entry, entries, lead, with_class, words
from handbook.pdf.documents import Document, Kind
from handbook.pdf.parts import parsed, taken
from pathways.publication import Edition
from pathways.render.html import Html, el, join

DANGER = "Child in immediate danger? Ring 999."
KINDS = {
    Kind.CHAPTER: "A chapter",
    Kind.STEPS: "Tool: chart, table, questions and outcomes",
    Kind.BOOK: "The book of the area",
    Kind.ROLE: "For one role: a sheet for the wall, the chapters that come first, and all contacts",
    Kind.TRAINER: "Session plan, cases and charts to hand out, sheet for the wall, evaluation sheet",
    Kind.KEY: "For the trainer alone: the answers to the cases, and the charts as they are",
}
FOR_WHOM = "For: {who}"
STATUS, EDITION, MADE, LOGIC = "Status", "Edition", "Printed from the website on", "Decision logic"
CONTENTS = "Contents"
FOR_THE_HOUR = "Cases for the hour"
FOR_THE_HOUR_HOW = "The handbook proposes these. Others of the pack do as well: take those that your group may meet."
MARKS = (
    "The small mark behind a sentence names the paragraph of the source that it rests on. The chapter “Where each "
    "paragraph went” tells what each of them says."
)
SMALL_CHART = "Words in this chart are smaller. The table and the questions say the same in large print."


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What documents say of themselves.

    `areas`: id -> name. `made`: the day. `titles`: the site's pages by address. `own`: the label of its own lines.
    """

    areas: Mapping[str, str]
    edition: Edition
    made: str
    titles: Mapping[str, str]
    own: str


def compose(site: Path, document: Document, facts: Facts, *, large: bool) -> str:
    """The document as one page of HTML for the printer."""
    parts = [taken(site, part) for part in document.parts]
    if document.hour:
        parts[0].append(_for_the_hour(parts, document.hour))
    page = tinyhtml5.parse(_frame(document, facts, parts, large=large), namespace_html_elements=False)
    main: Element = next(page.iter("main"))
    for part in parts:
        main.append(part)
    ids = {id for element in page.iter() if (id := element.get("id"))}
    if large:
        for chart in with_class(main, "chart"):
            chart.insert(0, parsed(el("p", SMALL_CHART)))
    for taken_from, part in zip(document.parts, parts, strict=True):
        lead(part, taken_from.page, ids, facts.titles)
    for element in page.iter():
        element.tag = element.tag.removeprefix(SVG) if isinstance(element.tag, str) else element.tag  # or a comment
    return "<!doctype html>" + tostring(page, encoding="unicode", method="html")


def _for_the_hour(parts: Iterable[Element], wanted: Collection[str]) -> Element:
    """The cases that a trainer is advised to take, each with the page of its sheet."""
    cases = [case for part in parts for case in with_class(part, "exercise")]
    items = []
    for case in cases:
        heading = words(next(case.iter("h2")))
        if any(heading.endswith(id) for id in wanted):
            role = words(with_class(case, "exercise-role")[0])
            items.append(el("li", el("a", heading, href=f"#{case.get('id')}"), f" {role}"))
    return parsed(
        el(
            "section",
            el("h2", FOR_THE_HOUR, id="cases-for-the-hour"),
            el("p", FOR_THE_HOUR_HOW),
            el("ul", *items),
            class_="for-the-hour",
        )
    )


def _frame(document: Document, facts: Facts, parts: Iterable[Element], *, large: bool) -> Html:
    area = facts.areas[document.area]
    title = document.title if area in document.title else f"{area}: {document.title}"
    foot = join(
        el("div", el("p", title), class_="running-title"),
        el("div", el("p", f"{area} · {facts.edition.name} {facts.edition.paper}"), class_="running-foot"),
    )
    return join(
        Html("<!doctype html>"),
        el(
            "html",
            el("head", el("title", title), Html('<meta charset="utf-8">')),
            el(
                "body",
                foot,
                _cover(document, facts),
                _contents([entry for part in parts for entry in entries(part)]),
                el("main"),
                class_=f"{document.kind} large" if large else document.kind,
            ),
            lang="en-GB",
        ),
    )


def _cover(document: Document, facts: Facts) -> Html:
    told = (
        (STATUS, facts.edition.status[document.area]),
        (EDITION, facts.edition.name),
        (MADE, facts.made),
        (LOGIC, facts.edition.logic),
    )
    return el(
        "section",
        el("p", DANGER, " ", el("span", facts.own, class_="handbook-own"), class_="danger"),
        el("p", facts.areas[document.area], class_="cover-area"),
        el("h1", document.title, id="cover"),
        el("p", KINDS[document.kind], class_="cover-kind"),
        el("p", FOR_WHOM.format(who=document.who), class_="cover-kind") if document.who else None,
        el("dl", *(el("div", el("dt", term), " ", el("dd", words)) for term, words in told)),
        el("p", MARKS) if document.kind in (Kind.CHAPTER, Kind.BOOK, Kind.ROLE) else None,
        el("p", facts.edition.paper, class_="cover-paper"),
        class_="cover",
    )


def _contents(found: Iterable[Entry]) -> Html:
    lines = [
        el("li", el("a", entry.words, href=f"#{entry.id}"), class_=f"level-{entry.level}")
        for entry in found
        if entry.id
    ]
    return el("section", el("h2", CONTENTS), el("ul", *lines), class_="contents")
