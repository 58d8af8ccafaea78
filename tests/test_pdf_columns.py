"""Columns of running text are read one after the other, rows of tables are not: pages of many makes, read in order."""

import random
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import partial
from itertools import count

import pytest

from wgtip_parse import readers
from wgtip_parse.parser import parse_source

from .typeset import BOLD, ROMAN, Paper, stringWidth

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
ENOUGH = 0.98
LEADING = 12.0
SYLLABLES = "ka lo mi nu re sa to vi wer dan pol fin gra hel".split()
WORDS = (4, 38)  # of a paragraph, from and to
FOOT = 96.0


def invented(seed: int) -> Iterator[str]:
    """Sentences of words that mean nothing, always the same for a seed."""
    chance = random.Random(seed)
    while True:
        words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(chance.randint(*WORDS))]
        yield " ".join(words).capitalize() + "."


class Sheet:
    """A page set in columns, and its words in the order in which a person reads them."""

    def __init__(self, seed: int) -> None:
        self.paper = Paper()
        self.sentences = invented(seed)
        self.numbers = count(1)
        self.order: list[str] = []

    def across(self, text: str, font: str = BOLD) -> None:
        """A line over the whole page."""
        self.paper.draw(63, text, font)
        self.order += text.split()
        self.paper.down(LEADING * 2)

    def columns(self, lines: int, gutter: float, *, number: bool, set_in: float, off: float, columns: int = 2) -> None:
        """Columns of so many lines, the text of the first going on in the next."""
        width = (486 - gutter * (columns - 1)) / columns
        top = self.paper.y
        text = self._text(width, number=number, set_in=set_in)
        for column in range(columns):
            self.paper.y = top - off * (column % 2)
            for _ in range(lines):
                for x, line, font in next(text):
                    self.paper.draw(63 + column * (width + gutter) + x, line, font)
                    self.order += line.split()
                self.paper.y -= LEADING
        self.paper.y = top - LEADING * (lines + 2)

    def _text(self, width: float, *, number: bool, set_in: float) -> Iterator[list[tuple[float, str, str]]]:
        """Line after line, a blank one between paragraphs; each as the pieces of which it is made."""
        for sentence in self.sentences:
            line = [(0.0, f"{next(self.numbers)}.", ROMAN)] if number else []
            x = 26.0 if number else set_in
            words = ""
            for word in sentence.split():
                longer = f"{words} {word}".strip()
                if words and x + stringWidth(longer, ROMAN, 10) > width:
                    yield [*line, (x, words, ROMAN)]
                    line, x, longer = [], 0.0, word
                words = longer
            yield [*line, (x, words, ROMAN)]
            if not set_in:
                yield []

    def in_order(self) -> float:
        """The share of words that are read where they stand in the order."""
        found = readers.read_bytes("a.pdf", self.paper.data())[0].text.split()
        return SequenceMatcher(None, self.order, found, autojunk=False).ratio()


ALIKE = {  # pages of columns alone: how many lines, gutter, numbers, indent, by how much they are not level
    "plain": (40, 24, False, 0, 0),
    "numbered": (40, 18, True, 0, 0),
    "not level": (36, 20, True, 0, 5),
    "set in": (40, 24, False, 18, 0),
    "narrow": (44, 12, False, 0, 0),
    "wide": (44, 60, True, 0, 3),
}


def alike(kind: str, seed: int) -> Sheet:
    sheet = Sheet(seed)
    lines, gutter, number, set_in, off = ALIKE[kind]
    sheet.columns(lines, gutter, number=number, set_in=set_in, off=off)
    return sheet


def under_a_heading(seed: int) -> Sheet:
    sheet = Sheet(seed)
    sheet.across("A heading that goes over both of the columns of the page, and is bold as all headings are")
    sheet.columns(34, 24, number=True, set_in=0, off=0)
    return sheet


def two_headings(seed: int) -> Sheet:
    sheet = Sheet(seed)
    for _ in range(2):
        sheet.across("A heading that goes over both of the columns of the page, and is bold as all headings are")
        sheet.columns(18, 24, number=True, set_in=0, off=0)
    return sheet


def three(seed: int) -> Sheet:
    sheet = Sheet(seed)
    sheet.columns(40, 18, number=False, set_in=0, off=0, columns=3)
    return sheet


def with_head_and_foot(seed: int) -> Sheet:
    sheet = Sheet(seed)
    sheet.paper.symbol = "A/AC.999/2031/L.1"
    sheet.paper.draw(63, sheet.paper.symbol)
    sheet.order += [sheet.paper.symbol]
    sheet.paper.down(40)
    sheet.columns(40, 24, number=True, set_in=0, off=0)
    sheet.paper.page = 2
    sheet.order += ["2"]
    return sheet


MAKES = {kind: partial(alike, kind) for kind in ALIKE} | {
    each.__name__: each for each in (under_a_heading, two_headings, three, with_head_and_foot)
}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
def test_a_page_in_columns_is_read_in_order(make: object, seed: int) -> None:
    assert make(seed).in_order() >= ENOUGH


