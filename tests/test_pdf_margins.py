"""What stands beside, behind or below the text of a PDF: numbers of lines, words askew, notes that go on."""

import pytest

from wgtip_parse import readers
from wgtip_parse.parser import parse_source

from .typeset import BOLD, LEFT, RIGHT, ROMAN, TEXT, Paper

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
LINES = [
    "I. Introduction",
    "1. The Working Group met in the morning, and heard of mills and of",
    "barges on the river, and of the lamps of the north.",
    "2. The Chair said that all replies had come, and that a summary of",
    "what they said was at hand.",
    "II. Recommendations",
    "3. The Working Group recommends that all ports count their lamps in",
    "the spring of each year, and after each storm.",
    "4. The Working Group recommends that boats be painted white, those",
    "of the north and those of the south.",
]


def numbered(numbers: dict[int, str], x: float) -> str:
    """The text of lines some of which have a number at a place."""
    paper = Paper()
    for at, line in enumerate(LINES):
        if at in numbers:
            paper.draw(x, numbers[at], size=8.0)
        paper.draw(TEXT, line, BOLD if line[0] == "I" else ROMAN)
        paper.down(24 if "." in line[-1:] or line[0] == "I" else 12)
    paper.canvas.showPage()
    paper.canvas.save()
    return readers.read_bytes("a.pdf", paper.written.getvalue())[0].text


@pytest.mark.parametrize("x", [LEFT, RIGHT + 20])
@pytest.mark.parametrize("first", [1, 41])
def test_numbers_of_lines_are_left_out(x: float, first: int) -> None:
    text = numbered({at: str(first + at) for at in range(len(LINES))}, x)
    assert [line for line in text.split("\n") if line] == LINES


def test_numbers_of_every_fifth_line_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wgtip_parse.readers.pdf.margins.FEWEST", 2)
    text = numbered({4: "5", 9: "10"}, LEFT)
    assert [line for line in text.split("\n") if line] == LINES


@pytest.mark.parametrize(
    "numbers",
    [
        {at: str(at + 1) for at in range(7)},  # not nearly all of them
        {at: str(at * 2) for at in range(10)},  # which count by two
        {at: str(2020 + at) for at in (0, 1, 2, 3, 5, 6, 7, 8, 9)},  # one is missing
        dict.fromkeys(range(10), "1998765"),  # too long
    ],
)
def test_other_numbers_stay(numbers: dict[int, str]) -> None:
    assert all(number in numbered(numbers, LEFT) for number in numbers.values())


def test_numbers_among_other_words_stay() -> None:
    paper = Paper()
    paper.draw(TEXT, "No.")
    paper.draw(TEXT + 60, "Port")
    for number in range(1, 12):
        paper.down(12)
        paper.draw(TEXT, str(number))
        paper.draw(TEXT + 60, f"Mill of Aa, number {number * 3}")
    assert "\n7\tMill of Aa" in readers.read_bytes("a.pdf", paper.data())[0].text.replace("   ", "\t")


@pytest.mark.parametrize("angle", [30, 45, 60])
def test_a_word_behind_the_text_stands_apart_from_it(angle: int) -> None:
    paper = Paper()
    paper.canvas.saveState()
    paper.canvas.translate(150, 250)
    paper.canvas.rotate(angle)
    paper.canvas.setFont(BOLD, 80)
    paper.canvas.drawString(0, 0, "DRAFT")
    paper.canvas.restoreState()
    for number in range(1, 15):
        paper.block(f"{number}. The Chair thanked those who had sent in forms, and asked all others to do so by June.")
    source = readers.read_bytes("a.pdf", paper.data())[0]
    blocks = parse_source(source).report.blocks
    assert [block.number for block in blocks if block.kind == "paragraph"] == [str(each) for each in range(1, 15)]
    assert not any("DRAFT" in block.text for block in blocks if block.kind == "paragraph")
    assert "\n\nDRAFT\n" in source.text


def test_text_that_is_printed_twice_for_weight_is_read_once() -> None:
    paper = Paper()
    for shift in (0.0, 0.3):
        paper.draw(TEXT + shift, "1. The Chair thanked all.")
    assert readers.read_bytes("a.pdf", paper.data())[0].text == "1. The Chair thanked all.\n"


def test_a_number_that_begins_a_wrapped_line_of_a_note_begins_no_block() -> None:
    paper = Paper()
    for number in range(1, 5):
        paper.block(f"{number}. The Chair thanked those who had sent in forms, and asked all others to do so by June.")
    end = paper.draw(TEXT, "5. The Working Group took up the note")
    paper.draw(paper.draw(end, "1", size=6.0, rise=3.5), " on mills.")
    paper.down(100)
    paper.draw(LEFT, "__________________", size=8.0)
    paper.down(12)
    paper.draw(TEXT, "1", size=5.0, rise=2.5)
    paper.draw(TEXT + 6, "On file with the Secretariat of the Working Group, as was said in its decision", size=8.0)
    paper.down(9.5)
    paper.draw(TEXT, "7. A long form is at the library, and one longer than that in the mill.", size=8.0)
    [note] = parse_source(readers.read_bytes("a.pdf", paper.data())[0]).report.footnotes
    assert note.text.endswith(
        "as was said in its decision 7. A long form is at the library, and one longer than that in the mill."
    )
