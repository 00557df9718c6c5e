"""The front page: what has happened, and where each area deals with it. Words and addresses stand in `front.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.chapters import Chapter
from handbook.data import Front, Library, path_of
from handbook.reader import Trouble
from pathways.flows import AREAS
from pathways.publication import Publication
from pathways.render.html import Html, el


def front_block(publication: Publication, front: Front, chapters: Sequence[Chapter]) -> Html:
    """The areas, one click each, and below them what has happened, with a link for every area.

    Without scripts every link stands there, and an area leads to its own page. `area.js` leaves only the links of the
    area that was chosen.
    """
    names = {id: words.name for id, words in publication.areas.items()}
    titles = {chapter.address: chapter.meta.title for chapter in chapters if chapter.meta}
    areas = [el("li", el("a", name, href=f"{id}/", data_choose=id)) for id, name in names.items()]
    button = el("button", front.other_area, type="button", class_="flow-secondary", data_choose="", hidden=True)
    entries = [
        el(
            "li",
            el("h2", entry.title),
            el("p", entry.help, class_="choice-help"),
            el(
                "ul",
                *(
                    el(
                        "li",
                        _way(name, titles[f"{entry.pages[id]}/"], entry.pages[id]),
                        data_area=id,
                    )
                    for id, name in names.items()
                ),
            ),
        )
        for entry in front.entries
    ]
    return el(
        "div",
        el("p", front.choose_area, class_="front-ask"),
        el("ul", *areas, class_="front-areas"),
        el("div", button),
        el("ul", *entries, class_="front-entries"),
        class_="front",
        data_front=True,
    )


def _way(area: str, title: str, page: str) -> Html:
    """A link to the page of an area. While all areas stand there, the eye gets its name alone."""
    return el("a", el("strong", area), el("span", f": {title}", class_="front-title"), href=f"{page}/")


def front_problems(root: Path, library: Library, chapters: Sequence[Chapter]) -> Iterator[Trouble]:
    """Areas that an entry forgets, and pages that are not there."""
    if library.front is None:
        return
    path, reader = path_of(root, "front"), library.reader
    addresses = {chapter.address for chapter in chapters}
    areas = [area.id for area in AREAS]
    for number, entry in enumerate(library.front.entries):
        line = reader.line(path, "entries", str(number), "pages")
        for area in areas:
            if area not in entry.pages:
                yield Trouble(
                    reader.name(path), line, f"{entry.id} forgets {area}", "name the page of the area that is nearest"
                )
        for area, page in entry.pages.items():
            if area not in areas or page.split("/")[0] != area or f"{page}/" not in addresses:
                what = f"{entry.id} names {page} for {area}, which is no page of that area"
                yield Trouble(reader.name(path), line, what, "name a page below docs/, such as stockport/discovery")
