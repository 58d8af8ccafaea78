"""`wgtip assemble`: parts → one report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.arguments import PATH, formatted
from wgtip_parse.cli.diff import read_side
from wgtip_parse.cli.exits import CLEAN, FINDINGS, NOTHING_DONE, told_exits
from wgtip_parse.cli.grouping import grouped
from wgtip_parse.cli.inputs import max_size, reading, revisions, spare_the_sources
from wgtip_parse.cli.outputs import counted, fail, say, write

if TYPE_CHECKING:
    from wgtip_parse.assemble import Assembled, Given
    from wgtip_parse.compiler.documents import Read
    from wgtip_parse.draft import Draft

FORMATS = ("text", "json", "markdown", "docx")
SUFFIXES = {".txt": "text", ".json": "json", ".md": "markdown", ".docx": "docx"}
CONCORDANCES = (".csv", ".json", ".md")

MASTHEAD = (
    click.option("--symbol", metavar="SYMBOL", help="Of the final report; left open if not given."),
    click.option("--title", metavar="TITLE", help="The same."),
    click.option("--date", metavar="DATE", help="The same, as 2025-06-13."),
    click.option("--distribution", metavar="WORD", help="The same: General."),
)


def _given(symbol: str | None, title: str | None, date: str | None, distribution: str | None) -> Given:
    import datetime

    from wgtip_parse.assemble import Given

    if date is not None:
        try:
            datetime.date.fromisoformat(date)
        except ValueError as error:
            raise click.UsageError(f"--date: {date} is no date such as 2025-06-13") from error
    return Given(symbol=symbol, title=title, date=date, distribution=distribution)


masthead = grouped("given", MASTHEAD, _given)


@click.command(
    short_help="Join the parts of a draft into one report.",
    epilog=told_exits("a passage is to be looked at, or something changed"),
)
@click.argument("parts", nargs=-1, required=True, metavar="PARTS...", type=PATH)
@click.option("-o", "--output", metavar="FILE", type=PATH, default="-", help="Write here: .txt, .json, .md or .docx.")
@formatted(FORMATS, "by the suffix of -o, or text")
@click.option(
    "--order", "order_file", metavar="FILE", type=PATH, help="The symbols or files of the parts in order, one a line."
)
@click.option("--concordance", metavar="FILE", type=PATH, help="Write old and new numbers here: .csv, .json or .md.")
@click.option(
    "--check", "final", metavar="FINAL", type=PATH, help="Compare this report, as issued, with what the parts give."
)
@masthead
@revisions
@max_size
def assemble(
    parts: tuple[str, ...],
    output: str,
    format_name: str | None,
    order_file: str | None,
    concordance: str | None,
    final: str | None,
    given: Given,
    revisions: str,
    max_size: float | None,
) -> int:
    """Join PARTS into the final report: sections that go on, numbers, footnotes, references that are sure.

    What is doubtful is kept as it stands and told, each with its place. With --check, tell what was edited, dropped and
    added between the parts and FINAL.

    \b
    Examples:
      wgtip assemble drafts/meeting-2022-*.txt -o joined-2022.docx --concordance numbers.csv
      wgtip assemble drafts/meeting-2022-*.txt --symbol CTOC/COP/WG.4/2022/6 --distribution General
      wgtip assemble --check final-2023.docx drafts/meeting-2023-*.txt
    """
    for path in (output, concordance or "-"):
        spare_the_sources([*parts, *([final] if final else [])], path)
    read = reading(max_size, revisions)
    drafts = _parts(parts, read, order_file)
    if final is not None:
        return _check(final, drafts, read, output, format_name)
    return _assemble(drafts, given, output, _format(output, format_name), concordance)


def _parts(paths: Sequence[str], read: Read, order_file: str | None) -> list[Draft]:
    """The parts in order; the command ends where they cannot be joined."""
    from wgtip_parse.compiler.assembling import judge, ordered, propose

    drafts = read_side(paths, read)
    judged = judge(drafts)
    refuse(judged.refusals)
    for warning in judged.warnings:
        fail(warning)
    if order_file is not None:
        found, faults = ordered(drafts, _lines(order_file))
        refuse(faults)
        return found
    order = propose(drafts)
    found = [drafts[at] for at in order.places]
    if len(found) > 1:
        say(f"order {order.evidence}: {', '.join(each.name for each in found)}")
    for doubt in order.doubts:
        fail(f"{doubt}: give the order with --order if it is another")
    return found


def refuse(faults: Iterable[str]) -> None:
    """End the command where there are faults, each told in a line."""
    found = list(faults)
    for fault in found:
        fail(fault)
    if found:
        raise click.exceptions.Exit(NOTHING_DONE)


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return [line.strip() for line in file if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"--order: {path} cannot be read") from error


def _format(output: str, format_name: str | None) -> str:
    suffix = os.path.splitext(output)[1].lower()
    if output == "-":
        return format_name or "text"
    if format_name is None and suffix not in SUFFIXES:
        raise click.UsageError(f"-o: the suffix is one of {', '.join(SUFFIXES)}")
    return format_name or SUFFIXES[suffix]


def _assemble(drafts: Sequence[Draft], given: Given, output: str, format_name: str, concordance: str | None) -> int:
    from wgtip_parse.compiler import assembling
    from wgtip_parse.emitters.concordance import EMITTERS

    suffix = os.path.splitext(concordance or "")[1].lower()
    if concordance is not None and suffix not in EMITTERS:
        raise click.UsageError(f"--concordance: the suffix is one of {', '.join(EMITTERS)}")
    assembled = assembling.assemble(drafts, given, output)
    told = list(assembling.told(assembled, drafts))
    for line in told:
        fail(line)
    write(output, _emitted(assembled, format_name))
    if concordance is not None:
        write(concordance, EMITTERS[suffix](assembling.concordance(assembled, drafts)))
    numbered = counted(len(assembled.concordance), "number")
    say(f"{counted(len(drafts), 'part')} joined, {numbered}, {counted(len(told), 'passage')} to look at")
    return FINDINGS if told else CLEAN


def _emitted(assembled: Assembled, format_name: str) -> Iterable[bytes]:
    from wgtip_parse.emitters import json, report

    if format_name == "json":
        return [json.emit(assembled.report.model_dump()), b"\n"]
    if format_name == "markdown":
        return report.emit_markdown(assembled.report)
    if format_name == "docx":
        from wgtip_parse.compiler.assembling import emit_document

        return [emit_document(assembled)]
    return [assembled.text.rstrip("\n").encode("utf-8", "replace"), b"\n"]


def _check(final: str, drafts: Sequence[Draft], read: Read, output: str, format_name: str | None) -> int:
    from wgtip_parse import render
    from wgtip_parse.compiler.assembling import check
    from wgtip_parse.emitters.changes import emit_changes

    comparison = check(read_side([final], read), drafts)
    if format_name == "json" or output.endswith(".json"):
        write(output, emit_changes(comparison))
    else:
        shown = [each for each in comparison.changes if each.kind != "item"]
        colour = output == "-" and sys.stdout.isatty()
        write(output, [render.changes(comparison, shown, colour=colour).encode("utf-8", "replace")])
    return FINDINGS if comparison.differs else CLEAN
