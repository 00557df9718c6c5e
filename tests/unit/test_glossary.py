"""The glossary: what is wrong with it is named, and pages explain few words, once, where text is only text."""

from dataclasses import replace

import pytest
from markdown import Markdown
from markdown.extensions import Extension

from handbook.data import ROOT, Definition, Glossary, Library, Term
from handbook.explained import ExplainedWords
from handbook.glossary import ADDRESS, glossary_problems
from tests.support import flows

RESTS = Definition(text="It says so.", clauses=("STK-7b-02",))


def term(name: str, meaning: str = "A meaning.", **areas: Definition) -> Term:
    return Term(term=name, meaning=meaning, areas=areas)


def problems(*terms: Term) -> list[str]:
    library: Library = replace(flows.library(), glossary=Glossary(terms=terms))
    return [trouble.what for trouble in glossary_problems(ROOT, library)]


def test_the_glossary_of_the_handbook_has_no_problem() -> None:
    assert list(glossary_problems(ROOT, flows.library())) == []


@pytest.mark.parametrize(
    ("terms", "what"),
    [
        ([term("B"), term("A")], "A stands out of order"),
        ([term("A"), term("a")], "a stands twice"),
        ([replace(term("A"), also=("C",)), replace(term("B"), also=("C",))], "C stands twice"),
        ([replace(term("A"), explain=("C",)), replace(term("B"), explain=("C",))], "C is explained by A as well"),
        ([term("A", "Word " * 31 + "end.")], "a sentence of 32 words"),
        ([term("A", "Please keep the image.")], 'the words "keep the image"'),
        ([term("A", leeds=RESTS)], "there is no area leeds"),
        ([term("A", tees=RESTS)], "STK-7b-02 is no clause of tees"),
        ([term("A", stockport=replace(RESTS, clauses=()))], "the definition of stockport rests on nothing"),
        (
            [term("A", stockport=replace(RESTS, text="Forward the images."))],
            'the words "Forward the images"',
        ),
    ],
)
def test_what_is_wrong_is_named(terms: list[Term], what: str) -> None:
    (found,) = problems(*terms)
    assert found.startswith(what)


def test_a_problem_says_its_file_and_line() -> None:
    library = flows.library()
    assert library.glossary is not None
    wrong = replace(library.glossary.terms[1], meaning="Forward the images.")
    terms = (library.glossary.terms[0], wrong, *library.glossary.terms[2:])
    (trouble,) = glossary_problems(ROOT, replace(library, glossary=Glossary(terms=terms)))
    assert trouble.file == "docs/_data/glossary.yml"
    lines = (ROOT / trouble.file).read_text("utf-8").splitlines()
    assert lines[trouble.line - 1].strip().startswith(("meaning:", library.glossary.terms[1].meaning[:10]))


class Explaining(Extension):
    """The words LADO and "strategy discussion", explained on a page two folders deep."""

    def __init__(self, page: str = "stockport/law/") -> None:
        super().__init__()
        self._page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Markdown calls)
        officer = replace(term("LADO", "An officer."), explain=("LADO",))
        meeting = replace(term("Strategy"), explain=("strategy discussion",))
        glossary = Glossary(terms=(officer, meeting))
        md.treeprocessors.register(ExplainedWords(md, glossary, self._page), "explained", 6)


def page(text: str, address: str = "stockport/law/") -> str:
    return Markdown(extensions=["attr_list", "tables", Explaining(address)]).convert(text)


LINK = '<a href="../../about/glossary/#term-lado" class="explained" title="An officer.">LADO</a>'


def test_the_first_use_leads_to_the_glossary_and_no_other() -> None:
    html = page("Tell the LADO.\n\nThe LADO answers.")
    assert f"<p>Tell the {LINK}.</p>\n<p>The LADO answers.</p>" in html


@pytest.mark.parametrize(
    "text",
    [
        "# The LADO",
        "[the LADO](https://example.org)",
        '<a href="#here">the LADO</a> and more',
        "`LADO`",
        "| LADO |\n|---|\n| LADO |",
        "**LADO**: an officer",
        "The LADO (an officer) answers",
        "LADOs, XLADO and LADO-like",
        "The lado",
    ],
)
def test_other_uses_stay_as_they_are(text: str) -> None:
    assert 'class="explained"' not in page(text)


def test_after_a_heading_the_text_still_explains() -> None:
    assert LINK in page("# The LADO\n\nTell the LADO.")


def test_ordinary_words_are_explained_however_they_are_written() -> None:
    assert ">Strategy discussion</a>" in page("Strategy discussion is held.")


def test_the_page_ends_with_the_meanings() -> None:
    html = page("Tell the LADO.")
    assert html.rstrip().endswith("<dl><dt>LADO</dt><dd>An officer.</dd></dl></details>")
    assert "explained-words" not in page("Tell the police.")


def test_the_glossary_itself_explains_nothing_twice() -> None:
    assert "explained" not in page("Tell the LADO.", ADDRESS)


def test_links_follow_the_depth_of_the_page() -> None:
    assert 'href="about/glossary/#term-lado"' in page("Tell the LADO.", "")
