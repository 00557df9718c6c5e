"""Blocks that a page may hold: `::: flow area/name`, `::: clauses area`, `::: decisions area`, `::: contacts area`.

A block stands alone on its line. It is replaced at build time by the rendered flow, clause register, decision table or
contacts; an unknown name is an error with the page and the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from handbook.charts import pictures
from handbook.data import Library
from handbook.decisions import decisions_table
from pathways.flows import AREAS, area_of
from pathways.model import Flow
from pathways.publication import Publication
from pathways.render import duties, steps
from pathways.render.html import Html, el, join

BLOCK = re.compile(r"^::: *(?P<kind>[a-z]+) +(?P<name>[a-z/-]+) *$")
BLOCK_LIKE = re.compile(r"^:{3,}")


class BlockError(ValueError):
    """A block cannot be rendered; the message says what to write instead."""


@dataclass(frozen=True, kw_only=True)
class RuntimeNames:
    """Where the page finds the runtime, as addresses from the site's root."""

    worker: str
    core: str
    archive: str


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """What blocks are rendered from."""

    root: Path
    library: Library
    publication: Publication
    runtime: RuntimeNames

    def render(self, kind: str, name: str) -> Html:
        """One block. Raises BlockError when there is no such block."""
        kinds: Mapping[str, Callable[[str], Html]] = {
            "flow": self._flow,
            "clauses": self._clauses,
            "contacts": self._contacts,
            "decisions": self._decisions,
        }
        if kind not in kinds:
            raise BlockError(f"there is no block {kind!r}; use one of: {', '.join(kinds)}")
        return kinds[kind](name)

    def _flow(self, name: str) -> Html:
        try:
            flow = area_of(name).flow(name)
        except KeyError:
            known = ", ".join(flow.id for area in AREAS for flow in area.flows)
            raise BlockError(f"there is no flow {name!r}; use one of: {known}") from None
        return flow_block(self, flow)

    def _area(self, name: str) -> str:
        if name not in self.publication.areas:
            raise BlockError(f"there is no area {name!r}; use one of: {', '.join(self.publication.areas)}")
        return name

    def _clauses(self, name: str) -> Html:
        prefixes = {"handbook": ("HB-",)}
        self._area(name)
        own = {id: c for id, c in self.publication.clauses.items() if id.startswith(prefixes["handbook"])}
        source = {id: c for id, c in self.publication.clauses.items() if id not in own}
        parts = []
        for heading, register in (("From the source", source), ("The handbook's own lines", own)):
            rows = [
                el(
                    "tr",
                    el("th", clause.place, scope="row", id=id, data_label="Place"),
                    el("td", clause.gist, data_label="In our words"),
                    el("td", id, data_label="Mark"),
                )
                for id, clause in register.items()
            ]
            head = el("tr", *(el("th", label, scope="col") for label in ("Place", "In our words", "Mark")))
            table = el("table", el("caption", heading), el("thead", head), el("tbody", *rows), class_="decision-table")
            parts.append(table)
        return join(*parts)

    def _contacts(self, name: str) -> Html:
        return duties.contacts_box(self.publication, self._area(name), self.publication.contacts[name], 2)

    def _decisions(self, name: str) -> Html:
        return decisions_table(self.publication, self.library.decisions[self._area(name)], name)


def flow_block(blocks: Blocks, flow: Flow) -> Html:
    """The tool of a flow: static steps, the place for the enhanced tool, the charts and the decision table."""
    publication, ui = blocks.publication, blocks.publication.interface
    static = el("div", steps.steps(publication, area_of(flow.id), flow), data_part="static")
    figures = [
        el(
            "figure",
            Html(picture),
            class_="chart",
            tabindex="0",
            role="region",
            aria_label=one.title,
            data_search_exclude=True,
        )
        for one, picture in pictures(blocks.root, publication, flow)
    ]
    # A page of an area stands two folders deep: area/page/.
    up = "../../"
    return join(
        el(
            "guided-flow",
            static,
            el("div", data_part="live", hidden=True),
            el(
                "p",
                el("button", ui.return_, type="button", class_="flow-secondary", data_return=True),
                data_part="return",
                hidden=True,
            ),
            el("p", ui.starting, class_="flow-notice", data_part="starting", hidden=True),
            el("p", ui.unavailable, class_="flow-notice", data_part="unavailable", hidden=True),
            el("p", class_="visually-hidden", data_part="announce", role="status", aria_live="polite"),
            el("details", el("summary", ui.see_flowchart), *figures, class_="flow-chart"),
            role="region",
            aria_label=ui.steps_label,
            data_flow=flow.id,
            data_state="static",
            data_worker=up + blocks.runtime.worker,
            data_core=up + blocks.runtime.core,
            data_archive=up + blocks.runtime.archive,
            data_limit="15000",
            data_answer_limit="10000",
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


class HandbookMarkdown(Extension):
    """The Markdown extension; MkDocs only has to be given it."""

    def __init__(self, blocks: Blocks) -> None:
        super().__init__()
        self._blocks = blocks

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Markdown calls)
        """Put the blocks after the cleaning of white space (30), which spoils marks, and before HTML is read (20)."""
        md.preprocessors.register(_BlockPreprocessor(md, self._blocks), "handbook_blocks", 25)
