"""What the handbook never tells anyone to do, found in any text that it publishes."""

from __future__ import annotations

import re

_MATERIAL = r"(?:image|picture|photo|video|material|message|imagery|file)s?"
FORBIDDEN = (
    r"\b(?:view|look at|watch|open|search for|find|copy|keep|save|store|download|forward|send|print|screenshot)\s+"
    r"(?:on\s+)?(?:(?:the|any|an?|these|those|this|all)\s+)?(?:abuse\s+|indecent\s+)?" + _MATERIAL + r"\b",
    r"\b(?:keep|make|take|save)\s+(?:a\s+|any\s+)?(?:cop(?:y|ies)|screenshots?)\b",
    r"\b(?:ask for|get|obtain|find out)\s+(?:\w+\s+)?passwords?\b",
    r"\b(?:examine|switch on|open|search|unlock|check)\s+(?:the|any|a|their|his|her)\s+(?:[\w'’]+\s+)?"
    r"(?:device|phone|computer|tablet|laptop|equipment)s?\b",
    r"\b(?:alert|warn|confront|tell)\s+the\s+(?:suspect|alleged|person suspected)\b",
    r"\btwo (?:contacts|occasions)\b",
    r"\bwait (?:for|until) (?:a|the|your) (?:line )?manager\b",
)
"""What the handbook never tells anyone to do."""

NEGATION = re.compile(r"\b(?:not|never|nobody|no one|without|nor|neither|no)\b", re.IGNORECASE)


def forbidden(text: str) -> list[str]:
    """The phrases of `text` that tell someone to do what must never be done; a sentence that says not to is fine."""
    found = []
    for sentence in re.split(r"(?<=[.!?:;])\s+", text):
        for pattern in FORBIDDEN:
            for match in re.finditer(pattern, sentence, re.IGNORECASE):
                if not NEGATION.search(sentence[: match.start()]):
                    found.append(match.group())
    return found
