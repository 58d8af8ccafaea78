"""The command `wgtip`: a command reads its arguments, calls, prints and exits. The only module that imports click.

Whatever is slow to import is imported where it is used, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from wgtip_parse import __version__

if TYPE_CHECKING:
    from wgtip_parse.compiler import Emit, Outcome
    from wgtip_parse.diagnostics import Diagnostic
    from wgtip_parse.source import Position

CLEAN, FINDINGS, NOTHING_DONE, OWN_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
FORMATS = ("json", "jsonl", "tree", "tokens")
MANY = 200  # documents from which on starting worker processes pays
PAGE_WIDTH = 120  # columns of an outline that goes into a file or a pipe

Join = Callable[[Iterable[bytes]], Iterable[bytes]]

max_size = click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    metavar="MB",
    help="Largest file to read; 64 if not given.",
)


def main() -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 nothing done, 3 our own fault, 130 interrupted."""
    try:
        code = commands.main(prog_name="wgtip", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = NOTHING_DONE
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except Exception:  # the last line of defence: a user gets one line, whatever we did wrong
        if "WGTIP_TRACEBACK" in os.environ:
            raise
        click.echo("wgtip: internal fault; please report it with the document (WGTIP_TRACEBACK=1 shows more)", err=True)
        code = OWN_FAULT
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Read the reports of UN meetings: sections, paragraphs and recommendations out of text.

    \b
    Examples:
      wgtip parse report.txt                      the outline, on a terminal
      wgtip parse report.txt | jq .masthead       JSON, in a pipe
      wgtip parse --format jsonl -o all.jsonl reports/
      wgtip read report.txt                       the text that spans count in
      wgtip schema report                         the JSON Schema of the tree

    Exit codes: 0 done, 1 one of several documents could not be read, 2 nothing could be done, 3 our own fault.
    """


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="Tree on a terminal, json elsewhere.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write here instead, whole or not at all.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes for json and jsonl.")
@max_size
def parse(
    files: tuple[str, ...], format_name: str | None, output: str, jobs: int | None, max_size: float | None
) -> int:
    """Print the tree of each FILE: a document, a folder of *.txt, or - for standard input.

    One document gives one JSON object; several documents or a folder give an array.

    \b
    Examples:
      wgtip parse report.txt
      wgtip parse --format json reports/ -o reports.json
      wgtip parse --format tokens - < report.txt
    """
    from wgtip_parse import compiler

    format_name = format_name or ("tree" if output == "-" and sys.stdout.isatty() else "json")
    several = len(files) > 1 or os.path.isdir(files[0])
    if several and format_name == "tokens":
        raise click.UsageError("tokens are of one document: give one FILE")
    failures: list[str] = []
    documents = _find(files, failures)
    _spare_the_sources(documents, output)
    emit, join = _format(format_name, several, output)
    jobs = _jobs(jobs, len(documents)) if format_name.startswith("json") else 1
    outcomes = compiler.convert_all(emit, _limit(max_size), documents, jobs)
    _write(output, join(_succeeded(_watched(outcomes, len(documents), output), failures)))
    return FINDINGS if failures else CLEAN


@commands.command()
@click.argument("file", metavar="FILE")
@max_size
def read(file: str, max_size: float | None) -> int:
    """Print the source text of FILE: decoded, the text that spans and lines count in.

    \b
    Example:
      wgtip read report.txt | cut -c1-72
    """
    from wgtip_parse import readers

    try:
        source, diagnostics = readers.read(file, _limit(max_size))
    except readers.ReadError as error:
        _fail(str(error))
        return NOTHING_DONE
    _show(source.name, [(source.position(each.span[0]), each) for each in diagnostics])
    _write("-", [_for_the_screen(source.text).encode()])
    return CLEAN


@commands.command()
@click.argument("kind", type=click.Choice(["report"]), expose_value=False)
def schema() -> int:
    """Print the JSON Schema of what `wgtip parse` writes for one document.

    \b
    Example:
      wgtip schema report > report.schema.json
    """
    from wgtip_parse.emitters import json

    _write("-", [json.emit_schema()])
    return CLEAN


def _find(files: Iterable[str], failures: list[str]) -> list[str]:
    """The files as given, each folder replaced by the documents in it; a folder without any is a failure."""
    from wgtip_parse import readers

    documents: list[str] = []
    for file in files:
        if not os.path.isdir(file):
            documents.append(file)
            continue
        try:
            found = readers.find(file)
        except readers.ReadError as error:
            failures.append(str(error))
            continue
        if not found:
            failures.append(f"{file}: no document in this folder")
        documents += found
    for failure in failures:
        _fail(failure)
    return documents


def _spare_the_sources(documents: Iterable[str], output: str) -> None:
    if output == "-" or not os.path.isfile(output):
        return
    if any(os.path.isfile(each) and os.path.samefile(each, output) for each in documents):
        raise click.UsageError(f"{output} is a document to read: write to another file")


def _format(name: str, several: bool, output: str) -> tuple[Emit, Join]:
    """How one document becomes bytes, and how those of several are joined."""
    from wgtip_parse import compiler
    from wgtip_parse.emitters import json

    if name == "tree":
        return _outline(on_terminal=output == "-" and sys.stdout.isatty()), iter
    if name == "tokens":
        return compiler.emit_tokens, iter
    return compiler.emit_json, json.join_array if several and name == "json" else json.join_lines


def _outline(on_terminal: bool) -> Emit:
    from wgtip_parse import render

    width = shutil.get_terminal_size().columns if on_terminal else PAGE_WIDTH
    return lambda _, report: render.outline(report, width=width, colour=on_terminal).encode()


def _for_the_screen(text: str) -> str:
    """The text itself, unless a terminal would obey its control characters."""
    if not sys.stdout.isatty():
        return text
    from wgtip_parse.render import visible

    return visible(text)


def _jobs(wanted: int | None, documents: int) -> int:
    if wanted is not None:
        return wanted
    return (os.cpu_count() or 1) if documents >= MANY else 1


def _limit(megabytes: float | None) -> int:
    from wgtip_parse import readers

    return readers.SIZE_LIMIT if megabytes is None else int(megabytes * readers.MEGABYTE)


def _watched(outcomes: Iterator[Outcome], total: int, output: str) -> Iterator[Outcome]:
    """The outcomes, with a progress bar where somebody watches and no result runs over the same screen."""
    if total < 2 or not sys.stderr.isatty() or (output == "-" and sys.stdout.isatty()):
        return outcomes
    from wgtip_parse import render

    return render.progress(outcomes, total)


def _succeeded(outcomes: Iterable[Outcome], failures: list[str]) -> Iterator[bytes]:
    """The bytes of the documents that could be read; what is to be said of each goes to standard error.

    Ends the command where there was none, so that no empty result takes the place of an older file.
    """
    nothing = True
    for outcome in outcomes:
        _show(outcome.name, outcome.diagnostics)
        if outcome.failure is not None:
            failures.append(outcome.failure)
            _fail(outcome.failure)
        if outcome.data is not None:
            nothing = False
            yield outcome.data
    if nothing:
        raise click.exceptions.Exit(NOTHING_DONE)


def _show(name: str, placed: Iterable[tuple[Position, Diagnostic]]) -> None:
    for position, diagnostic in placed:
        from wgtip_parse import render  # in the loop, because most documents have nothing to show

        render.print_diagnostic(name, position, diagnostic)


def _fail(message: str) -> None:
    from wgtip_parse import render

    render.print_failure(message)


def _write(output: str, chunks: Iterable[bytes]) -> None:
    from wgtip_parse.emitters import file

    try:
        if output == "-":
            _print(chunks)
        else:
            file.write(output, chunks)
    except OSError as error:
        name = "standard output" if output == "-" else output
        _fail(f"{name}: {(error.strerror or 'cannot be written').lower()}")
        raise click.exceptions.Exit(NOTHING_DONE) from error


def _print(chunks: Iterable[bytes]) -> None:
    """Bytes to standard output; a reader who has gone away has seen enough."""
    stream = sys.stdout.buffer
    try:
        for chunk in chunks:
            stream.write(chunk)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is still buffered goes nowhere at exit
