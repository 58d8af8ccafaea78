"""Lines: the words of a page in reading order, with the spaces that their distances ask for.

All distances are measured by the height of the words, which is some 1.1 times the size of the type.
"""

from __future__ import annotations

import re
from itertools import pairwise

from wgtip_parse.readers.pdf.words import SMALLER, Word

TOUCHING = 0.3  # nearer than this stand the parts of one word
APART = 1.5  # from here on a gap parts two columns
OVERLAP = 0.3  # two words of one line may overlap so far, as italics do
WITHIN = 0.2  # what stands this far inside a taller word is on its line
COLUMN_GAP = "   "

_MARK = re.compile(r"\d{1,3}(?:,\d{1,3})*/?\Z")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Line:
    """One line of a page: its text, its place, and the height and style that most of it has."""

    __slots__ = ("bold", "bottom", "height", "italic", "left", "marked", "right", "text", "top")

    def __init__(self, words: list[Word]) -> None:
        self.left = words[0].left
        self.right = max(word.right for word in words)
        tallest = max(words, key=_height)
        self.bottom, self.top = tallest.bottom, tallest.top
        self.height = _common_height(words, tallest.height)
        self.bold = all(word.style.bold for word in words)
        self.italic = all(word.style.italic for word in words)
        self.marked = _is_raised(words[0], words[1:2]) and len(words) > 1
        self.text = _joined(words)


class _Run:
    """Words that stand in one line and follow each other in the file as on the page."""

    __slots__ = ("bottom", "left", "right", "top", "words")

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.left, self.right = word.left, word.right
        self.bottom, self.top = word.bottom, word.top

    def add(self, word: Word) -> None:
        self.words.append(word)
        self.right = max(self.right, word.right)
        if word.top - word.bottom > self.top - self.bottom:
            self.bottom, self.top = word.bottom, word.top


def lines_of(words: list[Word]) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows: list[list[_Run]] = []
    for run in sorted(_runs(words), key=lambda run: (-run.bottom - run.top, run.left)):
        row = next((row for row in reversed(rows[-3:]) if _fits(run, row)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return [Line(sorted((word for run in row for word in run.words), key=_left)) for row in rows]


def _runs(words: list[Word]) -> list[_Run]:
    runs: list[_Run] = []
    for word in words:
        if runs and _is_level(word, runs[-1]) and word.left >= runs[-1].right - OVERLAP * (word.top - word.bottom):
            runs[-1].add(word)
        else:
            runs.append(_Run(word))
    return runs


def _is_level(one: Word | _Run, other: Word | _Run) -> bool:
    """Whether the middle of the lower of two stands inside the taller."""
    if one.top - one.bottom > other.top - other.bottom:
        one, other = other, one
    margin = (other.top - other.bottom) * WITHIN
    return other.bottom + margin <= (one.bottom + one.top) / 2 <= other.top - margin or (
        abs(one.bottom - other.bottom) < margin
    )


def _fits(run: _Run, row: list[_Run]) -> bool:
    tallest = max(row, key=lambda other: other.top - other.bottom)
    return _is_level(run, tallest) and not any(_overlap(run, other) for other in row)


def _overlap(one: _Run, other: _Run) -> bool:
    """Whether words of two runs cover each other; a mark may stand in a gap that the other run leaves for it."""
    slack = OVERLAP * (one.top - one.bottom)
    if one.right <= other.left + slack or one.left >= other.right - slack:
        return False
    return any(a.right > b.left + slack and a.left < b.right - slack for a in one.words for b in other.words)


def _left(word: Word) -> float:
    return word.left


def _height(word: Word) -> float:
    return word.height


def _common_height(words: list[Word], tallest: float) -> float:
    """The height that most characters of a line have."""
    shares: dict[float, int] = {}
    for word in words:
        height = round(word.height, 1)
        shares[height] = shares.get(height, 0) + len(word.text)
    return max(shares, key=lambda height: (shares[height], height)) or tallest


def _is_raised(word: Word, beside: list[Word]) -> bool:
    """Whether a word is a footnote mark: a number smaller than the word beside it and standing higher."""
    if not beside or not _MARK.match(word.text):
        return False
    other = beside[0]
    return word.height < other.height * SMALLER and word.bottom > other.bottom + other.height * 0.05


def _joined(words: list[Word]) -> str:
    raised = _is_raised(words[0], words[1:2])
    parts = [words[0].text.translate(_RAISED) if raised else words[0].text]
    for before, word in pairwise(words):
        raised = _is_raised(word, [before])
        text = word.text.translate(_RAISED) if raised else word.text
        parts.append(text if raised else _space(before, word) + text)
    return "".join(parts)


def _space(before: Word, word: Word) -> str:
    """What stands between two words of a line."""
    gap = word.left - before.right
    height = min(before.height, word.height) or 1.0
    if gap > APART * height:
        return COLUMN_GAP
    return "" if word.glued and gap < TOUCHING * height else " "
