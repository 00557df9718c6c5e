"""Named properties of an area's flows that no rule for all areas and no single case can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pathways.model import Area


@dataclass(frozen=True, kw_only=True)
class Property:
    """Something that holds in one area. `broken` tells where it does not."""

    words: str
    broken: Callable[[Area], Iterator[str]]


PROPERTIES: Mapping[str, tuple[Property, ...]] = {}
