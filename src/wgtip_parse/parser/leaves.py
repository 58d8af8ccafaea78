"""The leaves of a document: every character that is not white space lies in exactly one, in source order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wgtip_parse.parser.entries import Heading, Part
from wgtip_parse.parser.footnotes import Note
from wgtip_parse.parser.lexer import Document, Token, tokens
from wgtip_parse.parser.lists import Item, cut
from wgtip_parse.parser.words import Words

Pieces = list[tuple[int, int]]


class Leaf(NamedTuple):
    """A stretch of the source text and what it is: "number", "title", "text", "marker", "furniture", "footnote" …"""

    kind: str
    start: int
    end: int


def leaves_of(document: Document) -> list[Leaf]:
    """The leaves in source order."""
    found: list[Leaf] = []
    labels = [(entry.logical.pieces, entry.label_end) for entry in document.entries if isinstance(entry, Part)]
    for pieces, stop in labels:
        found += (Leaf("number", *piece) for piece in cut(pieces, pieces[0][0], stop, document.text))
    for token in tokens(document):
        found += _of_token(token, document.text)
    found += _without_marks(found, document)
    found += [Leaf("number", line.start, line.end) for line in document.early]
    found += [Leaf("furniture", line.start, line.end) for line in document.furniture]
    found += [Leaf("footnote-rule", start, end) for start, end in document.rules]
    for note in document.notes:
        found += _of_note(note, document.text)
    return sorted((leaf for leaf in found if leaf.start < leaf.end), key=lambda leaf: leaf.start)


def _of_token(token: Token, text: str) -> Iterator[Leaf]:
    value = token.value
    if token.type == "MASTHEAD":
        yield Leaf(value.kind.replace("_", "-"), value.start, value.end)
    elif isinstance(value, Heading):
        yield from _of_heading(value, text)
    elif isinstance(value, Part):
        yield from (Leaf("text", *piece) for piece in value.pieces)
    elif isinstance(value, Item):
        stop = value.pieces[0][0] if value.pieces else value.body
        line = text.find("\n", value.start, stop)
        stop = line if line >= 0 else stop  # below a marker alone on its line may stand the foot of the page
        yield from (Leaf("marker", *piece) for piece in cut([(value.start, stop)], value.start, stop, text))
        yield from (Leaf("text", *piece) for piece in value.pieces)
    elif value is not None:
        yield from (Leaf("closing", *piece) for piece in value.pieces)


def _of_heading(heading: Heading, text: str) -> Iterator[Leaf]:
    whole = heading.logical.pieces
    words = [*heading.pieces, *([heading.continued] if heading.continued else [])]
    stop = min(words[0][0], heading.logical.end) if words else heading.logical.end
    yield from (Leaf("number", *piece) for piece in cut(whole, whole[0][0], stop, text))
    yield from (Leaf("title", *piece) for piece in cut(heading.pieces, 0, len(text), text))
    if heading.continued:
        yield from (Leaf("continued", *piece) for piece in cut([heading.continued], *heading.continued, text))


def _without_marks(found: list[Leaf], document: Document) -> list[Leaf]:
    """Cut the footnote marks out of the leaves, in place; what is returned are the marks."""
    marks = document.marks
    if not marks:
        return []
    words = Words(document.text, marks)
    whole, found[:] = list(found), []
    for leaf in whole:
        for start, end in words.uncut(leaf.start, leaf.end):
            found += [Leaf(leaf.kind, *piece) for piece in cut([(start, end)], start, end, document.text)]
    return [Leaf("footnote-mark", *piece) for mark in marks for piece in cut([mark], *mark, document.text)]


def _of_note(note: Note, text: str) -> Iterator[Leaf]:
    if not note.printed:
        return
    body = note.start + len(note.mark) + (text[note.start + len(note.mark) : note.start + len(note.mark) + 1] == "/")
    yield Leaf("footnote-number", note.start, body)
    yield from (Leaf("footnote", *piece) for piece in cut(note.pieces, 0, len(text), text))
