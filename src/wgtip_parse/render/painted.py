"""Text in colours, in lines of a width: what a search shows.

Rich would do it too, but takes longer to start than a search takes in all; its measure of characters is used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

CODES = {"bold": 1, "dim": 2, "underline": 4, "strike": 9, "red": 31, "green": 32, "yellow": 33, "cyan": 36}
CUT = "…"

_WORD = re.compile(r"\s*\S+\s*")


class Text:
    """Words, each with its style: names of `CODES` with spaces between them; `style` is that of all."""

    def __init__(self, *parts: tuple[str, str] | str, style: str = "") -> None:
        self.style = style
        self.parts: list[tuple[str, str]] = []
        for part in parts:
            self.append(*((part,) if isinstance(part, str) else part))

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join(words for words, _ in self.parts)

    def append(self, words: str, style: str = "") -> None:
        """Put words behind the others."""
        self.parts.append((words.expandtabs(), f"{self.style} {style}".strip()))

    def cut(self, start: int, end: int) -> Text:
        """The words between two places."""
        found, at = Text(), 0
        for words, style in self.parts:
            found.append(words[max(0, start - at) : max(0, end - at)], style)
            at += len(words)
        return found

    def shortened(self, width: int) -> Text:
        """The words as far as there is room for them, with a sign where some are left out."""
        plain = self.plain
        if cell_len(plain) <= width:
            return self
        found = self.cut(0, len(chop_cells(plain, width - 1)[0]))
        found.append(CUT)
        return found

    def lines(self, width: int) -> Iterator[Text]:
        """The words in lines, without spaces at their ends."""
        start, plain = 0, self.plain
        for line in plain.split("\n"):
            bounds = [0, *_breaks(line, width), len(line)]
            for low, high in pairwise(bounds):
                yield self.cut(start + low, start + low + len(line[low:high].rstrip()))
            start += len(line) + 1

    def painted(self, *, colour: bool) -> str:
        """The words for a terminal, or alone."""
        return "".join(_painted(words, style) if colour else words for words, style in self.parts)


class Line(NamedTuple):
    """A text and how far its first line and the further ones are indented; all have room as the latter have."""

    text: Text
    indent: int = 0
    further: int = 0


def page(lines: Iterable[Line], *, width: int, colour: bool) -> str:
    """Lines below each other, each broken where there is no room for it."""
    return "".join(
        f"{' ' * (line.further if at else line.indent)}{each.painted(colour=colour)}".rstrip() + "\n"
        for line in lines
        for at, each in enumerate(line.text.lines(max(1, width - line.further)))
    )


def _painted(words: str, style: str) -> str:
    codes = ";".join(str(CODES[name]) for name in style.split())
    return f"\x1b[{codes}m{words}\x1b[0m" if codes and words else words


def _breaks(line: str, width: int) -> Iterator[int]:
    """Where a line is to be broken: before a word, or within one for which no line has room."""
    used = 0
    for match in _WORD.finditer(line):
        start, word = match.start(), match[0]
        needed = cell_len(word.rstrip())
        if used + needed <= width:
            used += cell_len(word)
            continue
        for part in [word] if needed <= width else chop_cells(word, width):
            if start:
                yield start
            start += len(part)
            used = cell_len(part)
