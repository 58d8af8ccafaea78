"""One report in several languages → what is one in all of them, by kind, number, order and length, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from wgtip_parse.align.differences import differences
from wgtip_parse.align.likeness import likeness, ratio, sign
from wgtip_parse.align.moved import Abreast, reunited
from wgtip_parse.align.segments import FIELDS, Segments, Whole, segments
from wgtip_parse.align.series import pairs
from wgtip_parse.draft import Draft
from wgtip_parse.translations import Row, Translations, labels


def align(drafts: Sequence[Draft]) -> Translations:
    """The documents side by side, in the order in which they are given; the rows are in that of the first."""
    read = [segments(draft) for draft in drafts]
    rows = [*_fields(read), *_blocks([each.body for each in read])]
    reports = [draft.report for draft in drafts]
    names, languages = (tuple(getattr(each.source, name) for each in reports) for name in ("name", "language"))
    found = tuple(differences(rows, labels(languages, names)))
    return Translations(names, languages, tuple(each.masthead.symbol for each in reports), tuple(rows), found)


def _fields(read: Sequence[Segments]) -> list[Row]:
    rows = (tuple(each.fields.get(name) for each in read) for name in FIELDS)
    return [Row(cells) for cells in rows if any(cells)]


def _blocks(documents: Sequence[Sequence[Whole]]) -> list[Row]:
    """A row for each heading, paragraph and note, and below it those of what stands in it."""
    found: list[Row] = []
    for abreast, moved in reunited(_abreast(documents)):
        found.append(Row(tuple(each and each.head for each in abreast), moved))
        inside = [[*map(Whole, each.inside)] if each else [] for each in abreast]
        below = reunited(_abreast(inside))
        found += (Row(tuple(each and each.head for each in row), gone) for row, gone in below)
    return found


def _abreast(documents: Sequence[Sequence[Whole]]) -> list[Abreast]:
    """The documents side by side: each is laid beside those before it."""
    rows: list[Abreast] = []
    for which, document in enumerate(documents):
        firsts = [next(each for each in row if each) for row in rows]
        longer = ratio(firsts, document)
        found = pairs([*map(sign, firsts)], [*map(sign, document)], partial(likeness, longer=longer))
        rows = [
            (*(rows[at] if at is not None else (None,) * which), document[here] if here is not None else None)
            for at, here in found
        ]
    return rows
