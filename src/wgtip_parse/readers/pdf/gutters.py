"""Gutters: two cells of running text that stand side by side, nearer to one another than columns usually do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse.readers.pdf.words import Word

NARROWEST, WIDEST = 0.8, 1.5  # of the height of a line, the white between the cells: what is wider is told line by line
ROWS = 4  # lines with words on both sides, from which on it is no chance that their second halves begin in one place
FEWEST = 2  # of them with a narrow gap
SHORTEST = 8  # characters on the left of most of them: less is a label
NEAR = 3.0  # points by which the beginnings of one column may differ
FARTHEST = 5.0  # heights of a line, from one line of a cell to the next,
CLOSE = 1.5  # and where it has nothing on the right, and so may stand above or below the table

Row = Sequence[Word]


class Gutter(NamedTuple):
    """The rows of a page from the `first` on, up to but without `stop`, whose second cells begin at the `edge`."""

    first: int
    stop: int
    edge: float


def gutters(rows: Sequence[Row]) -> list[Gutter]:
    """The gutters of a page, from top to bottom; `rows` are its lines with their words from left to right."""
    found: list[Gutter] = []
    for edge, begun in _edges(rows).items():
        if len(begun) >= ROWS:
            found += _runs(edge, begun, rows)
    apart: list[Gutter] = []
    for each in sorted(found, key=lambda gutter: (gutter.first - gutter.stop, gutter)):
        if all(each.stop <= other.first or other.stop <= each.first for other in apart):
            apart.append(each)
    return sorted(apart)


def _edges(rows: Sequence[Row]) -> dict[float, list[int]]:
    """The rows in which a word begins behind a gap, or beside the end of a row that is not level with it.

    They are given by the place of its beginning.
    """
    begun: dict[int, list[int]] = defaultdict(list)
    places: dict[int, float] = {}
    for at, row in enumerate(rows):
        for before, word in pairwise(row):
            if word.left - before.right > NARROWEST * (word.top - word.bottom):
                begun[round(word.left)].append(at)
                places.setdefault(round(word.left), word.left)
        if any(_is_beside(other, row[0]) for other in (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2])):
            begun[round(row[0].left)].append(at)
            places.setdefault(round(row[0].left), row[0].left)
    return {places[place]: numbers for place, numbers in sorted(begun.items())}


def _is_beside(row: Row, word: Word) -> bool:
    """Whether a row ends on the left of a word that stands a little higher or lower."""
    is_overlapping = row[0].top > word.bottom and word.top > row[0].bottom
    return is_overlapping and row[-1].right < word.left


def _runs(edge: float, begun: Sequence[int], rows: Sequence[Row]) -> Iterator[Gutter]:
    """Each run of rows through which no word goes from one side of the edge to the other."""
    run: list[int] = []
    for at, following in pairwise([*begun, len(rows)]):
        run.append(at)
        if following == len(rows) or any(_crosses(edge, row) for row in rows[at + 1 : following]):
            cells = [rows[each] for each in run]
            if len(run) >= ROWS and _are_cells(edge, cells) and _are_close(edge, run, rows):
                yield _stretched(Gutter(run[0], run[-1] + 1, edge), min(row[0].left for row in cells), rows)
            run = []


def _crosses(edge: float, row: Row) -> bool:
    """Whether a row has words on both sides of an edge and none that begins there, or one that stands over it."""
    if row[0].left >= edge - NEAR or row[-1].right <= edge:
        return False
    return not any(before.right <= edge - NEAR and abs(word.left - edge) <= NEAR for before, word in pairwise(row))


def _are_close(edge: float, run: Sequence[int], rows: Sequence[Row]) -> bool:
    """Whether enough rows show no more than a narrow gap; a few do where most of the others are of one cell alone."""
    close = sum(_is_close(edge, rows[at]) for at in run)
    alone = run[-1] + 1 - run[0] - len(run)
    return close >= ROWS or (close >= FEWEST and alone >= ROWS)


def _is_close(edge: float, row: Row) -> bool:
    """Whether the words before an edge end near it, or a row begins there that is not level with the one beside it."""
    before = [word for word in row if word.left < edge - NEAR]
    return not before or edge - before[-1].right < WIDEST * (row[0].top - row[0].bottom)


def _are_cells(edge: float, rows: Sequence[Row]) -> bool:
    """Whether most of the rows have more than a label on the left."""
    long = sum(sum(len(word.text) for word in row if word.left < edge - NEAR) >= SHORTEST for row in rows)
    return long * 2 > sum(row[0].left < edge - NEAR for row in rows)


def _stretched(gutter: Gutter, left: float, rows: Sequence[Row]) -> Gutter:
    """The same one with the rows above and below that go on in one of its cells, or have two."""
    first, stop = gutter.first, gutter.stop
    while first and _goes_on(rows[first - 1], rows[first], left, gutter.edge):
        first -= 1
    while stop < len(rows) and _goes_on(rows[stop], rows[stop - 1], left, gutter.edge):
        stop += 1
    return Gutter(first, stop, gutter.edge)


def _goes_on(row: Row, beside: Row, left: float, edge: float) -> bool:
    height = row[0].top - row[0].bottom
    begins = row[0].left >= edge - NEAR or abs(row[0].left - left) <= NEAR
    farthest = FARTHEST if row[-1].right > edge else CLOSE
    return begins and not _crosses(edge, row) and abs(row[0].bottom - beside[0].bottom) <= farthest * height
