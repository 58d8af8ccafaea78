"""A line cut to the room that there is, at words, so that what is spoken of is seen."""

from __future__ import annotations

import re
from typing import NamedTuple

CUT = "…"
_WORD = re.compile(r"(?<=\s)\S")
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
    word = _WORD.search(line, at, latest)
    return word.start() if word else latest


def _word_end(line: str, at: int, earliest: int) -> int:
    """Where the last whole word before a place ends, the place itself where none does behind `earliest`."""
    before = line[earliest : at + 1]
    kept = before.rstrip() if before[-1:].isspace() else _without_last(before)
    return earliest + len(kept) if kept else at


def _without_last(words: str) -> str:
    """Words without the last of them; nothing where it is the only one."""
    parts = words.rsplit(None, 1)
    return parts[0] if len(parts) > 1 else ""
