"""Hard words that a page explains where it first uses them: a link to the glossary that carries the meaning.

Plain HTML, so it works without scripts, by keyboard and by touch. A finger and paper do not show what a link carries;
so the page ends with its words and their meanings, folded on screen and open on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from handbook.data import Glossary, Term
from handbook.glossary import ADDRESS, OWN_MEANING, anchor
from pathways.render.html import Html, el

ELSEWHERE = frozenset({"a", "code", "pre", "table", *(f"h{level}" for level in range(1, 7))})
"""Elements whose words stay as they are; tools, notes and contacts are finished markup by now and out of reach."""

OWN_SUBJECT = frozenset({"strong", "b", "dt"})
"""Elements that name what the text goes on to explain by itself."""


class ExplainedWords(Treeprocessor):
    """Makes a link of the first use of each word that the glossary marks. `page` is the page's address."""

    def __init__(self, md: Markdown, glossary: Glossary, page: str) -> None:
        super().__init__(md)
        self._page = page
        self._terms = {word.casefold(): term for term in glossary.terms for word in term.explain}
        self._words = _pattern([word for term in glossary.terms for word in term.explain])

    def run(self, root: Element) -> None:
        """The whole page, from top to bottom."""
        if self._page == ADDRESS or not self._terms:
            return
        self._done: set[str] = set()
        self._linked: list[Term] = []
        self._go_through(root)
        if self._linked:
            SubElement(root, "p").text = self.md.htmlStash.store(_fold(self._linked))

    def _go_through(self, element: Element) -> None:
        if element.tag == "p" and self._holds_written_link(element):
            return
        element.text = self._explained(element.text, own_subject=element.tag in OWN_SUBJECT)
        for child in element:
            if child.tag not in ELSEWHERE:
                self._go_through(child)
            child.tail = self._explained(child.tail, own_subject=element.tag in OWN_SUBJECT)

    def _holds_written_link(self, element: Element) -> bool:
        """Whether a writer wrote a link as HTML: the tree does not show where it ends."""
        found = HTML_PLACEHOLDER_RE.finditer("".join(element.itertext()))
        return any(str(self.md.htmlStash.rawHtmlBlocks[int(one.group(1))]).startswith("<a") for one in found)

    def _explained(self, text: str | None, *, own_subject: bool) -> str | None:
        if not text or isinstance(text, AtomicString):
            return text
        return "".join(self._parts(text, own_subject))

    def _parts(self, text: str, own_subject: bool) -> Iterator[str]:
        end = 0
        for found in self._words.finditer(text):
            term = self._terms[found.group().casefold()]
            if term.term in self._done:
                continue
            self._done.add(term.term)
            # "YOT (youth offending team)": the text explains it itself.
            if own_subject or text[found.end() :].startswith(" ("):
                continue
            yield text[end : found.start()]
            yield self.md.htmlStash.store(self._link(found.group(), term))
            self._linked.append(term)
            end = found.end()
        yield text[end:]

    def _link(self, word: str, term: Term) -> Html:
        up = "../" * self._page.count("/")
        return el("a", word, href=f"{up}{ADDRESS}#{anchor(term)}", class_="explained", title=term.meaning)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Whole words, the longest first; those that hold a capital, such as SAFER, only as they are written."""
    longest_first = sorted(words, key=len, reverse=True)
    ways = [f"(?i:{re.escape(word)})" if word.islower() else re.escape(word) for word in longest_first]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w-])")


def _fold(terms: list[Term]) -> Html:
    entries = [part for term in terms for part in (el("dt", term.term), el("dd", term.meaning))]
    return el(
        "details",
        el("summary", "Words on this page"),
        el("p", f"{OWN_MEANING}:"),
        el("dl", *entries),
        class_="explained-words",
        data_search_exclude=True,
    )
