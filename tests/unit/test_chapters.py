"""Pages are read as their writers wrote them: passages, marks, blocks, front matter."""

import datetime
from pathlib import Path

import pytest

from handbook.chapters import Chapter, plain, read_chapter, read_chapters, sentences, words
from handbook.data import ROOT

HEAD = """---
title: A page
area: stockport
description: About something.
tags: [one, two]
roles: [school, manager]
owner: Editors
edition: Draft
reviewed:
review_by: 2027-05-21
---
"""


def chapter(root: Path, text: str, name: str = "stockport/page.md") -> Chapter:
    path = root / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return read_chapter(root, path)


def test_front_matter_is_read(tmp_path: Path) -> None:
    found = chapter(tmp_path, HEAD)
    assert found.troubles == ()
    assert found.meta is not None
    assert (found.meta.title, found.meta.tags, found.area) == ("A page", ("one", "two"), "stockport")
    assert (found.meta.roles, found.lines["roles"]) == (("school", "manager"), 6)
    assert (found.meta.reviewed, found.meta.review_by) == (None, datetime.date(2027, 5, 21))


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("owner: Editors\n", "", 2, "lacks owner"),
        ("owner: Editors", "ower: Editors", 7, "the key ower is unknown"),
        ("2027-05-21", "soon", 10, "'soon' is not a date"),
        ("[school, manager]", "school", 6, "roles is not a list"),
        ("---\ntitle", "title", 1, "no front matter"),
    ],
)
def test_front_matter_that_is_wrong_is_named_with_its_line(
    old: str, new: str, line: int, what: str, tmp_path: Path
) -> None:
    found = chapter(tmp_path, HEAD.replace(old, new, 1))
    assert [trouble.line for trouble in found.troubles if what in trouble.what] == [line]


def test_passages_are_paragraphs_items_and_rows(tmp_path: Path) -> None:
    text = """
# Heading

First line
goes on. [STK-1-01]

- an item [STK-1-02]
- another
  that goes on [STK-1-03]

1. a numbered one

| Head | is none |
|---|---|
| A row | of cells [STK-1-04] |

<!-- A comment [STK-1-05]

of several lines [STK-1-06] -->

```
fenced [STK-1-07]
```

<p>Markup [STK-1-08]</p>

::: note B-15
"""
    found = chapter(tmp_path, HEAD + text)
    assert [passage.text for passage in found.passages] == [
        "First line goes on. [STK-1-01]",
        "an item [STK-1-02]",
        "another that goes on [STK-1-03]",
        "a numbered one",
        "| A row | of cells [STK-1-04] |",
    ]
    assert [passage.line for passage in found.passages] == [15, 18, 19, 22, 26]
    assert list(found.marks) == ["STK-1-01", "STK-1-02", "STK-1-03", "STK-1-04"]
    assert [(block.kind, block.name) for block in found.blocks] == [("note", "B-15")]


def test_words_between_marks_belong_to_the_mark_behind_them(tmp_path: Path) -> None:
    found = chapter(tmp_path, HEAD + "\nOne is *so*. [STK-1-01]\nTwo is [thus](x.md). [STK-1-02, HB-01] Three.\n")
    (passage,) = found.passages
    assert [(statement.text, statement.clauses) for statement in passage.statements] == [
        ("One is so .", ("STK-1-01",)),
        ("Two is thus.", ("STK-1-02", "HB-01")),
        ("Three.", ()),
    ]


def test_a_fragment_counts_for_the_page_that_includes_it(tmp_path: Path) -> None:
    (tmp_path / "docs" / "shared").mkdir(parents=True)
    (tmp_path / "docs" / "shared" / "part.md").write_text("Shared words stand here. [STK-1-01]\n", "utf-8")
    found = chapter(tmp_path, HEAD + "\n{! shared/part.md !}\n")
    (passage,) = found.passages
    assert (passage.file, passage.line) == ("docs/shared/part.md", 1)
    assert list(found.marks) == ["STK-1-01"]
    assert [one.file for one in read_chapters(tmp_path)] == ["docs/stockport/page.md"]


def test_addresses_are_those_of_the_site(tmp_path: Path) -> None:
    names = ("index.md", "stockport/index.md", "stockport/law.md")
    assert [chapter(tmp_path, HEAD, name).address for name in names] == ["", "stockport/", "stockport/law/"]


def test_sentences_and_words_are_counted_as_people_do() -> None:
    text = plain('Ring 999 now. Section 10.9.7(a) says "must". **Do** not wait: [tell](x.md) them! 999 it is.')
    assert sentences(text) == [
        "Ring 999 now.",
        'Section 10.9.7(a) says "must".',
        "Do not wait: tell them!",
        "999 it is.",
    ]
    assert words("the reader's 10.9.7 self-harm, and more") == ["the", "reader's", "10.9.7", "self-harm", "and", "more"]


def test_every_page_of_the_handbook_is_read() -> None:
    found = read_chapters(ROOT)
    assert len(found) > 20
    assert [str(trouble) for one in found for trouble in one.troubles] == []
