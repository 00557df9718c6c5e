"""What the frame of a page says of its procedure and of its review."""

import datetime
from dataclasses import replace

import pytest

from handbook.chapters import read_chapters
from handbook.data import ROOT, AreaRecord, EditionWords, SignOff, status
from handbook.frame import review

WORDS = EditionWords(
    name="Draft.",
    paper="Check.",
    not_signed_off="Not signed off.",
    signed_off="Signed off by {who}, {role}, on {date}.",
)
RECORD = AreaRecord(source="Of 2010.", nation="wales", sections={}, replaced="Replaced since.")


def test_status_says_what_is_known_and_who_signed_off() -> None:
    assert status(RECORD, WORDS) == "Of 2010. Replaced since. Not signed off."
    signed = replace(RECORD, sign_off=SignOff(who="A. Name", role="chair", date=datetime.date(2027, 1, 2)))
    assert status(signed, WORDS) == "Of 2010. Replaced since. Signed off by A. Name, chair, on 2 January 2027."
    assert status(replace(RECORD, replaced=None), WORDS) == "Of 2010. Not signed off."


@pytest.mark.parametrize(("days", "overdue"), [(-1, False), (0, False), (1, True)])
def test_a_review_is_overdue_from_the_day_after(days: int, overdue: bool) -> None:
    meta = read_chapters(ROOT)[0].meta
    assert meta is not None
    found = review(meta, meta.review_by + datetime.timedelta(days=days))
    assert (found.overdue, found.due) == (overdue, meta.review_by.isoformat())
    assert found.last is None
    assert review(replace(meta, reviewed=datetime.date(2026, 12, 1)), meta.review_by).last == "1 December 2026"
