"""Whereabouts: where everything stands that a tree was built from, as leaves of the text and as places of the tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.parser.grammar import Token
from wgtip_parse.parser.lists import Item, cut
from wgtip_parse.parser.notes import Note
from wgtip_parse.parser.roles import Entry
from wgtip_parse.parser.tree import Cleaner
from wgtip_parse.places import Places

if TYPE_CHECKING:
    from wgtip_parse.model import Span


class Leaf(NamedTuple):
    """A stretch of the source text and what it is: "number", "title", "text", "marker", "furniture", "footnote" …"""

    kind: str
    start: int
    end: int


class Whereabouts(NamedTuple):
    """What the parser has seen: the grammar's tokens, and what never reaches the grammar.

    `hidden` is where marks stand that turn the direction of writing.
    """

    text: str
    tokens: list[Token]
    cleaner: Cleaner
    apart: Iterable[tuple[str, Span]]
    fields: Mapping[str, tuple[Span, ...]]
    hidden: tuple[int, ...] = ()

    def places(self) -> Places:
        """Where the numbers, titles, markers, words and fields of the tree stand."""
        said: dict[int, Span] = {span[0]: span for kind, span in self.apart if kind == "text"}
        found: dict[str, dict[int, Span]] = {
            "numbers": {}, "titles": {}, "continued": {}, "markers": {}, "words": said, "closings": {},
        }  # fmt: skip
        body = min(said, default=len(self.text))
        start = 0  # of the block or section
        for token in self.tokens:
            value = token.value
            if isinstance(value, Entry):
                start = value.block.start
                body = min(body, start)
                if value.number is not None:
                    found["numbers"][start] = _number(value)
                if token.pieces:
                    found["titles" if value.role == "heading" else "words"][start] = self.cleaner.place(token.pieces)
                if value.continued is not None:
                    found["continued"][start] = value.continued
            elif isinstance(value, Item):
                found["markers"][value.start] = value.place
                if value.pieces:
                    said[value.start] = self.cleaner.place(value.pieces)
            elif token.type == "CLOSING":
                found["closings"][start] = self.cleaner.place(value.pieces)
        return Places(**found, fields=self.fields, body=body)

    def leaves(self) -> list[Leaf]:
        """The leaves in source order: every character that is not white space lies in exactly one."""
        found = [leaf for token in self.tokens for leaf in self._of_token(token)]
        found = list(self._without_marks(found))
        found += (leaf for mark in self.cleaner.marks for leaf in self._cut("footnote-mark", [mark]))
        found += (Leaf(kind, *span) for kind, span in self.apart)
        found = sorted((leaf for leaf in found if leaf.start < leaf.end), key=lambda leaf: leaf.start)
        return sorted([*found, *self._outside(found)], key=lambda leaf: leaf.start) if self.hidden else found

    def _outside(self, found: list[Leaf]) -> Iterator[Leaf]:
        """The marks of direction that stand in no other leaf."""
        starts = [leaf.start for leaf in found]
        for at in self.hidden:
            behind = bisect_right(starts, at)
            if not behind or found[behind - 1].end <= at:
                yield Leaf("direction-mark", at, at + 1)

    def _of_token(self, token: Token) -> Iterator[Leaf]:
        value = token.value
        if token.type == "MASTHEAD":
            yield Leaf(value.kind.replace("_", "-"), value.start, value.end)
        elif isinstance(value, Note):
            yield from self._of_note(value)
        elif isinstance(value, Entry):
            yield from self._of_entry(value, token.pieces)
        elif isinstance(value, Item):
            stop = value.pieces[0][0] if value.pieces else value.body
            line = self.text.find("\n", value.start, stop)
            stop = line if line >= 0 else stop  # below a marker alone on its line may stand the foot of the page
            yield from self._cut("marker", [(value.start, stop)])
            yield from (Leaf("text", *piece) for piece in value.pieces)
        elif value is not None:
            yield from (Leaf("closing", *piece) for piece in value.pieces)

    def _of_entry(self, entry: Entry, pieces: Iterable[Span]) -> Iterator[Leaf]:
        whole = entry.block.pieces
        words = [*entry.pieces, *([entry.continued] if entry.continued else [])]
        stop = min((start for start, _ in words), default=entry.block.end)
        yield from (Leaf("number", *piece) for piece in cut(whole, whole[0][0], stop, self.text))
        kind = "title" if entry.role == "heading" else "text"
        yield from self._cut(kind, pieces)
        if entry.continued:
            yield from self._cut("continued", [entry.continued])

    def _cut(self, kind: str, pieces: Iterable[Span]) -> Iterator[Leaf]:
        return (Leaf(kind, *piece) for piece in cut(pieces, 0, len(self.text), self.text))

    def _without_marks(self, found: list[Leaf]) -> Iterator[Leaf]:
        """The leaves with the footnote marks cut out."""
        if not self.cleaner.marks:
            yield from found
            return
        for leaf in found:
            yield from self._cut(leaf.kind, self.cleaner.uncut(leaf.start, leaf.end))

    def _of_note(self, note: Note) -> Iterator[Leaf]:
        if not note.printed:
            return
        body = note.start + len(note.mark)
        body += self.text.startswith("/", body)
        yield Leaf("footnote-number", note.start, body)
        yield from self._cut("footnote", note.pieces)


def _number(entry: Entry) -> Span:
    """Where a number is printed; "(a)" with its brackets."""
    low, high = entry.block.printed, entry.block.printed + len(entry.block.label)
    brackets = (entry.number or "").startswith("(")
    return low - brackets, high + brackets
