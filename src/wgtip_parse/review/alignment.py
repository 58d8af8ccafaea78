"""Where the characters of a block stand in the pieces that it was made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from wgtip_parse.readers.plain import SOFT_HYPHEN, Piece

NOWHERE = -1  # a character that the reader has put there: a space behind a number, the gap between two columns
_WORD = re.compile(rf"[^\s{SOFT_HYPHEN}]")


class Spot(NamedTuple):
    """A character of the file: its piece, and the offset in that."""

    piece: Piece
    offset: int


class Alignment:
    """The characters of a block beside those of its pieces, which are counted through from 0."""

    def __init__(self, text: str, trail: Sequence[Piece]) -> None:
        self.trail = trail
        self._starts = [0, *accumulate(len(piece.text) for piece in trail)]
        self._at = _aligned(text, "".join(piece.text for piece in trail))

    @property
    def is_whole(self) -> bool:
        """Whether block and pieces have the same characters; else nothing is known of any."""
        return self._at is not None

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """The characters of the pieces that a stretch of the block is, None where it is not exactly some of them."""
        first = self._first(start)
        behind = first if start == end else self._behind(end)
        if start == end and first is None:
            first = behind = self._behind(end)
        if first is None or behind is None or behind < first or (start < end and first == behind):
            return None
        return first, behind

    def words(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last character, inclusive, of the words in a stretch; None where there is none."""
        at = self._at or []
        found = [at[each] for each in range(max(start, 0), min(end, len(at))) if at[each] != NOWHERE]
        return (found[0], found[-1]) if found else None

    def spot(self, character: int) -> Spot:
        """Where a character stands."""
        piece = bisect_right(self._starts, character) - 1
        return Spot(self.trail[piece], character - self._starts[piece])

    def spots(self, first: int, behind: int) -> Iterator[Spot]:
        """The places of characters; of each piece only the first and the last that are among them."""
        while first < behind:
            spot = self.spot(first)
            stop = min(behind, first - spot.offset + len(spot.piece.text))
            yield spot
            if stop - first > 1:
                yield self.spot(stop - 1)
            first = stop

    def _first(self, offset: int) -> int | None:
        at = self._at
        if at is None:
            return None
        if offset < len(at) and at[offset] != NOWHERE:
            return at[offset]
        if offset and at[offset - 1] != NOWHERE:  # where white space begins that is another in the file
            return at[offset - 1] + 1
        return None

    def _behind(self, offset: int) -> int | None:
        at = self._at
        if at is None:
            return None
        if offset and at[offset - 1] != NOWHERE:
            return at[offset - 1] + 1
        return at[offset] if offset < len(at) and at[offset] != NOWHERE else None


def _aligned(text: str, pieces: str) -> list[int] | None:
    """For each character of the text its place among the characters of the pieces, None where they differ."""
    at = [NOWHERE] * len(text)
    ours, theirs = ([match.start() for match in _WORD.finditer(each)] for each in (text, pieces))
    if [text[each] for each in ours] != [pieces[each] for each in theirs]:
        return None
    before, behind = 0, 0
    for here, there in zip(ours, theirs, strict=True):
        at[here] = there
        space = pieces[behind:there]
        if here - before == there - behind and space.isspace() and here > before:
            at[before:here] = range(behind, there)
        before, behind = here + 1, there + 1
    return at
