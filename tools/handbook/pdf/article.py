"""The article of a page of the built site, made ready to stand on paper, alone or with others.

Only what a style sheet cannot do is done here: ids that stay apart, links that lead somewhere on paper too, and names
for the places that a list of contents tells.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import tinyhtml5

SVG = "{http://www.w3.org/2000/svg}"

ELSEWHERE = " (on the website: {title})"
TERSE = frozenset({"mark", "handbook-own", "cite", "explained", "marking-cite"})
"""Links of which there are too many to say behind each where it leads: marks, clauses, words explained."""

OUTSIDE = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the contents: its level, the id that it leads to, and its words."""

    level: int
    id: str
    words: str


def article(site: Path, address: str) -> Element:
    """The article of a page as a copy to change; ids begin with the page's own, and each place has one."""
    copy = deepcopy(_article(site, address))
    copy.tag = "section"
    for element in copy.iter():
        if own := element.get("id"):
            element.set("id", anchor(address, own))
    copy.set("id", anchor(address, ""))
    for step in with_class(copy, "step"):
        _name(step)
    for caption in [caption for tool in tools(copy) for caption in tool.iter("caption")]:
        caption.set("data-place", words(caption))
    for place in _places(copy):
        _keep_id(place, anchor(address, ""))
    for way in with_class(copy, "flow-options"):
        _link(way)
    for sheet in with_class(copy, "worksheet"):
        _draw_boxes(sheet)
    for why in [why for box in with_class(copy, "do-not") for why in with_class(box, "why")]:
        shorten(why)
    for group in copy.iter(f"{SVG}g"):
        if "font-family" in group.attrib:
            group.set("font-family", "Arimo")  # as wide as the typefaces of the site
    # Within a link of a chart WeasyPrint cuts off part of what is drawn; paper has no use for it.
    for link in copy.iter(f"{SVG}a"):
        link.tag = f"{SVG}g"
        link.attrib.clear()
    return copy


@cache
def _article(site: Path, address: str) -> Element:
    page = tinyhtml5.parse((site / address / "index.html").read_text(encoding="utf-8"), namespace_html_elements=False)
    found: Element | None = next(page.iter("article"), None)
    if found is None:
        raise LookupError(f"{address}index.html has no article: the theme has changed, see handbook/pdf/article.py")
    return found


def anchor(address: str, id: str) -> str:
    """The id in a document of what has this id on its page; of the page itself where `id` is empty."""
    page = address.strip("/").replace("/", ".")
    return f"{page}.{id}" if id else page


def with_class(root: Element, name: str) -> list[Element]:
    """Every element below `root` that has a class, in the order of the page."""
    return [element for element in root.iter() if name in element.get("class", "").split()]


def tools(root: Element) -> list[Element]:
    """The blocks of a page that hold a tool: its steps, its chart, and the table of its routes."""
    return [block for block in with_class(root, "handbook-block") if block.find("guided-flow") is not None]


def words(element: Element) -> str:
    """The words of an element as a reader sees them, without the sign of a link to a heading."""
    parts = [element.text or ""]
    for child in element:
        if "headerlink" not in child.get("class", ""):
            parts.append(words(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def entries(root: Element) -> Iterator[Entry]:
    """What a list of contents tells, in the order of the page."""
    for place in _places(root):
        told = place.get("data-place") or place.get("aria-label") or words(place)
        yield Entry(level=1 if place.tag == "h1" else 2, id=place.get("id", ""), words=told)


def lead(root: Element, address: str, ids: Collection[str], titles: Mapping[str, str]) -> None:
    """Have each link lead to its place in the document; one that leads out of it says which page of the site holds it.

    `ids`: of the whole document. `titles`: the pages of the site, by address.
    """
    for link in root.iter("a"):
        href = link.get("href", "")
        if not href or href.startswith(OUTSIDE):
            continue
        path, _, id = href.partition("#")
        page = posixpath.normpath(posixpath.join(address, path)).removeprefix(".") + "/" if path else address
        target = anchor(page, id)
        if target in ids:
            link.set("href", f"#{target}")
            continue
        link.tag = "span"
        del link.attrib["href"]
        title = titles.get(page.removeprefix("/"))
        if path and title and not TERSE & set(link.get("class", "").split()) and title not in words(link):
            SubElement(link, "span", {"class": "elsewhere"}).text = ELSEWHERE.format(title=title)


def shorten(why: Element) -> None:
    """Of the reasons behind a line keep the clauses, each with its basis unless the source states it."""
    told = []
    for reason in why.iter("li"):
        basis = "".join(f" ({words(label)})" for label in with_class(reason, "basis") if not _is_stated(label))
        told += [f"{cite.get('href', '').partition('#')[2]}{basis}" for cite in with_class(reason, "cite")]
    why.tag, why.text = "p", "; ".join(told)
    why[:] = []
    why.set("class", "cites")


def _is_stated(label: Element) -> bool:
    return "basis-stated" in label.get("class", "").split()


def _places(root: Element) -> Iterator[Element]:
    """Headings of the first two levels, charts, and what has been given a name."""
    for element in root.iter():
        if element.tag in ("h1", "h2") or "chart" in element.get("class", "").split() or element.get("data-place"):
            yield element


def _keep_id(place: Element, page: str) -> None:
    if not place.get("id"):
        place.set("id", f"{page}.{'-'.join(words(place).lower().split())}")


def _name(step: Element) -> None:
    """Have a step's heading tell which question or outcome it is, as the small line above it does."""
    number = words(with_class(step, "flow-progress")[0][-1])
    heading = next(step.iter("h2"))
    heading.set("id", f"{step.get('id')}.heading")
    heading.set("data-place", f"{number}: {words(heading)}")


def _link(options: Element) -> None:
    """Have "Go to: Question 2" behind an answer lead there, so that paper can tell the page."""
    for item in options:
        answer, way = item[0], with_class(item, "print-only")[0]
        way.tag = "a"
        way.set("href", answer.get("href", ""))
        answer.tag = "span"
        del answer.attrib["href"]


def _draw_boxes(sheet: Element) -> None:
    """Squares to tick with a pen in place of those of the screen."""
    for box in sheet.iter("input"):
        box.tag = "span"
        box.attrib.clear()
        box.set("class", "box")
