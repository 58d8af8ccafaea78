"""Tables: which lines are their rows, and what stands in each cell, read down where a row has several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wgtip_parse.parser.lines import LONGEST_WRAPPED, Line, longest_wrapped

FARTHEST = 8  # lines between two rows of one table
CELLS = frozenset({"TEXT", "BARE", "SYMBOL", "NOTE", "BULLET", "RULE"})
HEADS = frozenset({"LABEL", "CHAPTER", "ROMAN", "LETTER", "RECOMMENDATION"})
WINDOW, MOSTLY = 12, 8  # lines, and how many of them are narrow where cells stand
WIDEST = 6  # so many lines at least are as wide as the text, in whatever document
HALF = 0.5  # of that width
BESIDE_ROW = 3  # lines
BESIDE = 30  # rows that tell where a table begins on the left
NEAR = 10  # lines: the next row is not farther
ALIGNED = 1  # characters that two cells of one column may be apart
NARROW = 0.75  # of the usual width: a line inside a table that is no row is not longer

_GAP = re.compile(r"(?:[^\S\n]{3,}|\t)(?=\S)")
_LABEL = re.compile(r"(?:\(?[\dA-Za-z]{1,6}[.)]|\d+(?:\.\d+)+\.?|\d{1,3}/?|[⁰¹²³⁴-⁹]+|[•▪➢*†–-]+)\Z")
_LEADERS = re.compile(r"\.{3}|(?: \.){3}|…")

Span = tuple[int, int]


def find(lines: Sequence[Line], text: str, width: int) -> set[int]:
    """The places of the lines that are rows of tables."""
    if "   " not in text and "\t" not in text:
        return _narrow(lines, text, width)
    starts = [_starts(line, text) for line in lines]
    rows = {at for at in range(len(lines)) if _is_row(at, starts, lines)}
    within = Within(text, starts, lines, width)
    rows |= set(within.below(rows))
    return rows | set(within.between(sorted(rows))) | _narrow(lines, text, width)


def _starts(line: Line, text: str) -> list[int]:
    """The columns at which the cells of a line begin, a label and the words behind it being one cell."""
    gaps = list(_GAP.finditer(text, line.start, line.end))
    if not gaps or _LEADERS.search(text, line.start, line.end):
        return [line.column]
    if _LABEL.match(text[line.start : gaps[0].start()]):
        gaps = gaps[1:]
    return [line.column, *(line.column + gap.end() - line.start for gap in gaps)]


def _is_row(at: int, starts: Sequence[list[int]], lines: Sequence[Line]) -> bool:
    """Whether a line has a neighbour with a cell in the same column, or is one by its look."""
    if lines[at].look.cells > 1 and not _is_justified(at, lines):
        return True
    columns = starts[at][1:]
    for near in range(max(0, at - NEAR), min(len(starts), at + NEAR + 1)):
        if near != at and any(abs(a - b) <= ALIGNED for a in columns for b in starts[near][1:]):
            return True
    return False


def _is_justified(at: int, lines: Sequence[Line]) -> bool:
    """Whether a line with wide gaps stands alone, right below a line that begins and ends where it does."""
    line, above = lines[at], lines[at - 1] if at else lines[at]
    near = (*lines[max(0, at - BESIDE_ROW) : at], *lines[at + 1 : at + 1 + BESIDE_ROW])
    aligned = abs(line.column - above.column) <= ALIGNED and abs(line.right - above.right) <= ALIGNED
    return not line.blank and aligned and not any(each.look.cells > 1 for each in near)


def _narrow(lines: Sequence[Line], text: str, width: int) -> set[int]:
    """Lines among which most are half as wide as the text at most, without a stop: cells one below another, or names."""
    if longest_wrapped(lines, width) < 2 * width:  # a line is a whole block
        return set()
    lengths = sorted(line.right - line.column for line in lines if line.end - line.start <= LONGEST_WRAPPED)
    widest = lengths[-min(len(lengths), WIDEST)] if lengths else 0
    is_open = [text[line.end - 1] not in ".;:" for line in lines]
    narrow = [line.right - line.column <= widest * HALF and is_open[at] for at, line in enumerate(lines)]
    short = [at for at, is_narrow in enumerate(narrow) if is_narrow]
    if not any(behind - at <= 2 * WINDOW for at, behind in zip(short, short[MOSTLY - 1 :], strict=False)):
        return set()
    found: set[int] = set()
    near: list[int] = []  # the last lines that may be cells
    for at, line in enumerate(lines):
        goes_on = at + 1 < len(lines) and not lines[at + 1].blank
        is_wide = line.right - line.column > widest * NARROW and (goes_on or not is_open[at])
        is_wide_number = line.kind == "NUMBER" and (line.look.bold or is_wide)
        if is_wide_number or line.kind in HEADS or line.kind == "ITEM" or (at and _is_alone(lines[at - 1], text)):
            near.clear()
        elif line.kind != "NUMBER" or not narrow[at]:  # a short number is of a row, or of an agenda: it tells nothing
            near = [*near[-WINDOW + 1 :], at]
            cells = [each for each in near if narrow[each] and lines[each].kind in CELLS]
            if len(cells) >= MOSTLY and cells[-1] == at:
                found.update(each for each in range(_beginning(cells, found, lines), at + 1) if is_open[each])
    return found


def _beginning(cells: list[int], found: set[int], lines: Sequence[Line]) -> int:
    """Where a table begins whose last lines are known: not in the midst of a block."""
    if not found.isdisjoint(cells):
        return cells[0]
    return next((at for at in cells if lines[at].blank or lines[at].page), cells[-1])


def _is_alone(line: Line, text: str) -> bool:
    """Whether a line is the label of a heading whose words stand in the next one."""
    return line.kind in HEADS and not text[line.body : line.end].strip(" .*")


class Within:
    """Tells which lines beside rows go on in one of their cells."""

    def __init__(self, text: str, starts: Sequence[list[int]], lines: Sequence[Line], width: int) -> None:
        self.text = text
        self.starts = starts
        self.lines = lines
        self.width = width

    def between(self, rows: list[int]) -> Iterator[int]:
        """The lines between two rows."""
        for at, (above, below) in enumerate(pairwise(rows)):
            left = min(self.starts[row][0] for row in rows[max(0, at - BESIDE) : at + BESIDE])
            between = range(above + 1, below)
            is_near = len(between) <= FARTHEST
            if is_near and all(self._is_in_cell(each, left) for each in between):
                yield from between

    def below(self, rows: set[int]) -> Iterator[int]:
        """The lines right below a row that go on in one of its cells."""
        for row in rows:
            at = row + 1
            while at < len(self.lines) and at not in rows and not self.lines[at].blank:
                line = self.lines[at]
                is_set_in = line.column > self.starts[row][0] or self.text[line.start].islower()
                if line.kind not in ("TEXT", "SYMBOL", "NOTE") or not is_set_in or not self._is_narrow(at):
                    break
                yield at
                at += 1

    def _is_in_cell(self, at: int, left: int) -> bool:
        line = self.lines[at]
        is_paragraph = line.kind == "NUMBER" and (line.look.bold or self.text[line.end - 1] == ".")
        is_paragraph = is_paragraph or line.kind in HEADS
        return line.column >= left - ALIGNED and not is_paragraph and self._is_narrow(at)

    def _is_narrow(self, at: int) -> bool:
        return self.lines[at].right - self.lines[at].column <= self.width * NARROW


def cells(lines: Sequence[Line], text: str) -> list[list[Span]]:
    """What stands in each column of the lines of one row, read down, as spans of the text; columns from the left."""
    columns: list[int] = []
    found: dict[int, list[Span]] = {}
    for line in lines:
        gaps = [match.span() for match in _GAP.finditer(text, line.start, line.end)]
        edges = [(line.start, line.start), *gaps, (line.end, line.end)]
        for (_, start), (end, _) in zip(edges, edges[1:], strict=False):
            column = line.column + start - line.start
            near = next((known for known in columns if abs(known - column) <= 2 * ALIGNED), column)
            if near is column and column not in columns:
                columns.append(column)
            found.setdefault(near, []).append((start, end))
    return [found[column] for column in sorted(found)]
