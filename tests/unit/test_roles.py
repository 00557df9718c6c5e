"""Tags of roles: read from their file, in the order of that file, and refused where they name nobody."""

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.chapters import read_chapter
from handbook.data import ROOT, Library, Role, Roles, Scenarios, path_of
from handbook.reader import Reader
from handbook.roles import role_problems, roles_of
from tests.support.flows import library
from tests.unit.test_chapters import HEAD, chapter

KNOWN = "use one of: school, health, social-worker, manager, it-hr"


def told(changed: Library) -> list[str]:
    return [str(trouble) for trouble in role_problems(ROOT, changed, [])]


def tagged(roles: tuple[str, ...]) -> Library:
    """The library, with other tags on the second case of Stockport."""
    first, second, *others = library().scenarios["stockport"].scenarios
    cases = Scenarios(scenarios=(first, replace(second, roles=roles), *others))
    return replace(library(), scenarios={**library().scenarios, "stockport": cases})


def test_roles_are_read(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    text = "roles:\n  - id: one\n    name: One\n    who: People.\n"
    assert reader.parse(Roles, text, "roles.yml") == Roles(roles=(Role(id="one", name="One", who="People."),))
    assert reader.troubles == []


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (
            "roles:\n  - id: one\n    name: One\n",
            "roles.yml:2: roles/0 lacks who; add a line `who: ...`",
        ),
        (
            "roles:\n  - {id: one, name: One, who: People., pack: long}\n",
            "roles.yml:2: the key pack is unknown here; use one of: id, name, who",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, trouble: str, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.parse(Roles, text, "roles.yml")
    assert [str(found) for found in reader.troubles] == [trouble]


def test_a_case_lacks_its_roles(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    case = "scenarios:\n  - {id: A, role: teacher, facts: F, front: found, entry: stockport/discovery}\n"
    reader.parse(Scenarios, case, "cases.yml")
    assert [str(found) for found in reader.troubles] == [
        "cases.yml:2: scenarios/0 lacks roles; add a line `roles: ...`"
    ]


def test_roles_of_a_case_come_in_the_order_of_the_file() -> None:
    case = tagged(("manager", "school")).scenarios["stockport"].scenarios[1]
    assert [role.id for role in roles_of(library().roles, case)] == ["school", "manager"]
    assert roles_of(library().roles, replace(case, roles=())) == []


def test_nothing_is_wrong_with_the_handbook() -> None:
    assert told(library()) == []
    assert told(tagged(())) == []


def test_an_unknown_role_of_a_case_lists_the_known_ones() -> None:
    path = path_of(ROOT, "scenarios", "stockport")
    second = library().scenarios["stockport"].scenarios[1].id
    lines = path.read_text("utf-8").splitlines()
    here = next(number for number, line in enumerate(lines) if line == f"- id: {second}")
    line = next(number for number, text in enumerate(lines[here:], here + 1) if text.startswith("  roles:"))
    (trouble,) = told(tagged(("teacher", "health")))
    assert trouble.startswith(f"docs/_data/scenarios/stockport.yml:{line}: ")
    assert trouble.endswith(f": {second} is tagged with the role teacher, which is unknown; {KNOWN}")


def test_a_role_named_twice() -> None:
    (trouble,) = told(tagged(("health", "health")))
    assert trouble.endswith("is tagged with the role health twice; keep one of them")


def test_a_role_listed_twice() -> None:
    first, _, *others = library().roles
    line = next(
        n for n, text in enumerate(path_of(ROOT, "roles").read_text("utf-8").splitlines(), 1) if "health" in text
    )
    (trouble, *_) = told(replace(library(), roles=(first, first, *others)))
    assert trouble == f"docs/_data/roles.yml:{line}: the role school stands twice; give each role an id of its own"


def test_an_unknown_role_of_a_chapter_is_named_with_its_line(tmp_path: Path) -> None:
    page = chapter(tmp_path, HEAD.replace("[school, manager]", "[school, teacher]"))
    assert [str(trouble) for trouble in role_problems(ROOT, library(), [page])] == [
        f"docs/stockport/page.md:6: the page is tagged with the role teacher, which is unknown; {KNOWN}"
    ]


def test_only_chapters_of_areas_are_tagged(tmp_path: Path) -> None:
    page = chapter(tmp_path, HEAD.replace("area: stockport\n", ""), "about/page.md")
    (trouble,) = role_problems(ROOT, library(), [page])
    assert (trouble.file, trouble.line) == ("docs/about/page.md", 5)
    assert trouble.what == "the page has roles, and is no page of an area"


def test_a_chapter_without_tags_is_fine() -> None:
    page = read_chapter(ROOT, ROOT / "docs/stockport/law.md")
    assert page.meta is not None
    assert page.meta.roles == ()
    assert list(role_problems(ROOT, library(), [page])) == []
