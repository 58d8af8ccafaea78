"""`wgtip align`: one report in several languages → side by side."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from wgtip_parse import __version__
from wgtip_parse.cli import arguments
from wgtip_parse.cli.diff import read_side
from wgtip_parse.cli.exits import CLEAN, FINDINGS, told_exits
from wgtip_parse.cli.inputs import max_size, reading, revisions, spare_the_sources
from wgtip_parse.cli.outputs import fail, write

if TYPE_CHECKING:
    from wgtip_parse.placed import Placed
    from wgtip_parse.translations import Translations

FORMATS = ("text", "json", "html", "xlsx", "tmx")
SUFFIXES = {"txt": "text"}
FEWEST = 2


@click.command(
    short_help="Put one report in several languages side by side.",
    epilog=told_exits("something is missing, extra or different in one language"),
)
@arguments.files
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="Format; of -o FILE its suffix, else text.")
@arguments.output
@revisions
@max_size
def align(files: tuple[str, ...], format_name: str | None, output: str, revisions: str, max_size: float | None) -> int:
    """Put FILES, one report in several languages, side by side, by number and order. The first is the original.

    \b
    Examples, on the samples of a checkout:
      wgtip align samples/languages/es-report.txt samples/languages/fr-report.txt
      wgtip align -o report.html samples/languages/fr-report.txt samples/languages/ar-report.txt
      wgtip align -o memory.tmx samples/languages/fr-report.txt samples/languages/zh-report.txt
    """
    from wgtip_parse.compiler import alignment
    from wgtip_parse.diagnostics import Severity

    if len(files) < FEWEST:
        raise click.UsageError("give one report in two languages or more")
    chosen = _format(format_name, output)
    spare_the_sources(files, output)
    drafts = read_side(files, reading(max_size, revisions))
    if len(drafts) < FEWEST:
        raise click.UsageError("give one report in two languages or more")
    translations = alignment.align(drafts)
    for warning in alignment.of_different_documents(translations):
        fail(warning)
    differences = alignment.placed(translations, drafts)
    write(output, _emitted(translations, differences, chosen, output))
    return FINDINGS if any(each.severity != Severity.INFO for each in differences) else CLEAN


def _format(asked: str | None, output: str) -> str:
    """The format asked for, or that of the suffix."""
    suffix = "" if output == "-" else os.path.splitext(output)[1].removeprefix(".").lower()
    told = SUFFIXES.get(suffix, suffix)
    if asked is None and output != "-" and told not in FORMATS:
        raise click.UsageError(f"{output}: no format {told or 'without a suffix'}; there are {', '.join(FORMATS)}")
    chosen = asked or told or "text"
    if chosen == "xlsx" and output == "-" and sys.stdout.isatty():
        raise click.UsageError("xlsx is not for a terminal: write it with -o FILE.xlsx")
    return chosen


def _emitted(translations: Translations, differences: Sequence[Placed], chosen: str, output: str) -> Iterable[bytes]:
    if chosen == "json":
        from wgtip_parse.emitters.translations import emit_json

        return emit_json(translations, differences)
    if chosen == "html":
        from wgtip_parse.emitters.translations_page import emit_page

        return emit_page(translations, differences)
    if chosen == "xlsx":
        from wgtip_parse.emitters.translations_xlsx import emit_xlsx

        return emit_xlsx(translations, differences)
    if chosen == "tmx":
        from wgtip_parse.emitters.tmx import emit_tmx

        return emit_tmx(translations, __version__)
    from wgtip_parse import render

    colour = output == "-" and sys.stdout.isatty()
    return [render.translations(translations, colour=colour).encode("utf-8", "replace")]
