"""The line of each page that offers its PDFs. It comes into the finished site: it stands only where they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from handbook.pdf.printer import Printed
from pathways.render.html import Html, el, join

PLACE = "<!-- downloads -->"
"""Where overrides/main.html has room for it."""

HEADING = "To print"
WHAT = {"chapter": "This chapter", "steps": "The tool of this chapter alone", "book": "All chapters of {area}"}
NORMAL, IN_LARGE = "{what} (PDF, {pages} pages, {size})", "in large print (PDF, {pages} pages, {size})"


def offer_downloads(site: Path, made: Iterable[Printed], areas: dict[str, str]) -> None:
    """Put the line into every page of the site: a page's own PDFs, and the books of its area, or else of all areas.

    Raises LookupError where a page has no room for it.
    """
    ordered = sorted(
        made, key=lambda one: (one.document.area, list(WHAT).index(one.document.kind), one.document.name, one.large)
    )
    for page in sorted(site.rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        if text.count(PLACE) != 1:
            raise LookupError(f"{page.relative_to(site)} has no {PLACE!r}; overrides/main.html has to write it once")
        address = page.parent.relative_to(site).as_posix()
        own = [one for one in ordered if _belongs(one, address, areas)]
        page.write_text(text.replace(PLACE, _line(site, page, own, areas)), encoding="utf-8")


def _belongs(one: Printed, address: str, areas: dict[str, str]) -> bool:
    area = address.split("/")[0]
    if one.document.kind == "book":
        return one.document.area == area or area not in areas
    return f"{address}/" in one.document.pages


def _line(site: Path, page: Path, own: Sequence[Printed], areas: dict[str, str]) -> Html:
    items = []
    for document, files in groupby(own, key=lambda one: one.document):
        what = WHAT[document.kind].format(area=areas[document.area])
        links = [_link(site, page, one, what) for one in files]
        items.append(el("li", links[0], *(join("; ", link) for link in links[1:])))
    return el("div", el("p", HEADING), el("ul", *items), class_="hb-pdf", data_search_exclude=True)


def _link(site: Path, page: Path, one: Printed, what: str) -> Html:
    up = "../" * len(page.parent.relative_to(site).parts)
    words = (IN_LARGE if one.large else NORMAL).format(what=what, pages=one.pages, size=_size(one.size))
    return el("a", words, href=f"{up}{one.file.relative_to(site).as_posix()}")


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"
