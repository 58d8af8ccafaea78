"""Tables: which lines of a page are rows of one, their cells parted by tabs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from wgtip_parse.readers.pdf.line import Line
from wgtip_parse.readers.pdf.lines import LONGEST_LABEL
from wgtip_parse.readers.pdf.spaces import COLUMN_GAP
from wgtip_parse.readers.plain import row

FURNITURE = 2  # lines: the head or foot of a page has no more
NEAR = 3  # lines: the next row is not farther
ALIGNED = 0.6  # of the height of a line

_LABEL = re.compile(r"(?:\(?[\dA-Za-z]{1,6}[.)]|\d+(?:\.\d+)+\.?|\d{1,3}/?|[⁰¹²³⁴-⁹]+|[•▪➢*†–-]+)\Z")
_HEADED = re.compile(r"(?:[A-Z]|[IVX]+)\.\s")  # what has two cells behind such a label is no heading
_LABELLED = re.compile(r"\(?[\dA-Za-z]{1,6}[.)]\s|.*[.:;]\Z")
_LEADERS = re.compile(r"\.{3}|(?: \.){3}|…")


class Row(NamedTuple):
    """The text of a line that is a table row, and how many cells it has: 0 of a line that only looks like one."""

    text: str
    cells: int


def rows_of(blocks: list[list[Line]]) -> dict[int, Row]:
    """The rows of tables on a page, by the identity of the line; its head and foot have none.

    A row has two cells besides a label at least, and another row near it, or three; or it is a short line right below
    a row that begins where it does, with nothing in the other columns.
    """
    lines = [line for block in _within(blocks) for line in block]
    rows = {id(line): Row(" ".join(line.text.split()), 0) for line in _justified(blocks)}
    cells = [[] if id(line) in rows else _cells(line) for line in lines]
    above: Line | None = None
    for at, line in enumerate(lines):
        near = cells[max(0, at - NEAR) : at] + cells[at + 1 : at + 1 + NEAR]
        is_sure = _HEADED.match(line.text) is not None or any(len(other) > 1 for other in near)
        full = len(cells[at]) > 2 or (len(cells[at]) == 2 and is_sure)
        if full or (above is not None and _is_short_row(line, above)):
            columns = line.text.split(COLUMN_GAP)
            rows[id(line)] = Row(row(columns), len(columns))
            above = line
        else:
            above = None
    return rows


def _justified(blocks: list[list[Line]]) -> Iterator[Line]:
    """Lines of running text whose spaces are so wide that they look like gaps between columns."""
    rights = Counter(round(line.right) for block in blocks for line in block if COLUMN_GAP not in line.text)
    margin = max(rights, key=lambda right: rights[right], default=0)
    for block in blocks:
        for at, line in enumerate(block):
            if COLUMN_GAP in line.text and not line.typed and abs(line.right - margin) <= 1.0:
                beside = block[max(0, at - 1) : at] + block[at + 1 : at + 2]
                if any(COLUMN_GAP not in other.text and abs(other.left - line.left) <= 1.0 for other in beside):
                    yield line


def _is_short_row(line: Line, above: Line) -> bool:
    aligned = abs(line.left - above.left) < ALIGNED * line.height
    return aligned and len(line.text) <= LONGEST_LABEL and line.bold == above.bold and not _LABELLED.match(line.text)


def _within(blocks: list[list[Line]]) -> list[list[Line]]:
    """The blocks of a page without what may be its head and foot."""
    first = 1 if blocks and len(blocks[0]) <= FURNITURE else 0
    last = len(blocks) - 1 if len(blocks) > 1 and len(blocks[-1]) <= FURNITURE else len(blocks)
    return blocks[first:last]


def _cells(line: Line) -> list[str]:
    """The cells of a line without the label at its beginning."""
    if COLUMN_GAP not in line.text or _LEADERS.search(line.text):
        return []
    cells = line.text.split(COLUMN_GAP)
    return cells[1:] if _LABEL.match(cells[0]) else cells
