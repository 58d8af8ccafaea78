"""Lists as rules read them: the items of each, where they stand and how they end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wgtip_parse.model import Block, Subparagraph
from wgtip_parse.numerals import LETTERS, ROMAN
from wgtip_parse.rules.rule import Draft

MARKS = ";,."

_END = re.compile(r"([;,.:?!])[)”’\"\]]*(?:\s?\d{1,3})?(?=(?:\s+(?:and/or|and|or))?\Z)")  # a footnote mark may follow


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of one list, the block that it is in, and its depth from 1; `last` says that no item follows it."""

    block: Block
    items: tuple[Subparagraph, ...]
    depth: int
    last: bool


def lists(draft: Draft) -> tuple[ItemList, ...]:
    """The lists of paragraphs and recommendations, the outer before the inner."""
    return draft.once(_lists)


def _lists(draft: Draft) -> tuple[ItemList, ...]:
    return tuple(_each_list(draft))


def _each_list(draft: Draft) -> Iterator[ItemList]:
    for block in draft.blocks:
        if block.subparagraphs and block.kind != "text":
            yield from _nested(block, block.subparagraphs, 1, last=True)


def goes_on(items: tuple[Subparagraph, ...]) -> bool:
    """Whether the last item of a list bears the next marker behind that of the one before; else it is a heading's."""
    before, last = (item.marker for item in items[-2:])
    if before.isdigit() or last.isdigit() or "." in last:
        return True
    return any(table.get(last) == table.get(before, -1) + 1 for table in (LETTERS, ROMAN))


def end_mark(item: Subparagraph) -> str:
    """The mark that ends an item, "and" or "or" behind it aside; "" where there is none."""
    match = _END.search(item.text)
    return match[1] if match else ""


def end_span(draft: Draft, item: Subparagraph) -> tuple[int, int]:
    """The last character of an item that has no items of its own."""
    return item.span[1] - 1, item.span[1]


def _nested(block: Block, items: tuple[Subparagraph, ...], depth: int, *, last: bool) -> Iterator[ItemList]:
    yield ItemList(block, items, depth, last)
    for at, item in enumerate(items):
        if item.subparagraphs:
            yield from _nested(block, item.subparagraphs, depth + 1, last=last and at == len(items) - 1)
