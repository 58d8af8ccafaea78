"""Lines: the words of a page in reading order, with the spaces that their distances ask for.

All distances are measured by the height of the words, which is some 1.1 times the size of the type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from wgtip_parse.readers.pdf.columns import columns, goes_on, sides
from wgtip_parse.readers.pdf.gutters import NEAR, gutters
from wgtip_parse.readers.pdf.leftward import MOST_SIGNS, are_marks
from wgtip_parse.readers.pdf.margins import without_line_numbers
from wgtip_parse.readers.pdf.spaces import COLUMN_GAP, is_raised, is_stretched, joined, leftward
from wgtip_parse.readers.pdf.words import Word

OVERLAP = 0.3  # two words of one line may overlap so far, as italics do
WITHIN = 0.1  # what stands this far inside a taller word is on its line
CUT = 0.5  # heights by which the white between two rows of a table is wider than that between its lines
BESIDE = 2.0  # the gap above the first line of a cell or column, which stands no lower than the line read before it,
WRAPPED = 0.0  # and where it goes on in the midst of a sentence
LONGEST_LABEL = 40  # characters, of what stands in a figure

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


def lines_of(words: list[Word], *, typed: bool) -> list[Line]:
    """The lines of a page from top to bottom; what runs across it stands in the figure that it belongs to, or last.

    `typed` says that the file has the spaces between words, so that a gap is more than one.
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
    lines = _in_columns(without_line_numbers(ordered), typed=typed)
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


def _in_columns(rows: list[list[Word]], *, typed: bool) -> list[Line]:
    """The lines of a page; where it is set in columns, those of each column before those of the next."""
    lines: list[Line] = []
    done = 0
    for first, stop, edge, cells in columns(rows):
        lines += _read_down(rows[done:first], typed=typed)
        both = [sides(row, edge) for row in rows[first:stop]]
        left = _in_columns([row for row, _ in both if row], typed=typed)
        right = _in_columns([row for _, row in both if row], typed=typed)
        right[0].is_apart = True
        for line in (*left, *right) if cells else ():
            line.in_cell = True
        lines += left + right
        done = stop
    return lines + _read_down(rows[done:], typed=typed)


def _read_down(rows: list[list[Word]], *, typed: bool) -> list[Line]:
    """The lines of a page; where two cells stand side by side, those of the first before those of the second."""
    lines: list[Line] = []
    done = 0
    for first, stop, edge in gutters(rows):
        lines += [Line(row, typed=typed) for row in rows[done:first]]
        sides: tuple[list[Line], list[Line]] = ([], [])
        for row in rows[first:stop]:
            for side, words in enumerate(_sides(row, edge)):
                if words:
                    line = Line(words, typed=typed)
                    line.in_cell = True
                    sides[side].append(line)
        lines += _by_rows(*sides)
        done = stop
    return lines + [Line(row, typed=typed) for row in rows[done:]]


def _sides(row: list[Word], edge: float) -> tuple[list[Word], list[Word]]:
    return [word for word in row if word.left < edge - NEAR], [word for word in row if word.left >= edge - NEAR]


def _by_rows(left: list[Line], right: list[Line]) -> Iterator[Line]:
    """The cells of each row of a table, which ends where both cells have a gap, or where bold type begins again."""
    cells = sorted([*left, *right], key=lambda line: -line.top)
    gaps = sorted(_white(cells))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    ends = [line.top for line, gap in zip(cells[1:], _white(cells), strict=True) if gap > usual + CUT]
    ends = [end for end in ends if not _is_label(end, left)]
    ends += [line.top + line.height / 2 for above, line in pairwise(left) if line.bold and not above.bold]
    for end in [*sorted(ends, reverse=True), float("-inf")]:
        for side in (left, right):
            while side and side[0].top > end:
                yield side.pop(0)


def _white(lines: list[Line]) -> Iterator[float]:
    """The white above each line but the first, in heights; below none where the cells beside are not level."""
    foot = lines[0].bottom if lines else 0.0
    for line in lines[1:]:
        yield (foot - line.top) / (line.height or 1.0)
        foot = min(foot, line.bottom)


def _is_label(end: float, left: list[Line]) -> bool:
    """Whether the last line on the left above a place is a bold one alone, which goes with what stands below it."""
    above = [line for line in left if line.top > end]
    return bool(above) and above[-1].bold and not (len(above) > 1 and above[-2].bold)


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
