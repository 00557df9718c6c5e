"""Packs for trainers and for roles: put together from pages by the tags of chapters and cases, not written again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbook.chapters import Chapter
from handbook.data import Role, Scenario
from handbook.pdf.documents import Document, Kind, Part, Take, has_tool

SESSION, EVALUATION = "training/session-plan/", "training/evaluation/"
ROLE_PACK, TRAINER_PACK, ANSWER_KEY = "Role pack: {role}", "Trainer’s pack", "Answer key"
FOR_ROLE = "{pack}: {role}"
CASES_AN_HOUR = 3
"""Two that an hour needs, and one more for a group that is quick."""


def packs(
    menu: Mapping[str, Sequence[Chapter]], cases: Mapping[str, Sequence[Scenario]], roles: Sequence[Role]
) -> Iterator[Document]:
    """The packs of all areas: for the trainer of a whole area, its answer key, then for each role and its trainer.

    `menu`: the pages of each area in the order of the site's menu; `cases`: those of each area.
    """
    for area, chapters in menu.items():
        yield _for_trainer(area, chapters, cases[area], None)
        yield _answer_key(area, chapters, cases[area])
        for role in roles:
            own = [chapter for chapter in chapters if chapter.meta and role.id in chapter.meta.roles]
            yield _for_role(area, own, role)
            yield _for_trainer(area, chapters, [case for case in cases[area] if role.id in case.roles], role)


def _for_role(area: str, own: Sequence[Chapter], role: Role) -> Document:
    parts = [Part(page=f"{area}/pin-up/", take=Take.WALL)]
    parts += [Part(page=page, take=Take.SHORT) for page in (*(chapter.address for chapter in own), f"{area}/contacts/")]
    title = ROLE_PACK.format(role=role.name)
    name = f"{area}/{role.id}-pack"
    return Document(name=name, kind=Kind.ROLE, area=area, title=title, parts=tuple(parts), who=role.who)


def _for_trainer(area: str, chapters: Sequence[Chapter], cases: Sequence[Scenario], role: Role | None) -> Document:
    hour = _for_the_hour(cases)
    # For one role the charts of the two cases that its hour needs will do; the pack of the area has them all.
    used = {f"{case.entry}/" for case in cases if case.id in hour[:2]}
    tools = [tool for tool in _tools(chapters) if role is None or tool in used]
    parts = (
        Part(page=SESSION, take=Take.PAGE),
        Part(page=f"training/{area}/", take=Take.CASES, cases=tuple(case.id for case in cases)),
        *(Part(page=tool, take=Take.BLANK_CHARTS) for tool in tools),
        Part(page=f"{area}/pin-up/", take=Take.WALL),
        Part(page=EVALUATION, take=Take.PAGE),
    )
    name = f"{area}/{role.id}-trainer-pack" if role else f"{area}/trainer-pack"
    title = FOR_ROLE.format(pack=TRAINER_PACK, role=role.name) if role else TRAINER_PACK
    who = role.who if role else None
    return Document(name=name, kind=Kind.TRAINER, area=area, title=title, parts=parts, who=who, hour=hour)


def _answer_key(area: str, chapters: Sequence[Chapter], cases: Sequence[Scenario]) -> Document:
    """One for all trainer's packs of an area: a case has the same number in each of them."""
    parts = (
        Part(page=f"training/{area}/", take=Take.ANSWERS, cases=tuple(case.id for case in cases)),
        *(Part(page=tool, take=Take.CHARTS) for tool in _tools(chapters)),
    )
    return Document(name=f"{area}/answer-key", kind=Kind.KEY, area=area, title=ANSWER_KEY, parts=parts)


def _tools(chapters: Sequence[Chapter]) -> list[str]:
    return [chapter.address for chapter in chapters if has_tool(chapter)]


def _for_the_hour(cases: Sequence[Scenario]) -> tuple[str, ...]:
    """The first case of each tool, as many as an hour holds; then further cases, where there are too few tools."""
    first = {case.entry: case.id for case in reversed(cases)}
    ordered = [case.id for case in cases if case.id in first.values()]
    ordered += [case.id for case in cases if case.id not in ordered]
    return tuple(ordered[:CASES_AN_HOUR])
