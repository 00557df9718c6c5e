"""The whole site with its PDFs: built, printed, and offered on its pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from handbook.build import build_site
from handbook.chapters import Chapter, read_chapters
from handbook.data import load
from handbook.pdf.compose import Facts
from handbook.pdf.documents import Document, area_menu, documents
from handbook.pdf.downloads import offer_downloads
from handbook.pdf.packs import packs
from handbook.pdf.printer import Printed, print_all
from pathways.flows import AREAS
from pathways.publication import Publication
from pathways.render.phrases import day

FOLDER = "pdf"
"""Where the PDFs stand in the site."""


def print_site(out: Path, root: Path) -> list[Printed]:
    """Build the site into `out` and its PDFs with it. Raises BuildError and PrintError."""
    build_site(out, root)
    chapters = read_chapters(root)
    publication = load(root).publication
    assert publication is not None, "the site has just been built from it"
    areas = area_names(publication)
    told = facts(publication, chapters, datetime.date.today())
    made = print_all(out, every_document(root), told, out / FOLDER)
    offer_downloads(out, made, areas)
    return made


def every_document(root: Path) -> list[Document]:
    """Every PDF that there is to make."""
    library = load(root)
    menu = area_menu(root, read_chapters(root), [area.id for area in AREAS])
    cases = {area: found.scenarios for area, found in library.scenarios.items()}
    assert library.publication is not None, "its problems are told before anything is printed"
    return [*documents(menu, area_names(library.publication)), *packs(menu, cases, library.roles)]


def area_names(publication: Publication) -> dict[str, str]:
    """The name of each area, by its id."""
    return {id: words.name for id, words in publication.areas.items()}


def facts(publication: Publication, chapters: Iterable[Chapter], today: datetime.date) -> Facts:
    """What documents printed on a day say of themselves."""
    return Facts(
        areas=area_names(publication),
        edition=publication.edition,
        made=day(today),
        titles={chapter.address: chapter.meta.title for chapter in chapters if chapter.meta},
    )
