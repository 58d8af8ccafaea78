"""A line of print: its text, its place and its look."""

from __future__ import annotations

import re
from itertools import takewhile

from wgtip_parse.readers.pdf.leftward import MOST_SIGNS
from wgtip_parse.readers.pdf.spaces import is_raised, is_stretched, joined, leftward
from wgtip_parse.readers.pdf.words import Word

_NO_LETTER = re.compile(r"[\W\d_]*\Z")  # a mark or a figure, which keeps its own style


class Line:
    """One line of a page: its text, its place, and the height and style that most of it has.

    It is `marked` where a raised number begins it, `typed` where the file has the spaces between its words. `gap` is
    the white between it and the line above, by the smaller height of the two; None where it is the first of its page.
    `in_cell` says that it is a line of a cell beside which another stands, `is_apart` that it begins what
    is read behind something that stands no higher: a second column, or a line that runs across the page.
    """

    __slots__ = (
        "bold",
        "bold_to",
        "bottom",
        "gap",
        "height",
        "in_cell",
        "is_apart",
        "italic",
        "left",
        "marked",
        "right",
        "text",
        "top",
        "typed",
    )

    def __init__(self, words: list[Word], *, typed: bool) -> None:
        first = words[0]
        self.left, self.right = first.left, first.right
        self.bottom, self.top, self.height = first.bottom, first.top, first.height
        self.bold, self.italic = first.style.bold, first.style.italic
        self.gap: float | None = None
        self.marked = False
        self.typed = typed
        self.in_cell = False
        self.is_apart = False
        self.bold_to = 0
        self.text = first.text
        if len(words) > 1:
            self._add(words)

    def _add(self, words: list[Word]) -> None:
        tallest = max(words, key=_height)
        self.right = max(word.right for word in words)
        self.bottom, self.top = tallest.bottom, tallest.top
        self.height = _common_height(words)
        lettered = [word.style for word in words if not _NO_LETTER.match(word.text)]
        self.bold = self.bold and all(style.bold for style in lettered)
        self.italic = self.italic and all(style.italic for style in lettered)
        self.marked = is_raised(words[0], words[1]) and words[0].text[0].isdecimal()
        marked, stretched = is_raised(words[0], words[1]), not self.typed and is_stretched(words)
        self.text = joined(words, marked=marked, stretched=stretched)
        if any(word.signs for word in words) and sum(len(word.signs) for word in words) <= MOST_SIGNS:
            self.text = leftward(words, self.height)
        if not self.bold:
            leading = _leading_bold(words)
            self.bold_to = len(joined(leading, marked=marked, stretched=stretched)) if leading else 0


def _height(word: Word) -> float:
    return word.height


def _common_height(words: list[Word]) -> float:
    """The height that most characters of a line have."""
    shares: dict[float, int] = {}
    for word in words:
        height = round(word.height, 1)
        shares[height] = shares.get(height, 0) + len(word.text)
    return max(shares, key=lambda height: (shares[height], height))


def _leading_bold(words: list[Word]) -> list[Word]:
    """The words at the beginning of a line that are bold, before those that are not."""
    return list(takewhile(lambda word: word.style.bold, words))
