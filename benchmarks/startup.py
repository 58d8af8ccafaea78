"""What starting a command costs, in times of `python -c pass`: medians of nine pairs, one of each after the other."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench import SAMPLES, WGTIP, corpus_like

PAIRS = 9
SMALL = 4_000  # characters
NOTHING = (sys.executable, "-c", "pass")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        report, index = Path(folder, "report.txt"), Path(folder, "index.sqlite")
        report.write_text(corpus_like(SMALL), encoding="utf-8")
        subprocess.run([*WGTIP, "compile", *map(str, SAMPLES), "-o", str(index)], check=True, capture_output=True)
        print("start-up, in times of `python -c pass`; medians of nine interleaved pairs")
        for name, most, arguments in (
            ("--version", 4, ("--version",)),
            ("--help", None, ("--help",)),
            ("search", 8, ("search", str(index), "labour", "inspectors")),
            ("parse, 4 kB", 12, ("parse", str(report))),
            ("check, 4 kB", None, ("check", str(report))),
        ):
            to_reach = "" if most is None else f" (to reach: at most {most})"
            print(f"  wgtip {name:12} {against_nothing((*WGTIP, *arguments)):5.1f}{to_reach}")


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
    main()
