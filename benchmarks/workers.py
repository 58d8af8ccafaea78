"""What a second process brings: `python benchmarks/workers.py [FOLDER]`, to be run where nothing else is.

1,000 made reports of 10 kB, no two the same and three to a meeting, or the documents of FOLDER, are parsed, checked and
compiled by the whole command with one process and with two, in pairs, and the ratio of the walls is told. Beside it
stands what cannot depend on other work on the machine: the seconds of computing of the parent and of its workers, and
the ratio that they would give if nobody ever waited.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import index
from rows import Row, show

WGTIP = str(Path(sys.executable).with_name("wgtip"))
DOCUMENTS, LENGTH = 1_000, 10_000
PAIRS = 5
COMMANDS = {
    "parse": ("--format", "jsonl", "-o", "out.jsonl"),
    "check": ("--exit-zero", "--quiet", "--output-format", "json", "-o", "out.json"),
    "compile": ("-o", "out.sqlite"),
}
TO_REACH = {"parse": 1.7, "check": 1.7, "compile": 1.5}
TICKS = os.sysconf("SC_CLK_TCK")


class Cost(NamedTuple):
    """Seconds of a command: on the clock, computing in it, computing in its workers."""

    wall: float
    parent: float
    workers: float


@contextmanager
def reports(documents: int = DOCUMENTS, length: int = LENGTH) -> Iterator[str]:
    """A folder of made reports."""
    sentences, chance = index.sentences_of_samples(), random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(documents):
            path = Path(folder, f"{number:06}.txt")
            path.write_text(index.report(number, sentences, chance, length), encoding="utf-8")
        yield folder


def cost(folder: str, *command: str) -> Cost:
    """What a command costs, written into a folder that it finds empty of its results."""
    for left in Path(folder).glob("out.*"):
        left.unlink()
    start = time.perf_counter()
    process = subprocess.Popen([WGTIP, *command], cwd=folder, stderr=subprocess.DEVNULL)
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    wall = time.perf_counter() - start
    times = [
        int(each) / TICKS for each in Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:15]
    ]
    if process.wait() > 1:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(wall, sum(times[:2]), sum(times[2:]))


def compare(name: str, folder: str, out: str, what: str) -> Row:
    """One command with one process and with two, in pairs."""
    one, two, ratios, same = [], [], [], True
    for _ in range(PAIRS):
        written = []
        for jobs, costs in ((1, one), (2, two)):
            costs.append(cost(out, name, *COMMANDS[name], "--jobs", str(jobs), folder))
            written.append([each.read_bytes() for each in sorted(Path(out).glob("out.*"))])
        ratios.append(one[-1].wall / two[-1].wall)
        same = same and written[0] == written[1]
    alone = statistics.median(each.parent + each.workers for each in one)
    parent, workers = (statistics.median(getattr(each, what) for each in two) for what in ("parent", "workers"))
    best = alone / (parent + workers / 2)
    measured = (
        f"{statistics.median(ratios):.2f} times, {'same bytes' if same else 'OTHER BYTES'}; computing: {alone:.2f} s "
        f"alone, {parent:.2f} + {workers:.2f} s with two, which is {best:.2f} times at best"
    )
    return Row(f"two processes against one, {name} of {what}", measured, f"at least {TO_REACH[name]}")


def ratios(given: str | None = None) -> Iterator[Row]:
    """What a second process brings to each command."""
    with tempfile.TemporaryDirectory() as out, reports() as made:
        for name in COMMANDS:
            yield compare(name, given or made, out, given or f"{DOCUMENTS:,} made reports of 10 kB")


if __name__ == "__main__":
    show(ratios(os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else None))
