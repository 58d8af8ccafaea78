"""The rows of a benchmark: what was measured, the figure, and what it is to reach."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One figure, in words; `reach` is empty where none is asked."""

    what: str
    measured: str
    reach: str


def show(rows: Iterable[Row]) -> None:
    """Print each figure on standard error when it is known, and in the end all as a table in Markdown."""
    found: list[Row] = []
    for row in rows:
        print(f"{row.what}: {row.measured}", file=sys.stderr, flush=True)
        found.append(row)
    print("| what | measured | to reach |\n|---|---|---|")
    for row in found:
        print(f"| {row.what} | {row.measured} | {row.reach} |")
