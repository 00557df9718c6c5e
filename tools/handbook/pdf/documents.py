"""Which PDFs there are: of each chapter, of each page with a tool the tool alone, of each area the book, and packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from handbook.chapters import Chapter


class Kind(StrEnum):
    """What a document is. Its word is a class of the document too, by which the style sheet knows it."""

    CHAPTER = "chapter"
    STEPS = "steps"
    BOOK = "book"
    ROLE = "role"
    TRAINER = "trainer"
    KEY = "key"


PACKS = frozenset({Kind.ROLE, Kind.TRAINER, Kind.KEY})
"""What is put together from tags."""


class Take(StrEnum):
    """What a document takes from a page of the site."""

    PAGE = "page"
    SHORT = "short"
    """All of a page, but of its tool the chart and the outcomes.

    Each line has its clauses without their words, each note stands once, and no outcome has a list of contacts.
    """
    BODY = "body"
    """All but the title, which stands on the cover."""
    TOOL = "tool"
    """What its tool says not to do, the chart, the table, and all questions and outcomes."""
    CHARTS = "charts"
    BLANK_CHARTS = "blank-charts"
    """The charts without the words in their boxes, and those words beside them in another order."""
    WALL = "wall"
    """The sheet for the wall."""
    CASES = "cases"
    """Cases without their answers, each on a sheet of its own."""
    ANSWERS = "answers"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One piece of a document: of the page at `page` in the site, what `take` says; of its cases only some."""

    page: str
    take: Take
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Document:
    """One PDF. `name` is its path below the folder of PDFs, without an ending.

    `who` says which jobs it is for, where it is for one role. `hour` names the cases that a trainer is advised to take
    for the hour.
    """

    name: str
    kind: Kind
    area: str
    title: str
    parts: tuple[Part, ...]
    who: str | None = None
    hour: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the pages that it is made from, each once."""
        return tuple(dict.fromkeys(part.page for part in self.parts))


BOOK = "All chapters of {area}"

LEFT_OUT = frozenset({"index", "pin-up", "review-book"})
"""Pages that are no chapters: the list of the others, and two that are made for paper as they are."""


def documents(menu: Mapping[str, Sequence[Chapter]], areas: Mapping[str, str]) -> Iterator[Document]:
    """The books, chapters and tools of all areas; of each area first the book.

    `menu`: from `area_menu`; `areas`: id -> name.
    """
    for area, chapters in menu.items():
        own = [one for one in chapters if stem(one) not in LEFT_OUT]
        book = tuple(Part(page=one.address, take=Take.PAGE) for one in own)
        yield Document(
            name=f"{area}/{area}", kind=Kind.BOOK, area=area, title=BOOK.format(area=areas[area]), parts=book
        )
        for chapter in own:
            yield from _of_a_chapter(chapter, area)


def area_menu(root: Path, chapters: Sequence[Chapter], areas: Sequence[str]) -> dict[str, list[Chapter]]:
    """The pages of each area in the order of the site's menu."""
    by_file = {chapter.file: chapter for chapter in chapters}
    nav = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    ordered = [by_file[f"docs/{page}"] for page in _pages(nav)]
    return {area: [one for one in ordered if one.area == area] for area in areas}


def stem(chapter: Chapter) -> str:
    """The name of a page's file, without its folder and ending."""
    return Path(chapter.file).stem


def title(chapter: Chapter) -> str:
    """The title of a page as its front matter has it."""
    return chapter.meta.title if chapter.meta else stem(chapter)


def has_tool(chapter: Chapter) -> bool:
    """Whether a page holds a tool."""
    return any(block.kind == "flow" for block in chapter.blocks)


def _of_a_chapter(chapter: Chapter, area: str) -> Iterator[Document]:
    name = f"{area}/{stem(chapter)}"

    def one(name: str, kind: Kind, take: Take) -> Document:
        part = Part(page=chapter.address, take=take)
        return Document(name=name, kind=kind, area=area, title=title(chapter), parts=(part,))

    yield one(name, Kind.CHAPTER, Take.BODY)
    if has_tool(chapter):
        yield one(f"{name}-steps", Kind.STEPS, Take.TOOL)


def _pages(menu: object) -> Iterator[str]:
    """The pages of a menu in their order, whether they stand in it with a title or without."""
    match menu:
        case str():
            yield menu
        case list():
            for entry in menu:
                yield from _pages(entry)
        case dict():
            for entry in menu.values():
                yield from _pages(entry)
