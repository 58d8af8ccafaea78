"""Documents into bytes: each is read, parsed and emitted, one after another or side by side in processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from wgtip_parse import parser, readers
from wgtip_parse.compiler.processes import Processes
from wgtip_parse.compiler.workers import Task, Workers, each, spread
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.emitters import explanations, json, tokens
from wgtip_parse.parser import Parsed
from wgtip_parse.source import Position, Source

Emit = Callable[[Source, Parsed], bytes]
Read = Callable[[str], readers.Read]

ONE_PROCESS = Processes(1)
LEAST = 2_000  # bytes of text that take as long as everything else that is done for a document


class Outcome(NamedTuple):
    """What became of one document: its bytes, or None and the failure in one line."""

    name: str
    data: bytes | None
    diagnostics: tuple[tuple[Position, Diagnostic], ...]
    failure: str | None
    sha256: str | None = None  # of its file, where it was read


def convert(emit: Emit, read: Read, path: str) -> Outcome:
    """Read, parse and emit one document."""
    try:
        source, of_reading = read(path)
    except readers.ReadError as error:
        return Outcome(path, None, (), str(error))
    parsed = parser.parse_source(source)
    said = (*of_reading, *parsed.diagnostics)
    placed = tuple((source.position(diagnostic.span[0]), diagnostic) for diagnostic in said)
    return Outcome(source.name, emit(source, parsed), placed, None, source.sha256)


def convert_all(emit: Emit, read: Read, paths: Sequence[str], workers: Workers) -> Iterator[Outcome]:
    """The outcomes in the order of the paths; other processes have to be able to find `emit` and `read`."""
    task = Task(each(partial(convert, emit, read)), weight, _lost)
    return spread(task, paths, ONE_PROCESS if readers.STANDARD_INPUT in paths else workers)


def weight(path: str) -> int:
    """How large a document is, in bytes; what cannot be read is soon done."""
    try:
        return os.stat(path).st_size + LEAST
    except OSError:
        return LEAST


def lost(path: str) -> str:
    """What is said of a document whose reading has ended every process that tried."""
    return f"{path}: the process that read it was ended, each time it was tried"


def _lost(path: str) -> Outcome:
    return Outcome(path, None, (), lost(path))


def emit_json(_: Source, parsed: Parsed) -> bytes:
    """The tree as one JSON object; bytes, because they travel between processes faster than models."""
    return json.emit(parsed.tree)


def emit_explanations(source: Source, _: Parsed) -> bytes:
    """Why each block has its role, as text."""
    told: list[parser.Explanation] = []
    parser.parse_source(source, told.append)
    return "".join(explanations.emit(source, told)).encode()


def emit_tokens(source: Source, parsed: Parsed) -> bytes:
    """The leaves as JSON lines."""
    return b"".join(tokens.emit(source, parsed.leaves))


def emit_word(source: Source, parsed: Parsed) -> bytes:
    """The report as a Word document."""
    from wgtip_parse.emitters.word import report  # most commands have no need of it

    return report.emit(source, parsed.report, parsed.places, parsed.leaves)


def emit_akn(source: Source, parsed: Parsed) -> bytes:
    """The report in Akoma Ntoso."""
    from wgtip_parse.emitters import akn  # most commands have no need of it

    return akn.emit(source, parsed.report, parsed.places, parsed.leaves)
