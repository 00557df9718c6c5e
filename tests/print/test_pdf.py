"""The PDFs as a reader, a screen reader and a printer find them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pdfua import Severity, validate
from pypdf import PdfReader

from handbook.data import ROOT
from handbook.pdf.article import article, with_class, words
from handbook.pdf.compose import DANGER, compose
from handbook.pdf.documents import LEFT_OUT, PACKS, Kind
from handbook.pdf.downloads import PLACE, offer_downloads
from handbook.pdf.parts import taken
from handbook.pdf.printer import LARGE, Printed, PrintError, lay_out, print_one
from handbook.pdf.site import area_names, facts
from pathways.flows import AREAS, all_flows
from tests.print.conftest import EVERY, NAMES, TODAY, Pdfs
from tests.support.flows import publication
from tests.support.pages import built_pages
from tests.support.pdf import bookmarks, sizes, tags, tight

CHAPTERS = [name for name in NAMES if EVERY[name].kind == Kind.CHAPTER]
STEPS = [name for name in NAMES if EVERY[name].kind == Kind.STEPS]
FILES = [name + size for name in NAMES for size in ("", LARGE) if name in CHAPTERS or not size]
each_file = pytest.mark.parametrize("name", FILES)

#: The least that a page holds beside its head and its foot, in letters.
LEAST = 25


@cache
def texts(file: Path) -> tuple[str, ...]:
    """The words of each page of a PDF."""
    return tuple(page.extract_text() for page in PdfReader(file).pages)


def text(pdfs: Pdfs, name: str) -> str:
    """All words of a PDF without spaces."""
    return tight("".join(texts(pdfs.file(name))))


@each_file
def test_is_tagged_and_says_its_language_and_title(pdfs: Pdfs, name: str) -> None:
    reader = PdfReader(pdfs.file(name))
    root = reader.root_object
    assert str(root["/Lang"]) == "en-GB"
    assert str(root["/MarkInfo"]["/Marked"]).lower() == "true"  # type: ignore[index]
    assert reader.metadata is not None
    document = pdfs.document(name)
    assert publication().areas[document.area].name in str(reader.metadata.title)
    assert document.title in str(reader.metadata.title)
    kinds = {str(tag["/S"]) for tag in tags(reader)}
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Link"} <= kinds


@each_file
def test_keeps_the_rules_of_pdf_ua(pdfs: Pdfs, name: str) -> None:
    report = validate(str(pdfs.file(name)))
    assert [finding.message for finding in report.findings if finding.severity is Severity.ERROR] == []


@each_file
def test_charts_have_their_words(pdfs: Pdfs, name: str) -> None:
    told = [str(tag.get("/Alt")) for tag in tags(PdfReader(pdfs.file(name))) if str(tag["/S"]) == "/Figure"]
    parts = [taken(pdfs.site, part) for part in pdfs.document(name).parts]
    drawn = [chart.get("aria-label") for part in parts for chart in with_class(part, "chart")]
    assert told == drawn


@each_file
def test_contents_tell_the_page_on_which_each_part_begins(pdfs: Pdfs, name: str) -> None:
    reader = PdfReader(pdfs.file(name))
    pages = texts(pdfs.file(name))
    marks = [mark for mark in bookmarks(reader) if mark.words != pdfs.document(name).title]
    contents = "\n".join(pages[: marks[0].page])
    assert marks
    for mark in marks:
        letters = r"\s*".join(map(re.escape, tight(mark.words)))
        lines = [int(found) for found in re.findall(letters + r"[\s.]*(\d+)\b", contents)]
        assert mark.page in lines, f"{mark.words} begins on page {mark.page}; the contents say {lines}"
        assert tight(mark.words.split(": ", 1)[-1]) in tight(pages[mark.page - 1])


@each_file
def test_every_page_has_its_head_its_foot_and_something_between(pdfs: Pdfs, name: str) -> None:
    reader = PdfReader(pdfs.file(name))
    edition = publication().edition
    for number, page in enumerate(texts(pdfs.file(name)), 1):
        words = tight(page)
        foot = f"Page {number} of {len(reader.pages)}"
        for part in (DANGER, edition.name, edition.paper, foot):
            assert tight(part) in words, f"page {number} lacks {part!r}"
            words = words.replace(tight(part), "", 1)
        words = words.replace(tight(str(reader.metadata.title)), "", 1) if reader.metadata and number > 1 else words
        assert len(words) >= LEAST, f"page {number} is empty"


@pytest.mark.parametrize("name", [name for name in NAMES if EVERY[name].kind in (Kind.CHAPTER, Kind.BOOK)])
def test_every_mark_number_and_step_of_the_pages_is_on_paper(pdfs: Pdfs, name: str) -> None:
    printed = text(pdfs, name)
    found = 0
    for address in pdfs.document(name).pages:
        page = article(pdfs.site, address)
        for kind in ("mark", "cite", "number", "clause-id", "flow-progress", "action-text", "flow-option", "note-kind"):
            for element in with_class(page, kind):
                told = words(element[-1]) if kind == "flow-progress" else words(element)
                assert tight(told) in printed, f"{address}: {told}"
                found += 1
    assert found


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_every_contact_of_an_area_is_on_its_sheet_of_contacts(pdfs: Pdfs, area: object) -> None:
    id = area.id  # type: ignore[attr-defined]
    printed = text(pdfs, f"{id}/contacts")
    for contact in publication().contacts[id].values():
        assert tight(contact.name) in printed
        assert tight(contact.number or "") in printed


@pytest.mark.parametrize("name", STEPS)
def test_tool_alone_has_chart_table_do_nots_and_every_outcome(pdfs: Pdfs, name: str) -> None:
    flow = next(flow for flow in all_flows() if f"{flow.id}-steps" == name)
    printed = text(pdfs, name)
    words = publication().flows[flow.id]
    told = [mark.words for mark in bookmarks(PdfReader(pdfs.file(name)))]
    assert told[:4] == [
        words.title,
        "Do not",
        f"Flowchart: {words.title}",
        f"{words.title}: every answer and where it leads",
    ]
    for outcome in flow.outcomes:
        assert any(one.startswith("Outcome ") and one.endswith(words.outcomes[outcome.id].title) for one in told)
    for duty in flow.duties:
        kind = "actions" if hasattr(duty, "by") else "cautions"
        assert tight(publication().duty(flow.id, kind, duty.code, getattr(duty, "by", None)).text) in printed


@each_file
def test_nothing_is_smaller_than_nine_points(pdfs: Pdfs, name: str) -> None:
    found = sizes(pdfs.file(name))
    assert min(found) >= 9, f"{min(found)} pt on page {found[min(found)]}"


@pytest.mark.parametrize("name", CHAPTERS)
def test_large_print_is_large_but_for_the_chart(pdfs: Pdfs, name: str) -> None:
    has_chart = bool(with_class(article(pdfs.site, pdfs.document(name).pages[0]), "chart"))
    small = [size for size in sizes(pdfs.file(name + LARGE)) if size < 16]
    assert has_chart or not small


#: Not the book: it is made of the same chapters, by the same rules.
@pytest.mark.parametrize(
    ("name", "large"), [(name, name in CHAPTERS) for name in NAMES if EVERY[name].kind != Kind.BOOK]
)
def test_no_line_runs_over_an_edge(pdfs: Pdfs, name: str, large: bool) -> None:
    html = compose(pdfs.site, pdfs.document(name), facts(publication(), (), TODAY), large=large)
    assert list(_clipped(html)) == []


def _clipped(html: str) -> Iterator[str]:
    """Each piece of text that ends beyond the text's width or height, with its page."""
    for number, page in enumerate(lay_out(html).pages, 1):
        paper = page._page_box
        right = paper.content_box_x() + paper.width + 0.5
        bottom = paper.content_box_y() + paper.height + 0.5
        for box in paper.descendants():
            if type(box).__name__ == "TextBox" and box.text.strip():
                in_margin = box.position_y + box.height <= paper.content_box_y() or box.position_y >= bottom
                edge = paper.width + paper.margin_left + paper.margin_right if in_margin else right
                if box.position_x + box.width > edge or (not in_margin and box.position_y + box.height > bottom):
                    yield f"page {number}: {box.text}"


