"""Series of numbers: which number is due, how far one may be, and whether decimals number paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from wgtip_parse.parser.kinds import KINDS
from wgtip_parse.parser.lines import Line, number_of

if TYPE_CHECKING:
    from wgtip_parse.parser.blocks import Block

GAP = 60  # blocks between two numbers of one series, tables and headings included
NEAR = 30  # so many paragraphs may be missing
LAST_YEAR = 2100
LONGEST_ITEM = 300  # characters, where the count of paragraphs does not go on behind the list


class Due:
    """The numbers that the next blocks may have, as far as the blocks have been seen."""

    def __init__(self) -> None:
        self._number = (1, 1)
        self.compound = ""
        self.column = -1  # where the last number stood
        self._letter = ""

    def take(self, line: Line) -> None:
        """A line has begun a block."""
        if line.kind == "NUMBER":
            self._number = (number_of(line.label) + 1, self._number[0])
            self.column = line.column
        elif line.kind == "COMPOUND":
            whole, part = line.label.split(".")
            self.compound = f"{whole}.{int(part) + 1}"
        elif line.kind == "ITEM":
            self._letter = line.label
        elif KINDS[line.kind].heads:
            self._letter = ""

    @property
    def is_fresh(self) -> bool:
        """Whether no numbered block has been seen yet."""
        return self._number == (1, 1)

    @property
    def heading_letter(self) -> str:
        """The letter of the next lettered heading."""
        return chr(ord(self._letter[-1]) + 1) if self._letter else "a"

    def is_next(self, label: str) -> bool:
        """Whether a number is the next one."""
        return number_of(label) == self._number[0]

    def awaits(self, label: str) -> bool:
        """Whether a number is the next one, or goes on from before the last, which then stood elsewhere."""
        return number_of(label) in self._number or (not label.isdigit() and number_of(label) + 1 in self._number)

    def is_near(self, label: str) -> bool:
        """Whether a number is not far ahead."""
        return number_of(label) < self._number[0] + NEAR

    def is_no_year(self, label: str) -> bool:
        """Whether a number is too large to be a year."""
        return number_of(label) > LAST_YEAR


def agenda_length(blocks: Sequence[Block], at: int, first: int, count: int) -> int:
    """How many blocks from `at` on are items of a list that begins at `first` inside paragraph `count`.

    The list goes as far as its series runs, or until the count of paragraphs goes on in it; 0 where it is no list.
    """
    due = count + 1
    run = at
    while run < len(blocks) and blocks[run].kind == "NUMBER" and number_of(blocks[run].label) == first + run - at:
        run += 1
    length = run - at
    behind = (number_of(each.label) for each in islice(blocks, run, None) if each.kind == "NUMBER")
    if next(behind, None) == due:
        return length
    short = [each.end - each.start <= LONGEST_ITEM for each in islice(blocks, at, run)]
    length = short.index(False) if False in short else length
    if first < due <= first + length:
        return due - first
    is_followed = at + length < len(blocks) and blocks[at + length].kind == "NUMBER"
    return length if count and not is_followed else 0


def is_in_series(blocks: Sequence[Block], at: int) -> bool:
    """Whether a compound number counts: 35.1, or 35.8 near 35.7 or 35.9; any other is a figure, of a table say."""
    whole, part = blocks[at].label.split(".")
    beside = (*blocks[max(0, at - GAP) : at], *blocks[at + 1 : at + GAP])
    near = [each.label.split(".") for each in beside if each.kind == "COMPOUND"]
    return part == "1" or any(w == whole and abs(int(p) - int(part)) in (1, 2) for w, p in near)
