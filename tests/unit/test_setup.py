"""The lock files and the setup that reads them."""

import json
import re
from pathlib import Path

import pytest

import bootstrap
import browser_finder

ROOT = Path(__file__).resolve().parents[2]
PYTHON_LOCKS = ["requirements.lock", "requirements-node.lock", "requirements-uv.lock"]
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)( ;.*)? \\$")


def locked(name: str) -> dict[str, list[str]]:
    """Each package of a lock with its hashes."""
    packages: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if found := PINNED.match(line):
            current = packages[found[1]] = []
        elif found := re.match(r"^ {4}--hash=(sha256:[0-9a-f]{64})( \\)?$", line):
            current.append(found[1])
        else:
            assert line.lstrip().startswith("#"), f"{name}: {line}"
    return packages


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_every_locked_python_package_has_hashes(name: str) -> None:
    packages = locked(name)
    assert packages
    assert [package for package, hashes in packages.items() if not hashes] == []


def test_every_requirement_is_locked() -> None:
    wanted = re.findall(r"^([A-Za-z][\w-]*)", (ROOT / "requirements.in").read_text(encoding="utf-8"), re.MULTILINE)
    assert wanted
    assert {name.lower() for name in wanted} <= set(locked("requirements.lock"))


def test_every_locked_browser_package_has_a_hash_and_no_address() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert {"node_modules/pyodide", "node_modules/axe-core"} <= set(packages)
    assert [name for name, entry in packages.items() if "integrity" not in entry or "resolved" in entry] == []


@pytest.mark.parametrize("name", [*PYTHON_LOCKS, "package-lock.json", "requirements.in", "package.json"])
def test_no_host_is_named(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_a_changed_file_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    (tmp_path / "a.lock").write_text("one")
    before = bootstrap.fingerprint("a.lock")
    assert bootstrap.fingerprint("a.lock") == before
    assert bootstrap.fingerprint("a.lock", text="moved") != before
    (tmp_path / "a.lock").write_text("two")
    assert bootstrap.fingerprint("a.lock") != before


@pytest.mark.parametrize(("says", "version"), [("uv 0.13.9 (linux)", [0, 13]), ("11.19.1", [11, 19]), ("", [])])
def test_versions_are_read(tmp_path: Path, says: str, version: list[int]) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho '{says}'\n")
    program.chmod(0o755)
    assert bootstrap.version_of(str(program)) == version


def test_a_half_made_folder_counts_as_missing(tmp_path: Path) -> None:
    bootstrap.write_stamp(tmp_path, "made")
    assert bootstrap.read_stamp(tmp_path) == "made"
    bootstrap.remove_stamp(tmp_path)
    assert bootstrap.read_stamp(tmp_path) == ""


def test_a_failed_step_says_what_failed() -> None:
    with pytest.raises(bootstrap.SetupError, match=r"(?s)this command failed:.*python.*No such thing here"):
        bootstrap.run([bootstrap.program(bootstrap.VENV, "python"), "-c", "raise SystemExit('No such thing here')"])


def test_a_browser_asked_for_by_name_must_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(browser_finder.VARIABLE, str(tmp_path / "missing"))
    with pytest.raises(browser_finder.BrowserError, match="does not start"):
        browser_finder.find()


def test_a_stub_in_place_of_a_browser_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, status in [("chromium", 1), ("google-chrome", 0)]:
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {status}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.delenv(browser_finder.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser_finder.find() == str(tmp_path / "google-chrome")
