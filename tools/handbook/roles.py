"""Who needs what: the roles that cases and chapters are tagged with, and what is wrong with the tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.chapters import Chapter
from handbook.data import Library, Role, Scenario, path_of
from handbook.reader import Trouble

type _Fault = tuple[str, str]  # what is wrong, what to write instead


def roles_of(roles: Sequence[Role], case: Scenario) -> list[Role]:
    """The roles whose pack a case is for, in the order in which roles are listed."""
    return [role for role in roles if role.id in case.roles]


def role_problems(root: Path, library: Library, chapters: Sequence[Chapter]) -> Iterator[Trouble]:
    """Roles that are listed twice, and tags of cases and chapters that name no role or name one twice."""
    reader = library.reader
    if not library.roles:
        return  # the reader has said why
    known = [role.id for role in library.roles]
    listed = path_of(root, "roles")
    for number, id in enumerate(known):
        if id in known[:number]:
            line = reader.line(listed, "roles", str(number))
            yield Trouble(reader.name(listed), line, f"the role {id} stands twice", "give each role an id of its own")
    for area, cases in library.scenarios.items():
        path = path_of(root, "scenarios", area)
        for number, case in enumerate(cases.scenarios):
            line = reader.line(path, "scenarios", str(number), "roles")
            yield from (Trouble(reader.name(path), line, *fault) for fault in _faults(case.id, case.roles, known))
    for chapter in chapters:
        if chapter.meta and chapter.meta.roles:
            line = chapter.lines["roles"]
            if not chapter.area:
                what = "the page has roles, and is no page of an area"
                yield Trouble(chapter.file, line, what, "tag chapters of areas only: packs are made for each area")
            yield from (Trouble(chapter.file, line, *fault) for fault in _faults("the page", chapter.meta.roles, known))


def _faults(tagged: str, tags: Sequence[str], known: Sequence[str]) -> Iterator[_Fault]:
    for tag in tags:
        if tag not in known:
            yield f"{tagged} is tagged with the role {tag}, which is unknown", f"use one of: {', '.join(known)}"
    for tag in _twice(tags):
        yield f"{tagged} is tagged with the role {tag} twice", "keep one of them"


def _twice(ids: Sequence[str]) -> list[str]:
    return sorted({id for id in ids if ids.count(id) > 1})
