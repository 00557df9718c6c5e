"""A whole document put together: its cover, its contents, and the articles of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import tinyhtml5

from handbook.pdf.article import Entry, anchor, article, entries, lead, tools, with_class, words
from handbook.pdf.documents import Document
from pathways.publication import Edition
from pathways.render.html import Html, el, join

SVG = "{http://www.w3.org/2000/svg}"

DANGER = "Child in immediate danger? Ring 999."
KINDS = {"chapter": "A chapter", "steps": "Tool: chart, table, questions and outcomes", "book": "The book of the area"}
BOOK = "All chapters of {area}"
STATUS, EDITION, MADE, LOGIC = "Status", "Edition", "Printed from the website on", "Decision logic"
CONTENTS = "Contents"
DO_NOT = "Do not"
ALWAYS = "At every outcome:"
SOMETIMES = "At these outcomes:"
LABELLED = "What each line rests on stands with its outcome."
MARKS = (
    "The small mark behind a sentence names the paragraph of the source that it rests on. The chapter “Where each "
    "paragraph went” tells what each of them says."
)
SMALL_CHART = "Words in this chart are smaller. The table and the questions say the same in large print."


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What documents say of themselves. `areas`: id -> name. `made`: the day. `titles`: the site's pages by address."""

    areas: Mapping[str, str]
    edition: Edition
    made: str
    titles: Mapping[str, str]


def compose(site: Path, document: Document, facts: Facts, *, large: bool) -> str:
    """The document as one page of HTML for the printer."""
    parts = [_part(site, document, page) for page in document.pages]
    page = tinyhtml5.parse(_frame(document, facts, parts, large=large), namespace_html_elements=False)
    main: Element = next(page.iter("main"))
    for part in parts:
        main.append(part)
    ids = {id for element in page.iter() if (id := element.get("id"))}
    if large:
        for chart in with_class(main, "chart"):
            chart.insert(0, _parsed(el("p", SMALL_CHART)))
    for part, address in zip(parts, document.pages, strict=True):
        lead(part, address, ids, facts.titles)
    for element in page.iter():
        element.tag = element.tag.removeprefix(SVG) if isinstance(element.tag, str) else element.tag  # or a comment
    return "<!doctype html>" + tostring(page, encoding="unicode", method="html")


def _part(site: Path, document: Document, address: str) -> Element:
    whole = article(site, address)
    match document.kind:
        case "steps":
            whole[:] = [part for tool in tools(whole) for part in _tool(tool, address)]
        case "chapter":
            whole[:] = [part for part in whole if part.tag != "h1"]  # the cover bears the title
        case "book":
            pass
    return whole


def _tool(tool: Element, address: str) -> Iterator[Element]:
    """A tool in the order of paper: what not to do, the chart, the table, and then step by step."""
    yield _do_nots(tool, address)
    yield from with_class(tool, "flow-chart")
    yield from tool.iter("table")
    yield from with_class(tool, "step")


def _do_nots(tool: Element, address: str) -> Element:
    """All that the outcomes say not to do: once each, with the outcomes that say it where not all do."""
    outcomes = with_class(tool, "flow-outcome")
    said: dict[str, dict[str, None]] = {}
    for outcome in outcomes:
        name = words(with_class(outcome, "flow-progress")[0][-1])
        for line in (line for box in with_class(outcome, "do-not") for line in box.iter("li") if line.get("data-code")):
            said.setdefault(_bare(line), {})[name] = None
    always = [el("li", line) for line, where in said.items() if len(where) == len(outcomes)]
    some = [el("li", f"{line} ({', '.join(where)})") for line, where in said.items() if len(where) < len(outcomes)]
    return _parsed(
        el(
            "section",
            el("h2", DO_NOT, id=anchor(address, "do-not")),
            join(el("p", ALWAYS), el("ul", *always)) if always else None,
            join(el("p", SOMETIMES), el("ul", *some)) if some else None,
            el("p", LABELLED),
            class_="do-not do-nots",
        )
    )


def _bare(line: Element) -> str:
    """The words of a do-not with its "If", without its reasons and without the label of what it rests on."""
    kept = [(line.text or "")]
    for part in line:
        if not {"why", "basis", "handbook-own"} & set(part.get("class", "").split()):
            kept.append(words(part))
        kept.append(part.tail or "")
    return " ".join(" ".join(kept).split())


def _parsed(markup: Html) -> Element:
    body: Element | None = tinyhtml5.parse(markup, namespace_html_elements=False).find("body")
    assert body is not None
    return body[0]


def _frame(document: Document, facts: Facts, parts: Iterable[Element], *, large: bool) -> Html:
    area = facts.areas[document.area]
    title = BOOK.format(area=area) if document.kind == "book" else document.title
    foot = join(
        el("div", el("p", f"{area}: {title}" if area not in title else title), class_="running-title"),
        el("div", el("p", f"{area} · {facts.edition.name} {facts.edition.paper}"), class_="running-foot"),
    )
    return join(
        Html("<!doctype html>"),
        el(
            "html",
            el("head", el("title", f"{area}: {title}" if area not in title else title), Html('<meta charset="utf-8">')),
            el(
                "body",
                foot,
                _cover(document, facts, title),
                _contents([entry for part in parts for entry in entries(part)]),
                el("main"),
                class_=f"{document.kind} large" if large else document.kind,
            ),
            lang="en-GB",
        ),
    )


def _cover(document: Document, facts: Facts, title: str) -> Html:
    told = (
        (STATUS, facts.edition.status[document.area]),
        (EDITION, facts.edition.name),
        (MADE, facts.made),
        (LOGIC, facts.edition.logic),
    )
    return el(
        "section",
        el("p", DANGER, class_="danger"),
        el("p", facts.areas[document.area], class_="cover-area"),
        el("h1", title, id="cover"),
        el("p", KINDS[document.kind], class_="cover-kind"),
        el("dl", *(el("div", el("dt", term), " ", el("dd", words)) for term, words in told)),
        el("p", MARKS) if document.kind != "steps" else None,
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
