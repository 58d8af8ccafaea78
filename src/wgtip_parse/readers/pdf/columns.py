"""Columns: running text set in columns side by side, which is read down one after the other.

A table has rows: where a cell is shorter than the one beside it, white stands below it until the next row begins. Text
in columns goes on without such white, and the second column goes on where the first has ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse.readers.pdf.cells import tables
from wgtip_parse.readers.pdf.words import Word

NARROWEST = 0.7  # of the height of a line, the white between two columns
LONG = 15  # lines of each column, from which on it is no cell of a table, if its last sentence ends
MOST_ROWS = 150  # of a page: one of print has some 60, and a page of more would take seconds
DEEPEST = 2  # columns beside others on either side of an edge: four on a page are told, and more where they are alike
MOST_EDGES = 12  # places on a page where a second column may begin, those with most lines first
NEAR = 3.0  # points by which the beginnings of the lines of one column differ
INDENT = 5.0  # heights by which the lines of a column may be set in
APART = 2.2  # heights of white across all columns, above which other text stands
CONTINUOUS = 1.9  # heights of white, the most between two lines of one column: what is more ends a row of a table
FULL = 0.75  # of the width of its column, from which on a line is full
MOSTLY_TABLE = 0.5  # share of the lines: where more are rows of a table, there are no columns of text
SHORTEST = 18  # characters of a full line: less is a cell
WIDER = 1.25  # times the usual distance of two lines: so far apart are two paragraphs
LEVEL = 0.5  # heights by which two lines that stand side by side may differ
PARTED = 1.5  # heights of white inside a line, which part two cells
STOPS = ".;:!?"

_NUMBER = re.compile(r"(\d{1,4})\.(?!\d)")

Row = Sequence[Word]


class Needed(NamedTuple):
    """How many lines each column of running text has at least, and which share of them is full."""

    lines: int
    full: float


PLAIN, NUMBERED = Needed(6, 0.5), Needed(4, 0.3)  # fewer are needed where numbers count on from one to the other


class Kind(Enum):
    """What can stand side by side."""

    COLUMNS = auto()
    CELLS = auto()


class Columns(NamedTuple):
    """The rows of a page from the `first` on, up to but without `stop`, whose second column begins at the `edge`.

    They are `cells` where nothing says that the text goes on from one to the other.
    """

    first: int
    stop: int
    edge: float
    cells: bool


def columns(rows: Sequence[Row], within: int = DEEPEST) -> list[Columns]:
    """Where a page is set in columns, from top to bottom; `rows` are its lines with their words from left to right.

    Either side of an edge may be in columns itself, `within` so many others.
    """
    if len(rows) > MOST_ROWS:
        return []
    runs = ((first - stop, first, stop, edge) for edge in _edges(rows) for first, stop in _runs(edge, rows))
    found: list[Columns] = []
    for _, first, stop, edge in sorted(runs):  # the longest first
        is_free = all(stop <= other.first or other.stop <= first for other in found)
        kind = _kind(edge, rows[first:stop], within) if is_free else None
        if kind:
            found.append(Columns(first, stop, edge, kind is Kind.CELLS))
    return sorted(found)


def sides(row: Row, edge: float) -> tuple[list[Word], list[Word]]:
    """The words of a row before an edge, and those from it on."""
    return [word for word in row if word.left < edge - NEAR], [word for word in row if word.left >= edge - NEAR]


def goes_on(above: str, below: str) -> bool:
    """Whether a sentence goes on from the foot of one column to the head of the next."""
    return above[-1:] not in STOPS and (below[:1].islower() or above[-1:] in ",-")


def _edges(rows: Sequence[Row]) -> list[float]:
    """Where lines begin behind white or by themselves, right of where most begin: the commonest places."""
    begun: Counter[int] = Counter()
    for row in rows:
        begun.update({round(row[0].left), *(round(word.left) for word in _behind_white(row))})
    common = [place for place, times in begun.most_common(MOST_EDGES) if times >= NUMBERED.lines]
    return [float(place) for place in common if place > min(common)]


def _behind_white(row: Row) -> Iterator[Word]:
    return (word for before, word in pairwise(row) if word.left - before.right > NARROWEST * (word.top - word.bottom))


def _runs(edge: float, rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Each run of rows with white before the edge, as far as both columns reach."""
    first = 0
    for at in range(len(rows) + 1):
        if at == len(rows) or not _is_parted(rows[at], edge) or (at > first and _is_far(rows, at)):
            yield from _trimmed(edge, rows, first, at)
            first = at if at < len(rows) and _is_parted(rows[at], edge) else at + 1


