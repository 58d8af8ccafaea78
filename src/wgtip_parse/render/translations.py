"""A report in several languages for a person: what differs, then row by row how each language begins."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from wgtip_parse.render.text import in_one_line, visible
from wgtip_parse.translations import Row, Translations, summary

BEGINNING = 90  # characters of a segment that are shown
LEFT_OUT = " …"
LACKING = "–"


def translations(found: Translations, *, colour: bool) -> str:
    """The rows in their order, each difference below the row in which it is."""
    page = io.StringIO()
    # None leaves the choice to rich, which minds NO_COLOR and FORCE_COLOR.
    console = Console(file=page, highlight=False, force_terminal=True if colour else None)
    console.print(Text(in_one_line(", ".join(found.names)), "bold"), soft_wrap=True)
    console.print(Text(visible(summary(found))), soft_wrap=True)
    for at, row in enumerate(found.rows):
        console.print(Text(f"\n{visible(row.called)}", "bold"), soft_wrap=True)
        for line in _cells(row, found):
            console.print(line, soft_wrap=True)
        for each in found.of_row(at):
            said = f"{found.headings[each.document]}: {each.diagnostic.message} ({each.diagnostic.code})"
            console.print(Text(f"  ! {visible(said)}", "yellow"), soft_wrap=True)
    return page.getvalue()


def _cells(row: Row, found: Translations) -> Iterator[Text]:
    width = max(map(len, found.headings))
    for heading, cell in zip(found.headings, row.cells, strict=True):
        own = (
            "" if cell is None or row.kind == "masthead" or cell.number == row.number else f"{cell.number or LACKING} "
        )
        text = LACKING if cell is None else own + _beginning(cell.text)
        yield Text.assemble("  ", (visible(heading).ljust(width), "dim"), "  ", visible(text))


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= BEGINNING else line[:BEGINNING].rstrip() + LEFT_OUT
