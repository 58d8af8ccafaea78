"""Order: columns of a page one after the other, tables row by row, and cells that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wgtip_parse.readers.pdf.cells import Cell, Table, tables
from wgtip_parse.readers.pdf.columns import columns, sides
from wgtip_parse.readers.pdf.gutters import gutters
from wgtip_parse.readers.pdf.line import Line
from wgtip_parse.readers.pdf.spaces import COLUMN_GAP
from wgtip_parse.readers.pdf.words import Word

CUT = 0.5  # heights by which the white between two rows of a table is wider than that between its lines
SEVERAL = 3  # columns: a table with no more than two is told by its gutter first

_WRAPPED_HYPHEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")


class Order:
    """How the words of a page become lines in the order of reading.

    `typed` says that the file has the spaces between words; on a `titled` page, where a title block may stand, what
    looks like a table is none.
    """

    def __init__(self, *, typed: bool, titled: bool) -> None:
        self.typed = typed
        self.titled = titled

    def in_columns(self, rows: list[list[Word]]) -> list[Line]:
        """The lines of a page; where it is set in columns, those of each column before those of the next."""
        lines: list[Line] = []
        done = 0
        for first, stop, edge, cells in columns(rows):
            lines += self._read_down(rows[done:first])
            both = [sides(row, edge) for row in rows[first:stop]]
            left = self.in_columns([row for row, _ in both if row])
            right = self.in_columns([row for _, row in both if row])
            right[0].is_apart = True
            for line in (*left, *right) if cells else ():
                line.in_cell = True
            lines += left + right
            done = stop
        return lines + self._read_down(rows[done:])

    def _read_down(self, rows: list[list[Word]]) -> list[Line]:
        """The lines of a page, each row of a table of several columns whose cells go on as one."""
        found = self._tables(rows)
        several = [each for each in found if len(each.rows[0]) >= SEVERAL]
        if not several:
            return self._by_gutters(rows, found)
        lines: list[Line] = []
        done = 0
        for first, stop, table in several:
            part = rows[done:first]
            lines += self._by_gutters(part, self._tables(part)) + self._table(table)
            done = stop
        return lines + self._by_gutters(rows[done:], self._tables(rows[done:]))

    def _by_gutters(self, rows: list[list[Word]], pairs: list[Table]) -> list[Line]:
        """The lines of a part of a page; of two cells that stand side by side, the first before the second."""
        found = gutters(rows)
        if not found:
            return self._by_pairs(rows, pairs)
        lines: list[Line] = []
        done = 0
        for first, stop, edge in found:
            lines += self._by_pairs(rows[done:first], self._tables(rows[done:first]))
            both: tuple[list[Line], list[Line]] = ([], [])
            for row in rows[first:stop]:
                for side, words in zip(both, sides(row, edge), strict=True):
                    if words:
                        line = Line(words, typed=self.typed)
                        line.in_cell = True
                        side.append(line)
            lines += _by_rows(*both)
            done = stop
        return lines + self._by_pairs(rows[done:], self._tables(rows[done:]))

    def _by_pairs(self, rows: list[list[Word]], pairs: list[Table]) -> list[Line]:
        """The lines of a part of a page, each row of a table of two columns as one."""
        lines: list[Line] = []
        done = 0
        for first, stop, table in pairs:
            lines += [Line(row, typed=self.typed) for row in rows[done:first]] + self._table(table)
            done = stop
        return lines + [Line(row, typed=self.typed) for row in rows[done:]]

    def _tables(self, rows: list[list[Word]]) -> list[Table]:
        return [] if self.titled else tables(rows)

    def _table(self, table: list[list[Cell]]) -> list[Line]:
        return [_row([[Line(words, typed=self.typed) for words in cell] for cell in row if cell]) for row in table]


def _row(cells: list[list[Line]]) -> Line:
    """A row of a table as one line, which has the look of its first and the place of all."""
    lines = [line for cell in cells for line in cell]
    row = lines[0]
    row.text = COLUMN_GAP.join(_WRAPPED_HYPHEN.sub("-", " ".join(line.text for line in cell)) for cell in cells)
    row.bold, row.italic = all(line.bold for line in lines), all(line.italic for line in lines)
    row.bold_to = 0
    row.right, row.top = max(line.right for line in lines), max(line.top for line in lines)
    row.bottom = min(line.bottom for line in lines)
    return row


def _by_rows(left: list[Line], right: list[Line]) -> Iterator[Line]:
    """The cells of each row of a table, which ends where both cells have a gap, or where bold type begins again."""
    cells = sorted([*left, *right], key=lambda line: -line.top)
    gaps = sorted(_white(cells))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    ends = [line.top for line, gap in zip(cells[1:], _white(cells), strict=True) if gap > usual + CUT]
    ends = [end for end in ends if not _is_label(end, left)]
    ends += [line.top + line.height / 2 for above, line in pairwise(left) if line.bold and not above.bold]
    for end in [*sorted(ends, reverse=True), float("-inf")]:
        for side in (left, right):
            while side and side[0].top > end:
                yield side.pop(0)


def _white(lines: list[Line]) -> Iterator[float]:
    """The white above each line but the first, in heights; below none where the cells beside are not level."""
    foot = lines[0].bottom if lines else 0.0
    for line in lines[1:]:
        yield (foot - line.top) / (line.height or 1.0)
        foot = min(foot, line.bottom)


def _is_label(end: float, left: list[Line]) -> bool:
    """Whether the last line on the left above a place is a bold one alone, which goes with what stands below it."""
    above = [line for line in left if line.top > end]
    return bool(above) and above[-1].bold and not (len(above) > 1 and above[-2].bold)