def _is_parted(row: Row, edge: float) -> bool:
    """Whether no word of a row stands over the white before an edge."""
    left, right = sides(row, edge)
    height = row[0].top - row[0].bottom
    if left and left[-1].right > edge - NARROWEST * height:
        return False
    return not right or right[0].left - edge <= INDENT * height


def _is_far(rows: Sequence[Row], at: int) -> bool:
    above = min(word.bottom for row in rows[max(0, at - 2) : at] for word in row)
    return above - rows[at][0].top > APART * (rows[at][0].top - rows[at][0].bottom)


def _trimmed(edge: float, rows: Sequence[Row], first: int, stop: int) -> Iterator[tuple[int, int]]:
    """A run from the first row of the second column on; what stands below both, set apart from the first, is not in it.

    What stands above the second column is read before it in any case.
    """
    second = [at for at in range(first, stop) if rows[at][-1].left >= edge - NEAR]
    if len(second) < NUMBERED.lines:
        return
    last = second[-1]
    if stop < len(rows):
        gaps = [rows[one][-1].bottom - rows[other][-1].bottom for one, other in pairwise(second)]
        usual = sorted(gaps)[len(gaps) // 2]
        below = (at for at in range(last + 1, stop) if rows[at - 1][0].bottom - rows[at][0].bottom > WIDER * usual)
        stop = next(below, stop)
    yield second[0], stop


def _kind(edge: float, rows: Sequence[Row], within: int) -> Kind | None:
    """What stands on both sides of an edge; None where it is no running text, or has rows of cells."""
    both = [sides(row, edge) for row in rows]
    left, right = [one for one, _ in both if one], [other for _, other in both if other]
    numbers, others = list(_numbers(left)), list(_numbers(right))
    needed = NUMBERED if numbers and others else PLAIN
    if not all(_is_text(side, needed) or (within and columns(side, within - 1)) for side in (left, right)):
        return None
    if numbers and others:
        return Kind.COLUMNS if numbers[-1] < others[0] else None
    if sum(stop - first for first, stop, _ in tables(rows)) > MOSTLY_TABLE * len(rows):
        return None
    foot, head = _text(left[-1]), _text(right[0])
    if goes_on(foot, head):
        return Kind.COLUMNS
    if _are_cells(left, right):
        return None
    return Kind.COLUMNS if foot[-1] in STOPS and min(len(left), len(right)) >= LONG else Kind.CELLS


def _is_text(lines: list[list[Word]], needed: Needed) -> bool:
    """Whether enough lines follow each other without more white than between paragraphs, and enough are full."""
    if len(lines) < needed.lines:
        return False
    if any(
        above[0].bottom - line[0].top > CONTINUOUS * (line[0].top - line[0].bottom) for above, line in pairwise(lines)
    ):
        return False
    edge, width = min(line[0].left for line in lines), max(line[-1].right for line in lines)
    full = sum(line[-1].right - edge >= FULL * (width - edge) and _is_prose(line) for line in lines)
    return full >= needed.full * len(lines)


def _is_prose(line: Row) -> bool:
    """Whether a line is long enough, and has no wide white but behind its label."""
    height = line[0].top - line[0].bottom
    is_parted = any(word.left - before.right > PARTED * height for before, word in pairwise(line[1:]))
    return not is_parted and len(_text(line)) >= SHORTEST


def _numbers(lines: list[list[Word]]) -> Iterator[int]:
    """The numbers that begin paragraphs."""
    return (int(found[1]) for line in lines if (found := _NUMBER.match(line[0].text)))


def _are_cells(left: list[list[Word]], right: list[list[Word]]) -> bool:
    """Whether paragraphs begin side by side, as the cells of a row do."""
    begun, beside = list(_begun(left)), list(_begun(right))
    height = left[0][0].top - left[0][0].bottom
    level = sum(any(abs(one - other) < LEVEL * height for other in beside) for one in begun)
    return level * 2 > max(len(begun), len(beside))


def _begun(lines: list[list[Word]]) -> Iterator[float]:
    """Where paragraphs begin, below more white than lines usually have above them."""
    gaps = [above[0].bottom - line[0].bottom for above, line in pairwise(lines)]
    usual = sorted(gaps)[len(gaps) // 2]
    return (line[0].bottom for line, gap in zip(lines[1:], gaps, strict=True) if gap > WIDER * usual)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
