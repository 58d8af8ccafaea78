"""Regions: lines of which nothing is a heading or paragraph of the report, found before anything else is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wgtip_parse.parser import contents, tables
from wgtip_parse.parser.lines import Line, usual_length
from wgtip_parse.words import Words


class Region(NamedTuple):
    """Lines from the `first` on, up to but without `stop`, by their places; `kind` is a row of the table of kinds."""

    kind: str
    first: int
    stop: int


def find(lines: Sequence[Line], text: str, words: Words) -> list[Region | None]:
    """The region of each line, None where it is running text."""
    found: list[Region | None] = [None] * len(lines)
    for kind, places in (("TABLE", tables.find(lines, text, usual_length(lines))), ("CONTENTS", contents.find(lines, text, words))):
        for region in _runs(kind, sorted(places)):
            found[region.first : region.stop] = [region] * (region.stop - region.first)
    return found


def _runs(kind: str, places: Iterable[int]) -> Iterable[Region]:
    """Places that follow each other, as one region."""
    first = last = None
    for at in places:
        if first is None or last is None:
            first = at
        elif at != last + 1:
            yield Region(kind, first, last + 1)
            first = at
        last = at
    if first is not None and last is not None:
        yield Region(kind, first, last + 1)
