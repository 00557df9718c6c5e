"""A chapter tells a clause in sentences of its own: the register's lines in a row would be no chapter."""

import itertools
import re
from collections.abc import Iterable, Iterator

from handbook.chapters import plain, read_chapters, words
from handbook.data import ROOT
from tests.support import flows

RUN = 12

#: What somebody else has named is told as it is printed.
TITLE = re.compile(r"“[^”]*”")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words; names, numbers and quoted titles are facts, so they are passed over."""
    own = [word for word in words(TITLE.sub(" ", text)) if word[0].islower()]
    return (tuple(own[start : start + RUN]) for start in range(len(own) - RUN + 1))


def repeated(texts: Iterable[str], gists: Iterable[str]) -> set[str]:
    """The runs that stand both in a text and in a gist."""
    known = set(itertools.chain.from_iterable(map(runs, gists)))
    return {" ".join(run) for text in texts for run in runs(text) if run in known}


def test_no_chapter_repeats_the_register() -> None:
    # The handbook's own lines are left out: they are meant to be the same wherever they stand.
    registers = flows.library().registers
    gists = [clause.gist for area, clauses in registers.items() if area != "handbook" for clause in clauses.values()]
    found = {
        chapter.file: repeated((plain(passage.text) for passage in chapter.passages), gists)
        for chapter in read_chapters(ROOT)
    }
    assert {file: repeats for file, repeats in found.items() if repeats} == {}


def test_a_repeated_run_is_found_and_a_title_is_none() -> None:
    line = "they may well be asked again what was said to them and by whom in the first days"
    assert repeated([f"It is known that {line}."], [f"Later {line}."])
    act = "the Act for the Protection of Children and Young People of 1978 (England and Wales) as amended in 1994"
    assert not repeated([act], [act])
    assert not repeated([f"See “{line}”."], [f"It names “{line}”."])