def test_a_line_that_runs_over_an_edge_is_found() -> None:
    assert list(_clipped(f"<html lang=en><body><p style='white-space:nowrap'>{'word ' * 60}</p>"))


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match=r"a\.pdf: .*nowhere"):
        print_one("<html lang=en><title>A</title><body><p><a href='#nowhere'>There</a></p>", tmp_path / "a.pdf")


def test_only_the_typeface_that_the_project_brings_is_used(pdfs: Pdfs) -> None:
    for name in FILES:
        page = PdfReader(pdfs.file(name)).pages[0]  # all pages of a document share their typefaces
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "Arimo" in str(font.get_object()["/BaseFont"]), name


def html_of(site: Path) -> dict[str, str]:
    """The pages of a site by address, such as "stockport/law"; "." is the first."""
    return {
        page.parent.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in site.rglob("index.html")
    }


def test_pages_offer_their_pdfs_only_where_there_are_any(pdfs: Pdfs, tmp_path: Path) -> None:
    pages = html_of(pdfs.site)
    for address, html in pages.items():
        assert PLACE in html, address
        assert 'class="hb-pdf"' not in html, address
    chosen = (
        "/",
        "/stockport/",
        "/stockport/contacts/",
        "/stockport/professional/",
        "/training/packs/",
        "/training/tees/",
    )
    for address in chosen:
        file = tmp_path / address.strip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(pages[address.strip("/") or "."], encoding="utf-8")
    made = [
        Printed(
            document=pdfs.document(name), large=LARGE in name, file=tmp_path / "pdf" / f"{name}.pdf", pages=9, size=1
        )
        for name in FILES
    ]
    offer_downloads(tmp_path, made, area_names(publication()))
    offered: dict[str, list[str]] = {}
    for page in built_pages(tmp_path):
        offered[page.address] = []
        for line in page.all("div", class_="hb-pdf"):
            for link in line.iter("a"):
                assert "PDF, 9 pages, 0 kB" in "".join(link.itertext())
                file = (tmp_path / page.address.strip("/") / link.get("href", "")).resolve()
                offered[page.address].append(file.relative_to(tmp_path / "pdf").as_posix())
    assert offered == {
        "/": ["wales/wales.pdf"],
        "/stockport/": [],
        "/stockport/contacts/": ["stockport/contacts.pdf", "stockport/contacts-large-print.pdf"],
        "/stockport/professional/": [
            "stockport/professional.pdf",
            "stockport/professional-large-print.pdf",
            "stockport/professional-steps.pdf",
        ],
        "/training/packs/": [f"{name}.pdf" for name in NAMES if EVERY[name].kind in PACKS],
        "/training/tees/": ["tees/manager-trainer-pack.pdf"],
    }


