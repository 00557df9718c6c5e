"""The glossary: each word with the handbook's own meaning, what each source says by it, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.chapters import sentences, words
from handbook.data import Definition, Glossary, Library, Term, path_of
from handbook.page_checks import SENTENCE_AT_MOST
from handbook.reader import Trouble
from handbook.unsafe import forbidden
from pathways.flows import AREAS
from pathways.publication import Publication
from pathways.render.html import Html, el, join

ADDRESS = "about/glossary/"
"""Where the glossary stands, from the site's root."""

ALSO = "Also: "
OWN_MEANING = "The handbook's own meaning"
GIVES_NONE = "the source gives none"
LIST = "Words in this glossary"


def anchor(term: Term) -> str:
    """Where a word stands in the glossary."""
    return "term-" + re.sub(r"[^a-z0-9]+", "-", term.term.lower()).strip("-")


def list_block(glossary: Glossary) -> Html:
    """The words alone, each of which leads to its entry."""
    links = [el("li", el("a", term.term, href=f"#{anchor(term)}")) for term in glossary.terms]
    return el("nav", el("ul", *links), class_="glossary-list", aria_label=LIST, data_search_exclude=True)


def entries_block(publication: Publication, glossary: Glossary) -> Html:
    """Each word with its meaning and the definitions of the areas side by side."""
    names = {id: area.name for id, area in publication.areas.items()}
    return join(*(_entry(publication, term, names) for term in glossary.terms))


def _entry(publication: Publication, term: Term, names: Mapping[str, str]) -> Html:
    given = [
        el("div", el("dt", name), el("dd", _definition(publication, id, term.areas[id])))
        for id, name in names.items()
        if id in term.areas
    ]
    silent = [name for id, name in names.items() if id not in term.areas]
    return el(
        "section",
        el("h2", term.term, id=anchor(term)),
        el("p", ALSO, ", ".join(term.also), class_="glossary-also") if term.also else None,
        el("p", el("span", f"{OWN_MEANING}: ", class_="glossary-own"), term.meaning),
        el("dl", *given, class_="glossary-areas") if given else None,
        el("p", f"{', '.join(silent)}: {GIVES_NONE}.", class_="glossary-none") if silent else None,
        class_="glossary-entry",
    )


def _definition(publication: Publication, area: str, definition: Definition) -> Html:
    """The words of a source in ours, and links to the clauses."""
    links = [
        el("a", f"{publication.clauses[id].place} ({id})", href=f"../../{area}/clauses/#{id}")
        for id in definition.clauses
    ]
    spaced = [part for link in links for part in (" ", link)]
    return join(definition.text, el("span", *spaced, class_="glossary-clauses", data_search_exclude=True))


def glossary_problems(root: Path, library: Library) -> Iterator[Trouble]:
    """Words that stand twice or out of order; definitions that are unsafe, long or rest on nothing of their area."""
    if library.glossary is None:
        return
    path, reader = path_of(root, "glossary"), library.reader

    def trouble(spot: tuple[str, ...], what: str, instead: str) -> Trouble:
        return Trouble(reader.name(path), reader.line(path, "terms", *spot), what, instead)

    seen: set[str] = set()
    explained: dict[str, str] = {}
    before = ""
    for number, term in enumerate(library.glossary.terms):
        spot = (str(number),)
        name = term.term.casefold()
        if name < before:
            yield trouble(spot, f"{term.term} stands out of order", "put the terms in alphabetical order")
        before = max(before, name)
        for word in (term.term, *term.also):
            if word.casefold() in seen:
                yield trouble(spot, f"{word} stands twice", "keep it with one term")
            seen.add(word.casefold())
        for word in term.explain:
            if explained.setdefault(word.casefold(), term.term) != term.term:
                what = f"{word} is explained by {explained[word.casefold()]} as well"
                yield trouble((*spot, "explain"), what, "keep it with one term")
        for what, instead in _faulty(term.meaning):
            yield trouble((*spot, "meaning"), what, instead)
        for area, definition in term.areas.items():
            for what, instead in _faulty_definition(library, area, definition):
                yield trouble((*spot, "areas", area), what, instead)


def _faulty(text: str) -> Iterator[tuple[str, str]]:
    for phrase in forbidden(text):
        yield f'the words "{phrase}" may tell somebody to do what is unsafe', "say it another way"
    for sentence in sentences(text):
        if (count := len(words(sentence))) > SENTENCE_AT_MOST:
            what = f'a sentence of {count} words: "{sentence[:50]}..."'
            yield what, f"cut it into sentences of {SENTENCE_AT_MOST} or fewer"


def _faulty_definition(library: Library, area: str, definition: Definition) -> Iterator[tuple[str, str]]:
    areas = [known.id for known in AREAS]
    if area not in areas:
        yield f"there is no area {area}", f"use one of: {', '.join(areas)}"
        return
    yield from _faulty(definition.text)
    if not definition.clauses:
        yield (
            f"the definition of {area} rests on nothing",
            "add its clauses, or take it out: the source then gives none",
        )
    for id in definition.clauses:
        if id not in library.registers[area]:
            yield f"{id} is no clause of {area}", f"name one of docs/_data/clauses/{area}.yml"
