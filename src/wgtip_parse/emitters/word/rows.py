"""The rows and cells of a table that a source text holds in lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

GAP = re.compile(r"\t|(?<![.:;?!])[^\S\t]{2,}|[^\S\t]{3,}")  # what parts two cells: more white than parts sentences
LEADERS = re.compile(r"(?:\s?\.){4,}\s*|\s*\t\s*|\s{3,}(?=\S+\Z)")  # what leads to the number of a page
NARROWEST, WIDEST = 8, 48  # characters that a column has room for, at least, and that one may ask for
NEAR = 2  # characters by which a cell may begin before its column


class Cell(NamedTuple):
    """Words, and the column of characters in which they begin."""

    start: int
    words: str


def is_table(lines: Sequence[str]) -> bool:
    """Whether lines are rows: each of them by tabs, or several of which most have gaps."""
    if lines and all("\t" in line for line in lines):
        return True
    gaps = sum(GAP.search(line.strip()) is not None for line in lines)
    return gaps * 2 > len(lines)


def rows(lines: Sequence[str]) -> list[list[str]]:
    """The cells of each row, in as many columns as the row has that has most.

    Tabs count columns; where white space parts cells, they go below the cells of the longest row that begin there.
    """
    if any("\t" in line for line in lines):
        parted = [[cell.strip() for cell in line.split("\t")] for line in lines]
        columns = max(map(len, parted))
        return [[*row, *[""] * (columns - len(row))] for row in parted]
    parted_at = [_cells(line) for line in lines]
    starts = [cell.start for cell in max(parted_at, key=len)]
    return [_placed(row, starts) for row in parted_at]


def widths(table: Sequence[Sequence[str]], measure: int) -> list[int]:
    """How wide each column is of a table that fills a measure: as its longest cell asks, within reason."""
    asked = [min(max(NARROWEST, *map(len, column)), WIDEST) for column in zip(*table, strict=True)]
    return [measure * each // sum(asked) for each in asked]


def led(line: str) -> tuple[str, str]:
    """The words of a line of a contents page and the number of the page, "" where it has none."""
    words, _, page = LEADERS.sub("\t", line.strip()).rpartition("\t")
    return (words.replace("\t", " "), page) if words and page else (line.strip(), "")


def _cells(line: str) -> list[Cell]:
    cells, at = [], 0
    for gap in [*GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if words := line[at:end].strip():
            cells.append(Cell(at, words))
        at = gap.end() if gap else end
    return cells


def _placed(row: Sequence[Cell], starts: Sequence[int]) -> list[str]:
    placed = [""] * len(starts)
    for cell in row:
        column = max((at for at, start in enumerate(starts) if start <= cell.start + NEAR), default=0)
        placed[column] = f"{placed[column]} {cell.words}".strip()
    return placed
