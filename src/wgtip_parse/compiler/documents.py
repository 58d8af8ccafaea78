"""Documents into bytes: each is read, parsed and emitted, one after another or side by side in processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from wgtip_parse import parser, readers
from wgtip_parse.compiler.workers import spread
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.emitters import explanations, json, tokens
from wgtip_parse.parser import Parsed
from wgtip_parse.source import Position, Source

Emit = Callable[[Source, Parsed], bytes]
Read = Callable[[str], readers.Read]


class Outcome(NamedTuple):
    """What became of one document: its bytes, or None and the failure in one line."""

    name: str
    data: bytes | None
    diagnostics: tuple[tuple[Position, Diagnostic], ...]
    failure: str | None


def convert(emit: Emit, read: Read, path: str) -> Outcome:
    """Read, parse and emit one document."""
    try:
        source, of_reading = read(path)
    except readers.ReadError as error:
        return Outcome(path, None, (), str(error))
    parsed = parser.parse_source(source)
    placed = tuple((source.position(each.span[0]), each) for each in (*of_reading, *parsed.diagnostics))
    return Outcome(source.name, emit(source, parsed), placed, None)


def convert_all(emit: Emit, read: Read, paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """The outcomes in the order of the paths; with several jobs `emit` and `read` have to be functions of a module."""
    work = partial(convert, emit, read)
    return spread(work, paths, 1 if readers.STANDARD_INPUT in paths else jobs)


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
