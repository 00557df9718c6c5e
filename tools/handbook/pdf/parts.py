"""What a document takes from a page of the site: all of it, its tool alone, its charts, its cases, their answers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import tinyhtml5

from handbook.pdf.article import SVG, anchor, article, shorten, tools, with_class, words
from handbook.pdf.documents import Part, Take
from pathways.render.html import Html, el, join

DO_NOT = "Do not"
ALWAYS = "At every outcome:"
SOMETIMES = "At these outcomes:"
LABELLED = "What each line rests on stands with its outcome."
FILL_IN = "Chart to fill in: {title}"
FILL_IN_HOW = "Write into each box the letter of the words that belong there. The answers on the arrows are right."
FILL_IN_WORDS = "Words for the boxes"
FILLED_IN_BY_READER = "The words of its boxes are to be filled in."


def taken(site: Path, part: Part) -> Element:
    """The part of a page that a document takes, as one section."""
    whole = article(site, part.page)
    match part.take:
        case Take.BODY:
            whole[:] = [piece for piece in whole if piece.tag != "h1"]
        case Take.TOOL:
            whole[:] = [piece for tool in tools(whole) for piece in _tool(tool, part.page)]
        case Take.CHARTS:
            whole[:] = _charts(whole)
        case Take.BLANK_CHARTS:
            whole[:] = [piece for chart in _charts(whole) for piece in _blank(chart)]
        case Take.WALL:
            whole[:] = with_class(whole, "pin-up")
        case Take.CASES:
            whole[:] = [_without(case, "exercise-answer") for case in _cases(whole, part)]
        case Take.ANSWERS:
            whole[:] = [_without(case, "exercise-work") for case in _cases(whole, part)]
        case Take.SHORT:
            _remove(whole, with_class(whole, "explained-words"))
            for tool in tools(whole):
                _shorten(tool, {note.get("data-note") for note in with_class(whole, "note") if note not in tool.iter()})
        case Take.PAGE:
            pass
    whole.set("class", f"part {part.take}")
    return whole


def parsed(markup: Html) -> Element:
    """Markup of one element as an element."""
    body: Element | None = tinyhtml5.parse(markup, namespace_html_elements=False).find("body")
    assert body is not None
    return body[0]


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
    return parsed(
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
        if not {"cites", "basis", "handbook-own"} & set(part.get("class", "").split()):
            kept.append(words(part))
        kept.append(part.tail or "")
    return " ".join(" ".join(kept).split())


def _shorten(tool: Element, elsewhere: Container[str | None]) -> None:
    """Keep of a tool its charts and outcomes; a note that stands `elsewhere` on the page is not repeated."""
    outcomes = with_class(tool, "flow-outcome")
    for why in [why for outcome in outcomes for why in with_class(outcome, "why")]:
        shorten(why)
    boxes = [box for outcome in outcomes for box in with_class(outcome, "notes")]
    found = (note for box in boxes for note in with_class(box, "note") if note.get("data-note") not in elsewhere)
    notes = {words(note): note for note in found}  # by its words: under another "If" it is another note
    for outcome in outcomes:
        parents = {child: parent for parent in outcome.iter() for child in parent}
        _remove(outcome, [parents[contacts] for contacts in with_class(outcome, "contacts")])
        _remove(outcome, with_class(outcome, "notes"))
    tool[:] = [*with_class(tool, "flow-chart"), *outcomes]
    if notes:
        boxes[0][1:] = notes.values()
        tool.append(boxes[0])


def _charts(whole: Element) -> list[Element]:
    return [chart for tool in tools(whole) for chart in with_class(tool, "chart")]


def _blank(chart: Element) -> Iterator[Element]:
    """A chart to fill in, with the words of its boxes by the alphabet, which tells nothing of their place."""
    nodes = [node for node in with_class(chart, "node") if "start" not in node.get("class", "").split()]
    found = []
    for node in nodes:
        for text in with_class(node, "text"):
            found.append(" ".join(words(line) for line in text))
            text[:] = []
    title = FILL_IN.format(title=chart.get("aria-label", "").partition(": ")[2])
    chart.set("aria-label", title)
    for told, said in (("title", title), ("desc", FILLED_IN_BY_READER)):
        for element in chart.iter(f"{SVG}{told}"):
            element.text = said
    # A name says where an arrow leads; its answer stands in the picture.
    for edge in with_class(chart, "edge"):
        edge.attrib.pop("aria-label", None)
    chart.insert(0, parsed(el("p", FILL_IN_HOW)))
    yield chart
    yield parsed(
        el(
            "div",
            el("h3", FILL_IN_WORDS),
            el("ol", *(el("li", one) for one in sorted(set(found), key=str.casefold))),
            class_="words-for-boxes",
        )
    )


def _cases(whole: Element, part: Part) -> list[Element]:
    """The exercises of a page that a document takes, in the order of the page."""
    wanted = {anchor(part.page, id.lower()) for id in part.cases}
    return [case for case in with_class(whole, "exercise") if case.get("id") in wanted]


def _without(case: Element, name: str) -> Element:
    """An exercise with one of its two folds open and the other gone."""
    _remove(case, with_class(case, name))
    _remove(case, list(case.iter("summary")))
    return case


def _remove(root: Element, gone: Iterable[Element]) -> None:
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in gone:
        parents[element].remove(element)
