"""All figures of docs/performance.md in one run, with one table in the end: `make bench`.

What is to be compared is measured one right behind the other; on a machine that does other work only ratios hold.
"""

from __future__ import annotations

import importlib.util
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import bench
import checking
import index
import machine
import peers
import said_before
import startup
import workers
from rows import Row, show

REPORTS = 2_000


def cluster() -> Iterator[Row]:
    """Two workers of dask on this machine, against one process."""
    what = f"compile {REPORTS:,} reports of 4 kB: two dask workers against one process"
    if importlib.util.find_spec("distributed") is None:
        yield Row(what, "not there: `pip install 'wgtip[cluster]'`", "")
        return
    with tempfile.TemporaryDirectory() as folder:
        for number in range(REPORTS):
            Path(folder, f"{number:05}.txt").write_text(bench.corpus_like(4_000), encoding="utf-8")
        one, two = (_compile(folder, *options) for options in (("--jobs", "1"), ("--engine", "dask", "--jobs", "2")))
    yield Row(what, "not there: no --engine" if one is None or two is None else f"{one / two:.2f} times", "")


def _compile(folder: str, *options: str) -> float | None:
    """Seconds of compiling; None where the options are not known."""
    with tempfile.TemporaryDirectory() as results:
        command = [*bench.WGTIP, "compile", *options, "-o", str(Path(results, "index.sqlite")), folder]
        start = time.perf_counter()
        done = subprocess.run(command, check=False, capture_output=True)
        return time.perf_counter() - start if done.returncode == 0 else None


MEASURED = (
    bench.speeds,
    bench.others,
    machine.ratios,
    bench.memory,
    startup.start_up,
    workers.ratios,
    checking.ratios,
    checking.one_pass,
    checking.documents,
    cluster,
    peers.pdf,
    peers.word,
    index.compiling,
    index.searching,
    said_before.growth,
)

if __name__ == "__main__":
    show(row for rows in MEASURED for row in rows())
