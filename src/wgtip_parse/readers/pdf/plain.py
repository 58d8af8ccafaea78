"""The plain form of a PDF: the lines of all pages, blank lines between blocks, a form feed between pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse.readers.pdf.line import Line
from wgtip_parse.readers.pdf.notes import RULE, SMALL, body_height, first_note, is_rule
from wgtip_parse.readers.pdf.tables import Row, rows_of
from wgtip_parse.readers.plain import Front
from wgtip_parse.source import PAGE_BREAK, Look

MORE = 0.3  # of the height of a line: so much wider than usual is the distance that parts two blocks
NEAREST, FARTHEST = -0.3, 1.5  # of the height of a line: between these a distance may be the usual one
SPACE = 0.3  # of the height of a line: more than the space between two words
OFTEN = 0.15  # a share of the lines
AT_TIMES = 0.05  # a share of the lines, set wider than the others
NEARLY = 0.1  # of the height of a line: gaps that differ no more are one, measured
MOSTLY = 0.6  # a share of the lines with a gap: in the others a block ends and the next is set no farther off
LEVEL = 1.0  # points: lines that begin so near to one another have one left edge
STOPS = ".;:!?"

_LABELS = re.compile(r"\[?(?:\([a-z]{1,5}\)|\d{1,4}\.|[A-Z]\.|[IVXL]{1,6}\.|[•▪➢])\s+(?=\S)")
_WRAPPED_MARKER = re.compile(r"\([a-z]{1,5}\)(?:\s|\Z)")  # inside a block it begins a line by chance, and no item


class Gaps(NamedTuple):
    """The white above wrapped lines, in heights of a line: the least, and all that occur often."""

    least: float
    wider: frozenset[float]


def plain(pages: list[list[Line]]) -> tuple[str, list[Look]]:
    """The text of a document, and the look of each of its lines."""
    setter = _Setter(pages)
    texts = [setter.page(number, lines) for number, lines in enumerate(pages, 1)]
    return f"\n{PAGE_BREAK}".join(texts) + "\n", setter.looks


class _Setter:
    """Sets page after page; remembers whether the title block at the top is over, where columns are no table."""

    def __init__(self, pages: list[list[Line]]) -> None:
        self.usual = _usual_gaps(pages)
        self.body = body_height(pages)
        self.front = Front()
        self.looks: list[Look] = []

    def page(self, number: int, lines: list[Line]) -> str:
        """The text of a page."""
        blocks = list(_blocks(lines, self.usual, self.body))
        rows = rows_of(blocks)
        note = first_note(blocks, self.body)
        texts = []
        for block in blocks:
            at = block.index(note) if note in block else 0
            if at:
                texts.append(self._block(number, block[:at], rows))
            if note is block[at]:
                texts.append(RULE)
                self.looks.append(Look(number))
            texts.append(self._block(number, block[at:], rows))
        return "\n\n".join(texts)

    def _block(self, number: int, block: list[Line], rows: dict[int, Row]) -> str:
        lines: list[str] = []
        for line in block:
            text, cells = line.text, 0
            if not self.front.is_open and id(line) in rows:
                text, cells = rows[id(line)]
            if lines and not cells and _WRAPPED_MARKER.match(text):
                lines[-1] = f"{lines[-1]} {text}"
                above = self.looks[-1]
                self.looks[-1] = above._replace(bold=above.bold and line.bold, italic=above.italic and line.italic)
                continue
            width = line.right - line.left
            look = Look(number, line.left, width, line.gap, line.height, line.bold, line.italic, None, False, cells)
            self.looks.append(look._replace(bold_to=line.bold_to, in_cell=line.in_cell))
            lines.append(text)
        words = "\n".join(lines)
        self.front.pass_by(words)
        return words


def _blocks(lines: list[Line], usual: Gaps, body: float) -> Iterator[list[Line]]:
    """The lines between two gaps that are wider than usual, or up to a label that did not have to begin a line.

    In the small print of notes such a label is a number in the midst of a sentence.
    """
    margin = _margin(lines)
    block: list[Line] = []
    in_notes = False
    for line in lines:
        in_notes = (line.height < SMALL * body and (in_notes or line.marked)) or is_rule(line)
        if line.gap is not None and (
            _is_wide(block[-1], line, margin, usual) or (not in_notes and _is_free(block[-1], line, margin))
        ):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _margin(lines: list[Line]) -> float:
    """Where the longest lines of a page end, a few aside."""
    rights = sorted(line.right for line in lines)
    return rights[len(rights) * 9 // 10] if rights else 0.0


def _is_wide(above: Line, line: Line, margin: float, usual: Gaps) -> bool:
    """Whether more white parts two lines than usual; where text is set wider, a sentence goes on below a full line."""
    if line.gap is None or line.gap <= usual.least + MORE:
        return False
    is_usual = any(abs(line.gap - gap) <= NEARLY for gap in usual.wider)
    return not is_usual or not _goes_on(above, line, margin)


def _goes_on(above: Line, line: Line, margin: float) -> bool:
    """Whether the line above has no stop, begins at the same edge, and had no room for the first word of a line."""
    if above.text[-1:] in STOPS or abs(line.left - above.left) > LEVEL:
        return False
    return above.right + SPACE * line.height + _width(line, len(line.text.split(None, 1)[0])) > margin


def _width(line: Line, length: int) -> float:
    """How wide so many characters of a line are, about."""
    return (line.right - line.left) * length / len(line.text)


def _is_free(above: Line, line: Line, margin: float) -> bool:
    """Whether a label begins a line although it and the next word would have fitted into the line above."""
    label = _LABELS.match(line.text)
    if label is None:
        return False
    length = label.end() + len(line.text[label.end() :].split(None, 1)[0])
    return above.right + _width(line, length) + SPACE * line.height < margin


def _usual_gaps(pages: list[list[Line]]) -> Gaps:
    """The white above wrapped lines: the smallest that occurs often, and others above which most sentences go on."""
    times: Counter[float] = Counter()
    going_on: Counter[float] = Counter()
    for lines in pages:
        margin = _margin(lines)
        for above, line in pairwise(lines):
            if line.gap is not None and NEAREST < line.gap < FARTHEST:
                times[round(line.gap, 1)] += 1
                going_on[round(line.gap, 1)] += _goes_on(above, line, margin)
    least = min((gap for gap in times if times[gap] >= OFTEN * times.total()), default=0.0)
    wider = (gap for gap in times if least < gap < least + 2 * MORE and times[gap] >= AT_TIMES * times.total())
    return Gaps(least, frozenset(gap for gap in wider if going_on[gap] >= MOSTLY * times[gap]))
