"""Numbers of headings that stand where the mark-up has no place for them: in the title, or in a heading of their own.

Both come back as the plain form has them, "II. Informal system".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wgtip_parse.numerals import roman
from wgtip_parse.readers.plain import Block

FEWEST = 2  # headings of a series; a title may begin with a word that looks like its first number

_ALONE = re.compile(r"(?:[IVXLC]{1,7}|[A-Z]|[一二三四五六七八九十]{1,3})\Z")
_IN_TITLE = re.compile(r"([IVXLC]{1,7}|[A-Z])\s+(?=\S)")
_HAN = re.compile("[一-鿿]")


def is_number(block: Block) -> bool:
    """Whether a heading is no more than the number of the one that follows it."""
    return block.look.heading and _ALONE.match(block.text) is not None


def numbered(number: str, title: str) -> str:
    """The line of a heading by its number and its title."""
    return f"{number}、{title}" if _HAN.match(number) else f"{number}. {title}"


def numbered_in_title(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Where a title begins with its number, and the line that it is to be.

    The numbers have to be a series from the first on, in headings of one style: "A new agenda" begins with a word.
    """
    for style in dict.fromkeys(block.look.style for block in blocks if block.look.heading):
        found = [
            (at, match)
            for at, block in enumerate(blocks)
            if block.look.heading and block.look.style == style and (match := _IN_TITLE.match(block.text))
        ]
        labels = [match[1] for _, match in found]
        if len(found) >= FEWEST and labels in (_roman(len(found)), _letters(len(found))):
            for at, match in found:
                yield at, numbered(match[1], blocks[at].text[match.end() :])


def _roman(count: int) -> list[str]:
    return [roman(number).upper() for number in range(1, count + 1)]


def _letters(count: int) -> list[str]:
    return [chr(ord("A") + at) for at in range(count)]
