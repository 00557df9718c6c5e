"""The pages of `docs/` as their writers wrote them: front matter, passages with the clauses they rest on, blocks.

A mark `[STK-7ai-03]` behind a sentence names the clause that the sentence rests on; `[HB-01]` marks a line that the
handbook adds itself. What this module finds is checked in `handbook.page_checks`, rendered in `handbook.markdown`, and
listed by clause in `handbook.coverage`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path

from handbook.reader import Reader, Trouble
from pathways.flows import AREAS

ID = r"[A-Z]{2,3}-[0-9A-Za-z.-]*[0-9]"
MARK = re.compile(rf"\[(?P<ids>{ID}(?:,\s*{ID})*)\](?![(\[])")
"""One mark: the ids of the clauses that the words before it rest on."""

INCLUDE = re.compile(r"\{!\s*(?P<target>.+?)\s*!\}")
BLOCK = re.compile(r"^::: *(?P<kind>\S+) +(?P<name>\S+) *$")
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+?) *$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.) +")
_RULE = re.compile(r"^\|?[\s:|-]+\|?$")
_LINK = re.compile(r"\[(?P<text>[^\]]*)\]\([^)]*\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[A-Z0-9])")


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """What stands between the lines of three dashes at the head of a page.

    `tags` are the words by which search finds the page. `reviewed` is empty until somebody has reviewed the page;
    `review_by` is the day from which a banner says that the page is due. `roles` are the ids of those whose pack
    holds the page (`docs/_data/roles.yml`).
    """

    title: str
    description: str
    tags: tuple[str, ...]
    owner: str
    edition: str
    review_by: datetime.date
    reviewed: datetime.date | None = None
    area: str | None = None
    roles: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    search: Mapping[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Some words and the ids of the clauses that they rest on (none behind the last mark of a passage)."""

    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One paragraph, list item or table row: where it starts, and its text as it was written."""

    file: str
    line: int
    text: str

    @property
    def statements(self) -> list[Statement]:
        """The words between one mark and the next, each with its clauses; what follows the last mark has none."""
        found = []
        start = 0
        for mark in MARK.finditer(self.text):
            ids = tuple(id.strip() for id in mark["ids"].split(","))
            found.append(Statement(text=plain(self.text[start : mark.start()]), clauses=ids))
            start = mark.end()
        if rest := plain(self.text[start:]):
            found.append(Statement(text=rest, clauses=()))
        return found

    @property
    def is_signpost(self) -> bool:
        """Whether it leads somewhere instead of stating something: it ends with a colon, or holds a link."""
        return self.text.rstrip().endswith(":") or bool(_LINK.search(self.text))


@dataclass(frozen=True, kw_only=True)
class Block:
    """A line `::: kind name`."""

    file: str
    line: int
    kind: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One page: its file, its front matter (None when it could not be read), its passages and blocks.

    `lines` has the line of each key of the front matter.
    """

    file: str
    meta: FrontMatter | None
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)
    troubles: tuple[Trouble, ...] = field(default=(), repr=False)

    @property
    def address(self) -> str:
        """Where the page stands, from the site's root: "stockport/law/"."""
        path = self.file.removeprefix("docs/").removesuffix(".md")
        return "" if path == "index" else path.removesuffix("/index") + "/"

    @property
    def area(self) -> str | None:
        """The area that the page speaks for: the one in whose folder it lies."""
        folder = self.file.split("/")[1]
        return folder if folder in [area.id for area in AREAS] else None

    @cached_property
    def marks(self) -> dict[str, list[Statement]]:
        """Clause -> the statements of this page that rest on it."""
        found: dict[str, list[Statement]] = {}
        for passage in self.passages:
            for statement in passage.statements:
                for clause in statement.clauses:
                    found.setdefault(clause, []).append(statement)
        return found

    @property
    def notes(self) -> list[Block]:
        """The notes that the page shows beside its text."""
        return [block for block in self.blocks if block.kind == "note"]