def two_columns(left: list[str], right: list[str]) -> Paper:
    paper = Paper()
    paper.draw(63, "Draft report")
    paper.down(40)
    top = paper.y
    for x, lines in ((63, left), (318, right)):
        paper.y = top
        for line in lines:
            paper.draw(x, line, BOLD if line[-1:].isalpha() and line[:1] == "I" else ROMAN)
            paper.y -= LEADING
    return paper


LEFT_NUMBERED = (
    "I. Introduction||1. The Working Group held its first meeting in|the morning, and heard two of the statements|"
    "of the host country.||"
    "2. The secretariat said that forty replies had|come from the ports, and that a summary was|at hand."
).split("|")
RIGHT_NUMBERED = (
    "II. Recommendations||3. The Working Group recommends that all|ports should paint their buoys in spring, and|"
    "count the lamps.||"
    "4. The Working Group recommends that all|boats should have a lamp in the winter, and|a second one."
).split("|")


def test_numbers_that_count_on_tell_columns_though_paragraphs_are_level() -> None:
    source = readers.read_bytes("a.pdf", two_columns(LEFT_NUMBERED, RIGHT_NUMBERED).data())[0]
    sections = parse_source(source).report.sections
    assert [(each.number, [block.number for block in each.blocks]) for each in sections] == [
        ("I", ["1", "2"]),
        ("II", ["3", "4"]),
    ]


SHORT_LEFT = (
    "1. The Working Group met in the morning and|heard all.||"
    "2. It adopted its agenda, and elected as its|officers those of last year."
).split("|")
SHORT_RIGHT = (
    "3. It recommends that all ports paint their|buoys.||4. It recommends that each boat has a lamp|in the winter."
).split("|")


def test_few_lines_are_enough_where_numbers_count_on() -> None:
    blocks = parse_source(readers.read_bytes("a.pdf", two_columns(SHORT_LEFT, SHORT_RIGHT).data())[0]).report.blocks
    assert [block.number for block in blocks if block.kind == "paragraph"] == ["1", "2", "3", "4"]


def test_paragraphs_in_columns_are_whole() -> None:
    sheet = alike("numbered", 0)
    blocks = parse_source(readers.read_bytes("a.pdf", sheet.paper.data())[0]).report.blocks
    found = [f"{block.number}. {block.text}" for block in blocks]
    assert " ".join(found).split() == sheet.order
    assert len(found) > 10


def test_numbers_that_count_across_tell_rows() -> None:
    left = [line.replace("2.", "3.") for line in LEFT_NUMBERED]
    right = [line.replace("3.", "2.") for line in RIGHT_NUMBERED]
    text = readers.read_bytes("a.pdf", two_columns(left, right).data())[0].text
    assert text.index("1. The") < text.index("2. The") < text.index("3. The")


def test_level_paragraphs_without_numbers_are_rows_of_cells() -> None:
    left = [line[3:] if line[:1].isdigit() else line for line in LEFT_NUMBERED]
    right = [line[3:] if line[:1].isdigit() else line for line in RIGHT_NUMBERED]
    text = readers.read_bytes("a.pdf", two_columns(left, right).data())[0].text
    assert text.index("recommends that all") < text.index("The secretariat")


def test_a_column_whose_sentence_goes_on_in_the_next_is_not_parted_there() -> None:
    sentence = "the ports of the north, those of the south and the boats of all of them were asked to"
    source = readers.read_bytes(
        "a.pdf", two_columns(["At that time", *[sentence[:44]] * 6], [sentence[45:]] * 7).data()
    )
    assert f"{sentence[:44]}\n{sentence[45:]}" in source[0].text


def test_short_lines_side_by_side_are_no_columns() -> None:
    left, right = [f"Port of Aa {number}" for number in range(8)], [f"{number} lamps" for number in range(8)]
    text = readers.read_bytes("a.pdf", two_columns(left, right).data())[0].text
    assert "Port of Aa 3   3 lamps" in text


def test_so_many_lines_of_a_page_may_be_in_columns_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = sum(1 for line in LEFT_NUMBERED if line) + 1
    data = two_columns(LEFT_NUMBERED, RIGHT_NUMBERED).data()
    for most, first in ((lines, "2. The"), (lines - 1, "3. The")):
        monkeypatch.setattr("wgtip_parse.readers.pdf.columns.MOST_ROWS", most)
        text = readers.read_bytes("a.pdf", data)[0].text
        assert sorted(("2. The", "3. The"), key=text.index)[0] == first


def test_so_many_columns_stand_beside_one_another_and_of_more_only_some_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert three(0).in_order() >= ENOUGH
    monkeypatch.setattr("wgtip_parse.readers.pdf.columns.MOST_EDGES", 0)
    assert alike("numbered", 0).in_order() < ENOUGH
