"""Lines: the words of a page in reading order, with the spaces that their distances ask for.

All distances are measured by the height of the words, which is some 1.1 times the size of the type.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from wgtip_parse.readers.pdf.columns import goes_on
from wgtip_parse.readers.pdf.leftward import are_marks
from wgtip_parse.readers.pdf.line import Line
from wgtip_parse.readers.pdf.margins import without_line_numbers
from wgtip_parse.readers.pdf.order import Order
from wgtip_parse.readers.pdf.spaces import COLUMN_GAP
from wgtip_parse.readers.pdf.words import Word

OVERLAP = 0.3  # two words of one line may overlap so far, as italics do
WITHIN = 0.1  # what stands this far inside a taller word is on its line
BESIDE = 2.0  # the gap above the first line of a cell or column, which stands no lower than the line read before it,
WRAPPED = 0.0  # and where it goes on in the midst of a sentence
LONGEST_LABEL = 40  # characters, of what stands in a figure


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


def lines_of(words: list[Word], *, typed: bool, titled: bool = False) -> list[Line]:
    """The lines of a page from top to bottom; what runs across it stands in the figure that it belongs to, or last.

    `typed` says that the file has the spaces between words, so that a gap is more than one; `titled`, that the title
    block may stand at the top.
    """
    rows: list[list[_Run]] = []
    for run in sorted(
        _runs(word for word in words if not word.across), key=lambda run: (-run.bottom - run.top, run.left)
    ):
        row = next((row for row in reversed(rows[-3:]) if _fits(run, row)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    ordered = [sorted((word for run in row for word in run.words), key=_left) for row in _with_marks(rows)]
    lines = Order(typed=typed, titled=titled).in_columns(without_line_numbers(ordered))
    for word in words:
        if word.across:
            line, at = Line([word], typed=typed), _place(word, lines)
            line.is_apart = at == len(lines)
            lines.insert(at, line)
    for above, line in pairwise(lines):
        gap = (above.bottom - line.top) / (min(above.height, line.height) or 1.0)
        if line.top >= above.top and line.is_apart:
            gap = WRAPPED if goes_on(above.text, line.text) else BESIDE
        line.gap = BESIDE if line.in_cell and line.top >= above.top else gap
    return lines


def _with_marks(rows: list[list[_Run]]) -> list[list[_Run]]:
    """The lines, each with the marks above its letters that stand too high to be level with it."""
    kept: list[list[_Run]] = []
    marks: list[_Run] = []
    for row in rows:
        if all(are_marks(word.text) for run in row for word in run.words):
            marks += row
        else:
            kept.append(marks + row)
            marks = []
    return [*kept, marks] if marks else kept


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
    if one.words[0].signs or other.words[0].signs:
        return False  # a mark above a letter, or a letter between others, that the file gives by itself
    return any(a.right > b.left + slack and a.left < b.right - slack for a in one.words for b in other.words)


def _left(word: Word) -> float:
    return word.left
