"""The plain form of a PDF: the lines of all pages, blank lines between blocks, a form feed between pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from wgtip_parse.readers.pdf.lines import COLUMN_GAP, Line
from wgtip_parse.readers.pdf.notes import RULE, body_height, first_note
from wgtip_parse.readers.pdf.tables import rows_of, within
from wgtip_parse.readers.plain import heading
from wgtip_parse.source import PAGE_BREAK

MORE = 0.3  # of the height of a line: so much wider than usual is the distance that parts two blocks
NEAREST, FARTHEST = -0.3, 1.5  # of the height of a line: between these a distance may be the usual one
SPACE = 0.3  # of the height of a line: more than the space between two words
OFTEN = 0.15  # a share of the lines
COMMON = 0.3  # a share of the lines: type that so many have does not stand out

_LABELS = re.compile(r"\[?(?:\([a-z]{1,5}\)|\d{1,4}\.|[A-Z]\.|[IVXL]{1,6}\.|[•▪➢])\s+(?=\S)")
_WRAPPED_MARKER = re.compile(r"\n(?=\([a-z]{1,5}\)\s)")  # inside a block it begins a line by chance, and no item
_ENDS_FRONT = re.compile(r"(?:\d{1,4}|[IVXL]{1,6}|[A-Z])\.(?:\s|\Z)|\d{1,4}\.\d{1,4}\.?\s")
_LEADERS = re.compile(r"\.{3}|(?: \.){3}|…")
_OWN_LABEL = re.compile(
    r"(?:Annex|Appendix|Chapter|Part)(?: [\dIVXLCA-Z]{1,6}| \w{3,5})?\*?$", re.IGNORECASE | re.MULTILINE
)


def plain(pages: list[list[Line]]) -> str:
    """The text of a document."""
    setter = _Setter(pages)
    return f"\n{PAGE_BREAK}".join(setter.page(lines) for lines in pages) + "\n"


class _Setter:
    """Sets page after page; remembers whether the title block at the top is over, and a label above its title."""

    def __init__(self, pages: list[list[Line]]) -> None:
        self.usual = _usual_distance(pages)
        self.body = body_height(pages)
        count = sum(map(len, pages)) * COMMON
        self.bold_stands_out = sum(line.bold for lines in pages for line in lines) < count
        self.italic_stands_out = sum(line.italic for lines in pages for line in lines) < count
        self.is_front = True
        self.is_titled = False

    def page(self, lines: list[Line]) -> str:
        """The text of a page."""
        blocks = list(_blocks(lines, self.usual))
        rows = rows_of(blocks)
        inner = within(blocks)
        note = first_note(blocks, self.body)
        texts = []
        for block in blocks:
            if note in block:
                at = block.index(note)
                texts += [self._block(part, rows, is_inner=True) for part in (block[:at], block[at:]) if part]
                texts[-1] = f"{RULE}\n\n{texts[-1]}"
            else:
                texts.append(self._block(block, rows, is_inner=block in inner))
        return "\n\n".join(texts)

    def _block(self, block: list[Line], rows: dict[int, str], *, is_inner: bool) -> str:
        text = "\n".join(line.text if self.is_front else rows.get(id(line), line.text) for line in block)
        text = _WRAPPED_MARKER.sub(" ", text)
        is_label = _OWN_LABEL.match(text) is not None
        is_plain = self.is_front or is_label or self.is_titled or COLUMN_GAP in text
        if is_inner and not is_plain and self._stands_out(block):
            text = heading(text)
        self.is_titled = is_label and "\n" not in text
        if _ENDS_FRONT.match(text) and not _LEADERS.search(text):
            self.is_front = False
        return text

    def _stands_out(self, block: list[Line]) -> bool:
        """Whether a block is in bold or italics as a whole and ends as a heading does."""
        if block[-1].text[-1] in ".;:,":
            return False
        is_bold = self.bold_stands_out and all(line.bold for line in block)
        return is_bold or (self.italic_stands_out and all(line.italic for line in block))


def _blocks(lines: list[Line], usual: float) -> Iterator[list[Line]]:
    """The lines between two gaps that are wider than usual, or up to a label that did not have to begin a line."""
    rights = sorted(line.right for line in lines)
    margin = rights[len(rights) * 9 // 10] if rights else 0.0
    block: list[Line] = []
    for line in lines:
        if block and (_distance(block[-1], line) > usual + MORE or _is_free(block[-1], line, margin)):
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


def _distance(above: Line, below: Line) -> float:
    """The white between two lines, by the height of the lower one."""
    return (above.bottom - below.top) / (min(above.height, below.height) or 1.0)


def _usual_distance(pages: list[list[Line]]) -> float:
    """The distance of a wrapped line from the line above: the smallest that occurs often."""
    distances: Counter[float] = Counter()
    for lines in pages:
        for above, below in pairwise(lines):
            distance = _distance(above, below)
            if NEAREST < distance < FARTHEST:
                distances[round(distance, 1)] += 1
    often = OFTEN * sum(distances.values())
    return min((distance for distance, times in distances.items() if times >= often), default=0.0)
