"""The whole site with its PDFs: built, printed, and offered on its pages."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable
from pathlib import Path

from handbook.build import build_site
from handbook.chapters import Chapter, read_chapters
from handbook.data import Library, load
from handbook.pdf.compose import Facts
from handbook.pdf.documents import PACKS, Document, Kind, area_menu, documents
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
    made = _print(out, root, Kind)
    offer_downloads(out, made, area_names(_publication(load(root))))
    return made


def print_packs(site: Path, root: Path) -> list[Printed]:
    """The packs alone, of a site that is built. Raises PrintError."""
    return _print(site, root, PACKS)


def every_document(root: Path) -> list[Document]:
    """Every PDF that there is to make."""
    library = load(root)
    menu = area_menu(root, read_chapters(root), [area.id for area in AREAS])
    cases = {area: found.scenarios for area, found in library.scenarios.items()}
    return [*documents(menu, area_names(_publication(library))), *packs(menu, cases, library.roles)]


def _print(site: Path, root: Path, kinds: Container[Kind]) -> list[Printed]:
    told = facts(_publication(load(root)), read_chapters(root), datetime.date.today())
    return print_all(site, [one for one in every_document(root) if one.kind in kinds], told, site / FOLDER)


def _publication(library: Library) -> Publication:
    assert library.publication is not None, "problems of the data are told before anything is printed"
    return library.publication


def area_names(publication: Publication) -> dict[str, str]:
    """The name of each area, by its id."""
    return {id: words.name for id, words in publication.areas.items()}


def facts(publication: Publication, chapters: Iterable[Chapter], today: datetime.date) -> Facts:
    """What documents printed on a day say of themselves."""
    return Facts(
        areas=area_names(publication),
        edition=publication.edition,
        made=day(today),
        own=publication.interface.basis_handbook,
        titles={chapter.address: chapter.meta.title for chapter in chapters if chapter.meta},
    )
