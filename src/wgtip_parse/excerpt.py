"""A line cut to the room that there is, at words, so that what is spoken of is seen."""

from __future__ import annotations

from typing import NamedTuple

CUT = "…"
BEFORE = 0.4  # of the room before what is spoken of: what follows says more than what went before


class Excerpt(NamedTuple):
    """Words of a line, with "…" where more stands, and where in them is what is spoken of: half-open, never empty."""

    text: str
    span: tuple[int, int]


def excerpt(line: str, span: tuple[int, int], room: int) -> Excerpt:
    """At most `room` characters of a line, from the beginning of a span or before it."""
    start, end = span
    first = max(0, min(start - int(room * BEFORE), len(line) - room))
    last = min(len(line), first + room)
    if first:
        first = _next_word(line, first + len(CUT), start)
    if last < len(line):
        last = _word_end(line, last - len(CUT), start + 1)
    before, behind = CUT if first else "", CUT if last < len(line) else ""
    text = before + line[first:last] + behind
    at = min(start - first + len(before), max(0, len(text) - 1))
    return Excerpt(text, (at, max(at + 1, min(end, last) - first + len(before))))


def _next_word(line: str, at: int, latest: int) -> int:
    """Where the first whole word behind a place begins, `latest` where none does before it."""
    while at < latest and not line[at - 1].isspace():
        at += 1
    while at < latest and line[at].isspace():
        at += 1
    return at


def _word_end(line: str, at: int, earliest: int) -> int:
    """Where the last whole word before a place ends, the place itself where none does behind `earliest`."""
    end = at
    while end > earliest and not line[end : end + 1].isspace():
        end -= 1
    while end > earliest and line[end - 1].isspace():
        end -= 1
    return end if end > earliest else at
