"""What the frame of a page says of its review: who owns it, when it was reviewed, and when it is due again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from handbook.chapters import FrontMatter
from pathways.render.phrases import day


@dataclass(frozen=True, kw_only=True)
class Review:
    """Who owns a page, when it was reviewed (None: not yet) and when it is due again; `due` is the same as ISO date.

    `overdue` is as on the day of the build. The page looks again on the day it is read: a site that nobody builds any
    more is the one that is overdue.
    """

    owner: str
    edition: str
    last: str | None
    next: str
    due: str
    overdue: bool


def review(meta: FrontMatter, today: datetime.date) -> Review:
    """The review of a page, from its front matter."""
    return Review(
        owner=meta.owner,
        edition=meta.edition,
        last=day(meta.reviewed) if meta.reviewed else None,
        next=day(meta.review_by),
        due=meta.review_by.isoformat(),
        overdue=today > meta.review_by,
    )