def test_every_chapter_every_tool_and_every_area_is_printed(pdfs: Pdfs) -> None:
    pages = html_of(pdfs.site)
    wanted = set()
    for area in AREAS:
        chapters = {page for page in pages if page.startswith(f"{area.id}/") and page.split("/")[1] not in LEFT_OUT}
        tools = {f"{page}-steps" for page in chapters if "<guided-flow" in pages[page]}
        assert chapters
        assert tools
        wanted |= chapters | tools | {f"{area.id}/{area.id}"}
        assert {page.strip("/") for page in EVERY[f"{area.id}/{area.id}"].pages} == chapters
    assert {name for name, one in EVERY.items() if one.kind in (Kind.CHAPTER, Kind.STEPS, Kind.BOOK)} == wanted


def test_without_pango_the_command_says_what_to_install(tmp_path: Path) -> None:
    # Python reads this when it starts: from then on no library of the system can be loaded, on whatever system.
    (tmp_path / "sitecustomize.py").write_text(
        "import cffi\n"
        "def missing(self, name, flags=0):\n"
        "    raise OSError(f'cannot load library {name!r}')\n"
        "cffi.FFI.dlopen = missing\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "handbook.cli", "print", "--out", str(tmp_path / "site")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "tools")])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "apt-get install libpango-1.0-0" in done.stderr
    assert "brew install pango" in done.stderr
    assert "Windows" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
