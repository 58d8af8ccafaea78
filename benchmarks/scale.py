"""What a million reports cost: a model fitted to runs that are measured here. `python benchmarks/scale.py [FOLDER]`.

Made reports of three sizes, and PDFs of FOLDER in sets by their number of pages, are parsed and compiled with two
processes. What is fitted is computing, not the clock, so that other work on the machine hardly counts: that of the
workers as so much at the start, a text, a megabyte of text, a PDF and a page of PDF, that of the parent as so much at
the start and a document. The error is that of each run as told by a fit to the others.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import workers

TEXTS = ((300, 4_000), (900, 4_000), (300, 16_000), (600, 16_000), (80, 64_000), (160, 64_000))  # documents, characters
SETS, OF_A_SET = 5, 14  # sets of PDFs, by length, and documents in each
COMMANDS = ("parse", "compile")
MILLION = 1_000_000
HOUR = 3_600.0


class Run(NamedTuple):
    """One measured run."""

    documents: int
    megabytes: float  # of text
    pages: int  # of PDF
    parent: float
    workers: float


def measured(command: str, folder: str, out: str, megabytes: float, pages: int) -> Run:
    cost = workers.cost(out, command, *workers.COMMANDS[command], "--jobs", "2", folder)
    return Run(len(os.listdir(folder)), megabytes, pages, cost.parent, cost.workers)


def of_texts(out: str) -> dict[str, list[Run]]:
    runs: dict[str, list[Run]] = {command: [] for command in COMMANDS}
    for documents, length in TEXTS:
        with workers.reports(documents, length) as folder:
            megabytes = sum(each.stat().st_size for each in Path(folder).iterdir()) / MILLION
            for command in COMMANDS:
                runs[command].append(measured(command, folder, out, megabytes, 0))
    return runs


def of_pages(given: str, out: str) -> dict[str, list[Run]]:
    """Sets of PDFs of about the same length, from the shortest to the longest."""
    runs: dict[str, list[Run]] = {command: [] for command in COMMANDS}
    lengths = sorted((_pages(path), path) for path in Path(given).glob("*.pdf"))
    for number in range(SETS):
        start = number * (len(lengths) - OF_A_SET) // (SETS - 1)
        chosen = lengths[start : start + OF_A_SET]
        with tempfile.TemporaryDirectory() as folder:
            for _, path in chosen:
                Path(folder, path.name).symlink_to(path)
            for command in COMMANDS:
                runs[command].append(measured(command, folder, out, 0.0, sum(pages for pages, _ in chosen)))
    return runs


def _pages(path: Path) -> int:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return len(document)


def _row(run: Run) -> tuple[float, ...]:
    """The start, texts, megabytes of text, PDFs and pages of a run."""
    texts, pdfs = (0, run.documents) if run.pages else (run.documents, 0)
    return 1.0, texts, run.megabytes, pdfs, run.pages


def fitted(rows: Sequence[Sequence[float]], values: Sequence[float]) -> list[float]:
    """The factors with the least squares of relative errors; one that would be below nothing is left out."""
    used = [at for at in range(len(rows[0])) if any(row[at] for row in rows)]
    while True:
        scaled = [[row[at] / value for at in used] for row, value in zip(rows, values, strict=True)]
        square = [[sum(row[i] * row[j] for row in scaled) for j in range(len(used))] for i in range(len(used))]
        found = _solved(square, [sum(row[i] for row in scaled) for i in range(len(used))])
        if all(each >= 0 for each in found):
            return [dict(zip(used, found, strict=True)).get(at, 0.0) for at in range(len(rows[0]))]
        used.pop(found.index(min(found)))


def _solved(square: list[list[float]], right: list[float]) -> list[float]:
    """A small system of equations, by elimination."""
    rows = [[*row, value] for row, value in zip(square, right, strict=True)]
    for at in range(len(rows)):
        rows[at:] = sorted(rows[at:], key=lambda row: -abs(row[at]))
        rows[at] = [each / rows[at][at] for each in rows[at]]
        for other in range(len(rows)):
            if other != at:
                rows[other] = [a - rows[other][at] * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def told(factors: Sequence[float], row: Sequence[float]) -> float:
    return sum(factor * each for factor, each in zip(factors, row, strict=True))


def error(rows: Sequence[Sequence[float]], values: Sequence[float]) -> str:
    """How far each run is from what a fit to the others tells, in the middle and at most."""
    errors = []
    for at, (row, value) in enumerate(zip(rows, values, strict=True)):
        factors = fitted([*rows[:at], *rows[at + 1 :]], [*values[:at], *values[at + 1 :]])
        errors.append(abs(told(factors, row) - value) / value)
    return f"{sorted(errors)[len(errors) // 2]:.0%} in the middle, {max(errors):.0%} at most"


def model(command: str, runs: Sequence[Run]) -> None:
    print(f"\n{command}: documents, MB of text, pages of PDF; computing of the parent and of its workers")
    for run in runs:
        print(f"  {run.documents:5} {run.megabytes:6.1f} {run.pages:6}   {run.parent:6.2f} s {run.workers:7.2f} s")
    work = [_row(run) for run in runs]
    own = [(1.0, float(run.documents)) for run in runs]
    of_work = fitted(work, [run.workers for run in runs])
    of_own = fitted(own, [run.parent for run in runs])
    start, text, megabyte, pdf, page = (each * 1000 for each in of_work)
    print(f"  workers: {start:.0f} ms + {text:.2f} ms a text + {megabyte:.0f} ms a MB", end="")
    print(f" + {pdf:.1f} ms a PDF + {page:.2f} ms a page", end="")
    print(f" (error {error(work, [run.workers for run in runs])})")
    print(f"  parent: {of_own[0]:.2f} s + {of_own[1] * 1000:.2f} ms a document", end="")
    print(f" (error {error(own, [run.parent for run in runs])})")
    for what, row in (
        ("texts of 10 kB", (1.0, MILLION, MILLION * 0.01, 0.0, 0.0)),
        ("PDFs of 20 pages", (1.0, 0.0, 0.0, MILLION, MILLION * 20.0)),
    ):
        hours, parent = told(of_work, row) / HOUR, told(of_own, (1.0, MILLION)) / HOUR
        walls = ", ".join(f"{parent + hours / n:.1f} h with {n}" for n in (2, 8, 32, 128))
        print(f"  a million {what}: {hours:.1f} h of workers, {parent:.1f} h of the parent: {walls}")


def sizes(out: str) -> None:
    """What the index takes, of the run that was the last."""
    path = Path(out, "out.sqlite")
    with closing(sqlite3.connect(path)) as database:
        (documents,), (recommendations,) = (
            database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("document", "recommendation")
        )
    size = path.stat().st_size
    print(
        f"\nindex: {size / documents / 1000:.1f} kB a document, {size / max(1, recommendations) / 1000:.1f} kB", end=""
    )
    print(f" a recommendation ({documents:,} documents, {recommendations:,} recommendations)")


def main(given: str | None) -> None:
    with tempfile.TemporaryDirectory() as out:
        runs = of_texts(out)
        sizes(out)
        if given:
            for command, more in of_pages(given, out).items():
                runs[command] += more
            sizes(out)
        for command in COMMANDS:
            model(command, runs[command])
    print(f"\n{json.dumps(runs)}")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else None)
