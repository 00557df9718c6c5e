"""Search as MkDocs and Material leave it, with repairs that make it find what people type in a hurry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

INDEX = "search/search_index.json"
WORKER = "assets/javascripts/workers/search.*.min.js"

_EVERY_WORD = "/(^[+-]|[~^]\\d+$)/.test(r)?r:`${r}*`"
_WHOLE_WORDS_FIRST = "/(^[+-]|[~^]\\d+$)/.test(r)||r.length<3?r:`${r}^9 ${r}*`"


def mend_index(site: Path, areas: Mapping[str, str]) -> None:
    """Keep keywords (`tags`) on the page's own entry alone, and have its title say the area. `areas`: id -> name.

    Material gives the keywords to each section: a page of many sections would then outdo the page that a word is meant
    to lead to, and the index, which every reader loads, would carry each keyword twenty times. Several areas have a
    page called "Law": among results it has to be plain whose it is.
    """
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        if "#" in entry["location"]:
            entry.pop("tags", None)
        elif (area := areas.get(entry["location"].split("/")[0])) and area not in entry["title"]:
            entry["title"] = f"{area}: {entry['title']}"
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
