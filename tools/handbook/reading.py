"""How hard each page is to read: the words of its passages and of the notes beside them, without the tools."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import textstat

from handbook.chapters import Chapter, plain, read_chapters, sentences, words
from handbook.data import load
from pathways.publication import NoteWords


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One page: its size, the length of its sentences in words, and two scores of textstat.

    `ease` is the Flesch reading ease (60 to 70 is plain English). `age` is the age at which an average pupil reads such
    a text: the Flesch-Kincaid grade and five years.
    """

    file: str
    words: int
    longest: int
    median: float
    ease: float
    age: float


def measure(chapter: Chapter, notes: Iterable[NoteWords] = ()) -> Measured | None:
    """The figures of one page; None when it has nothing but links and tools."""
    texts = [_ended(plain(passage.text)) for passage in chapter.passages]
    texts += [note.text for note in notes]
    found = [sentence for text in texts for sentence in sentences(text)]
    if not found:
        return None
    lengths = [len(words(sentence)) for sentence in found]
    text = " ".join(found)
    return Measured(
        file=chapter.file,
        words=sum(lengths),
        longest=max(lengths),
        median=statistics.median(lengths),
        ease=textstat.flesch_reading_ease(text),
        age=textstat.flesch_kincaid_grade(text) + 5,
    )


def _ended(text: str) -> str:
    """An item without a full stop counts as a sentence of its own."""
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def report(root: Path) -> str:
    """A table of all pages, the hardest first."""
    publication = load(root).publication
    notes = publication.notes if publication else {}
    found = [
        one
        for chapter in read_chapters(root)
        if (one := measure(chapter, [notes[block.name] for block in chapter.notes if block.name in notes]))
    ]
    lines = [f"{'page':42} {'words':>6} {'longest':>8} {'median':>7} {'ease':>6} {'age':>5}"]
    for one in sorted(found, key=lambda one: -one.age):
        row = f"{one.words:6} {one.longest:8} {one.median:7.1f} {one.ease:6.1f} {one.age:5.1f}"
        lines.append(f"{one.file:42} {row}")
    return "\n".join(lines)
