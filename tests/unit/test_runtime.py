"""The runtime bundle: the same bytes every time, nothing in it that need not be, and it boots."""

import ast
import json
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import runtime
from handbook.runtime import BundleError, Runtime, build_runtime, run_in_pyodide

WORDS = json.dumps({"question": "What has happened?", "dash": "–"})
BROWSER = '''
"""Answers with the words that were shipped."""
import json, pkgutil

def respond(request: str) -> str:
    assert False, "compiled without assertions"
    words = json.loads(pkgutil.get_data("pathways", "publication.json"))
    return json.dumps([json.loads(request), words["question"], words["dash"], __doc__])
'''


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with the one function that the worker calls."""
    folder = tmp_path / "pathways"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "browser.py").write_text(BROWSER, "utf-8")
    return folder


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def archive_of(site: Path, built: Runtime) -> dict[str, bytes]:
    return runtime.unpack((site / built.archive).read_bytes())


def test_two_builds_give_the_same_names_and_bytes(tmp_path: Path, package: Path) -> None:
    one = build_runtime(tmp_path / "one/assets", WORDS, None, package=package)
    os.utime(package / "browser.py", (1, 1))
    two = build_runtime(tmp_path / "two/assets", WORDS, None, package=package)
    assert one == two
    assert written(tmp_path / "one") == written(tmp_path / "two")
    assert set(written(tmp_path / "one")) == {
        one.worker,
        one.flow_js,
        one.archive,
        *(one.core + name for name in runtime.CORE_FILES),
    }
    assert one.size == sum(map(len, written(tmp_path / "one").values()))


def test_other_words_or_logic_change_the_name_of_the_archive_alone(tmp_path: Path, package: Path, cache: Path) -> None:
    first = build_runtime(tmp_path / "a/assets", WORDS, cache, package=package)
    reworded = build_runtime(tmp_path / "a/assets", WORDS.replace("happened", "been said"), cache, package=package)
    (package / "browser.py").write_text(BROWSER + "\nmore = 1\n", "utf-8")
    changed = build_runtime(tmp_path / "a/assets", WORDS, cache, package=package)
    assert len({first.archive, reworded.archive, changed.archive}) == 3
    assert {(built.worker, built.flow_js, built.core) for built in (first, reworded, changed)} == {
        (first.worker, first.flow_js, first.core)
    }


def test_the_archive_holds_only_what_is_listed_stored_and_undated(tmp_path: Path, package: Path, cache: Path) -> None:
    built = build_runtime(tmp_path / "assets", WORDS, cache, package=package)
    with zipfile.ZipFile(tmp_path / built.archive) as archive:
        entries = archive.infolist()
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {name for name in names if name.startswith("pathways/")} == {
        "pathways/__init__.pyc",
        "pathways/browser.pyc",
        "pathways/publication.json",
    }
    modules = {
        name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
        for name in names
        if not name.startswith("pathways/")
    }
    assert modules == set(runtime.listed_modules())


def test_compiled_python_is_taken_from_the_cache(tmp_path: Path, package: Path, cache: Path) -> None:
    folder = tmp_path / "own cache"
    sources = runtime.package_sources(package)
    runtime.compiled(sources, folder)
    (kept,) = folder.iterdir()
    kept.write_bytes(runtime.pack({"pathways/kept.pyc": b"kept"}))
    assert runtime.compiled(sources, folder) == {"pathways/kept.pyc": b"kept"}


def test_it_boots_and_answers_with_the_words_shipped(tmp_path: Path, package: Path, cache: Path) -> None:
    built = build_runtime(tmp_path / "assets", WORDS, cache, package=package)
    said = run_in_pyodide("from pathways.browser import respond; respond('[1]')", archive=tmp_path / built.archive)
    assert json.loads(said) == [[1], "What has happened?", "–", None]


def imported(source: str) -> Iterator[str]:
    """The modules that a source imports anywhere, inside functions too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_the_listed_library_is_enough_for_the_decision_logic(tmp_path: Path, cache: Path) -> None:
    built = build_runtime(tmp_path / "assets", "{}", cache)
    sources = runtime.package_sources().values()
    modules = sorted({*runtime.package_modules(), *(name for source in sources for name in imported(source.decode()))})
    code = f"""
import importlib, io, sys, zipfile
for name in {modules!r}:
    importlib.import_module(name)

# Loaded only when first used
from datetime import datetime
moment = datetime.strptime("2026-11-21", "%Y-%m-%d")
packed = io.BytesIO()
with zipfile.ZipFile(packed, "w") as archive:
    archive.writestr("caf\\u00e9", "x")
names = zipfile.ZipFile(packed).namelist()
"x".encode("ascii"), "x".encode("latin-1"), b"x".decode("cp437")
f"{{len(sys.modules) > 100}} {{moment:%d %B %Y}} {{names}}"
"""
    assert "pathways.browser" in modules
    assert run_in_pyodide(code, archive=tmp_path / built.archive) == "True 21 November 2026 ['café']"


def test_the_worker_says_the_same_of_pyodide_as_pyodide_itself() -> None:
    """Pyodide refuses to start with a list of packages that was made for another."""
    own = json.loads((runtime.PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    version = json.loads((runtime.PYODIDE / "package.json").read_text("utf-8"))["version"]
    text = (runtime.SCRIPTS / "worker.js").read_text("utf-8")
    stub = re.search(r"info: \{(.*)\}", text)
    assert stub is not None
    assert dict(re.findall(r'(\w+): "([^"]*)"', stub[1])) == {**own, "version": version}


def test_a_module_that_the_library_lacks_is_named() -> None:
    with pytest.raises(BundleError, match=r"no no_such_module; take it out"):
        runtime.stdlib_sources(modules=["json", "no_such_module"])


def test_python_that_does_not_compile_is_named(tmp_path: Path, package: Path, cache: Path) -> None:
    (package / "browser.py").write_text("def respond(:\n", "utf-8")
    with pytest.raises(BundleError, match=r"pathways/browser\.py.*line 1"):
        build_runtime(tmp_path / "assets", WORDS, cache, package=package)


def test_a_pyodide_of_another_python_is_refused(tmp_path: Path, package: Path) -> None:
    (tmp_path / "package.json").write_text('{"version": "9.9.9"}')
    (tmp_path / "pyodide-lock.json").write_text('{"info": {"python": "3.99.1"}}')
    with pytest.raises(BundleError, match=r"Pyodide 9\.9\.9 runs Python 3\.99\.1"):
        build_runtime(tmp_path / "assets", WORDS, None, package=package, pyodide=tmp_path)


def test_a_missing_pyodide_says_what_to_do(tmp_path: Path, package: Path) -> None:
    with pytest.raises(BundleError, match="npm ci"):
        build_runtime(tmp_path / "assets", WORDS, None, package=package, pyodide=tmp_path / "none")
