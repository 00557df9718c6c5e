"""The part of each page that offers its PDFs. It comes into the finished site: it stands only where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from handbook.pdf.documents import Document, Kind
from handbook.pdf.printer import Printed
from pathways.render.html import Html, el, join

PLACE = "<!-- downloads -->"
"""Where overrides/main.html has room for it."""

PACKS = "training/packs"
"""The page that offers all packs."""

HEADING = "To print"
WHAT = {
    Kind.CHAPTER: "This chapter",
    Kind.STEPS: "The tool of this chapter alone",
    Kind.BOOK: "All chapters of {area}",
    Kind.ROLE: "{title}",
    Kind.TRAINER: "{title}",
    Kind.KEY: "{title}",
}
NORMAL, IN_LARGE = "{what} (PDF, {pages} pages, {size})", "in large print (PDF, {pages} pages, {size})"


def offer_downloads(site: Path, made: Iterable[Printed], areas: Mapping[str, str]) -> None:
    """Put the part into every page of the site; `areas`: id -> name.

    A page has its own PDFs and the book of its area, or else the books of all areas; the page of packs has the packs,
    and an area's page of exercises those of that area. Raises LookupError where a page has no room for it.
    """
    ordered = list(made)
    for page in sorted(site.rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        if text.count(PLACE) != 1:
            raise LookupError(f"{page.relative_to(site)} has no {PLACE!r}; overrides/main.html has to write it once")
        address = page.parent.relative_to(site).as_posix()
        own = [one for one in ordered if _belongs(one.document, address, areas)]
        up = "../" * len(page.parent.relative_to(site).parts)
        page.write_text(text.replace(PLACE, _offered(site, up, own, areas)), encoding="utf-8")


def _belongs(document: Document, address: str, areas: Mapping[str, str]) -> bool:
    folder, _, name = address.partition("/")
    area = next((one for one in (folder, name) if one in areas), None)
    match document.kind:
        case Kind.BOOK:
            return address != PACKS and area in (document.area, None)
        case Kind.CHAPTER | Kind.STEPS:
            return document.pages == (f"{address}/",)
        case _:
            return address == PACKS or (folder == "training" and area == document.area)


def _offered(site: Path, up: str, own: Sequence[Printed], areas: Mapping[str, str]) -> Html:
    """The PDFs of one page; those of several areas under the name of each."""
    by_area = [(area, list(found)) for area, found in groupby(own, key=lambda one: one.document.area)]
    is_long = len(by_area) > 1 and len(own) > len(by_area)
    parts = [
        join(el("h3", areas[area]) if is_long else None, el("ul", *_items(site, up, found, areas)))
        for area, found in by_area
    ]
    return el("div", el("p", HEADING), *parts, class_="hb-pdf", data_search_exclude=True) if own else Html()


def _items(site: Path, up: str, own: Sequence[Printed], areas: Mapping[str, str]) -> list[Html]:
    items = []
    for document, files in groupby(own, key=lambda one: one.document):
        what = WHAT[document.kind].format(area=areas[document.area], title=document.title)
        links = [_link(site, up, one, what) for one in files]
        items.append(el("li", links[0], *(join("; ", link) for link in links[1:])))
    return items


def _link(site: Path, up: str, one: Printed, what: str) -> Html:
    words = (IN_LARGE if one.large else NORMAL).format(what=what, pages=one.pages, size=_size(one.size))
    return el("a", words, href=f"{up}{one.file.relative_to(site).as_posix()}")


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"
