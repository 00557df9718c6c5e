"""`make bench`: how long the proof, the build and the packs take, and until Python is ready beside stock Pyodide.

Figures belong here and not in tests: machines differ and are noisy. Read them side by side, within one run.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import browser_finder
from handbook.bench import bench_runtime
from handbook.build import build_site
from handbook.pdf.site import print_packs
from pathways.checks import prove
from pathways.flows import AREAS


def bench(root: Path, rounds: int = 5) -> None:
    """Measure and print; nothing is compared and nothing fails."""
    for area in AREAS:
        proof = prove(area)
        seconds = _median(partial(prove.__wrapped__, area), rounds)  # `prove` itself keeps what it found
        print(
            f"proof of {area.id}: {seconds:.2f} s (median of {rounds}) for {proof.flows} flows, "
            f"{proof.journeys} journeys and {proof.comparisons} comparisons"
        )
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        seconds = _median(partial(build_site, site, root), 3)
        print(f"build of the site: {seconds:.2f} s (median of 3)")
        begun = time.perf_counter()
        packs = print_packs(site, root)
        seconds = time.perf_counter() - begun
        print(f"packs of all areas: {seconds:.0f} s for {len(packs)} PDFs of {sum(one.pages for one in packs)} pages")
        for row in bench_runtime(site, browser_finder.find(), rounds):
            print(
                f"until Python is ready, {row.name}: {row.cold:.0f} ms cold, {row.warm:.0f} ms warm "
                f"(medians of {row.rounds}); {row.size / 1e6:.2f} MB, {row.gzipped / 1e6:.2f} MB with gzip"
            )


def _median(work: Callable[[], object], rounds: int) -> float:
    """Seconds of wall time, the median of some rounds."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return median(times)
