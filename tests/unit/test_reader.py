"""Strict reading: every mistake with file and line, all of them at once."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from handbook.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Person:
    name: str
    number: str | None = None
    seen: datetime.date | None = None
    tags: tuple[str, ...] = ()
    notes: Mapping[str, str] | None = None
    calls: int = 0
    counts: Mapping[str, int] | None = None


def read(tmp_path: Path, text: str) -> tuple[Person | None, list[str]]:
    path = tmp_path / "person.yml"
    path.write_text(text, encoding="utf-8")
    reader = Reader(tmp_path)
    value = reader.read(Person, path)
    return value, [str(trouble) for trouble in reader.troubles]


def test_everything_is_text(tmp_path: Path) -> None:
    value, troubles = read(tmp_path, "name: yes\nnumber: 0161 872 5050\nseen: 2026-11-21\ntags: [on, 1]\n")
    assert troubles == []
    assert value == Person(name="yes", number="0161 872 5050", seen=datetime.date(2026, 11, 21), tags=("on", "1"))


def test_a_count_is_a_number(tmp_path: Path) -> None:
    value, troubles = read(tmp_path, "name: A\ncalls: 12\ncounts: {a: 0, b: 1200}\n")
    assert troubles == []
    assert value == Person(name="A", calls=12, counts={"a": 0, "b": 1200})


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (
            "name: A\nnmae: B\n",
            "person.yml:2: the key nmae is unknown here; use one of: name, number, seen, tags, notes, calls, counts",
        ),
        ("name: A\nname: B\n", "person.yml:2: the key name stands twice; keep one of them"),
        ("number: 999\n", "person.yml:1: the file lacks name; add a line `name: ...`"),
        ("name:\n", "person.yml:1: name has no text; write its text, or take the key out"),
        ("name: A\ntags: b\n", "person.yml:2: tags is not a list; write its parts in brackets: [a, b]"),
        ("name: A\nseen: soon\n", "person.yml:2: 'soon' is not a date; write it as \"2026-11-21\""),
        ("name: A\ncalls: some\n", "person.yml:2: 'some' is not a count; write it in digits: 12"),
        ("name: A\ncounts: {a: -1}\n", "person.yml:2: '-1' is not a count; write it in digits: 12"),
        ("- name: A\n", "person.yml:1: person.yml has no keys; write `key: value` lines below it"),
        ("", "person.yml:1: the file is empty; write its keys"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, trouble: str) -> None:
    _, troubles = read(tmp_path, text)
    assert troubles == [trouble]


def test_a_value_is_given_wherever_it_can_be(tmp_path: Path) -> None:
    """So that the checks that come after tell their problems in the same run."""
    value, troubles = read(tmp_path, "name: A\nnmae: B\n")
    assert value == Person(name="A")
    assert len(troubles) == 1
    assert read(tmp_path, "number: 999\n")[0] is None


def test_what_is_not_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    value, troubles = read(tmp_path, "name: A\n  number: [\n")
    assert value is None
    assert troubles[0].startswith("person.yml:2: is not YAML")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, troubles = read(tmp_path, "nmae: A\nseen: soon\ntags: b\n")
    assert len(troubles) == 3


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    assert reader.read(Person, tmp_path / "nobody.yml") is None
    assert [str(trouble) for trouble in reader.troubles] == ["nobody.yml:1: the file is missing; write nobody.yml"]
