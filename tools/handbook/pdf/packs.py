"""Packs for trainers and for roles: put together from pages by the tags of chapters and cases, not written again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbook.chapters import Chapter
from handbook.data import Role, Scenario
from handbook.pdf.documents import Document, Kind, Part, Take, has_tool

SESSION, EVALUATION = "training/session-plan/", "training/evaluation/"
ROLE_PACK, TRAINER_PACK, ANSWER_KEY = "What comes first: {role}", "Trainer’s pack", "Answer key"
FOR_ROLE = "{pack}: {role}"
CASES_AN_HOUR = 3
"""Two that an hour needs, and one more for a group that is quick."""


def packs(
    menu: Mapping[str, Sequence[Chapter]], cases: Mapping[str, Sequence[Scenario]], roles: Sequence[Role]
) -> Iterator[Document]:
    """The packs of all areas: for the trainer of a whole area and its answer key, then the same for each role.

    `menu`: the pages of each area in the order of the site's menu; `cases`: those of each area.
    """
    for area, chapters in menu.items():
        yield from _for_trainers(area, chapters, cases[area], None)
        for role in roles:
            own = [chapter for chapter in chapters if chapter.meta and role.id in chapter.meta.roles]
            yield _for_role(area, own, role)
            yield from _for_trainers(area, own, [case for case in cases[area] if role.id in case.roles], role)


def _for_role(area: str, own: Sequence[Chapter], role: Role) -> Document:
    parts = [Part(page=f"{area}/pin-up/", take=Take.WALL)]
    parts += [Part(page=page, take=Take.SHORT) for page in (*(chapter.address for chapter in own), f"{area}/contacts/")]
    title = ROLE_PACK.format(role=role.name)
    return Document(name=f"{area}/{role.id}-pack", kind=Kind.ROLE, area=area, title=title, parts=tuple(parts))


def _for_trainers(
    area: str, chapters: Sequence[Chapter], cases: Sequence[Scenario], role: Role | None
) -> Iterator[Document]:
    page, ids = f"training/{area}/", tuple(case.id for case in cases)
    tools = [chapter.address for chapter in chapters if has_tool(chapter)]
    prefix = f"{area}/{role.id}-" if role else f"{area}/"

    def one(kind: Kind, name: str, title: str, parts: Sequence[Part], hour: tuple[str, ...] = ()) -> Document:
        title = FOR_ROLE.format(pack=title, role=role.name) if role else title
        return Document(name=prefix + name, kind=kind, area=area, title=title, parts=tuple(parts), hour=hour)

    trainer = [
        Part(page=SESSION, take=Take.PAGE),
        Part(page=page, take=Take.CASES, cases=ids),
        *(Part(page=tool, take=Take.BLANK_CHARTS) for tool in tools),
        Part(page=f"{area}/pin-up/", take=Take.WALL),
        Part(page=EVALUATION, take=Take.PAGE),
    ]
    key = [
        Part(page=page, take=Take.ANSWERS, cases=ids),
        *(Part(page=tool, take=Take.CHARTS) for tool in tools),
    ]
    yield one(Kind.TRAINER, "trainer-pack", TRAINER_PACK, trainer, _for_the_hour(cases))
    yield one(Kind.KEY, "answer-key", ANSWER_KEY, key)


def _for_the_hour(cases: Sequence[Scenario]) -> tuple[str, ...]:
    """The first case of each tool, as many as an hour holds; then further cases, where there are too few tools."""
    first = {case.entry: case.id for case in reversed(cases)}
    ordered = [case.id for case in cases if case.id in first.values()]
    ordered += [case.id for case in cases if case.id not in ordered]
    return tuple(ordered[:CASES_AN_HOUR])
