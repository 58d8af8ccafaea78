"""In which order the parts of a report stand: by their symbols, or else by the headings that they begin with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse import symbols
from wgtip_parse.draft import Draft
from wgtip_parse.model import Section
from wgtip_parse.numerals import ROMAN


class Order(NamedTuple):
    """The parts as places among those given; `evidence` in a phrase; `doubts` where nothing tells two apart."""

    places: tuple[int, ...]
    evidence: str
    doubts: tuple[str, ...]


def propose(drafts: Sequence[Draft]) -> Order:
    """The order that the parts themselves tell."""
    parsed = [symbols.parse(draft.report.masthead.symbol or "") for draft in drafts]
    given = range(len(drafts))
    orders = [each.order for each in parsed if each is not None]
    if len(orders) == len(drafts):
        return Order(tuple(sorted(given, key=lambda at: (orders[at], at))), "by their symbols", ())
    keys = [_key(draft) for draft in drafts]
    places = sorted(given, key=lambda at: (keys[at], at))
    doubts = [
        f"{drafts[one].source.name} and {drafts[other].source.name} both begin with {_told(drafts[other])}"
        for one, other in pairwise(places)
        if keys[one] == keys[other]
    ]
    return Order(tuple(places), "by the headings that they begin with", tuple(doubts))


def _key(draft: Draft) -> tuple[int, bool]:
    """The number of the first chapter, and whether that is continued."""
    first = _first(draft)
    number = (first.number or "").lower() if first else ""
    return ROMAN.get(number, len(ROMAN)), bool(first and first.continued)


def _first(draft: Draft) -> Section | None:
    return draft.report.sections[0] if draft.report.sections else None


def _told(draft: Draft) -> str:
    first = _first(draft)
    if first is None:
        return "no heading"
    continued = " (continued)" if first.continued else ""
    return f"{first.number or ''} {first.title}{continued}".strip()
