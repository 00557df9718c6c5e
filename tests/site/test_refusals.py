"""Bad input: every mistake is listed at once with file and line, and nothing is built."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.data import ROOT
from pathways.flows import all_flows

FLOW = all_flows()[0]
WORDS = f"docs/_data/wording/{FLOW.id}.yml"
CONTACTS = f"docs/_data/contacts/{FLOW.area}.yml"
NOWHERE = "docs/index.md"
CHAPTER = "docs/stockport/law.md"
ROLE_CHAPTER = "docs/stockport/discovery.md"
CLAUSES = "docs/_data/clauses/stockport.yml"
NOTES = "docs/_data/notes.yml"
FLOWS = "tools/pathways/flows/__init__.py"
MODULE = "tools/pathways/flows/stockport/appendix_c.py"

SCENARIOS = f"docs/_data/scenarios/{FLOW.area}.yml"
IMAGE = "tools/pathways/flows/stockport/received_image.py"

#: file:line: what is wrong; what to write instead
PROBLEM = re.compile(r"^(?P<file>[\w./-]+):(?P<line>\d+): (?P<what>.+); (?P<instead>.+)$")


def append(file: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / file
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    return change


def change(file: str, old: str, new: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        path = root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return make


def rename_outcome(root: Path) -> None:
    path = root / WORDS
    head, outcomes = path.read_text("utf-8").split("\noutcomes:\n")
    id = FLOW.outcomes[0].id
    assert f"  {id}:\n" in outcomes
    path.write_text(f"{head}\noutcomes:\n{outcomes.replace(f'  {id}:', f'  {id}-gone:', 1)}", "utf-8")


#: Leaves an outcome that no answer leads to.
LOST = f"""

def _with_lost_outcome() -> None:
    from dataclasses import replace

    global AREAS
    area = next(area for area in AREAS if area.id == {FLOW.area!r})
    flow = area.flow({FLOW.id!r})
    lost = replace(flow.outcomes[0], id="lost")
    flows = tuple(replace(one, outcomes=(*one.outcomes, lost)) if one is flow else one for one in area.flows)
    AREAS = tuple(replace(one, flows=flows) if one is area else one for one in AREAS)


