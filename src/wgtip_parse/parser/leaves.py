"""The leaves of a document: every character that is not white space lies in exactly one, in source order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wgtip_parse.parser.clean import Cleaner
from wgtip_parse.parser.grammar import Token
from wgtip_parse.parser.lists import Item, cut
from wgtip_parse.parser.notes import Note
from wgtip_parse.parser.roles import Entry

Span = tuple[int, int]


class Leaf(NamedTuple):
    """A stretch of the source text and what it is: "number", "title", "text", "marker", "furniture", "footnote" …"""

    kind: str
    start: int
    end: int


def leaves_of(
    text: str,
    tokens: Iterable[Token],
    notes: Iterable[Note],
    marks: list[Span],
    apart: Iterable[tuple[str, Span]],
) -> list[Leaf]:
    """The leaves in source order; `apart` are the kinds and spans of what never reaches the grammar."""
    found: list[Leaf] = []
    for token in tokens:
        found += _of_token(token, text)
    found = [*_without_marks(found, text, marks), *(Leaf("footnote-mark", *piece) for mark in marks for piece in cut([mark], *mark, text))]
    found += (Leaf(kind, *span) for kind, span in apart)
    for note in notes:
        found += _of_note(note, text)
    return sorted((leaf for leaf in found if leaf.start < leaf.end), key=lambda leaf: leaf.start)


def _of_token(token: Token, text: str) -> Iterator[Leaf]:
    value = token.value
    if token.type == "MASTHEAD":
        yield Leaf(value.kind.replace("_", "-"), value.start, value.end)
    elif isinstance(value, Entry):
        yield from _of_entry(value, token.pieces, text)
    elif isinstance(value, Item):
        stop = value.pieces[0][0] if value.pieces else value.body
        line = text.find("\n", value.start, stop)
        stop = line if line >= 0 else stop  # below a marker alone on its line may stand the foot of the page
        yield from (Leaf("marker", *piece) for piece in cut([(value.start, stop)], value.start, stop, text))
        yield from (Leaf("text", *piece) for piece in value.pieces)
    elif value is not None:
        yield from (Leaf("closing", *piece) for piece in value.pieces)


def _of_entry(entry: Entry, pieces: Iterable[Span], text: str) -> Iterator[Leaf]:
    whole = entry.block.pieces
    words = [*entry.pieces, *([entry.continued] if entry.continued else [])]
    stop = min(words[0][0], entry.block.end) if words else entry.block.end
    yield from (Leaf("number", *piece) for piece in cut(whole, whole[0][0], stop, text))
    if entry.role != "heading":
        yield from (Leaf(entry.role if entry.role == "contents" else "text", *piece) for piece in pieces)
        return
    yield from (Leaf("title", *piece) for piece in cut(entry.pieces, 0, len(text), text))
    if entry.continued:
        yield from (Leaf("continued", *piece) for piece in cut([entry.continued], *entry.continued, text))


def _without_marks(found: list[Leaf], text: str, marks: list[Span]) -> Iterator[Leaf]:
    """The leaves with the footnote marks cut out."""
    if not marks:
        yield from found
        return
    cleaner = Cleaner(text, marks)
    for leaf in found:
        for start, end in cleaner.uncut(leaf.start, leaf.end):
            yield from (Leaf(leaf.kind, *piece) for piece in cut([(start, end)], start, end, text))


def _of_note(note: Note, text: str) -> Iterator[Leaf]:
    if not note.printed:
        return
    body = note.start + len(note.mark) + (text[note.start + len(note.mark) : note.start + len(note.mark) + 1] == "/")
    yield Leaf("footnote-number", note.start, body)
    yield from (Leaf("footnote", *piece) for piece in cut(note.pieces, 0, len(text), text))
