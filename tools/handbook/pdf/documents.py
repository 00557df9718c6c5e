"""Which PDFs there are: of each chapter, of each page with a tool the tool alone, and of each area the whole book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from handbook.chapters import Chapter

Kind = Literal["chapter", "steps", "book"]

LEFT_OUT = frozenset({"index", "pin-up", "review-book"})
"""Pages that are no chapters: the list of the others, and two that are made for paper as they are."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """One PDF. `name` is its path below the folder of PDFs, without an ending; `pages` are addresses in the site."""

    name: str
    kind: Kind
    area: str
    title: str
    pages: tuple[str, ...]


def documents(root: Path, chapters: Sequence[Chapter], areas: dict[str, str]) -> tuple[Document, ...]:
    """Every PDF, area by area and in the order of the menu; first the book. `areas`: id -> name."""
    by_file = {chapter.file: chapter for chapter in chapters}
    found: list[Document] = []
    ordered = [by_file[f"docs/{page}"] for page in _pages(_menu(root))]
    for area, name in areas.items():
        own = [one for one in ordered if one.area == area and _stem(one) not in LEFT_OUT]
        book = tuple(one.address for one in own)
        found.append(Document(name=f"{area}/{area}", kind="book", area=area, title=name, pages=book))
        for chapter in own:
            found += _of_a_chapter(chapter, area)
    return tuple(found)


def _of_a_chapter(chapter: Chapter, area: str) -> Iterator[Document]:
    name, pages = f"{area}/{_stem(chapter)}", (chapter.address,)
    title = chapter.meta.title if chapter.meta else name
    yield Document(name=name, kind="chapter", area=area, title=title, pages=pages)
    if any(block.kind == "flow" for block in chapter.blocks):
        yield Document(name=f"{name}-steps", kind="steps", area=area, title=title, pages=pages)


def _stem(chapter: Chapter) -> str:
    return Path(chapter.file).stem


def _menu(root: Path) -> object:
    return yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]


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
