"""The words of a recommendation as one string, with the way back from each word to its place in the source text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from wgtip_parse.index.extraction import Extracted, Piece
from wgtip_parse.model import Span, Subparagraph


class Statement(NamedTuple):
    """The stem, text, items and closing of a recommendation, joined by spaces; `lead` is where its own text begins."""

    text: str
    lead: int
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    source: str

    def span(self, start: int, end: int) -> Span:
        """The span in the source text of a stretch of the statement."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        which = bisect_right(self.starts, at) - 1
        return _locate(self.source, self.pieces[which], at - self.starts[which])


def state(source: str, found: Extracted) -> Statement:
    """The statement of what was extracted from a source text."""
    pieces = tuple(piece for piece in _pieces(found) if piece.text)
    starts = tuple(accumulate((len(piece.text) + 1 for piece in pieces[:-1]), initial=0))
    lead = starts[1] if found.stem and len(pieces) > 1 else 0
    return Statement(" ".join(piece.text for piece in pieces), lead, pieces, starts, source)


def _pieces(found: Extracted) -> Iterator[Piece]:
    if found.stem:
        yield found.stem
    yield Piece(found.text, found.span)
    yield from _items(found.subparagraphs)
    if found.closing:
        start = found.subparagraphs[-1].span[1] if found.subparagraphs else found.span[0]
        yield Piece(found.closing, (start, found.span[1]))


def _items(items: tuple[Subparagraph, ...]) -> Iterator[Piece]:
    for item in items:
        yield Piece(item.text, item.span)
        yield from _items(item.subparagraphs)


def _locate(source: str, piece: Piece, at: int) -> int:
    """Where a character of a piece stands: words follow one another in the source, furniture and marks between them."""
    start, end = piece.span
    whole = source.find(piece.text, start, end)
    if whole >= 0:
        return whole + at
    place = start
    for word in piece.text[: at + 1].split(" "):
        found = source.find(word, place, end)
        place = found + len(word) if found >= 0 else _letters(source, word, place, end)
    return max(start, place - 1)


def _letters(source: str, word: str, place: int, end: int) -> int:
    """Behind the letters of a word that is broken in the source."""
    for letter in word:
        found = source.find(letter, place, end)
        place = found + 1 if found >= 0 else place
    return place
