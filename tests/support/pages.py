"""The pages of the built site, as files and as trees."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from pathways.flows import AREAS


@dataclass(frozen=True, kw_only=True)
class BuiltPage:
    """One page: its address from the site's root, its text and its elements."""

    address: str
    html: str
    tree: Element

    def all(self, tag: str | None = None, **attributes: str | None) -> list[Element]:
        """Elements by tag and by attributes; None asks only that the attribute is there. `class_` is one of several."""
        return [element for element in self.tree.iter(tag) if _has(element, attributes)]

    @property
    def ids(self) -> list[str]:
        """Every id of the page, in order."""
        return [id for element in self.tree.iter() if (id := element.get("id")) is not None]


def _has(element: Element, attributes: dict[str, str | None]) -> bool:
    for name, wanted in attributes.items():
        value = element.get(name.rstrip("_").replace("_", "-"))
        if value is None or (wanted is not None and wanted not in ([value] if name != "class_" else value.split())):
            return False
    return True


def text_of(element: Element) -> str:
    """The text of an element with all that is in it, on one line."""
    return " ".join("".join(element.itertext()).split())


def tables(html: str) -> list[list[list[str]]]:
    """The tables of a page or a part of one: the text of each cell, row by row, the head first."""
    tree = tinyhtml5.parse(html, namespace_html_elements=False)
    return [
        [[text_of(cell) for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
        for table in tree.iter("table")
    ]


@cache
def built_pages(site: Path) -> list[BuiltPage]:
    """Every page of a built site."""
    return [
        BuiltPage(
            address=_address(file.relative_to(site)),
            html=(html := file.read_text("utf-8")),
            tree=tinyhtml5.parse(html, namespace_html_elements=False),
        )
        for file in sorted(site.rglob("*.html"))
    ]


def addresses(site: Path) -> list[str]:
    """The addresses of every page."""
    return [_address(file.relative_to(site)) for file in sorted(site.rglob("*.html"))]


#: The folders of the site; "" holds the first page. Tests that walk pages take one folder each, to run side by side.
PARTS = ("", "about", "compare", "training", *(area.id for area in AREAS))

each_part = pytest.mark.parametrize("part", PARTS)

#: Long pages that are made from the data of an area by the same code: those of the first area stand for the others.
ALIKE = frozenset(
    address
    for area in AREAS[1:]
    for address in (f"/{area.id}/review-book/", f"/{area.id}/clauses/", f"/training/{area.id}/")
)


def walked(site: Path, part: str) -> list[str]:
    """The addresses of the pages of a folder, but for those that another page stands for."""
    return [
        where
        for where in addresses(site)
        if where.split("/")[1:-1][:1] == ([part] if part else []) and where not in ALIKE
    ]


def _address(file: Path) -> str:
    return "/" + file.as_posix().removesuffix("index.html")
