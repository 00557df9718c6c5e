"""What the frame of a page says: how the procedure stands that it speaks for, and when the page is due for review.

The words themselves stand in mkdocs.yml under `extra`; this module gives what is filled in.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.chapters import FrontMatter
from handbook.data import AreaRecord
from pathways.render.phrases import day


def status(record: AreaRecord, words: Mapping[str, str]) -> str:
    """How an area's procedure stands: its date, what replaced it, and whether this version is signed off.

    `words` are the sentences `not_signed_off` and `signed_off`, the latter with {who}, {role} and {date}.
    """
    signed = words["not_signed_off"]
    if by := record.sign_off:
        signed = words["signed_off"].format(who=by.who, role=by.role, date=day(by.date))
    return " ".join(part for part in (record.source, record.replaced, signed) if part)


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
