"""Pages and registers that lose a clause, a source or a force are found."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.chapters import Chapter, read_chapter, read_chapters
from handbook.data import ROOT, Library
from handbook.page_checks import check_pages, keeps_force
from handbook.reader import Trouble
from pathways.publication import Clause, NoteWords
from tests.support import flows
from tests.unit.test_chapters import HEAD

#: A clause of each force, as the register has them.
MUST, SHOULD = "STK-7ai-03", "STK-7ai-05"


@pytest.fixture(scope="module")
def library() -> Library:
    return flows.library()


@pytest.fixture(scope="module")
def chapters() -> list[Chapter]:
    return read_chapters(ROOT)


def page(root: Path, text: str, head: str = HEAD, name: str = "page.md") -> Chapter:
    path = root / "docs" / "stockport" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + text, "utf-8")
    return read_chapter(root, path)


def found(root: Path, library: Library, chapters: Sequence[Chapter], file: str) -> list[str]:
    return [trouble.what for trouble in check_pages(root, library, chapters) if trouble.file == file]


def test_the_pages_of_the_handbook_have_no_problem(library: Library, chapters: list[Chapter]) -> None:
    assert check_pages(ROOT, library, chapters) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The police must be told of images.", "nothing says what this rests on"),
        ("The police must be told of images. [STK-7ai-03] And this is made up.", "nothing says what this rests on"),
        ("Told of. [STK-7ai-03]", "the words before [STK-7ai-03] tell no clause"),
        ("These must be told [STK-7ai-03] and [STK-7ai-04]", "the words before [STK-7ai-04] tell no clause"),
        (
            "All of this must be told. [STK-1-01, STK-1-02, STK-1-03, STK-1-04]",
            "one sentence carries STK-1-01, STK-1-02, STK-1-03, STK-1-04",
        ),
        ("The police should be told of images. [STK-7ai-03]", "STK-7ai-03 says must"),
        ("The police are told of such messages. [STK-7ai-05]", "STK-7ai-05 says should"),
        ("This rests on a clause nobody has. [STK-99-01]", "cites STK-99-01, which is in no register"),
        ("Word " * 31 + "end. [STK-1-01]", "a sentence of 32 words"),
        ("::: note X-1", "there is no note X-1"),
        ("::: flow stockport/nowhere", "there is no block '::: flow stockport/nowhere'"),
        ("::: note B-15", "the note B-15 is about"),
    ],
)
def test_what_is_wrong_on_a_page_is_named(text: str, what: str, library: Library, tmp_path: Path) -> None:
    one = page(tmp_path, f"\n{text}\n")
    troubles = found(tmp_path, library, [one], "docs/stockport/page.md")
    assert len([trouble for trouble in troubles if trouble.startswith(what)]) == 1, troubles


@pytest.mark.parametrize(
    "text",
    [
        "The police must be told of images. [STK-7ai-03]",
        "The steps are these:",
        "Go on with [the law](law.md).",
        "Ring 999 if a child is in danger. [HB-01]",
        "# A heading states nothing",
    ],
)
def test_what_is_right_on_a_page_is_left_alone(text: str, library: Library, tmp_path: Path) -> None:
    troubles = found(tmp_path, library, [page(tmp_path, f"\n{text}\n")], "docs/stockport/page.md")
    assert troubles == []


def test_a_mark_on_the_first_page_of_an_area_would_lead_nowhere(library: Library, tmp_path: Path) -> None:
    one = page(tmp_path, "\nThe police must be told of images. [STK-7ai-03]\n", name="index.md")
    troubles = found(tmp_path, library, [one], "docs/stockport/index.md")
    assert troubles == ["a mark on the first page of an area would lead nowhere"]


def test_a_page_says_the_area_of_its_folder(library: Library, tmp_path: Path) -> None:
    one = page(tmp_path, "", HEAD.replace("area: stockport\n", ""))
    assert found(tmp_path, library, [one], "docs/stockport/page.md") == ["the page says area: None"]


@pytest.mark.parametrize(
    ("last", "what"),
    [("2099-01-01", "the page was reviewed in the future"), ("2026-06-01", "the next review is not after the last")],
)
def test_the_days_of_a_review_make_sense(last: str, what: str, library: Library, tmp_path: Path) -> None:
    head = HEAD.replace("reviewed:", f"reviewed: {last}").replace("2027-05-21", "2026-05-21")
    troubles = found(tmp_path, library, [page(tmp_path, "", head)], "docs/stockport/page.md")
    assert what in troubles


def test_a_clause_that_no_page_tells_is_named(library: Library, chapters: list[Chapter]) -> None:
    for chapter in chapters:
        if chapter.address == "stockport/law/":
            without = [one for one in chapters if one is not chapter]
            lost = [trouble.what for trouble in check_pages(ROOT, library, without)]
            for clause in ("STK-4-05", "STK-8-02"):
                assert f"{clause} is told nowhere" in lost


def with_clause(library: Library, id: str, clause: Clause) -> Library:
    registers = {**library.registers, "stockport": {**library.registers["stockport"], id: clause}}
    return replace(library, registers=registers)


def test_a_clause_is_told_or_left_out_and_not_both(library: Library, chapters: list[Chapter]) -> None:
    law = library.registers["stockport"]["STK-8-02"]
    both = with_clause(library, "STK-8-02", replace(law, left_out="for no reason"))
    assert [trouble.what for trouble in check_pages(ROOT, both, chapters)] == [
        'STK-8-02 says that it is left out, yet "Law" tells it'
    ]
    assert check_pages(ROOT, with_clause(library, "STK-99-01", replace(law, left_out="a reason")), chapters) == []


def with_note(library: Library, id: str, note: NoteWords) -> Library:
    assert library.publication is not None
    return replace(library, publication=replace(library.publication, notes={**library.publication.notes, id: note}))


def test_what_has_changed_stands_beside_every_sentence_that_it_is_about(
    library: Library, chapters: list[Chapter]
) -> None:
    note = NoteWords(kind="currency", title="A change", text="It has changed.", clauses=("STK-8-02",))
    troubles: list[Trouble] = check_pages(ROOT, with_note(library, "CUR-X", note), chapters)
    assert [trouble.what for trouble in troubles] == [
        "the note CUR-X is shown nowhere",
        "docs/stockport/law.md tells STK-8-02 without the note CUR-X",
    ]


def test_a_line_of_the_handbook_s_own_that_nothing_uses_is_named(library: Library, chapters: list[Chapter]) -> None:
    own = {**library.registers["handbook"], "HB-999": Clause(place="Handbook's own", kind="handbook", gist="Nothing.")}
    troubles = check_pages(ROOT, replace(library, registers={**library.registers, "handbook": own}), chapters)
    assert [trouble.what for trouble in troubles] == ["HB-999 is used nowhere"]


@pytest.mark.parametrize(
    ("text", "force", "kept"),
    [
        ("The police must be told.", "must", True),
        ("Do not delete it.", "must", True),
        ("The police should be told.", "must", False),
        ("The police must be told.", "should", False),
        ("Think about a recording.", "consider", True),
        ("A recording is made.", "consider", False),
        ("They may meet.", "may", True),
        ("Anything goes.", "plain", True),
        ("Anything goes.", None, True),
    ],
)
def test_a_sentence_keeps_the_force_of_its_clause(text: str, force: str | None, kept: bool) -> None:
    assert keeps_force(text, Clause(place="", kind="duty", gist="", force=force)) is kept
