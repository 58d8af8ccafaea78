"""Scene: what is asked about a block to give it its role, worked out once for each block that is in doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from typing import NamedTuple

from wgtip_parse.parser.blocks import Block
from wgtip_parse.parser.lines import KINDS, Endings, Type, is_capital, number_of
from wgtip_parse.words import Words

TOO_LONG = 400  # characters: no heading is so long
LONGEST_LABEL = 40  # characters, with the space behind it
GAP = 60  # blocks between two numbers of one series, tables and headings included
FARTHEST = 5  # blocks below, where several headings may stand before the first number
MOST_ABOVE = 3  # headings without number, one right above the other, elsewhere
LONGEST_HEADING = 240  # characters, of a heading that has another right below it
SENTENCE = 60  # characters: a block with a stop that is longer is prose
HALF = 0.5  # of the usual width
SHORTEST_WORD = 6  # letters, of a word that says what a heading is about
BESIDE = 4  # blocks on either side
ROW = 13  # numbers without anything between: headings do not stand so
NEAR = 300  # characters below a heading
SISTERS = 1 / 3  # so many of the other blocks of a look stand above a number


_LABEL = re.compile(r"\s*(?:[IVXLC]+|[A-Z]|\d+)\.\s")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
_NO_LETTER = re.compile(r"[\W\d_]+")


def letters(words: str) -> str:
    """The letters of a title, however it is spaced and numbered."""
    return _NO_LETTER.sub("", _LABEL.sub("", words)).lower()


class Norms:
    """What the type of a document usually looks like, and how often blocks of a look stand above a number."""

    def __init__(self, blocks: Sequence[Block], text: str) -> None:
        self.text = text
        widths = sorted(block.widest for block in blocks if block.height > 1)
        self.width = widths[len(widths) * 9 // 10] if widths else 0
        self.above_number: Counter[tuple[object, ...]] = Counter()
        self.times: Counter[tuple[object, ...]] = Counter()
        self.contents: set[str] = set()
        for block in blocks:
            if block.kind == "CONTENTS":
                lines = list(filter(None, map(letters, text[block.start : block.end].split("\n"))))
                self.contents.update(lines, map("".join, pairwise(lines)))  # an entry may go on in the next line
        for at, block in enumerate(blocks[:-1]):
            if block.kind == "TEXT" and block.end - block.start <= LONGEST_HEADING:
                self.times[self.look(block)] += 1
                self.above_number[self.look(block)] += blocks[at + 1].kind == "NUMBER"

    def look(self, block: Block) -> tuple[object, ...]:
        """What blocks share that look alike."""
        look = block.look
        ended = self.text[block.end - 1] in ".;:,"
        return look.bold, look.italic, round(look.size or 0.0), block.blank, ended, look.style

    def has_sisters(self, block: Block, *, is_above_number: bool) -> bool:
        """Whether a third of the other blocks of this look, and at least two, stand above a number."""
        look = self.look(block)
        others = self.above_number[look] - is_above_number
        return others > 0 and others >= (self.times[look] - 1) * SISTERS


class Series(NamedTuple):
    """The last number of a paragraph and the last number of a numbered heading."""

    paragraphs: int
    headings: int


@dataclass
class Scene:
    """One block, those round it, and what came before it.

    `above` says how the block before ends ("" at a heading or the beginning), `in_recommendation` that no heading
    stands between it and a recommendation, `in_names` and `in_table` that a colon or a caption has announced what
    stands here, `front` that headings may stand before the first number.
    """

    blocks: Sequence[Block]
    at: int
    text: str
    language: Words
    norms: Norms
    type: Type
    endings: Endings
    above: str
    series: Series
    in_recommendation: bool
    in_names: bool
    in_table: bool
    front: bool

    @cached_property
    def block(self) -> Block:
        """The block itself."""
        return self.blocks[self.at]

    @cached_property
    def _begin(self) -> int:
        """Where its words begin."""
        return self.block.body if KINDS[self.block.kind].opens else self.block.start

    @cached_property
    def words(self) -> str:
        """The words of the block behind its label."""
        parts = [self.text[max(a, self._begin) : b] for a, b in self.block.pieces if b > self._begin]
        return " ".join(" ".join(parts).split()).rstrip("*†")

    def says(self, pattern: str) -> bool:
        """Whether the words begin as a pattern of the language says."""
        found: re.Pattern[str] = getattr(self.language, pattern)
        return found.match(self.words) is not None

    @property
    def opens(self) -> bool:
        """Whether the first letter behind the label is one that titles begin with."""
        first = self.text[self._begin : self._begin + LONGEST_LABEL].lstrip()[:1]
        if (
            first.isalpha() and not first.isupper() and not first.islower()
        ):  # where no letter is a capital, a stop tells
            return self.last not in ";:,"
        return first.isupper() or first.isdigit() or (first != "" and first in "“*‘")

    @property
    def last(self) -> str:
        """The last character."""
        return self.text[self.block.end - 1]

    @property
    def is_above_next_number(self) -> bool:
        """Whether the next number stands right below."""
        below = self.next
        return below is not None and below.kind == "NUMBER" and number_of(below.label) == self.number + 1

    @property
    def is_in_long_row(self) -> bool:
        """Whether it is one of many numbers without stop right below one another."""
        above = range(self.at - 1, max(-1, self.at - ROW), -1)
        below = range(self.at + 1, min(len(self.blocks), self.at + ROW))
        return sum(1 for row in (above, below) for _ in takewhile(self._is_open_number, row)) >= ROW - 1

    def _is_open_number(self, at: int) -> bool:
        return self.blocks[at].kind == "NUMBER" and self.text[self.blocks[at].end - 1] not in ".;:,"

    @property
    def has_narrow_lines(self) -> bool:
        """Whether it has several lines, all of them far shorter than usual."""
        return self.block.height > 2 and self.block.widest < self.norms.width * HALF

    @property
    def length(self) -> int:
        """How long the words are; of a long block about."""
        length = self.block.end - self._begin
        return length if length > 2 * TOO_LONG else len(self.words)

    @property
    def number(self) -> int:
        """The number at its beginning."""
        return number_of(self.block.label)

    @property
    def is_ended(self) -> bool:
        """Whether the block ends a sentence."""
        return self.endings.is_ended(self.block.start, self.block.end)

    @property
    def stands_out(self) -> bool:
        """Whether it is a heading by its look."""
        return self.type.stands_out(self.block.look)

    @property
    def is_bare(self) -> bool:
        """Whether it is but a symbol or a number."""
        return self.block.kind in ("SYMBOL", "BARE")

    @property
    def next(self) -> Block | None:
        """The block below."""
        return self.blocks[self.at + 1] if self.at + 1 < len(self.blocks) else None

    @property
    def is_above_small_letter(self) -> bool:
        """Whether the next block goes on in small letters."""
        return self.next is not None and self.next.kind == "TEXT" and self.text[self.next.start].islower()

    @property
    def has_columns(self) -> bool:
        """Whether it has cells, or stands right above a row of a table."""
        is_above_row = self.next is not None and self.next.kind == "TABLE" and not self.next.blank
        return is_above_row or any(_COLUMNS.search(self.text, *piece) for piece in self.block.pieces)

    @property
    def has_stop(self) -> bool:
        """Whether a stop or comma ends it; what stands out may end with a figure behind a colon."""
        if self.stands_out:
            return self.last in ".:,-!?"
        return self.last in ",-" or (self.last not in ")*;" and self.is_ended)

    @property
    def is_in_contents(self) -> bool:
        """Whether the contents page has these words."""
        return bool(self.norms.contents) and letters(self.words) in self.norms.contents

    @property
    def has_sisters(self) -> bool:
        """Whether others of its look stand above numbers."""
        return self.norms.has_sisters(self.block, is_above_number=self.below == "number")

    @cached_property
    def below(self) -> str:
        """What comes next: "number", "heading", "prose", "end" or another thing (""); short lines may stand between."""
        blocks = self.blocks
        for place in range(self.at + 1, min(len(blocks), self.at + 1 + FARTHEST)):
            below = blocks[place]
            if below.kind in ("NUMBER", "RECOMMENDATION"):
                return "number"
            if below.kind == "COMPOUND":
                return "number" if is_in_series(blocks, place) else ""
            if KINDS[below.kind].heads:
                return "heading"
            if below.kind != "TEXT" or (self.type.stands_out(below.look) and not self.stands_out):
                return ""
            ended = self.endings.is_ended(below.start, below.end)
            if ended and below.end - below.start > SENTENCE:
                return "prose"
            if not self.front and (place - self.at >= MOST_ABOVE or ended or not self._is_short(below)):
                return ""
        return "end" if self.at + 1 >= len(blocks) else ""

    def _is_short(self, block: Block) -> bool:
        text = self.text
        is_short = block.end - block.start <= LONGEST_HEADING
        return is_short and is_capital(text[block.start]) and text[block.end - 1] not in ",-"

    @property
    def is_among_narrow(self) -> bool:
        """Whether most blocks near are as short and have no stop either."""
        near = [*self.blocks[max(0, self.at - BESIDE) : self.at], *self.blocks[self.at + 1 : self.at + 1 + BESIDE]]
        short = [block for block in near if block.kind in ("TEXT", "BARE", "TABLE") and self._is_cell(block)]
        return len(short) > BESIDE

    def _is_cell(self, block: Block) -> bool:
        return block.end - block.start < SENTENCE and self.text[block.end - 1] not in ".;:"

    @property
    def recurs_below(self) -> bool:
        """Whether the longest word of a short block comes back near the beginning of the next one."""
        longest = max(self.words.split(), key=len, default="").strip("(),.;:“”").lower()
        if len(longest) < SHORTEST_WORD or len(self.words) > LONGEST_HEADING or self.at + 1 >= len(self.blocks):
            return False
        start = self.blocks[self.at + 1].start
        return longest in self.text[start : start + NEAR].lower()


def is_in_series(blocks: Sequence[Block], at: int) -> bool:
    """Whether a compound number counts: 35.1, or 35.8 near 35.7 or 35.9; any other is a figure, of a table say."""
    whole, part = blocks[at].label.split(".")
    beside = (*blocks[max(0, at - GAP) : at], *blocks[at + 1 : at + GAP])
    near = [each.label.split(".") for each in beside if each.kind == "COMPOUND"]
    return part == "1" or any(w == whole and abs(int(p) - int(part)) in (1, 2) for w, p in near)


def whole_between(blocks: Sequence[Block], at: int) -> str | None:
    """The paragraph of 140.6 and 140.8 where 104.7, a misprint, stands between them; else None."""
    part = int(blocks[at].label.split(".")[1])
    beside = (blocks[max(0, at - GAP) : at][::-1], blocks[at + 1 : at + GAP])
    near = [next((each.label.split(".") for each in row if each.kind == "COMPOUND"), None) for row in beside]
    above, below = near
    if above is None or below is None or above[0] != below[0]:
        return None
    return above[0] if int(above[1]) + 1 == part == int(below[1]) - 1 else None
