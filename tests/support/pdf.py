"""What a PDF holds, as tests need it: its bookmarks, its tags, and each piece of text with its size on the paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

type Matrix = tuple[float, float, float, float, float, float]

UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Bookmark:
    """Its words, and the number of the page that it opens, from 1."""

    words: str
    page: int


def tight(text: str) -> str:
    """A text without any space: where lines end differs from paper to screen."""
    return re.sub(r"\s+", "", text)


def bookmarks(reader: PdfReader) -> list[Bookmark]:
    """All bookmarks, whatever their level, in their order."""

    def flat(entries: list[Any]) -> Iterator[Any]:
        for entry in entries:
            yield from flat(entry) if isinstance(entry, list) else [entry]

    found = []
    for entry in flat(reader.outline):
        number = reader.get_destination_page_number(entry)
        assert number is not None, f"the bookmark {entry.title!r} opens no page"
        found.append(Bookmark(str(entry.title), number + 1))
    return found


def tags(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every element of the tree of tags."""

    def below(element: Any) -> Iterator[DictionaryObject]:
        element = element.get_object()
        if isinstance(element, list):
            for child in element:
                yield from below(child)
        elif isinstance(element, DictionaryObject):
            if "/S" in element:
                yield element
            if "/K" in element:
                yield from below(element["/K"])

    yield from below(reader.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]


def sizes(path: Path) -> dict[float, int]:
    """The sizes of all letters on the paper, in pt, each with the page where it is first met."""
    reader = PdfReader(path)
    found: dict[float, int] = {}
    for number, page in enumerate(reader.pages, 1):
        for size in _sizes(reader, page, page.get("/Resources", DictionaryObject()), UPRIGHT):
            found.setdefault(round(size, 2), number)
    return found


def _sizes(reader: PdfReader, content: Any, resources: Any, at: Matrix) -> Iterator[float]:
    """Follows what is drawn as a printer would: the scale of the drawing, of the text, and the size of the letters."""
    stream = content.get_contents() if "/Contents" in content else content
    kept: list[Matrix] = []
    text, size = UPRIGHT, 0.0
    for operands, operator in ContentStream(stream, reader).operations:
        match operator:
            case b"q":
                kept.append(at)
            case b"Q":
                at = kept.pop()
            case b"cm":
                at = _times(tuple(map(float, operands)), at)  # type: ignore[arg-type]
            case b"BT":
                text = UPRIGHT
            case b"Tm":
                text = tuple(map(float, operands))  # type: ignore[assignment]
            case b"Tf":
                size = float(operands[1])
            case b"Tj" | b"TJ":
                scale = _times(text, at)
                yield abs(size) * (scale[2] ** 2 + scale[3] ** 2) ** 0.5
            case b"Do":
                inner = resources.get_object()["/XObject"][operands[0]].get_object()
                if inner["/Subtype"] == "/Form":
                    own: Matrix = tuple(map(float, inner.get("/Matrix", UPRIGHT)))  # type: ignore[assignment]
                    yield from _sizes(reader, inner, inner.get("/Resources", resources), _times(own, at))


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
