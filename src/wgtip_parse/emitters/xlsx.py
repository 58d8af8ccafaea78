"""The index as an Excel workbook: sheets of recommendations, meetings, documents and what was passed over.

No text becomes a formula, a link or a number.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from wgtip_parse.emitters.rows import (
    COLUMNS,
    DOCUMENT_HEADINGS,
    MEETING_HEADINGS,
    PASSED_OVER_HEADINGS,
    Row,
    document_rows,
    meeting_rows,
    passed_over_rows,
    rows,
)
from wgtip_parse.index.model import RecommendationIndex

if TYPE_CHECKING:
    import xlsxwriter

MADE = datetime(1980, 1, 1, tzinfo=UTC)  # the date that ZIP archives begin with: the same index gives the same bytes
LONGEST = 32_767  # characters that a cell of Excel can hold
CUT = " […]"
LINE, HIGHEST = 15, 409  # points: one line of text, and the highest row that Excel can show
MEETING_WIDTHS = (28, 40, 30, 20, 9, 7, 12, 12, 12, 60, 17)
DOCUMENT_WIDTHS = (40, 24, 60, 12, 30, 40, 7, 28, 17)
PASSED_OVER_WIDTHS = (24, 12, 80, 60, 40, 7)


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """One workbook; raises ImportError without XlsxWriter."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": "Recommendations", "created": MADE})
        headings = [column.heading for column in COLUMNS]
        _sheet(book, "Recommendations", headings, [column.width for column in COLUMNS], list(rows(index)))
        _sheet(book, "Meetings", MEETING_HEADINGS, MEETING_WIDTHS, list(meeting_rows(index)))
        _sheet(book, "Documents", DOCUMENT_HEADINGS, DOCUMENT_WIDTHS, list(document_rows(index)))
        _sheet(book, "Passed over", PASSED_OVER_HEADINGS, PASSED_OVER_WIDTHS, list(passed_over_rows(index)))
    yield file.getvalue()


def _sheet(
    book: xlsxwriter.Workbook, name: str, headings: Sequence[str], widths: Sequence[int], table: list[Row]
) -> None:
    """A sheet with one table, its header always in sight; text is wrapped and begins at the top."""
    sheet = book.add_worksheet(name)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    columns = [{"header": heading} for heading in headings]
    last, name = max(len(table), 1), name.replace(" ", "_")  # names of tables have no spaces
    sheet.add_table(0, 0, last, len(headings) - 1, {"name": name, "columns": columns, "style": "Table Style Light 1"})
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width, wrapped)
    sheet.freeze_panes(1, 1)
    for line, row in enumerate(table, start=1):
        sheet.set_row(line, _height(row, widths))
        for at, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, at, cell, wrapped)
            elif cell:
                sheet.write_string(line, at, _fitting(cell), wrapped)


def _height(row: Row, widths: Sequence[int]) -> int:
    """What the wrapped text of a row needs: not every program finds that out by itself."""
    lines = [
        sum(max(1, math.ceil(len(line) / width)) for line in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str)
    ]
    return min(HIGHEST, LINE * max(lines, default=1))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