def read_chapters(root: Path) -> list[Chapter]:
    """Every page below `docs/`, but fragments that others include, in the order of their names."""
    docs = root / "docs"
    pages = [page for page in sorted(docs.rglob("*.md")) if page.relative_to(docs).parts[0] not in ("_data", "shared")]
    return [read_chapter(root, page) for page in pages]


def read_chapter(root: Path, page: Path) -> Chapter:
    """One page, with the fragments that it includes."""
    name = page.relative_to(root).as_posix()
    lines = page.read_text(encoding="utf-8").splitlines()
    reader = Reader(root)
    meta, start = _front_matter(reader, name, lines)
    body = list(_expanded(root, name, lines, start))
    passages, blocks = _parts(body)
    return Chapter(
        file=name,
        meta=meta,
        passages=tuple(passages),
        blocks=tuple(blocks),
        lines={key.name: reader.line(page, key.name) for key in fields(FrontMatter)},
        troubles=tuple(reader.troubles),
    )


def plain(text: str) -> str:
    """Text without the signs of Markdown, on one line."""
    text = _LINK.sub(lambda link: link["text"], MARK.sub(" ", text))
    text = re.sub(r"<[^>]+>|[*`|]|\{[^}]*\}", " ", text)
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    """The sentences of a plain text."""
    return [part for part in _SENTENCE_END.split(text) if part]


def words(text: str) -> list[str]:
    """The words of a plain text."""
    return re.findall(r"[^\W_]+(?:[-’'.,/&@][^\W_]+)*", text)


def _front_matter(reader: Reader, name: str, lines: list[str]) -> tuple[FrontMatter | None, int]:
    """The front matter and the number of the first line behind it, from 0."""
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        reader.troubles.append(Trouble(name, 1, "the page has no front matter", "begin with --- title: ... ---"))
        return None, 0
    end = lines.index("---", 1)
    return reader.parse(FrontMatter, "\n" + "\n".join(lines[1:end]), name), end + 1


type _Line = tuple[str, int, str]  # file, line from 1, text


def _expanded(root: Path, name: str, lines: list[str], start: int = 0) -> Iterator[_Line]:
    """The lines of a page with its fragments in their places; a fragment that is missing is found elsewhere."""
    for number, line in enumerate(lines[start:], start + 1):
        include = INCLUDE.fullmatch(line.strip())
        if include and (fragment := root / "docs" / include["target"]).is_file():
            yield from _expanded(
                root, fragment.relative_to(root).as_posix(), fragment.read_text(encoding="utf-8").splitlines()
            )
        else:
            yield name, number, line


def _parts(lines: list[_Line]) -> tuple[list[Passage], list[Block]]:
    passages: list[Passage] = []
    blocks: list[Block] = []
    gathered: list[str] = []
    began: tuple[str, int] = ("", 0)
    fenced = comment = table = listed = False

    def finish() -> None:
        if gathered:
            passages.append(Passage(file=began[0], line=began[1], text=" ".join(gathered)))
            gathered.clear()

    for file, number, line in lines:
        text = line.strip()
        if text.startswith(("```", "~~~")):
            fenced = not fenced
        comment = comment or text.startswith("<!--")
        closes = comment and "-->" in text
        is_row = text.startswith("|")
        if fenced or comment or not text or text.startswith(("<", "```", "~~~")):
            finish()
        elif block := BLOCK.match(text):
            finish()
            blocks.append(Block(file=file, line=number, kind=block["kind"], name=block["name"]))
        elif _HEADING.match(text) or (is_row and (not table or _RULE.match(text))):
            finish()  # headings, and the head of a table, state nothing
        else:
            # A number at the start of a line is an item only where a list can begin or goes on: not within a paragraph.
            if is_row or (_ITEM.match(line) and (listed or not gathered)):
                finish()
                listed = not is_row
            if not gathered:
                began = (file, number)
            gathered.append(_ITEM.sub("", text) if listed and not gathered else text)
        table = is_row
        listed = listed and bool(text or gathered)
        comment = comment and not closes
    finish()
    return passages, blocks
