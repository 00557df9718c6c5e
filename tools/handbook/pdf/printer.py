"""Turns documents into tagged PDFs with WeasyPrint, on every core of the machine."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.data import ROOT
from handbook.pdf.compose import Facts, compose
from handbook.pdf.documents import Document, Kind

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint import Document as Pages
    from weasyprint.text.fonts import FontConfiguration

STYLE = Path(__file__).with_name("pdf.css")
FONTS = ROOT / "node_modules" / "@fontsource" / "arimo" / "files"
FACES = tuple((weight, style) for weight in (400, 700) for style in ("normal", "italic"))
FONT_FACE = "@font-face {{ font-family: Arimo; font-weight: {weight}; font-style: {style}; src: url({file}) }}"
LARGE = "-large-print"


class PrintError(Exception):
    """A document could not be printed as it should; the message says which and why."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A PDF that was made: its file, its pages and its size in bytes."""

    document: Document
    large: bool
    file: Path
    pages: int
    size: int


def print_all(site: Path, documents: Iterable[Document], facts: Facts, out: Path) -> list[Printed]:
    """Print each document, and each chapter in large print as well, and tell them in that order. Raises PrintError."""
    tasks = [(one, large) for one in documents for large in (False, True) if one.kind == Kind.CHAPTER or not large]
    order = {task: number for number, task in enumerate(tasks)}
    # The books first: no core is then left with one of them while the others have nothing to do.
    tasks.sort(key=lambda task: len(task[0].parts), reverse=True)
    # To look for garbage while a document is laid out costs an eighth of the time; it is cleared after each.
    # Processes that begin anew, not copies of this one: alike on every system, whatever else runs here.
    fresh = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=fresh, initializer=gc.disable) as pool:
        made = list(pool.map(partial(_print, site=site, facts=facts, out=out), tasks))
    return sorted(made, key=lambda one: order[one.document, one.large])


def _print(task: tuple[Document, bool], *, site: Path, facts: Facts, out: Path) -> Printed:
    document, large = task
    file = out / f"{document.name}{LARGE if large else ''}.pdf"
    file.parent.mkdir(parents=True, exist_ok=True)
    pages = print_one(compose(site, document, facts, large=large), file)
    gc.collect()
    return Printed(document=document, large=large, file=file, pages=pages, size=file.stat().st_size)


def lay_out(html: str) -> Pages:
    """A document laid out in pages."""
    from weasyprint import HTML  # here, because it needs a library of the system: see handbook/pdf/system.py

    fonts, sheets = _style()
    return HTML(string=html).render(stylesheets=sheets, font_config=fonts)


def print_one(html: str, file: Path) -> int:
    """Write one PDF; the answer is how many pages it has. Raises PrintError for whatever WeasyPrint warns of."""
    warnings = _Warnings()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(warnings)
    try:
        document = lay_out(html)
        document.write_pdf(str(file), pdf_variant="pdf/ua-1")
    finally:
        logger.removeHandler(warnings)
    if warnings.found:
        raise PrintError(f"{file.name}: " + "; ".join(warnings.found))
    return len(document.pages)


@cache
def _style() -> tuple[FontConfiguration, list[CSS]]:
    """The typeface and the style sheets, read once by each process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = (
        FONT_FACE.format(weight=weight, style=style, file=(FONTS / f"arimo-latin-{weight}-{style}.woff2").as_uri())
        for weight, style in FACES
    )
    return fonts, [CSS(string="".join(faces), font_config=fonts), CSS(filename=STYLE, font_config=fonts)]


class _Warnings(logging.Handler):
    """Keeps what WeasyPrint warns of: a link without an aim, a rule or a file that it cannot read."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.found.append(record.getMessage())
