"""Enough for each role in each area: cases of more than one tool, and chapters few enough to be read."""

from functools import cache

import pytest

from handbook.chapters import Chapter, read_chapters
from handbook.data import ROOT, Role
from pathways.flows import AREAS
from pathways.model import Area
from tests.support.flows import library

CASES_AT_LEAST = 3
FLOWS_AT_LEAST = 2
CHAPTERS_AT_MOST = 5

each_pack = pytest.mark.parametrize(
    ("area", "role"),
    [(area, role) for area in AREAS for role in library().roles],
    ids=[f"{area.id}-{role.id}" for area in AREAS for role in library().roles],
)

chapters = cache(lambda: read_chapters(ROOT))


def chapters_for(area: Area, role: Role) -> list[Chapter]:
    return [one for one in chapters() if one.meta and one.area == area.id and role.id in one.meta.roles]


def test_the_five_roles() -> None:
    assert [role.id for role in library().roles] == ["school", "health", "social-worker", "manager", "it-hr"]


@each_pack
def test_cases_are_enough_and_of_several_tools(area: Area, role: Role) -> None:
    cases = [case for case in library().scenarios[area.id].scenarios if role.id in case.roles]
    assert len(cases) >= CASES_AT_LEAST
    assert len({case.entry for case in cases}) >= min(FLOWS_AT_LEAST, len(area.flows))


@each_pack
def test_a_pack_is_short_and_has_the_chapter_of_each_of_its_cases(area: Area, role: Role) -> None:
    found = {chapter.address.strip("/") for chapter in chapters_for(area, role)}
    assert 1 <= len(found) <= CHAPTERS_AT_MOST
    assert {case.entry for case in library().scenarios[area.id].scenarios if role.id in case.roles} <= found


@each_pack
def test_a_pack_holds_chapters_that_are_read_and_no_lists(area: Area, role: Role) -> None:
    apart = {f"{area.id}/{name}" for name in ("clauses", "contacts", "pin-up", "review-book")} | {area.id}
    assert not {chapter.address.strip("/") for chapter in chapters_for(area, role)} & apart
