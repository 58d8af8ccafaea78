"""The words of a recommendation as one string, with the way back from each word to its place in the source text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from wgtip_parse.index.extraction import Extracted, Piece
from wgtip_parse.model import Span, Subparagraph

SHORTEST = 6  # letters that are not found together by chance


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
    """Where a character of a piece stands: the same letters in the source, lines broken anywhere between them."""
    start, end = piece.span
    whole = source.find(piece.text, start, end)
    if whole >= 0:
        return whole + at
    stretch = source[start:end]
    found = _letter("".join(stretch.split()), "".join(piece.text.split()), len("".join(piece.text[:at].split())))
    return start + next(islice((place for place, letter in enumerate(stretch) if not letter.isspace()), found, None))


def _letter(source: str, letters: str, which: int) -> int:
    """Where a letter of a piece stands, in the longest stretches that are found: page furniture stands between them."""
    place, done = 0, 0
    while True:
        size, found = _stretch(source, letters[done:], place)
        if which < done + size:
            return min(found + which - done, len(source) - 1)
        place, done = found + size, done + size


def _stretch(source: str, letters: str, place: int) -> tuple[int, int]:
    """How many of the letters are found together, and where: behind a place, or where they are moved before it."""
    for start in (place, 0):
        size = bisect_left(range(len(letters)), 1, key=lambda last: source.find(letters[: last + 1], start) < 0)
        if size >= SHORTEST or size == len(letters):
            return size, source.find(letters[:size], start)
    return 1, min(place, len(source) - 1)
