"""`wgtip read`: a file → its source text."""

from __future__ import annotations

from collections.abc import Iterable

import click

from wgtip_parse.cli.arguments import PATH, formatted
from wgtip_parse.cli.exits import CLEAN, NOTHING_DONE, told_exits
from wgtip_parse.cli.inputs import max_size, ocr, reading, revisions
from wgtip_parse.cli.outputs import fail, for_the_screen, show, write

FORMATS = ("text", "lines")


@click.command(short_help="Print the text that a report is read as.", epilog=told_exits())
@click.argument("file", metavar="FILE", type=PATH)
@formatted(FORMATS, "text")
@revisions
@max_size
@ocr
def read(file: str, format_name: str | None, revisions: str, max_size: float | None, ocr: bool) -> int:
    """Print the text of FILE as it was read, with automatic numbers written out.

    The lines, columns and places that other commands speak of are those of this text.

    With --format lines, each line that is not blank is a JSON object: its number, its words, and what the file tells of
    its look, which is page, indent, width, gap, size, bold, italic, style, heading, cells, bold_to and in_cell.

    \b
    Examples:
      wgtip read final-2023.docx | cut -c1-72
      wgtip read --format lines final-2023.docx
    """
    from wgtip_parse import readers
    from wgtip_parse.emitters import looks

    try:
        source, diagnostics = reading(max_size, revisions, ocr=ocr)(file)
    except readers.ReadError as error:
        fail(str(error))
        return NOTHING_DONE
    show(source.name, [(source.position(each.span[0]), each) for each in diagnostics])
    lines: Iterable[str] = looks.emit(source) if format_name == "lines" else [source.text]
    write("-", (for_the_screen(line).encode() for line in lines))
    return CLEAN
