"""`wgtip read`: a file → its source text."""

from __future__ import annotations

import click

from wgtip_parse.cli.exits import CLEAN, NOTHING_DONE
from wgtip_parse.cli.inputs import max_size, reading, revisions
from wgtip_parse.cli.outputs import fail, for_the_screen, show, write


@click.command(short_help="Print the text that a report is read as.")
@click.argument("file", metavar="FILE")
@revisions
@max_size
def read(file: str, revisions: str, max_size: float | None) -> int:
    """Print the source text of FILE: decoded, numbers written out, the text that spans and lines count in.

    \b
    Example:
      wgtip read report.docx | cut -c1-72
    """
    from wgtip_parse import readers

    try:
        source, diagnostics = reading(max_size, revisions)(file)
    except readers.ReadError as error:
        fail(str(error))
        return NOTHING_DONE
    show(source.name, [(source.position(each.span[0]), each) for each in diagnostics])
    write("-", [for_the_screen(source.text).encode()])
    return CLEAN
