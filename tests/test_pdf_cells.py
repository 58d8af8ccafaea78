"""Tables with cells that go on in the next line: each row is a line, its cells in order."""

from difflib import SequenceMatcher

import pytest

from wgtip_parse import readers

from .test_pdf_columns import invented
from .typeset import BOLD, ROMAN, Paper, stringWidth

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
ENOUGH = 0.98
SENTENCE = "The Chair thanked those who had sent in forms, and asked the others to do so before the end of the week."


def wrapped(text: str, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", ROMAN, 10) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class Sheet:
    """A page with a table between two paragraphs, and its words in the order in which a person reads them."""

    def __init__(self, *rows: tuple[str, ...], places: tuple[float, ...], white: float) -> None:
        self.paper = Paper()
        self.paper.turn()
        self.paper.block(f"1. {SENTENCE}")
        self.paper.down(14)
        self.order = f"1. {SENTENCE}".split()
        for row in rows:
            self.row(row, places, white, ROMAN if row is not rows[0] else BOLD)
        self.paper.down(14)
        self.paper.block(f"2. {SENTENCE}")
        self.order += [*f"2. {SENTENCE}".split(), "2"]

    def row(self, cells: tuple[str, ...], places: tuple[float, ...], white: float, font: str) -> None:
        top, lowest = self.paper.y, self.paper.y
        for cell, left, right in zip(cells, places, (*places[1:], 556.0), strict=True):
            self.paper.y = top
            for line in wrapped(cell, right - left - 14):
                self.paper.draw(left, line, font)
                self.paper.y -= 12
            self.order += cell.split()
            lowest = min(lowest, self.paper.y)
        self.paper.y = lowest - white

    def text(self) -> str:
        return readers.read_bytes("a.pdf", self.paper.data())[0].text


def some(seed: int, *lengths: int) -> tuple[str, ...]:
    """Cells of so many words that mean nothing."""
    words = " ".join(sentence for sentence, _ in zip(invented(seed), range(20), strict=False)).replace(".", "").split()
    return tuple(" ".join(words[sum(lengths[:at]) :][:length]) for at, length in enumerate(lengths))


TABLES = {
    "three columns": Sheet(
        ("Port", "What was asked", "What was done"),
        *[some(seed, 2, 12, 9) for seed in range(6)],
        places=(100, 200, 380),
        white=6,
    ),
    "two columns": Sheet(
        ("What was asked", "What was done"), *[some(seed, 14, 20) for seed in range(5)], places=(100, 320), white=8
    ),
    "four columns": Sheet(
        ("Port", "Year", "Lamps", "Remarks"),
        *[some(seed, 3, 1, 1, 9) for seed in range(7)],
        places=(80, 200, 280, 360),
        white=6,
    ),
    "labels": Sheet(
        ("No.", "Port", "Remarks"),
        *[(f"{seed + 1}", *some(seed, 8, 12)) for seed in range(6)],
        places=(100, 130, 330),
        white=6,
    ),
    "white by the first column alone": Sheet(
        ("Port", "What was asked", "What was done"),
        *[some(seed, 1, 12, 9) for seed in range(6)],
        places=(100, 200, 380),
        white=0,
    ),
    "narrow white": Sheet(
        ("Port", "What was asked", "What was done"),
        *[some(seed, 6, 12, 14) for seed in range(6)],
        places=(100, 200, 340),
        white=7,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_row_by_row_and_cell_by_cell(name: str) -> None:
    sheet = TABLES[name]
    assert SequenceMatcher(None, sheet.order, sheet.text().split(), autojunk=False).ratio() >= ENOUGH


def rows_of(*rows: tuple[str, ...], white: float = 0.0, page: int = 2) -> list[str]:
    """The lines of a page with cells of lines that are given, parted by bars."""
    paper = Paper()
    if page > 1:
        paper.turn()
    for row in rows:
        top, lowest = paper.y, paper.y
        for at, cell in enumerate(row):
            paper.y = top
            for line in cell.split("|"):
                paper.draw(80 + at * 150, line)
                paper.y -= 12
            lowest = min(lowest, paper.y)
        paper.y = lowest - white
    paper.canvas.showPage()
    paper.canvas.save()
    text = readers.read_bytes("a.pdf", paper.written.getvalue())[0].text
    return [line.lstrip("\f") for line in text.replace("   ", "\t").split("\n") if "\t" in line]


SOME = [
    ("Mill of Aa|in the north", "Painted white|and well-|lit|by two lamps", "2030"),
    ("Mill of Bb", "Not yet|painted", "–"),
]


def test_a_row_is_a_line_and_its_cells_are_parted_by_tabs() -> None:
    assert rows_of(*SOME, white=8) == [
        "Mill of Aa in the north\tPainted white and well-lit by two lamps\t2030",
        "Mill of Bb\tNot yet painted\t–",
    ]


def test_the_title_block_of_the_first_page_is_no_table() -> None:
    assert rows_of(*SOME, white=8, page=1)[0] == "Mill of Aa\tPainted white\t2030"


@pytest.mark.parametrize(
    "rows",
    [
        [("Mill|Barge|Boat", "12|3|40", "9|8|7"), ("Lamp|Buoy|Ship", "1|2|3", "4|5|60")],  # figures
        [("Mills|Barges", "of wood|of iron", "north|south"), ("Lamps|Buoys", "of glass|of cork", "east|west")],  # even
        [("In spring|(a) mills", "of wood", "north"), ("In autumn|(b) boats", "of iron", "south")],  # labels
    ],
)
def test_rows_that_stand_near_one_another_are_not_joined(rows: list[tuple[str, ...]]) -> None:
    assert rows_of(*rows, white=8)[0].split("\t")[0] == rows[0][0].split("|")[0]


def test_lines_that_are_in_order_as_they_stand_are_left() -> None:
    found = rows_of(("Mill of Aa", "In the north of|the river"), ("Mill of Bb", "In the south of|the river"), white=8)
    assert not any("north of the river" in line for line in found)


def test_so_many_lines_of_a_page_are_looked_through_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    for most, first in ((6, "Mill of Aa in the north"), (5, "Mill of Aa")):
        monkeypatch.setattr("wgtip_parse.readers.pdf.cells.MOST_ROWS", most)
        assert rows_of(*SOME, white=8)[0].split("\t")[0] == first
