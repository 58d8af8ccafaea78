"""The plain form of a PDF: the lines of all pages, blank lines between blocks, a form feed between pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wgtip_parse.readers.pdf.lines import Line
from wgtip_parse.readers.pdf.notes import RULE, body_height, first_note
from wgtip_parse.readers.pdf.tables import Row, rows_of
from wgtip_parse.readers.plain import Front
from wgtip_parse.source import PAGE_BREAK, Look

MORE = 0.3  # of the height of a line: so much wider than usual is the distance that parts two blocks
NEAREST, FARTHEST = -0.3, 1.5  # of the height of a line: between these a distance may be the usual one
SPACE = 0.3  # of the height of a line: more than the space between two words
OFTEN = 0.15  # a share of the lines

_LABELS = re.compile(r"\[?(?:\([a-z]{1,5}\)|\d{1,4}\.|[A-Z]\.|[IVXL]{1,6}\.|[•▪➢])\s+(?=\S)")
_WRAPPED_MARKER = re.compile(r"\([a-z]{1,5}\)(?:\s|\Z)")  # inside a block it begins a line by chance, and no item


def plain(pages: list[list[Line]]) -> tuple[str, list[Look]]:
    """The text of a document, and the look of each of its lines."""
    setter = _Setter(pages)
    texts = [setter.page(number, lines) for number, lines in enumerate(pages, 1)]
    return f"\n{PAGE_BREAK}".join(texts) + "\n", setter.looks


class _Setter:
    """Sets page after page; remembers whether the title block at the top is over, where columns are no table."""

    def __init__(self, pages: list[list[Line]]) -> None:
        self.usual = _usual_gap(pages)
        self.body = body_height(pages)
        self.front = Front()
        self.looks: list[Look] = []

    def page(self, number: int, lines: list[Line]) -> str:
        """The text of a page."""
        blocks = list(_blocks(lines, self.usual))
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


def _blocks(lines: list[Line], usual: float) -> Iterator[list[Line]]:
    """The lines between two gaps that are wider than usual, or up to a label that did not have to begin a line."""
    rights = sorted(line.right for line in lines)
    margin = rights[len(rights) * 9 // 10] if rights else 0.0
    block: list[Line] = []
    for line in lines:
        if line.gap is not None and (line.gap > usual + MORE or _is_free(block[-1], line, margin)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_free(above: Line, line: Line, margin: float) -> bool:
    """Whether a label begins a line although it and the next word would have fitted into the line above."""
    label = _LABELS.match(line.text)
    if label is None:
        return False
    share = (label.end() + len(line.text[label.end() :].split(None, 1)[0])) / len(line.text)
    return above.right + share * (line.right - line.left) + SPACE * line.height < margin


def _usual_gap(pages: list[list[Line]]) -> float:
    """The white above a wrapped line: the smallest that occurs often."""
    gaps = Counter(
        round(line.gap, 1)
        for lines in pages
        for line in lines
        if line.gap is not None and NEAREST < line.gap < FARTHEST
    )
    often = OFTEN * sum(gaps.values())
    return min((gap for gap, times in gaps.items() if times >= often), default=0.0)
