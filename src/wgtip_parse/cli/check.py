"""`wgtip check`: documents → findings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.choosing import choosing
from wgtip_parse.cli.exits import CLEAN, FINDINGS, NOTHING_DONE
from wgtip_parse.cli.inputs import find, limit, max_size, spare_the_sources
from wgtip_parse.cli.outputs import fail, write

if TYPE_CHECKING:
    from wgtip_parse.compiler import Checked, Choice
    from wgtip_parse.placed import Placed

FORMATS = ("text", "concise", "json", "jsonl")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@choosing
@click.option("--output-format", "format_name", type=click.Choice(FORMATS), help="How findings are written.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write here instead, whole or not at all.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@max_size
def check(
    paths: tuple[str, ...],
    choice: Choice,
    format_name: str | None,
    output: str,
    exit_zero: bool,
    max_size: float | None,
) -> int:
    """Judge each PATH by the rules: a document, a folder of *.txt, or - for standard input.

    Documents of one meeting are judged together. Exits 1 where a warning or an error is found.

    \b
    Examples:
      wgtip check report.txt
      wgtip check --select P,R reports/
      wgtip check --output-format json - < report.txt
    """
    from wgtip_parse import compiler

    failures: list[str] = []
    documents = list(dict.fromkeys(find(paths, failures)))
    spare_the_sources(documents, output)
    checked = list(compiler.check_all(documents, [choice] * len(documents), limit(max_size)))
    failures += _failed(checked)
    if not any(each.draft for each in checked):
        return NOTHING_DONE
    found = compiler.findings(compiler.check_meetings(checked))
    read = [each.path for each in checked if each.draft]
    write(output, _emit(format_name or "text", found, read, colour=output == "-" and sys.stdout.isatty()))
    return FINDINGS if failures or (_matters(found) and not exit_zero) else CLEAN


def _failed(checked: Iterable[Checked]) -> list[str]:
    failures = [each.failure for each in checked if each.failure is not None]
    for failure in failures:
        fail(failure)
    return failures


def _matters(found: Iterable[Placed]) -> bool:
    from wgtip_parse.diagnostics import Severity

    return any(each.severity != Severity.INFO for each in found)


def _emit(format_name: str, found: Sequence[Placed], documents: Sequence[str], *, colour: bool) -> Iterable[bytes]:
    """The findings in a format; `documents` are those that were judged."""
    from wgtip_parse import render
    from wgtip_parse.emitters import findings

    if format_name == "json":
        return findings.emit_json(found)
    if format_name == "jsonl":
        return findings.emit_lines(found)
    concise = format_name == "concise"
    return [render.findings(found, len(documents), colour=colour, concise=concise).encode()]
