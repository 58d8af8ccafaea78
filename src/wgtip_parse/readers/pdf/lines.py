"""Lines: the words of a page in reading order, with the spaces that their distances ask for.

All distances are measured by the height of the words, which is some 1.1 times the size of the type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from wgtip_parse.readers.pdf.words import SMALLER, Word

TOUCHING = 0.3  # nearer than this stand the parts of one word
APART = 1.5  # from here on a gap parts two columns,
STRETCHED = 4.0  # unless all gaps of a line are alike and none is wider than this: then the line is justified
ALIKE = 0.6
OVERLAP = 0.3  # two words of one line may overlap so far, as italics do
WITHIN = 0.2  # what stands this far inside a taller word is on its line
COLUMN_GAP = "   "
LONGEST_LABEL = 40  # characters, of what stands in a figure

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
    """The lines of a page from top to bottom; what runs across it stands in the figure that it belongs to, or last."""
    rows: list[list[_Run]] = []
    for run in sorted(
        _runs(word for word in words if not word.across), key=lambda run: (-run.bottom - run.top, run.left)
    ):
        row = next((row for row in reversed(rows[-3:]) if _fits(run, row)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    lines = [Line(sorted((word for run in row for word in run.words), key=_left)) for row in rows]
    for word in words:
        if word.across:
            lines.insert(_place(word, lines), Line([word]))
    return lines


def _place(word: Word, lines: list[Line]) -> int:
    """Where words that run across belong: among the labels of a figure, but not into running text."""
    beside = [line for line in lines if word.bottom < line.top and line.bottom < word.top]
    if any(len(line.text) > LONGEST_LABEL and COLUMN_GAP not in line.text for line in beside):
        return len(lines)
    middle = word.bottom + word.top
    return next((at for at, line in enumerate(lines) if line.bottom + line.top < middle), len(lines))


def _runs(words: Iterable[Word]) -> list[_Run]:
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
    stretched = _is_stretched(words)
    for before, word in pairwise(words):
        raised = _is_raised(word, [before])
        text = word.text.translate(_RAISED) if raised else word.text
        parts.append(text if raised else _space(before, word, stretched=stretched) + text)
    return "".join(parts)


def _is_stretched(words: list[Word]) -> bool:
    """Whether a line is justified with wide gaps; the gap behind a label at its beginning does not count."""
    gaps = [
        (word.left - before.right) / (min(before.height, word.height) or 1.0)
        for before, word in pairwise(words)
        if not word.glued
    ][1:]
    return len(gaps) > 1 and APART < max(gaps) < STRETCHED and min(gaps) > ALIKE * max(gaps)


def _space(before: Word, word: Word, *, stretched: bool) -> str:
    """What stands between two words of a line."""
    gap = word.left - before.right
    height = min(before.height, word.height) or 1.0
    if gap > (STRETCHED if stretched else APART) * height:
        return COLUMN_GAP
    return "" if word.glued and gap < TOUCHING * height else " "
