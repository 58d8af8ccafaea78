"""Resuming: a list that goes on behind a table, a figure, a quotation or names that stand between two of its items."""

from __future__ import annotations

from wgtip_parse.numerals import LETTERS
from wgtip_parse.parser.entries import Heading, Part
from wgtip_parse.parser.folding import Logical
from wgtip_parse.parser.lists import split

MOST_BETWEEN = 60  # blocks


def resume(found: list[Heading | Part], logical: Logical, text: str) -> bool:
    """Put an item into the block whose list waits for it, with all that stands between; whether there is one."""
    number = LETTERS.get(logical.label)
    if logical.kind != "ITEM" or number is None or number < 2:
        return False
    at = len(found) - 1
    while at >= max(0, len(found) - MOST_BETWEEN):
        part = found[at]
        if not isinstance(part, Part):
            return False
        if part.listed and _last_letter(part, text) == number - 1:
            _absorb(part, found[at + 1 :], logical)
            del found[at + 1 :]
            return True
        if part.kind != "text" or part.listed:
            return False
        at -= 1
    return False


def _last_letter(part: Part, text: str) -> int:
    """The number of the last lettered item of a block's outer list; 0 where it has none."""
    if not part.pieces or part.numbered_items:
        return 0
    _, items = split(text, part.pieces[0][0], part.pieces, listed=True)
    return next((LETTERS.get(item.label, 0) for item in reversed(items) if item.depth == 1), 0)


def _absorb(part: Part, between: list[Heading | Part], logical: Logical) -> None:
    if part.closing is not None:
        part.pieces = [*part.pieces, *part.closing.pieces]
        part.closing = None
    for each in between:
        part.pieces = [*part.pieces, *each.logical.pieces]
    part.pieces = [*part.pieces, *logical.pieces]
