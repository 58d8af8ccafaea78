"""`wgtip parse`: documents → trees."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.arguments import files, formatted, output
from wgtip_parse.cli.exits import CLEAN, FINDINGS, UNREAD, told_exits
from wgtip_parse.cli.inputs import find, limit, max_size, ocr, reading, revisions, spare_the_sources
from wgtip_parse.cli.outputs import succeeded, terminal_width, watched, write
from wgtip_parse.cli.readings import Reading, told
from wgtip_parse.cli.sharding import IN_LINES, is_into_folder, kept, sharded
from wgtip_parse.cli.working import Working, working

if TYPE_CHECKING:
    from wgtip_parse.compiler.documents import Emit
    from wgtip_parse.parser import Parsed
    from wgtip_parse.source import Source

FORMATS = ("json", "jsonl", "tree", "tokens", "docx", "akn")
OF_ONE = {
    "tokens": "tokens are",
    "explain": "explanations are",
    "docx": "a Word document is",
    "akn": "Akoma Ntoso is",
}  # of one document
PAGE_WIDTH = 120  # columns of an outline that goes into a file or a pipe

Join = Callable[[Iterable[bytes]], Iterable[bytes]]


@click.command(short_help="Print the tree of a report.", epilog=told_exits(UNREAD))
@files
@formatted(FORMATS, "tree on a terminal, json elsewhere")
@output
@working(" for json and jsonl")
@click.option("--explain", is_flag=True, help="Print instead what each line was taken for, and why: for bug reports.")
@told("Exit 1 also where something in a document could not be read as it is printed.")
@revisions
@max_size
@ocr
def parse(
    files: tuple[str, ...],
    format_name: str | None,
    output: str,
    working: Working,
    explain: bool,
    revisions: str,
    max_size: float | None,
    told: Reading,
    ocr: bool,
) -> int:
    """Print each of FILES as a tree of its sections, paragraphs and recommendations.

    One of FILES is a document, a folder of documents, or - for standard input.
    One document gives one JSON object; several documents or a folder give an array.

    \b
    Examples:
      wgtip parse final-2023.txt
      wgtip parse --format json drafts/ -o drafts.json
      wgtip parse 'drafts/*.txt' -o parsed/
      wgtip parse --format tokens - < final-2023.txt
      wgtip parse --revisions reject reviewed.docx
      wgtip parse --explain final-2023.docx
      wgtip parse --format docx joined-2023.txt -o joined-2023.docx
    """
    from wgtip_parse.compiler.documents import ONE_PROCESS, convert_all

    if explain and format_name:
        raise click.UsageError("--explain has a form of its own: leave --format out")
    format_name = "explain" if explain else format_name
    in_shards = is_into_folder(output, format_name)
    format_name = format_name or _fitting(output, in_shards)
    several = len(files) > 1 or os.path.isdir(files[0])
    _refuse(format_name, several, output)
    failures: list[str] = []
    documents = find(files, failures)
    spare_the_sources(documents, output)
    emit, join = _format(format_name, several, output)
    workers = working.workers if format_name.startswith("json") else ONE_PROCESS
    convert = partial(convert_all, emit, reading(max_size, revisions, ocr=ocr), workers=workers)
    if in_shards:
        from wgtip_parse.compiler.fingerprint import of_work
        from wgtip_parse.compiler.remembering import with_remembered

        with sharded(output, of_work("parse", revisions, ocr)) as shards:
            outcomes = kept(with_remembered(documents, shards.memory, limit(max_size), convert), shards)
            for _ in succeeded(watched(outcomes, documents, output), told):
                pass
            shards.end()
    else:
        write(output, join(succeeded(watched(convert(documents), documents, output), told)))
    return FINDINGS if failures else CLEAN


def _refuse(format_name: str, several: bool, output: str) -> None:
    """End the command where a format is not for so many documents, or not for this place."""
    if several and format_name in OF_ONE:
        raise click.UsageError(f"{OF_ONE[format_name]} of one document: give one FILE")
    if format_name == "docx" and output == "-" and sys.stdout.isatty():
        raise click.UsageError("docx is not for a terminal: write it with -o FILE.docx")


def _fitting(output: str, in_shards: bool) -> str:
    """The format that suits the place."""
    if in_shards:
        return IN_LINES
    return "tree" if output == "-" and sys.stdout.isatty() else "json"


def _format(name: str, several: bool, output: str) -> tuple[Emit, Join]:
    """How one document becomes bytes, and how those of several are joined."""
    from wgtip_parse.compiler.documents import emit_akn, emit_explanations, emit_json, emit_tokens, emit_word
    from wgtip_parse.emitters import json

    if name == "tree":
        return _outline(on_terminal=output == "-" and sys.stdout.isatty()), iter
    if name in OF_ONE:
        emits = {"tokens": emit_tokens, "explain": emit_explanations, "docx": emit_word, "akn": emit_akn}
        return emits[name], iter
    return emit_json, json.join_array if several and name == "json" else json.join_lines


def _outline(on_terminal: bool) -> Emit:
    from wgtip_parse import render
    from wgtip_parse.index.extraction import extract

    width = terminal_width() if on_terminal else PAGE_WIDTH

    def emit(source: Source, parsed: Parsed) -> bytes:
        found = extract(parsed.report, source)
        taken = [each.basis for each in found.recommendations]
        told = render.outline(parsed.report, taken, len(found.passed_over), width=width, colour=on_terminal)
        return told.encode()

    return emit
