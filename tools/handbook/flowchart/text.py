"""How wide a text is, and where to break it, without any font file.

Box sizes must come out the same on every machine, so widths are the advance widths of Arial
(Liberation Sans and Helvetica share them), in thousandths of the font size. The chart asks for
that family; readers whose machine lacks it get a wider one, and `WIDER` leaves room for it.
"""

from __future__ import annotations

import unicodedata

_BY_WIDTH = {
    191: "'",
    222: "ijl‘’",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    334: "{}|",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu£–",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS = {char: width for width, chars in _BY_WIDTH.items() for char in chars}
_UNKNOWN = 1000  # a sign outside the table: as wide as the font is high

WIDER = 1.08
"""Room for the system fonts that run wider than Arial (Segoe UI, Noto Sans: up to 1.07 times)."""

WIDEST = 1.16
"""Room for the widest sans that a browser falls back to (DejaVu Sans: up to 1.15 times)."""


def _char_width(char: str) -> int:
    """The width of one sign; letters with marks (Welsh w with a roof) are as wide as their base."""
    if char in _WIDTHS:
        return _WIDTHS[char]
    return _WIDTHS.get(unicodedata.normalize("NFD", char)[0], _UNKNOWN)


def width(text: str, size: float, slack: float = WIDER) -> float:
    """The width of `text` in px at font size `size`, with room for wider fonts."""
    return sum(map(_char_width, text)) / 1000 * size * slack


def _fill(words: list[str], limit: float, size: float) -> list[str]:
    """Words set into lines no wider than `limit`; a word wider than that stands alone."""
    lines = [words[0]]
    for word in words[1:]:
        joined = f"{lines[-1]} {word}"
        if width(joined, size) <= limit:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def wrap(text: str, limit: float, size: float) -> tuple[str, ...]:
    """`text` in as few lines as fit into `limit` px, the lines as even as they can be."""
    words = text.split()
    if not words:
        return ()
    lines = _fill(words, limit, size)
    for narrower in range(int(limit), 0, -2):
        tighter = _fill(words, narrower, size)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return tuple(lines)


def wrap_answers(text: str, limit: float, size: float) -> tuple[str, ...]:
    """A label such as "Yes / I don't know" in lines that break between its answers first."""
    *firsts, last = text.split(" / ")
    lines: list[str] = []
    for answer in [*(f"{first} /" for first in firsts), last]:
        joined = f"{lines[-1]} {answer}" if lines else answer
        if lines and width(joined, size) <= limit:
            lines[-1] = joined
        else:
            lines += wrap(answer, limit, size)
    return tuple(lines)
