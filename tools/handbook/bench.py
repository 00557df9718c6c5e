"""Measures how long a browser takes until Python has answered once, beside an unmodified Pyodide in the same run.

Both run in a module worker, from the same server on this machine, in turn: what differs is what the handbook changes
(which files, compiled or not). Transfer over a network is not measured; the sizes say what it would add.
"""

import gzip
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import BrowserContext, sync_playwright

import browser_finder
from handbook import runtime

# What a page does that takes Pyodide as it comes: its library, its list of packages, the logic unpacked beside them.
STOCK_WORKER = """
self.onunhandledrejection = ({ reason }) => self.postMessage({ error: String(reason) });
self.onmessage = async ({ data: { core, archive } }) => {
  const { loadPyodide } = await import(`${core}pyodide.mjs`);
  const python = await loadPyodide({ indexURL: core });
  const logic = await fetch(archive);
  python.unpackArchive(await logic.arrayBuffer(), "zip");
  python.pyimport("pathways.browser").respond("{}");
  self.postMessage({ ready: true });
};
"""
STOCK_FILES = (*runtime.CORE_FILES, "python_stdlib.zip", "pyodide-lock.json")

# From making the worker to its first answer, in milliseconds. Pyodide can hang without an error: hence a limit.
MEASURE = """
([worker, core, archive]) => new Promise((resolve, reject) => {
  const address = (path) => new URL(path, location.href).href;
  const begun = performance.now();
  const python = new Worker(address(worker), { type: "module" });
  setTimeout(() => reject(new Error(`${worker} was silent for two minutes`)), 120_000);
  python.onerror = (event) => reject(new Error(event.message || `${worker} did not start`));
  python.onmessage = ({ data }) => {
    const time = performance.now() - begun;
    python.terminate();
    if (data.ready) resolve(time);
    else reject(new Error(data.error));
  };
  python.postMessage({ core: address(core), archive: address(archive) });
})
"""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One way to start Python: medians over all rounds in milliseconds, and what is fetched in bytes.

    `cold` is a browser that has never seen the site; `warm` is the third visit with the same one.
    """

    name: str
    cold: float
    warm: float
    rounds: int
    size: int
    gzipped: int


@dataclass(frozen=True, kw_only=True)
class _Way:
    """What the page passes to a worker, and the files that are fetched for it."""

    worker: str
    core: str
    archive: str
    files: tuple[Path, ...]


def bench_runtime(site: Path, browser_path: str | None, rounds: int = 5) -> list[Row]:
    """Measure the runtime of a built site, then Pyodide as it comes, in turn for `rounds` rounds."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "blank.html").write_text("<!doctype html><title>Measurement</title>", "utf-8")
        ways = {"handbook": _copy_site(site, root), "stock Pyodide": _write_stock(site, root)}
        times: dict[tuple[str, str], list[float]] = {(name, kind): [] for name in ways for kind in ("cold", "warm")}
        with _served(root) as address, sync_playwright() as playwright:
            for turn in range(rounds):
                # Each goes first in every other round, so that neither always follows the other's load.
                for name in sorted(ways, reverse=turn % 2 == 1):
                    # A profile on disk, as readers have one: a browser keeps compiled code in no other.
                    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                        browser = playwright.chromium.launch_persistent_context(
                            profile,
                            executable_path=browser_path,
                            args=browser_finder.ARGUMENTS,
                            chromium_sandbox=False,
                        )
                        first, _, third = [_measure(browser, address, ways[name]) for _ in range(3)]
                        times[name, "cold"].append(first)
                        times[name, "warm"].append(third)
                        browser.close()
        return [
            Row(
                name=name,
                cold=median(times[name, "cold"]),
                warm=median(times[name, "warm"]),
                rounds=rounds,
                size=sum(path.stat().st_size for path in way.files),
                gzipped=sum(len(gzip.compress(path.read_bytes(), 9)) for path in way.files),
            )
            for name, way in ways.items()
        ]


def _measure(browser: BrowserContext, address: str, way: _Way) -> float:
    page = browser.new_page()
    page.goto(f"{address}/blank.html")
    time: float = page.evaluate(MEASURE, [way.worker, way.core, way.archive])
    page.close()
    return time


def _copy_site(site: Path, root: Path) -> _Way:
    """The runtime of the built site, and nothing else of it."""
    assets = site / "assets"
    (core,), (archive,), (worker,) = (
        list(assets.glob(pattern)) for pattern in ("pyodide-*/", "pathways-*.zip", "worker.*.js")
    )
    shutil.copytree(core, root / "handbook" / core.name)
    for path in (archive, worker):
        shutil.copy(path, root / "handbook")
    return _Way(
        worker=f"handbook/{worker.name}",
        core=f"handbook/{core.name}/",
        archive=f"handbook/{archive.name}",
        files=(*(core / name for name in runtime.CORE_FILES), archive, worker),
    )


def _write_stock(site: Path, root: Path) -> _Way:
    """Pyodide's own files, and the logic uncompiled with the site's own words."""
    folder = root / "stock"
    folder.mkdir()
    for name in STOCK_FILES:
        shutil.copy(runtime.PYODIDE / name, folder)
    (archive,) = (site / "assets").glob("pathways-*.zip")
    words = runtime.unpack(archive.read_bytes())[runtime.WORDS]
    (folder / "logic.zip").write_bytes(runtime.pack({**runtime.package_sources(), runtime.WORDS: words}))
    (folder / "worker.js").write_text(STOCK_WORKER, "utf-8")
    return _Way(
        worker="stock/worker.js",
        core="stock/",
        archive="stock/logic.zip",
        files=(*(runtime.PYODIDE / name for name in STOCK_FILES), folder / "logic.zip", folder / "worker.js"),
    )


class _Handler(SimpleHTTPRequestHandler):
    """Serves files as a good server does: with the right types, and to be kept."""

    extensions_map: Mapping[str, str] = {  # type: ignore[assignment]  # as the base class declares it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def end_headers(self) -> None:
        """Let the browser keep everything: without this the third visit would not be warm."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing while measuring."""


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
