"""What starting a command costs, in times of `python -c pass`: medians of nine pairs, one of each after the other."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import SAMPLES, WGTIP, corpus_like
from rows import Row, show

PAIRS = 9
SMALL = 4_000  # characters
NOTHING = (sys.executable, "-c", "pass")


def start_up() -> Iterator[Row]:
    """Commands in new processes."""
    with tempfile.TemporaryDirectory() as folder:
        report, index = Path(folder, "report.txt"), Path(folder, "index.sqlite")
        report.write_text(corpus_like(SMALL), encoding="utf-8")
        subprocess.run([*WGTIP, "compile", *map(str, SAMPLES), "-o", str(index)], check=True, capture_output=True)
        for name, reach, arguments in (
            ("--version", "at most 4", ("--version",)),
            ("--help", "", ("--help",)),
            ("search", "at most 8", ("search", str(index), "labour", "inspectors")),
            ("parse, 4 kB", "at most 12", ("parse", str(report))),
            ("check, 4 kB", "", ("check", str(report))),
        ):
            yield Row(f"wgtip {name}", f"{against_nothing((*WGTIP, *arguments)):.1f} times `python -c pass`", reach)


def against_nothing(command: tuple[str, ...]) -> float:
    """The median time of a command over that of `python -c pass`, each run once more before, not counted."""
    seconds(command), seconds(NOTHING)
    pairs = [(seconds(command), seconds(NOTHING)) for _ in range(PAIRS)]
    ours, nothing = (statistics.median(each) for each in zip(*pairs, strict=True))
    return ours / nothing


def seconds(command: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)  # a check that finds something exits 1
    return time.perf_counter() - start


if __name__ == "__main__":
    show(start_up())
