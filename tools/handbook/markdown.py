"""What a page may hold beside plain Markdown: blocks, and marks that name the clause behind a sentence.

A block stands alone on its line: `::: flow area/name`, `::: worksheet area/name`, `::: note ID`, `::: compare subject`;
`handbook.blocks` lists every kind. It is replaced at build time by what it names; an unknown name is an error with the
page and the line. A mark stands behind its sentence: `[STK-7ai-03]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from handbook.blocks import block_problem
from handbook.chapters import BLOCK, MARK, Chapter
from handbook.charts import figures
from handbook.comparing import subject_block
from handbook.contacts import contacts_list, verification_table
from handbook.currency import currency_register
from handbook.data import Library
from handbook.decisions import decisions_table
from handbook.explained import ExplainedWords
from handbook.front import front_block
from handbook.glossary import entries_block, list_block
from handbook.guided import GuidedWords, RuntimeNames, guided_flow
from handbook.pin_up import pin_up
from handbook.proof import Part, proof_block
from handbook.register import anchor, register_table
from handbook.review_book import review_book
from handbook.training import exercises
from pathways.flows import area_of
from pathways.model import Flow
from pathways.publication import Publication
from pathways.render import duties, steps
from pathways.render.html import Html, el, join

CLAUSES = "../clauses/#"
"""Where a clause is shown, from any page of its area."""

BLOCK_LIKE = re.compile(r"^:{3,}")


class BlockError(ValueError):
    """A block cannot be rendered; the message says what to write instead."""


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """What blocks are rendered from."""

    root: Path
    library: Library
    publication: Publication
    runtime: RuntimeNames
    chapters: Sequence[Chapter]

    def render(self, kind: str, name: str) -> Html:
        """One block. Raises BlockError when there is no such block."""
        if problem := block_problem(self.publication, kind, name):
            raise BlockError("; ".join(problem))
        kinds: Mapping[str, Callable[[str], Html]] = {
            "flow": self._flow,
            "worksheet": self._worksheet,
            "note": self._note,
            "clauses": self._clauses,
            "contacts": self._contacts,
            "pin-up": self._pin_up,
            "decisions": self._decisions,
            "verification": self._verification,
            "currency": self._currency,
            "proof": self._proof,
            "glossary": self._glossary,
            "front": self._front,
            "compare": self._compare,
            "review-book": self._review_book,
            "exercises": self._exercises,
        }
        return kinds[kind](name)

    def _flow(self, name: str) -> Html:
        return flow_block(self, area_of(name).flow(name))

    def _worksheet(self, name: str) -> Html:
        sheets = [outcome.worksheet for outcome in area_of(name).flow(name).outcomes if outcome.worksheet]
        return join(*(duties.worksheet(self.publication, name, sheet, 2) for sheet in sheets))

    def _note(self, name: str) -> Html:
        return duties.note_box(self.publication, name)

    def _clauses(self, name: str) -> Html:
        return register_table(self.library, self.publication, name, self.chapters)

    def _front(self, _name: str) -> Html:
        return front_block(self.publication, self.library.front, self.chapters) if self.library.front else Html()

    def _compare(self, name: str) -> Html:
        return subject_block(self.publication, name)

    def _verification(self, _name: str) -> Html:
        return join(*(verification_table(self.publication, area) for area in self.publication.areas))

    def _currency(self, _name: str) -> Html:
        return currency_register(self.library, self.publication, self.chapters)

    def _proof(self, name: str) -> Html:
        return proof_block(self.library, self.publication, self.chapters, Part(name))

    def _glossary(self, name: str) -> Html:
        glossary = self.library.glossary
        if glossary is None:
            return Html()
        return list_block(glossary) if name == "list" else entries_block(self.publication, glossary)

    def _contacts(self, name: str) -> Html:
        return contacts_list(self.publication, name, self.library.areas[name])

    def _pin_up(self, name: str) -> Html:
        return pin_up(self.publication, name)

    def _review_book(self, name: str) -> Html:
        return review_book(self.root, self.library, self.publication, name, self.chapters)

    def _exercises(self, name: str) -> Html:
        return exercises(
            self.runtime, self.publication, self.library.scenarios[name].scenarios, name, self.library.roles
        )

    def _decisions(self, name: str) -> Html:
        return decisions_table(self.publication, self.library.decisions[name], name)


def flow_block(blocks: Blocks, flow: Flow) -> Html:
    """The tool of a flow: static steps, the place for the enhanced tool, the charts and the decision table."""
    publication, ui = blocks.publication, blocks.publication.interface
    return join(
        guided_flow(
            blocks.runtime,
            steps.steps(publication, area_of(flow.id), flow),
            words=GuidedWords(label=ui.steps_label, starting=ui.starting, unavailable=ui.unavailable),
            publication=publication,
            flow=flow.id,
            below=el(
                "details",
                el("summary", ui.see_flowchart),
                *figures(blocks.root, publication, flow),
                class_="flow-chart",
            ),
        ),
        steps.decision_table(publication, flow),
    )


class _BlockPreprocessor(Preprocessor):
    """Replaces block lines before Markdown reads the page; fenced code is left alone."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self._blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """The page with each block line replaced by a mark for its markup."""
        done: list[str] = []
        for number, line in enumerate(lines, 1):
            if not BLOCK_LIKE.match(line):
                done.append(line)
                continue
            found = BLOCK.match(line)
            if not found:
                raise BlockError(f"line {number}: {line!r} is no block; write `::: flow area/name`")
            try:
                html = self._blocks.render(found["kind"], found["name"])
            except BlockError as error:
                raise BlockError(f"line {number}: {error}") from None
            # The outermost element is one that Markdown knows as a block, or it would wrap all in a paragraph.
            done += ["", self.md.htmlStash.store(el("div", html, class_="handbook-block")), ""]
        return done


class _MarkProcessor(InlineProcessor):
    """Turns `[STK-1-01, STK-1-02]` behind a sentence into small links to the clauses; the first on a page is an aim."""

    def __init__(self, md: Markdown, publication: Publication) -> None:
        super().__init__(rf"\s*{MARK.pattern}", md)
        self._publication = publication
        self._seen: set[str] = set()

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the name that Markdown calls)
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """One group of marks, stored as finished markup: MkDocs would take its links for links between files."""
        links = [self._link(id.strip()) for id in m["ids"].split(",")]
        # No line may break before the first, and a space stands between the links.
        group = el("span", "\u00a0", *(join(link, " ") for link in links), class_="marks", data_search_exclude=True)
        return self.md.htmlStash.store(group), m.start(0), m.end(0)

    def _link(self, id: str) -> Html:
        clause = self._publication.clauses.get(id)
        first = id not in self._seen
        self._seen.add(id)
        own = id.startswith("HB-")
        return el(
            "a",
            self._publication.interface.basis_handbook if own else id.partition("-")[2],
            href=f"{CLAUSES}{id}",
            class_="handbook-own" if own else "mark",
            title=clause.place if clause else None,
            id=anchor(id) if first else None,
        )


class _TableProcessor(Treeprocessor):
    """Gives the cells of a table their columns' names, so that a phone can show each row as a block of its own."""

    def run(self, root: Element) -> None:
        """Every table that Markdown has made."""
        for table in root.iter("table"):
            table.set("class", "decision-table")
            columns = ["".join(cell.itertext()) for cell in table.iterfind("thead/tr/th")]
            for head in table.iterfind("thead/tr/th"):
                head.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                for number, (cell, column) in enumerate(zip(row, columns, strict=True)):
                    cell.set("data-label", column)
                    if number == 0:
                        cell.tag = "th"
                        cell.set("scope", "row")


class HandbookMarkdown(Extension):
    """The Markdown extension; MkDocs only has to be given it.

    `page` is the address of the page that is read next, from the site's root, for the links that are made on it.
    """

    def __init__(self, blocks: Blocks) -> None:
        super().__init__()
        self._blocks = blocks
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Markdown calls)
        """Put the blocks after the cleaning of white space (30), which spoils marks, and before HTML is read (20)."""
        md.preprocessors.register(_BlockPreprocessor(md, self._blocks), "handbook_blocks", 25)
        # Before links and references (170), which begin with the same bracket.
        md.inlinePatterns.register(_MarkProcessor(md, self._blocks.publication), "handbook_marks", 175)
        # After the inline patterns (20), when the cells hold their words.
        md.treeprocessors.register(_TableProcessor(md), "handbook_tables", 5)
        if glossary := self._blocks.library.glossary:
            md.treeprocessors.register(ExplainedWords(md, glossary, self.page), "handbook_explained", 6)
