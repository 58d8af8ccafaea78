"""The masthead as rules ask about it: whether there is one, and where a finding about a field has its place."""

from __future__ import annotations

import datetime
import re

from wgtip_parse import symbols
from wgtip_parse.model import Span
from wgtip_parse.rules.rule import Draft

ADOPTED = {"RES", "DEC"}  # in the stem of a symbol: resolutions and decisions

_FIRST_LINE = re.compile(r"\S[^\n]*")


def is_there(draft: Draft) -> bool:
    """Whether a document has a masthead at all: a fragment without one lacks nothing."""
    head = draft.report.masthead
    return any((head.symbol, head.distribution, head.date, head.original_language)) and head.title is not None


def is_adopted(draft: Draft) -> bool:
    """Whether the document is a resolution or decision by its symbol."""
    symbol = draft.report.masthead.symbol
    parsed = symbols.parse(symbol) if symbol else None
    return parsed is not None and not ADOPTED.isdisjoint(parsed.stem.split("/"))


def first_line(draft: Draft) -> Span:
    """The first line that is not blank: the place of what is missing above the body."""
    match = _FIRST_LINE.search(draft.source.text)
    return match.span() if match else (0, 0)


def place_of(draft: Draft, name: str) -> Span:
    """Where a field stands, or begins to stand; the first line where it is not printed."""
    pieces = draft.places.pieces_of(name)
    return pieces[0] if pieces else first_line(draft)


def day(iso: str | None) -> datetime.date | None:
    """A date of the masthead; None where it is absent or no day of the calendar."""
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
