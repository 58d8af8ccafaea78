"""A small typesetter: a report in the plain form becomes a PDF as the United Nations prints it."""

from __future__ import annotations

import io
import re
from itertools import takewhile
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0
LEFT, TEXT, RIGHT, COLUMN = 63.0, 127.0, 490.0, 410.0
TOP, BOTTOM = 720.0, 96.0
SIZE, LEADING, BETWEEN = 10.0, 12.0, 6.0
ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"

_SYMBOL = re.compile(r"[A-Z][\w.]*(?:/[\w.]+){2,}\Z")
_RIGHT_COLUMN = re.compile(r"Distr\.|\d{1,2} [A-Z][a-z]+ \d{4}\Z|Original:")
_LABEL = re.compile(r"(\d+\.|\([a-z]+\)|[IVX]+\.|[A-Z]\.) ")
_HEADING = re.compile(r"(?:[IVX]+|[A-Z])\. |Recommendation \d+\Z|Addendum\Z|Annex")
LONGEST_HEADING = 60


class Paper:
    """Sets lines from the top of a page down; a full page gets its head and foot, and a new one begins."""

    def __init__(self, symbol: str = "") -> None:
        self.written = io.BytesIO()
        self.canvas: Any = Canvas(self.written, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.symbol = symbol
        self.page = 1
        self.y = TOP

    def draw(self, x: float, text: str, font: str = ROMAN, size: float = SIZE, *, rise: float = 0.0) -> float:
        """Set text in the line; gives the place where it ends."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y + rise, text)
        return x + float(stringWidth(text, font, size))

    def down(self, by: float) -> None:
        """Go down, to a new page where this one is full."""
        self.y -= by
        if self.y < BOTTOM:
            self.turn()

    def turn(self) -> None:
        """End the page, and begin the next."""
        self.end()
        self.page += 1
        self.y = 760.0
        self.draw(LEFT if self.page % 2 == 0 else COLUMN, self.symbol, BOLD, 9)
        self.y = TOP

    def end(self) -> None:
        """End the page with its foot."""
        self.y = 40.0
        if self.page > 1:
            self.draw(LEFT if self.page % 2 == 0 else 520.0, str(self.page), BOLD, 9)
        self.canvas.showPage()

    def block(self, text: str, font: str = ROMAN) -> None:
        """Set a paragraph or heading with its label in the margin, and its wrapped lines."""
        label = _LABEL.match(text)
        x = TEXT
        if label:
            inner = label[1].startswith("(")
            x = TEXT + 22 if inner else TEXT if label[1][0].isdigit() else TEXT - 22
            self.draw(x, label[1], font)
            x += 26
            text = text[label.end() :]
        hanging = font == BOLD
        for line in _wrapped(text, RIGHT - x, RIGHT - (x if hanging else TEXT), font):
            self.draw(x, line, font)
            self.down(LEADING)
            x = x if hanging else TEXT
        self.down(BETWEEN)

    def data(self) -> bytes:
        """The PDF, complete."""
        self.end()
        self.canvas.save()
        return self.written.getvalue()


def typeset(text: str) -> bytes:
    """The PDF of a report that has one block to a line, and its masthead first."""
    lines = [line for line in text.split("\n") if line.strip()]
    head = list(takewhile(lambda line: not _HEADING.match(line) and not re.match(r"\d+\. ", line), lines))
    paper = Paper(next((line for line in head if _SYMBOL.match(line)), ""))
    _masthead(paper, head)
    for line in lines[len(head) :]:
        is_heading = _HEADING.match(line) or (len(line) < LONGEST_HEADING and line[-1].isalpha())
        paper.block(line.strip(), BOLD if is_heading else ROMAN)
    return paper.data()


def _masthead(paper: Paper, head: list[str]) -> None:
    right = [line for line in head if _RIGHT_COLUMN.match(line)]
    names = [line for line in head if line not in right and line not in ("United Nations", paper.symbol)]
    organ, rest = (names[0], names[1:]) if right and names else ("", names)
    paper.draw(LEFT, "United Nations", ROMAN, 14)
    paper.draw(COLUMN, paper.symbol, BOLD, 14)
    paper.down(30)
    left = _wrapped(organ, COLUMN - LEFT - 40, COLUMN - LEFT - 40, BOLD)
    for at in range(max(len(left), len(right))):
        if at < len(left):
            paper.draw(LEFT, left[at], BOLD)
        if at < len(right):
            paper.draw(COLUMN, right[at])
        paper.down(LEADING)
    paper.down(36)
    for line in rest:
        paper.block(line, BOLD)


def _wrapped(text: str, first: float, width: float, font: str) -> list[str]:
    """The lines of a text, the first perhaps narrower."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, font, SIZE) > (first if not lines else width):
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines
