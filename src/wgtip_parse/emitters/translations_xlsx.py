"""A report in several languages as an Excel workbook: a sheet side by side, and one of what differs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from wgtip_parse.emitters.xlsx import LONGEST, MADE
from wgtip_parse.placed import Placed
from wgtip_parse.translations import NOUNS, RIGHT_TO_LEFT, Translations

if TYPE_CHECKING:
    import xlsxwriter

WIDTH = 60  # characters of a column of text
NARROW = 16
LEFT_TO_RIGHT_ORDER, RIGHT_TO_LEFT_ORDER = 1, 2  # as Excel counts reading orders
PLACES = ("file", "language", "line", "page", "code", "what differs", "excerpt")


def emit_xlsx(translations: Translations, differences: Sequence[Placed]) -> Iterator[bytes]:
    """The workbook; raises ImportError without XlsxWriter."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": "Side by side", "created": MADE})
        orders = [
            RIGHT_TO_LEFT_ORDER if each in RIGHT_TO_LEFT else LEFT_TO_RIGHT_ORDER for each in translations.languages
        ]
        first = LEFT_TO_RIGHT_ORDER
        headings = ["kind", "number", *translations.headings, "differs"]
        _draw(book, "Side by side", headings, [first, first, *orders, first], [*_rows(translations)])
        languages = dict(zip(translations.names, translations.languages, strict=True))
        _draw(book, "Differences", PLACES, [first] * len(PLACES), [_place(each, languages) for each in differences])
    yield file.getvalue()


def _rows(translations: Translations) -> Iterator[list[Any]]:
    for at, row in enumerate(translations.rows):
        codes = sorted({each.diagnostic.code for each in translations.of_row(at)})
        yield [NOUNS[row.kind], row.number, *(cell and cell.text for cell in row.cells), ", ".join(codes)]


def _place(each: Placed, languages: dict[str, str]) -> list[Any]:
    return [each.path, languages[each.path], each.line, each.page, each.code, each.message, each.excerpt]


def _draw(
    book: xlsxwriter.Workbook, name: str, headings: Sequence[str], orders: Sequence[int], rows: Sequence[list[Any]]
) -> None:
    """One table with filters, its header always in sight; a column of a language is read as the language is."""
    sheet = book.add_worksheet(name)
    formats = {
        order: book.add_format({"text_wrap": True, "valign": "top", "reading_order": order}) for order in set(orders)
    }
    columns = [{"header": heading} for heading in headings]
    table = {"name": name.replace(" ", "_"), "columns": columns, "style": "Table Style Light 1"}
    sheet.add_table(0, 0, max(len(rows), 1), len(headings) - 1, table)
    sheet.freeze_panes(1, 0)
    for at, order in enumerate(orders):
        is_text = any(isinstance(row[at], str) and len(row[at]) > WIDTH for row in rows)
        sheet.set_column(at, at, WIDTH if is_text else NARROW, formats[order])
    for line, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, at, cell[:LONGEST], formats[orders[at]])
            elif cell is not None:
                sheet.write_number(line, at, cell, formats[orders[at]])
