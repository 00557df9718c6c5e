"""Search as MkDocs and Material leave it, with two repairs that make it find what people type in a hurry."""

from __future__ import annotations

import json
from pathlib import Path

INDEX = "search/search_index.json"
WORKER = "assets/javascripts/workers/search.*.min.js"

_EVERY_WORD = "/(^[+-]|[~^]\\d+$)/.test(r)?r:`${r}*`"
_WHOLE_WORDS_FIRST = "/(^[+-]|[~^]\\d+$)/.test(r)||r.length<3?r:`${r}^9 ${r}*`"


def keep_keywords_on_pages(site: Path) -> None:
    """Take the keywords (`tags`) off every entry but the page's first.

    Material gives them to each section: a page of many sections would then outdo the page that a word is meant to lead
    to, and the index, which every reader loads, would carry each keyword twenty times.
    """
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        if "#" in entry["location"]:
            entry.pop("tags", None)
    path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def prefer_whole_words(site: Path) -> None:
    """Have the search put whole words before words that only begin alike, and take one or two letters as they are.

    Material adds a wildcard to every word. So in "what to say to a child" the "a" stood for all words in "a" and the
    "child" for Childnet, and the right page came eighth. It offers no setting for this. Raises LookupError when
    Material has changed: then look whether the repair is still needed.
    """
    (worker,) = site.glob(WORKER)
    script = worker.read_text(encoding="utf-8")
    if script.count(_EVERY_WORD) != 1:
        raise LookupError(f"{worker.name} adds its wildcards in another way; see prefer_whole_words")
    worker.write_text(script.replace(_EVERY_WORD, _WHOLE_WORDS_FIRST), encoding="utf-8")
