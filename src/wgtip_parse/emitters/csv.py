"""The index as CSV: a line for each recommendation, which no spreadsheet takes for a formula.

The norm is RFC 4180, in UTF-8 with a byte-order mark, without which Excel reads another encoding.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator

from wgtip_parse.emitters.rows import COLUMNS, Cell, rows
from wgtip_parse.index.model import RecommendationIndex

# What a spreadsheet may begin to calculate, white space before it aside, in wide letters too (OWASP, "CSV Injection").
FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r]")


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """A heading and a line for each recommendation; items follow one another in one cell, parted by spaces."""
    yield codecs.BOM_UTF8 + _line(column.heading for column in COLUMNS)
    for row in rows(index):
        yield _line(map(guarded, row))


def guarded(cell: Cell) -> Cell:
    """A cell behind an apostrophe where it could be a formula; take one off where `FORMULA` matches to have it back."""
    if not isinstance(cell, str):
        return cell
    flat = cell.replace("\n", " ")
    return f"'{flat}" if FORMULA.match(flat) else flat


def _line(cells: Iterable[Cell]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()
