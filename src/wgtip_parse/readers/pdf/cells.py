"""Cells: tables whose cells go on in the next line of print; each row of such a table becomes one line.

A table is told by white that runs down between its columns. Its rows are told by more white across all columns than
its lines have between them, or by the first column, where that is empty beside the lines that go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse.readers.pdf.words import Word

NARROWEST = 0.8  # heights of white between two columns
FEWEST = 4  # lines of a table
FEWEST_ROWS = 2
FULL, SHORTEST = 0.6, 18  # share of the longest line of a cell, and characters, of a full line
MOST_LINES = 0.8  # rows for each line: in a table of which more have one line it is told line by line
MOST_ROWS = 150  # of a page: one of print has some 60, and a page of more would take seconds
FARTHEST = 3.0  # heights of white between two lines of a table
LEVEL = 0.5  # heights by which cells that stand side by side may differ
CONTINUOUS = 0.75  # heights of white between the lines of a cell
WIDER = 0.35  # of the height of a line: so much more white than usual parts two rows

_LABEL = re.compile(r"\(?[\w.]{1,6}[.)/]?\Z|[^\w\s]{1,3}\Z")
_FIGURE_OR_LABEL = re.compile(r"[^\w\s(“\"‘]+(?:\s|\Z)|\(?[a-z]{1,4}\)|[\d.,–%$-]+\Z|\d+\s[–-]\s\d+\Z")
_LEADERS = re.compile(r"\.{3}|(?: \.){3}|…")

Row = Sequence[Word]


Cell = list[list[Word]]
Spans = list[tuple[float, float]]


class Table(NamedTuple):
    """The lines of a page from the `first` on, up to but without `stop`, as rows of cells, each of its own lines."""

    first: int
    stop: int
    rows: list[list[Cell]]


def tables(rows: Sequence[Row]) -> list[Table]:
    """The tables of a page some of whose cells go on, from top to bottom."""
    if len(rows) > MOST_ROWS:
        return []
    spans = [_merged([(word.left, word.right) for word in row], _narrowest(row)) for row in rows]
    found: list[Table] = []
    first = 0
    while first < len(rows):
        table = _table_from(rows, spans, first) if len(spans[first]) > 1 else None
        if table:
            found.append(table)
        first = table.stop if table else first + 1
    return found


def _table_from(rows: Sequence[Row], spans: Sequence[Spans], first: int) -> Table | None:
    """The longest table that begins with a line."""
    for stop, edges in reversed(list(_reaches(rows, spans, first))):
        made = _rows(rows[first:stop], edges) if stop - first >= FEWEST else None
        if made:
            return Table(first, stop, made)
    return None


def _reaches(rows: Sequence[Row], spans: Sequence[Spans], first: int) -> Iterator[tuple[int, list[float]]]:
    """How far the white between columns runs down from a line, and where those behind it begin: fewer, the farther."""
    covered = spans[first]
    for at in range(first + 1, len(rows)):
        if any(_LEADERS.search(word.text) for word in rows[at]):
            return  # a contents page
        merged = _merged([*covered, *spans[at]], _narrowest(rows[at]))
        is_far = _white(rows[at - 1], rows[at]) > FARTHEST
        if is_far or len(merged) < len(covered):
            yield at, [left for left, _ in covered[1:]]
            if is_far or len(merged) < 2:
                return
        covered = merged
    yield len(rows), [left for left, _ in covered[1:]]


def _narrowest(row: Row) -> float:
    return NARROWEST * (row[0].top - row[0].bottom)


def _merged(spans: Spans, white: float) -> Spans:
    """Spans, those that are nearer to one another than the white as one."""
    merged: Spans = []
    for left, right in sorted(spans):
        if merged and left - merged[-1][1] < white:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _rows(lines: Sequence[Row], edges: Sequence[float]) -> list[list[Cell]] | None:
    """The rows of a table; None where it is none, or none of its cells goes on."""
    grid = [_split(line, edges) for line in lines]
    if not _has_columns(grid):
        return None
    rows: list[list[Cell]] = []
    for cells, begins in zip(grid, _begins(lines, grid), strict=True):
        if begins or not rows:
            rows.append([[] for _ in cells])
        for cell, words in zip(rows[-1], cells, strict=True):
            cell += [words] if words else []
    is_table = FEWEST_ROWS <= len(rows) <= MOST_LINES * len(lines) and all(map(_are_whole, rows))
    return rows if is_table and any(map(_goes_on, rows)) and not _are_separate(rows) else None


def _are_separate(rows: list[list[Cell]]) -> bool:
    """Whether the lines of a row are rows of their own: figures or labels below one another, or no cell is shorter."""
    long = [[cell for cell in row if cell] for row in rows]
    long = [row for row in long if any(len(cell) > 1 for cell in row)]
    even = sum(len({len(cell) for cell in row}) == 1 and not any(map(_is_prose, row)) for row in long)
    further = (line[0].text for row in long for cell in row for line in cell[1:])
    return even * 2 > len(long) or any(_FIGURE_OR_LABEL.match(text) for text in further)


def _is_prose(cell: Cell) -> bool:
    """Whether the lines of a cell but the last are all full."""
    lengths = [sum(len(word.text) + 1 for word in line) for line in cell]
    return min(lengths[:-1], default=0) >= max(SHORTEST, FULL * max(lengths))


def _goes_on(row: list[Cell]) -> bool:
    """Whether a cell goes on that has another behind it: else its lines are in order as they stand."""
    cells = [cell for cell in row if cell]
    return any(len(cell) > 1 for cell in cells[:-1])


def _are_whole(row: list[Cell]) -> bool:
    """Whether the cells of a row begin side by side, and each goes on without white: else they are running text."""
    cells = [cell for cell in row if cell]
    top = max(cell[0][0].top for cell in cells)
    return all(
        top - cell[0][0].top < LEVEL * (cell[0][0].top - cell[0][0].bottom)
        and all(_white(above, line) < CONTINUOUS for above, line in pairwise(cell))
        for cell in cells
    )


def _split(line: Row, edges: Sequence[float]) -> list[list[Word]]:
    cells: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for word in line:
        cells[sum(word.left >= edge - 0.1 for edge in edges)].append(word)
    return cells


def _has_columns(grid: Sequence[list[list[Word]]]) -> bool:
    """Whether there are two columns besides one of labels, each with words in two lines and more."""
    first = [" ".join(word.text for word in cells[0]) for cells in grid if cells[0]]
    labels = sum(_LABEL.match(text) is not None for text in first) * 2 >= len(first)
    columns = [sum(bool(cells[at]) for cells in grid) for at in range(labels, len(grid[0]))]
    return len(columns) > 1 and all(count >= FEWEST_ROWS for count in columns)


def _begins(lines: Sequence[Row], grid: Sequence[list[list[Word]]]) -> Iterator[bool]:
    """Of each line, whether a row begins with it."""
    white = [_white(above, line) for above, line in pairwise(lines)]
    usual = min(white)
    is_parted = any(each > usual + WIDER for each in white)
    yield True
    for each, cells in zip(white, grid[1:], strict=True):
        yield each > usual + WIDER if is_parted else bool(cells[0])


def _white(above: Row, line: Row) -> float:
    return (min(word.bottom for word in above) - max(word.top for word in line)) / (line[0].top - line[0].bottom or 1.0)