_with_lost_outcome()
"""

#: What is done to a copy of the project, and what must be said of it, in which file.
MISTAKES: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "wrong key": (append(CONTACTS, '\nsomebody:\n  name: S\n  phone: "999"\n'), CONTACTS, "the key phone is unknown"),
    "missing wording": (rename_outcome, WORDS, f"outcomes lacks {FLOW.outcomes[0].id}"),
    "unknown clause": (append(CONTACTS, "\nanybody:\n  name: A\n  cites: [XX-1]\n"), CONTACTS, "cites XX-1"),
    "number of the wrong length": (
        append(CONTACTS, '\nnobody:\n  name: N\n  number: "0161 123"\n'),
        CONTACTS,
        "'0161 123' has the wrong length",
    ),
    "step that nothing leads to": (append(FLOWS, LOST), "tools/pathways/flows/", "lost is never reached"),
    "dead end": (
        change(MODULE, 'route(OTHERWISE, "pupil-measures"', 'route({"yes"}, "pupil-measures"'),
        MODULE,
        "question residential is a dead end for the answer no",
    ),
    "unsafe words": (
        change(WORDS, "What you already know", "Look at the images. What you already know"),
        WORDS,
        'the words "Look at the images" may tell somebody to do what is unsafe',
    ),
    "missing include": (append(NOWHERE, "\n{! missing.md !}\n"), NOWHERE, "includes missing.md, which is missing"),
    "unknown flow": (
        append(NOWHERE, "\n::: flow stockport/nowhere\n"),
        NOWHERE,
        "there is no block '::: flow stockport/nowhere'",
    ),
    "unknown mark": (
        append(CHAPTER, "\nThis rests on a clause that nobody has. [STK-99-01]\n"),
        CHAPTER,
        "cites STK-99-01",
    ),
    "sentence without its source": (
        append(CHAPTER, "\nSomebody has made this up.\n"),
        CHAPTER,
        "nothing says what this",
    ),
    "clause told nowhere": (
        append(CLAUSES, 'STK-8-99: {place: 10.9.8, kind: law, gist: "A law that no page tells."}\n'),
        CLAUSES,
        "STK-8-99 is told nowhere",
    ),
    "duty left out without a conflict": (
        append(CLAUSES, 'STK-8-98: {place: 10.9.8, kind: duty, force: must, gist: "A duty.", left_out: "why not"}\n'),
        CLAUSES,
        "STK-8-98 is a duty and left out without a conflict",
    ),
    "change without evidence": (
        append(NOTES, "CUR-X:\n  kind: currency\n  title: A change\n  text: It has changed.\n  confidence: high\n"),
        NOTES,
        "CUR-X says what has changed without evidence",
    ),
    "change that has no place in the register": (
        append(NOTES, "CUR-Y:\n  kind: to-check\n  title: A change\n  text: It may have changed.\n"),
        NOTES,
        "nothing says where CUR-Y stands",
    ),
    "unknown role of a case": (
        change(SCENARIOS, "roles: [school]", "roles: [school, teacher]"),
        SCENARIOS,
        "is tagged with the role teacher, which is unknown",
    ),
    "unknown role of a chapter": (
        change(ROLE_CHAPTER, "roles: [school", "roles: [teacher"),
        ROLE_CHAPTER,
        "the page is tagged with the role teacher, which is unknown",
    ),
    "page without its owner": (change(CHAPTER, "owner:", "keeper:"), CHAPTER, "lacks owner"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of all that a build reads."""
    for folder in ("docs", "tools", "overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def handbook(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a copy."""
    return subprocess.run(
        [sys.executable, "-m", "handbook.cli", *arguments],
        env={**os.environ, "PYTHONPATH": str(project / "tools")},
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def expect_listed(output: str, file: str, what: str) -> None:
    problems = [found for line in output.splitlines() if (found := PROBLEM.match(line))]
    fitting = [problem for problem in problems if problem["file"].startswith(file) and what in problem["what"]]
    assert len(fitting) == 1, f"{what} is not listed in\n{output}"


def test_every_mistake_is_listed_at_once(project: Path) -> None:
    for change, _, _ in MISTAKES.values():
        change(project)
    checked = handbook(project, "check")
    assert checked.returncode == 1
    for _, file, what in MISTAKES.values():
        expect_listed(checked.stdout, file, what)


def test_one_mistake_is_enough_to_build_nothing(project: Path) -> None:
    change, file, what = MISTAKES["missing include"]
    change(project)
    built = handbook(project, "build", "--out", str(project / "site"))
    assert built.returncode == 1
    expect_listed(built.stderr, file, what)
    assert not list((project / "site").glob("**/*.html"))


def test_a_flow_that_cannot_even_be_made_is_refused_with_its_line(project: Path) -> None:
    change(MODULE, 'cites=stated("STK-C-19"),\n    routes', "cites=stated(),\n    routes")(project)
    for command in (["check"], ["build", "--out", str(project / "site")]):
        done = handbook(project, *command)
        assert done.returncode == 1
        assert done.stderr == ""
        expect_listed(done.stdout, MODULE, "cites no clause")
    assert not (project / "site").exists()


def test_a_broken_safety_rule_stops_the_build_and_comes_as_a_case_to_paste(project: Path) -> None:
    dropped = '        Action(code="police", when=AT_HOME, contact="police", cites=handbook("HB-07")),\n'
    change(IMAGE, dropped, "")(project)
    built = handbook(project, "build", "--out", str(project / "site"))
    assert built.returncode == 1
    assert not list((project / "site").glob("**/*.html"))
    expect_listed(built.stderr, IMAGE, "a journey lacks police: handbook advise stockport/received-image --answer")
    (case,) = re.findall(r"^- id: .*?\n\n", built.stderr, re.MULTILINE | re.DOTALL)
    append(SCENARIOS, case)(project)
    checked = handbook(project, "check")
    assert checked.returncode == 1
    (id,) = re.findall(r"id: (\S+)", case)
    expect_listed(checked.stdout, SCENARIOS, f"{id}: lacks police")
    expect_listed(checked.stdout, SCENARIOS, f"{id} still has a gap")


def test_figures_of_mutants_that_are_out_of_date_stop_nothing(project: Path) -> None:
    path = project / "docs/_data/mutants.yml"
    text, count = re.subn(r"(?m)^logic: .*$", "logic: 0123456789ab", path.read_text("utf-8"))
    assert count == 1
    path.write_text(text, "utf-8")
    done = handbook(project, "check")
    assert (done.returncode, done.stderr) == (0, "")
