"""The markers of lists as series: (a), (b), (c), within them (i), (ii), and the figures of a quoted agenda.

Markers that the tree leaves in the words of an item, since they are not the ones that are due, are counted here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from wgtip_parse.model import Block, Span, Subparagraph
from wgtip_parse.numerals import LETTERS, ROMAN, letter, roman
from wgtip_parse.rules.certainty import is_sure_item
from wgtip_parse.rules.numbering import Numbered, Series, counted, unquoted
from wgtip_parse.rules.rule import Draft
from wgtip_parse.rules.series import faults

_LETTERED, _ROMANS = tuple(LETTERS), tuple(ROMAN)
_INLINE = re.compile(r";\s+(?:and\s+|or\s+)?\(([a-z]{1,4})\)(?=\s)")
_HEADLESS = re.compile(r"[:;]\s+(?:and\s+|or\s+)?\(([a-z]{1,4})\)(?=\s)")
_OWN_LINE = re.compile(r"^[^\S\n]*+\(([a-z]{1,4})\)(?=\s)", re.MULTILINE)


class _Mark(NamedTuple):
    marker: str
    span: Span
    sure: bool = True


def items(draft: Draft) -> list[Series]:
    """The items of each list at every level, by the numbering that they follow best; bullets are left out.

    A list in order, as most are, is left out too, save where one that is not may go on from it.
    """
    return draft.once(_items)


def _items(draft: Draft) -> list[Series]:
    return list(_each_items(draft))


def _each_items(draft: Draft) -> Iterator[Series]:
    in_order: Block | None = None
    for block in draft.blocks:
        if block.kind == "text" or not (block.subparagraphs or ": (b) " in block.text):
            continue
        if block.subparagraphs and block.closing is None and _are_in_order(block.subparagraphs):
            in_order = block
            continue
        if in_order:
            yield from _of_items(draft, in_order, in_order.subparagraphs, last=False)
            in_order = None
        if block.subparagraphs:
            yield from _of_items(draft, block, block.subparagraphs, last=block.closing is not None)
        else:
            yield _series(draft, list(_found(draft, _HEADLESS, *block.span)))


def _are_in_order(items: tuple[Subparagraph, ...]) -> bool:
    """Whether nothing can be wrong with the markers: they count from (a) or (i), and no more stand in the words."""
    markers = tuple(item.marker for item in items)
    if markers != _LETTERED[: len(markers)] and markers != _ROMANS[: len(markers)]:
        return False
    return not any(("; " in item.text and "(" in item.text) or not _are_in_order(item.subparagraphs) for item in items)


def _of_items(draft: Draft, block: Block, siblings: tuple[Subparagraph, ...], *, last: bool) -> Iterator[Series]:
    """The list and those within it; `last` says that text stands behind it, in which markers may be lost."""
    series = _series(draft, [mark for item in siblings for mark in _marks(draft, item)])
    if last and series:
        series += _behind(draft, draft.places.closing_of(block), series[-1])
    yield unquoted(series)
    for item in siblings:
        if item.subparagraphs:
            yield from _of_items(draft, block, item.subparagraphs, last=last and item is siblings[-1])


def _marks(draft: Draft, item: Subparagraph) -> Iterator[_Mark]:
    """The item's own marker, and those left in its words."""
    if item.marker == "•":
        return
    yield _Mark(item.marker, draft.places.marker_of(item), is_sure_item(item))
    end = item.subparagraphs[0].span[0] if item.subparagraphs else item.span[1]
    if "; " in item.text and item.marker.isalpha():
        yield from _found(draft, _INLINE, item.span[0], end)


def _found(draft: Draft, pattern: re.Pattern[str], start: int, end: int) -> Iterator[_Mark]:
    for match in pattern.finditer(draft.source.text, start, end):
        yield _Mark(match[1], (match.start(1) - 1, match.end(1) + 1))


def _behind(draft: Draft, closing: Span, above: Numbered) -> Series:
    """The item after next of a list, where it stands in the text behind the list: the one between lost its marker."""
    after_next = above.written(above.number + 2)
    for match in _OWN_LINE.finditer(draft.source.text, *closing):
        if f"({match[1]})" == after_next:
            marker, lost = (match.start(1) - 1, match.end(1) + 1), (closing[0], match.start())
            return [Numbered(draft, above.number + 2, after_next, marker, above.written, (lost,))]
    return []


def _series(draft: Draft, marks: list[_Mark]) -> Series:
    """The markers by letters or by Roman numerals, whichever has fewer faults; figures count as they stand."""
    ways = []
    for table, style in ((LETTERS, letter), (ROMAN, roman)):
        values = [_value(mark.marker, table) for mark in marks]
        if None not in values:
            ways.append(([value for value in values if value is not None], style))
    if not ways:
        return []
    numbers, style = min(ways, key=lambda way: (len(faults(way[0])), way[0]))
    return [_numbered(draft, number, mark, style) for number, mark in zip(numbers, marks, strict=True)]


def _value(marker: str, table: dict[str, int]) -> int | None:
    value = table.get(marker)
    if value is None and (last := marker.rpartition(".")[2]).isdigit():
        return int(last)
    return value


def _numbered(draft: Draft, number: int, mark: _Mark, style: Callable[[int], str]) -> Numbered:
    if mark.marker[-1].isdigit():
        stem = mark.marker[: mark.marker.rfind(".") + 1]
        return Numbered(draft, number, mark.marker, mark.span, counted(stem), sure=mark.sure)
    return Numbered(draft, number, f"({mark.marker})", mark.span, lambda due: f"({style(due)})", sure=mark.sure)
