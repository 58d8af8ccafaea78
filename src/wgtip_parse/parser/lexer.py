"""The lexer: Source → the logical lines that the grammar reads, with OPEN and CLOSE round every list.

One pass each, in the order in which they are written in `read`: physical lines, page furniture, footnotes, masthead,
folding, outline, lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lark.lexer import Lexer

from wgtip_parse.parser import folding, footnotes, furniture, lists, masthead, outline
from wgtip_parse.parser.cells import Cell, cells
from wgtip_parse.parser.entries import Heading, Part
from wgtip_parse.parser.fields import Fields, read_fields
from wgtip_parse.parser.lines import Line, scan, scanner
from wgtip_parse.parser.lists import Item
from wgtip_parse.parser.marks import Marks


class Token:
    """One token for the grammar: its terminal, and what the lexer knows of it (None for OPEN and CLOSE)."""

    __slots__ = ("type", "value")
    start_pos = end_pos = line = column = end_line = end_column = None  # asked for by Lark at the end of input

    def __init__(self, type_: str, value: Any) -> None:
        self.type = type_
        self.value = value


@dataclass(slots=True)
class Document:
    """All that the lexer found in one source text."""

    text: str
    cells: list[Cell] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    entries: list[Heading | Part] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    early: list[Line] = field(default_factory=list)
    notes: list[footnotes.Note] = field(default_factory=list)
    rules: list[tuple[int, int]] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)

    @property
    def marks(self) -> list[tuple[int, int]]:
        """The spans of the footnote marks in the running text, in order."""
        return sorted({*self.repeats, *(note.anchor for note in self.notes if note.anchor)})


def read(text: str, shapes: re.Pattern[str]) -> Document:
    """Everything about a text that is known before the grammar reads it."""
    document = Document(text)
    lines, document.furniture = furniture.without_furniture(scan(text, shapes), text)
    marks = Marks(text)
    lines, notes, document.rules = footnotes.take_notes(lines, text, marks)
    head, body = masthead.part(lines, text)
    document.cells = cells(head, text)
    document.fields = read_fields(document.cells)
    front = document.fields.addendum or "rapporteur" in document.fields.values
    logicals, document.early = folding.fold(body, text)
    document.entries = outline.outline(logicals, text, front=front)
    gaps = [(line.start, line.end) for line in document.furniture]
    marks.bar(sorted([*gaps, *(place for note in notes for place in note.places)]))
    start = body[0].start if body else len(text)
    document.notes = footnotes.anchored(notes, marks, start)
    document.repeats = marks.raised({note.mark for note in notes}, start)
    return document


class LineLexer(Lexer):
    """Lark's custom lexer: takes the shapes of lines from the grammar's terminals, and a text to tokens."""

    def __init__(self, lexer_conf: Any) -> None:
        self.shapes = scanner(lexer_conf.terminals)

    def lex(self, data: Any) -> Iterator[Any]:  # type: ignore[override]  # Lark hands a custom lexer the data itself
        """The tokens of a Document."""
        return tokens(data)


def tokens(document: Document) -> Iterator[Token]:
    """The tokens of a document, in source order."""
    for cell in document.cells:
        yield Token("MASTHEAD", cell)
    for entry in document.entries:
        if isinstance(entry, Heading):
            yield Token(f"HEADING_{entry.level}", entry)
        else:
            yield from _block(entry, document.text)


def _block(part: Part, text: str) -> Iterator[Token]:
    body = part.pieces[0][0] if part.pieces else part.logical.end
    stem, items = lists.split(text, body, part.pieces, listed=part.listed)
    part.pieces = stem
    yield Token("BLOCK", part)
    if items:
        yield from _nest(items)
    if part.numbered_items:
        yield Token("OPEN", None)
        for logical in part.numbered_items:
            yield from _numbered(logical, text)
        yield Token("CLOSE", None)
    if part.closing is not None and (items or part.numbered_items):
        yield Token("CLOSING", part.closing)
    elif part.closing is not None:  # what looked like a list was none
        yield Token("BLOCK", Part("text", None, part.closing, part.closing.pieces))


def _nest(items: list[Item]) -> Iterator[Token]:
    depth = 0
    for item in items:
        while depth > item.depth:
            yield Token("CLOSE", None)
            depth -= 1
        while depth < item.depth:
            yield Token("OPEN", None)
            depth += 1
        yield Token("LISTED", item)
    for _ in range(depth):
        yield Token("CLOSE", None)


def _numbered(logical: folding.Logical, text: str) -> Iterator[Token]:
    """An agenda item, "1.", with the lettered items that it may have itself."""
    item = Item(logical.label, logical.start, logical.body, 1)
    pieces = lists.cut(logical.pieces, logical.body, logical.end, text)
    item.pieces, inner = lists.split(text, logical.body, pieces, listed=logical.listed)
    item.end = logical.end
    yield Token("LISTED", item)
    yield from _nest(inner)
