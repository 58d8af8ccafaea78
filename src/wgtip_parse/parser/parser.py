"""The parser: Source → Report, by the grammar in `wgtip_parse.grammars`."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from lark import Lark

from wgtip_parse.collector import without_collector
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Report
from wgtip_parse.parser.build import Build
from wgtip_parse.parser.driver import Driver
from wgtip_parse.parser.furniture import job_number
from wgtip_parse.parser.language import detect
from wgtip_parse.parser.leaves import Leaf, leaves_of
from wgtip_parse.parser.lexer import Document, LineLexer, read, tokens
from wgtip_parse.source import Source

SCHEMA_VERSION = 1
LARGE = 200_000  # characters: from here on even one walk of the garbage collector over the tree costs
KNOWN_LANGUAGES = frozenset({"en"})

_FIELDS = ["organ", "body", "symbol", "distribution", "date", "original_language", "session"]
_MORE_FIELDS = ["agenda_item", "title", "rapporteur"]


class Parsed(NamedTuple):
    """A report and what is to be said about the reading of it."""

    report: Report
    diagnostics: tuple[Diagnostic, ...]


@cache
def grammar() -> tuple[Lark, Build]:
    """The compiled grammar and its callbacks: made once in a process."""
    build = Build()
    folder = resources.files("wgtip_parse.grammars")
    with resources.as_file(folder) as path:
        lark = Lark(
            (path / "report.lark").read_text(encoding="utf-8"),
            source_path=str(path / "report.lark"),
            import_paths=[str(path)],
            start=["document", "line"],
            parser="lalr",
            lexer=LineLexer,
            maybe_placeholders=False,
            keep_all_tokens=True,
            strict=True,
            transformer=build,
        )
    return lark, build


@cache
def driver() -> Driver:
    """The parse loop over the compiled grammar's table: made once in a process."""
    lark, _ = grammar()
    return Driver(lark, "document")


def lex(source: Source) -> Document:
    """What the lexer finds in a source text."""
    lark, _ = grammar()
    return read(source.text, lark.parser.lexer.lexer.shapes)


def parse_source(source: Source) -> Parsed:
    """The report in a source. Every text parses; in a language not known yet it becomes blocks without sections."""
    language = detect(source.text)
    if language not in KNOWN_LANGUAGES:
        return Parsed(_unknown(source, language), (_unknown_language(language),))
    with without_collector(much_stays=len(source.text) >= LARGE):
        document = lex(source)
        _, build = grammar()
        build.begin(document)
        tree = driver().run(tokens(document))
        return Parsed(_report(source, language, document, tree, build), ())


def _report(source: Source, language: str, document: Document, tree: Any, build: Build) -> Report:
    return Report.model_validate(
        {
            "schema_version": SCHEMA_VERSION,
            "source": {"name": source.name, "format": source.format, "sha256": source.sha256, "language": language},
            "masthead": _masthead(document),
            "blocks": tree["blocks"],
            "sections": tree["sections"],
            "footnotes": _footnotes(document, build),
        }
    )


def _masthead(document: Document) -> dict[str, Any]:
    fields = document.fields
    head: dict[str, Any] = {name: fields.values.get(name) for name in _FIELDS}
    head["meeting"] = fields.meeting
    head |= {name: fields.values.get(name) for name in _MORE_FIELDS}
    head["addendum"] = fields.addendum
    head["job_number"] = job_number(document.furniture, document.text)
    head["other"] = fields.other
    return head


def _footnotes(document: Document, build: Build) -> list[dict[str, Any]]:
    return [
        {
            "mark": note.mark,
            "text": build.words.of(note.pieces) if note.pieces else None,
            "anchor": note.anchor[0] if note.anchor else None,
            "span": (note.start, note.end),
        }
        for note in document.notes
    ]


def leaves(source: Source) -> list[Leaf]:
    """The leaves of a source text: every character that is not white space lies in exactly one."""
    return leaves_of(lex(source))


_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")


def _unknown(source: Source, language: str) -> Report:
    """A report whose words the grammar does not know: its blocks, set apart by blank lines, as they stand."""
    empty = Document(source.text)
    blocks: list[dict[str, Any]] = [
        {
            "kind": "text",
            "number": None,
            "text": " ".join(m.group().split()),
            "subparagraphs": [],
            "closing": None,
            "span": m.span(),
        }
        for m in _BLOCK.finditer(source.text)
    ]
    return _report(source, language, empty, {"blocks": blocks, "sections": []}, Build())


def _unknown_language(language: str) -> Diagnostic:
    message = f"the grammar does not know this language yet: {language}"
    return Diagnostic("P001", Severity.WARNING, message, (0, 0), "the text is kept as blocks without sections")
