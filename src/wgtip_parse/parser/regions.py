"""Regions: contents pages and tables, in which nothing is a heading or paragraph of the report.

They are found before anything else is decided: by leaders, by titles that come back, by cells that stand in columns
or, where columns are lost, by lines among which most are narrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.parser.lines import Line, Type
from wgtip_parse.words import Words

if TYPE_CHECKING:
    from wgtip_parse.model import Span

MOST_UNLED = 12  # lines of a contents page before the first with leaders
MOST_BETWEEN = 10  # lines of a wrapped title between two lines with leaders
LONGEST_NAME = 40  # characters, of what a contents page is called
LONGEST_PAGE = 300  # lines of a contents page without leaders
LONGEST_ENTRY = 300  # characters
FEWEST_ENTRIES = 2
FARTHEST = 8  # lines between two rows of one table
CELLS = frozenset({"TEXT", "BARE", "SYMBOL", "NOTE", "BULLET", "RULE"})
HEADS = frozenset({"LABEL", "CHAPTER", "ROMAN", "LETTER", "RECOMMENDATION"})
WINDOW, MOSTLY = 12, 8  # lines, and how many of them are narrow where cells stand
HALF = 0.5  # of the width of the few longest lines
STOPS = frozenset(".;:")
BESIDE_ROW = 3  # lines
BESIDE = 30  # rows that tell where a table begins on the left
NEAR = 10  # lines: the next row is not farther
ALIGNED = 1  # characters that two cells of one column may be apart
NARROW = 0.75  # of the usual width: a line inside a table that is no row is not longer

_LEADERS = re.compile(r"(?:\.[^\S\n]?){5}|…{2}|(?:\.[^\S\n]){3,}[^\S\n]*\d+\Z|(?: \.){3}\Z|\.{3}[^\S\n]{2,}\d+\Z")
_PAGE = re.compile(r"(?:[^\S\n]{2,}|\t)(?:[\d–-]+[^\S\n]+)?\d{1,3}\Z")
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_GAP = re.compile(r"(?:[^\S\n]{3,}|\t)(?=\S)")
_LABEL = re.compile(r"(?:\(?[\dA-Za-z]{1,6}[.)]|\d+(?:\.\d+)+\.?|\d{1,3}/?|[⁰¹²³⁴-⁹]+|[•▪➢*†–-]+)\Z")
_DOTS = re.compile(r"\.{3}|(?: \.){3}|…")


class Region(NamedTuple):
    """Lines from the `first` on, up to but without `stop`, by their places; `kind` is a row of the table of kinds."""

    kind: str
    first: int
    stop: int


def find(lines: Sequence[Line], type_: Type, text: str, words: Words) -> list[Region | None]:
    """The region of each line, None where it is running text."""
    found: list[Region | None] = [None] * len(lines)
    for kind, places in (("TABLE", _tables(lines, text, type_)), ("CONTENTS", _contents(lines, text, words))):
        for region in _runs(kind, sorted(places)):
            found[region.first : region.stop] = [region] * (region.stop - region.first)
    return found


def _runs(kind: str, places: Iterable[int]) -> Iterable[Region]:
    """Places that follow each other, as one region."""
    first = last = None
    for at in places:
        if first is None or last is None:
            first = at
        elif at != last + 1:
            yield Region(kind, first, last + 1)
            first = at
        last = at
    if first is not None and last is not None:
        yield Region(kind, first, last + 1)


def _contents(lines: Sequence[Line], text: str, words: Words) -> set[int]:
    """The places of the lines that belong to contents pages."""
    found = _led(lines, text, words) if ". . . " in text or "....." in text else set()
    titles = words.known("contents")
    for at, line in enumerate(lines):
        if line.end - line.start <= LONGEST_NAME and at not in found and text[line.start : line.end] in titles:
            found |= _unled(lines, at, text)
    return found


def _led(lines: Sequence[Line], text: str, words: Words) -> set[int]:
    """Lines with dot leaders, the wrapped titles between them, and labels that lost their titles."""
    led = [at for at, line in enumerate(lines) if _LEADERS.search(text, line.start, line.end)]
    found: set[int] = set()
    last = None
    for at in led:
        near = last if last is not None and at - last <= MOST_BETWEEN else at - 1
        if last is not None and near != last:
            found |= _labels(lines, text, words, range(last + 1, at))
            found |= _labels(lines, text, words, range(at - 1, last, -1))
        found |= set(range(near + 1, at + 1))
        last = at
    if led:
        found |= _before(lines, text, words, led[0])
        found |= _labels(lines, text, words, range(min(found) - 1, -1, -1))
        found |= _labels(lines, text, words, range(led[-1] + 1, len(lines)))
    return found


def _before(lines: Sequence[Line], text: str, words: Words, first: int) -> set[int]:
    """What stands between the title of a contents page and its first leaders."""
    titles = words.known("contents")
    near = range(max(0, first - MOST_UNLED), first)
    title = next((at for at in near if text[lines[at].start : lines[at].end] in titles), first)
    return set(range(title, first))


def _labels(lines: Sequence[Line], text: str, words: Words, beside: Iterable[int]) -> set[int]:
    """Beside the leaders, in plain text from a PDF, stand page numbers, numerals without title and column heads."""
    found: set[int] = set()
    heads = words.contents_heads
    for at in beside:
        line = lines[at]
        is_label = line.kind in ("ROMAN", "LETTER", "LABEL", "BARE") and not text[line.body : line.end].strip(" .")
        if not is_label and not heads.match(text[line.start : line.end]):
            break
        found.add(at)
    return found


def _unled(lines: Sequence[Line], title: int, text: str) -> set[int]:
    """A contents page without leaders: up to where its first entry comes back as a heading."""
    seen: set[str] = set()
    entries = 0
    for at in range(title + 1, min(len(lines), title + LONGEST_PAGE)):
        words = text[lines[at].start : lines[at].end]
        has_page = _PAGE.search(words) is not None
        name = _NOT_A_LETTER.sub("", words[lines[at].body - lines[at].start :]).lower()
        if (name in seen and not has_page) or len(words) > LONGEST_ENTRY:
            return set(range(title, at)) if name in seen and entries >= FEWEST_ENTRIES else set()
        entries += has_page
        if name:
            seen.add(name)
    return set()


def _tables(lines: Sequence[Line], text: str, type_: Type) -> set[int]:
    """The places of the lines that are rows of tables, or of cells that were read one after the other."""
    beside = {at for at, line in enumerate(lines) if line.look.in_cell}
    if beside:
        apart = [line for line in lines if not line.look.in_cell]
        places = [at for at in range(len(lines)) if at not in beside]
        return beside | {places[at] for at in _rows(apart, text, type_)}
    return _rows(lines, text, type_)


def _rows(lines: Sequence[Line], text: str, type_: Type) -> set[int]:
    """The places of the lines that are rows of tables."""
    if "   " not in text and "\t" not in text:
        return _narrow(lines, text, type_)
    starts = [_starts(line, text) for line in lines]
    rows = {at for at in range(len(lines)) if _is_row(at, starts, lines)}
    within = Within(text, starts, lines, type_.length)
    rows |= set(within.below(rows))
    return rows | set(within.between(sorted(rows))) | _narrow(lines, text, type_)


def _starts(line: Line, text: str) -> list[int]:
    """The columns at which the cells of a line begin, a label and the words behind it being one cell."""
    gaps = list(_GAP.finditer(text, line.start, line.end))
    if not gaps or _DOTS.search(text, line.start, line.end):
        return [line.column]
    if _LABEL.match(text[line.start : gaps[0].start()]):
        gaps = gaps[1:]
    return [line.column, *(line.column + gap.end() - line.start for gap in gaps)]


def _is_row(at: int, starts: Sequence[list[int]], lines: Sequence[Line]) -> bool:
    """Whether a line has a neighbour with a cell in the same column, or is one by its look."""
    if lines[at].look.cells > 1 and not _is_justified(at, lines):
        return True
    columns = starts[at][1:]
    for near in range(max(0, at - NEAR), min(len(starts), at + NEAR + 1)):
        if near != at and any(abs(a - b) <= ALIGNED for a in columns for b in starts[near][1:]):
            return True
    return False


def _is_justified(at: int, lines: Sequence[Line]) -> bool:
    """Whether a line with wide gaps stands alone, right below a line that begins and ends where it does."""
    line, above = lines[at], lines[at - 1] if at else lines[at]
    near = (*lines[max(0, at - BESIDE_ROW) : at], *lines[at + 1 : at + 1 + BESIDE_ROW])
    aligned = abs(line.column - above.column) <= ALIGNED and abs(line.right - above.right) <= ALIGNED
    return not line.blank and aligned and not any(each.look.cells > 1 for each in near)


def _narrow(lines: Sequence[Line], text: str, type_: Type) -> set[int]:
    """Lines among which most are half as wide as the text at most, without a stop: cells below another, or names."""
    if type_.longest < 2 * type_.length:  # a line is a whole block
        return set()
    half = type_.widest * HALF
    short = [
        at for at, line in enumerate(lines) if line.right - line.column <= half and text[line.end - 1] not in STOPS
    ]
    crowds = zip(short, short[MOSTLY - 1 :], strict=False)
    dense = {each for at, last in crowds if last - at <= 2 * WINDOW for each in range(at, last + 1)}
    narrow = set(short)
    found: set[int] = set()
    for crowd in _runs("TABLE", sorted(dense)):
        found |= _cells_among(crowd, narrow, lines, text, type_)
    return found


def _cells_among(crowd: Region, narrow: set[int], lines: Sequence[Line], text: str, type_: Type) -> set[int]:
    """The lines of a crowd of narrow ones that are cells."""
    found: set[int] = set()
    near: list[int] = []  # the last lines that may be cells
    for at in range(crowd.first, crowd.stop):
        line = lines[at]
        is_open = text[line.end - 1] not in STOPS
        goes_on = at + 1 < len(lines) and not lines[at + 1].blank
        is_wide = line.right - line.column > type_.widest * NARROW and (goes_on or not is_open)
        is_wide_number = line.kind == "NUMBER" and (line.look.bold or is_wide)
        if is_wide_number or line.kind in HEADS or line.kind == "ITEM" or (at and _is_label(lines[at - 1], text)):
            near.clear()
        elif line.kind != "NUMBER" or at not in narrow:  # a short number is of a row, or of an agenda: it tells nothing
            near = [*near[-WINDOW + 1 :], at]
            cells = [each for each in near if each in narrow and lines[each].kind in CELLS]
            if len(cells) >= MOSTLY and cells[-1] == at:
                first = _beginning(cells, found, lines)
                found.update(each for each in range(first, at + 1) if text[lines[each].end - 1] not in STOPS)
    return found


def _beginning(cells: list[int], found: set[int], lines: Sequence[Line]) -> int:
    """Where a table begins whose last lines are known: not in the midst of a block."""
    if not found.isdisjoint(cells):
        return cells[0]
    return next((at for at in cells if lines[at].blank or lines[at].page), cells[-1])


def _is_label(line: Line, text: str) -> bool:
    """Whether a line is the label of a heading whose words stand in the next one."""
    return line.kind in HEADS and not text[line.body : line.end].strip(" .*")


class Within:
    """Tells which lines beside rows go on in one of their cells."""

    def __init__(self, text: str, starts: Sequence[list[int]], lines: Sequence[Line], width: int) -> None:
        self.text = text
        self.starts = starts
        self.lines = lines
        self.width = width

    def between(self, rows: list[int]) -> Iterator[int]:
        """The lines between two rows."""
        for at, (above, below) in enumerate(pairwise(rows)):
            left = min(self.starts[row][0] for row in rows[max(0, at - BESIDE) : at + BESIDE])
            between = range(above + 1, below)
            is_near = len(between) <= FARTHEST
            if is_near and all(self._is_in_cell(each, left) for each in between):
                yield from between

    def below(self, rows: set[int]) -> Iterator[int]:
        """The lines right below a row that go on in one of its cells."""
        for row in rows:
            at = row + 1
            while at < len(self.lines) and at not in rows and not self.lines[at].blank:
                line = self.lines[at]
                is_set_in = line.column > self.starts[row][0] or self.text[line.start].islower()
                if line.kind not in ("TEXT", "SYMBOL", "NOTE") or not is_set_in or not self._is_narrow(at):
                    break
                yield at
                at += 1

    def _is_in_cell(self, at: int, left: int) -> bool:
        line = self.lines[at]
        is_paragraph = line.kind == "NUMBER" and (line.look.bold or self.text[line.end - 1] == ".")
        is_paragraph = is_paragraph or line.kind in HEADS
        return line.column >= left - ALIGNED and not is_paragraph and self._is_narrow(at)

    def _is_narrow(self, at: int) -> bool:
        return self.lines[at].right - self.lines[at].column <= self.width * NARROW


def cells(lines: Sequence[Line], text: str) -> list[list[Span]]:
    """What stands in each column of the lines of one row, read down, as spans of the text; in the order of the text."""
    columns: list[int] = []
    found: dict[int, list[Span]] = {}
    for line in lines:
        gaps = [match.span() for match in _GAP.finditer(text, line.start, line.end)]
        edges = [(line.start, line.start), *gaps, (line.end, line.end)]
        for (_, start), (end, _) in pairwise(edges):
            column = line.column + start - line.start
            near = next((known for known in columns if abs(known - column) <= 2 * ALIGNED), column)
            if near is column and column not in columns:
                columns.append(column)
            found.setdefault(near, []).append((start, end))
    return sorted(found.values())
