"""Old typewriting: one width for all letters, columns made of spaces, underlines, letters struck twice or askew."""

import math
import random
from collections.abc import Callable
from difflib import SequenceMatcher

import pytest

from wgtip_parse import readers

from .test_pdf_columns import invented
from .typeset import Paper

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
ENOUGH = 0.98
FONT, SIZE, ADVANCE, LEADING, LINES, WIDTH = "Courier", 10.0, 6.0, 16.0, 36, 72
HEAD = ["UNITED NATIONS                         Distr.", "GENERAL ASSEMBLY                       LIMITED", ""]


def typed(seed: int) -> list[str]:
    """Lines of numbered paragraphs that mean nothing, two spaces behind each stop."""
    lines, line = list(HEAD), ""
    for number, sentence in zip(range(1, 40), invented(seed), strict=False):
        line = f"{number}.   "
        for word in sentence.split():
            if len(line) + len(word) >= WIDTH:
                lines.append(line.rstrip())
                line = ""
            line += f"{word}  " if word.endswith(".") else f"{word} "
        lines += [line.rstrip(), ""]
    return lines[:LINES]


def by_line(paper: Paper, line: str, _: random.Random) -> None:
    paper.draw(70, line, FONT, SIZE)


def by_letter(paper: Paper, line: str, _: random.Random) -> None:
    for at, letter in enumerate(line):
        if letter != " ":
            paper.draw(70 + at * ADVANCE, letter, FONT, SIZE)


def struck_twice(paper: Paper, line: str, _: random.Random) -> None:
    for shift in (0.0, 0.4):
        paper.draw(70 + shift, line, FONT, SIZE)


def uneven(paper: Paper, line: str, chance: random.Random) -> None:
    """Each word a little higher or lower, as a worn machine types it and another reads it."""
    at = 0
    for word in line.split(" "):
        if word:
            paper.draw(70 + at * ADVANCE, word, FONT, SIZE, rise=chance.uniform(-1.2, 1.2))
        at += len(word) + 1


def underlined(paper: Paper, line: str, _: random.Random) -> None:
    paper.draw(70, line, FONT, SIZE)
    paper.canvas.line(70, paper.y - 1.5, 70 + len(line) * ADVANCE, paper.y - 1.5)


def askew(paper: Paper, line: str, _: random.Random) -> None:
    """The whole sheet lay a degree and a half askew in the scanner."""
    paper.canvas.saveState()
    paper.canvas.translate(70, paper.y)
    paper.canvas.rotate(1.5)
    paper.canvas.setFont(FONT, SIZE)
    paper.canvas.drawString((paper.y - 400) * math.sin(math.radians(1.5)), 0, line)
    paper.canvas.restoreState()


@pytest.mark.parametrize("strike", [by_line, by_letter, struck_twice, uneven, underlined, askew])
def test_a_typed_page_is_read_in_order(strike: Callable[[Paper, str, random.Random], None]) -> None:
    paper, chance, lines = Paper(), random.Random(5), typed(5)
    for line in lines:
        strike(paper, line, chance)
        paper.y -= LEADING
    paper.canvas.showPage()
    paper.canvas.save()
    found = readers.read_bytes("a.pdf", paper.written.getvalue())[0].text.split()
    assert SequenceMatcher(None, " ".join(lines).split(), found, autojunk=False).ratio() >= ENOUGH
