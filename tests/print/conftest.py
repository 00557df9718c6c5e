"""PDFs for the tests that read them, made once a run: of each area some kinds, and one whole book."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from handbook.chapters import read_chapters
from handbook.data import ROOT
from handbook.pdf.documents import Document
from handbook.pdf.printer import LARGE, print_all
from handbook.pdf.site import every_document, facts
from pathways.flows import AREAS
from tests.support.flows import publication

TODAY = date(2026, 11, 23)

#: Every document that there is, by its name.
EVERY = {one.name: one for one in every_document(ROOT)}

#: The shortest of the books; tools that ask much and little, the widest chart; worksheets; all contacts; packs.
NAMES = (
    "wales/wales",
    "stockport/professional",
    "stockport/professional-steps",
    "derbyshire/extremism-steps",
    "tees/assessment",
    "walsall/household-steps",
    *(f"{area.id}/contacts" for area in AREAS),
    "wales/health-pack",
    "wales/trainer-pack",
    "tees/manager-trainer-pack",
    "wales/answer-key",
)


@dataclass(frozen=True, kw_only=True)
class Pdfs:
    """The site, and the PDFs that were made of it."""

    site: Path
    folder: Path

    def file(self, name: str) -> Path:
        """The PDF of that name."""
        return self.folder / f"{name}.pdf"

    def document(self, name: str) -> Document:
        """What the PDF of that name is of."""
        return EVERY[name.removesuffix(LARGE)]


@pytest.fixture(scope="session")
def pdfs(site_dir: Path) -> Pdfs:
    """The PDFs of NAMES; chapters in large print as well."""
    chapters = read_chapters(ROOT)
    folder = site_dir.parent / "pdfs"
    finished = site_dir.parent / "pdfs.finished"
    with FileLock(site_dir.parent / "pdfs.lock"):
        if not finished.exists():
            print_all(site_dir, [EVERY[name] for name in NAMES], facts(publication(), chapters, TODAY), folder)
            finished.touch()
    return Pdfs(site=site_dir, folder=folder)
