"""The index as an Excel workbook: sheets of recommendations, meetings, documents and what was passed over.

No text becomes a formula, a link or a number.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.emitters.follow_up import GONE, NOTHING, SHEET, FollowUp, Value
from wgtip_parse.emitters.rows import (
    COLUMNS,
    DOCUMENT_HEADINGS,
    MEETING_HEADINGS,
    PASSED_OVER_HEADINGS,
    document_rows,
    meeting_rows,
    passed_over_rows,
    rows,
)
from wgtip_parse.index.model import RecommendationIndex

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format

MADE = datetime(1980, 1, 1, tzinfo=UTC)  # the date that ZIP archives begin with: the same index gives the same bytes
LONGEST = 32_767  # characters that a cell of Excel can hold
CUT = " […]"
LINE, HIGHEST = 15, 409  # points: one line of text, and the highest row that Excel can show
LAST_BEFORE = "text"  # the column behind which those for the follow-up stand, where their reader has the words in sight
FOLLOW_UP_WIDTH = 20
MEETING_WIDTHS = (28, 40, 30, 20, 9, 7, 12, 12, 12, 60, 17)
DOCUMENT_WIDTHS = (40, 24, 60, 12, 30, 40, 7, 28, 17)
PASSED_OVER_WIDTHS = (24, 12, 80, 60, 40, 7)
# How what Excel knows as a number of days is shown.
FORMS = {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm", time: "hh:mm", timedelta: "[hh]:mm:ss"}

Cells = tuple[Value, ...]


class Sheet(NamedTuple):
    """A sheet: its name, a heading and a width in characters for each column, and its rows."""

    name: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Cells]


def emit_index(index: RecommendationIndex, kept: FollowUp = NOTHING) -> Iterator[bytes]:
    """One workbook, with what people have written into an older one; raises ImportError without XlsxWriter."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": "Recommendations", "created": MADE})
        for sheet in _sheets(index, kept):
            _draw(book, sheet)
    yield file.getvalue()


def _sheets(index: RecommendationIndex, kept: FollowUp) -> Iterator[Sheet]:
    """The sheets in their order; that of rows whose recommendation is gone is there where there are any."""
    known, gone = kept.parted({each.id for each in index.recommendations})
    before = [column.heading for column in COLUMNS].index(LAST_BEFORE) + 1
    headings = [column.heading for column in COLUMNS]
    headings[before:before] = kept.headings
    widths = [column.width for column in COLUMNS]
    widths[before:before] = [FOLLOW_UP_WIDTH] * len(kept.headings)
    filled = []
    for row in rows(index):
        written = known.get(str(row[0]), {})
        filled.append((*row[:before], *(written.get(each) for each in kept.headings), *row[before:]))
    yield Sheet(SHEET, headings, widths, filled)
    yield Sheet("Meetings", MEETING_HEADINGS, MEETING_WIDTHS, list(meeting_rows(index)))
    yield Sheet("Documents", DOCUMENT_HEADINGS, DOCUMENT_WIDTHS, list(document_rows(index)))
    yield Sheet("Passed over", PASSED_OVER_HEADINGS, PASSED_OVER_WIDTHS, list(passed_over_rows(index)))
    if gone:
        yield Sheet(GONE, headings, widths, [tuple(row.get(each) for each in headings) for row in gone])


def _draw(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    """A sheet with one table, its header always in sight; text is wrapped and begins at the top."""
    drawn = book.add_worksheet(sheet.name)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    dated = {kind: book.add_format({"valign": "top", "num_format": form}) for kind, form in FORMS.items()}
    last, name = max(len(sheet.rows), 1), sheet.name.replace(" ", "_")  # names of tables have no spaces
    columns = [{"header": heading} for heading in sheet.headings]
    style = {"name": name, "columns": columns, "style": "Table Style Light 1"}
    drawn.add_table(0, 0, last, len(sheet.headings) - 1, style)
    for at, width in enumerate(sheet.widths):
        drawn.set_column(at, at, width, wrapped)
    drawn.freeze_panes(1, 1)
    for line, row in enumerate(sheet.rows, start=1):
        drawn.set_row(line, _height(row, sheet.widths))
        for at, cell in enumerate(row):
            _write(drawn, line, at, cell, wrapped, dated)


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, line: int, at: int, cell: Value, wrapped: Format, dated: dict[type, Format]
) -> None:
    """A cell as what it is, so that no text is taken for anything else."""
    if isinstance(cell, bool):
        sheet.write_boolean(line, at, cell, wrapped)
    elif isinstance(cell, int | float):
        sheet.write_number(line, at, cell, wrapped)
    elif isinstance(cell, str):
        sheet.write_string(line, at, _fitting(cell), wrapped)
    elif cell is not None:
        sheet.write_datetime(line, at, cell, dated[type(cell)])


def _height(row: Cells, widths: Sequence[int]) -> int:
    """What the wrapped text of a row needs: not every program finds that out by itself."""
    lines = [
        sum(max(1, math.ceil(len(line) / width)) for line in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str)
    ]
    return min(HIGHEST, LINE * max(lines, default=1))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
