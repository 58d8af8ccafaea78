"""The reader of PDF: what is typeset comes back as the text it was, with its pages, notes, tables and headings."""

import re
from pathlib import Path
from typing import Any

import pytest

from wgtip_parse import readers
from wgtip_parse.model import Report, Section
from wgtip_parse.parser import parse_source
from wgtip_parse.readers.pdf.characters import Box, Style
from wgtip_parse.readers.pdf.lines import lines_of
from wgtip_parse.readers.pdf.words import Word
from wgtip_parse.source import Source

from .cases import SAMPLES, source
from .typeset import BETWEEN, BOLD, COLUMN, ITALIC, LEADING, LEFT, ROMAN, TEXT, Paper, typeset

MEETINGS = [path for path in SAMPLES if path.name.startswith("meeting-")]
SENTENCE = "The Chair thanked those who had sent in forms, and asked the others to do so before the end of the week."


def without_places(tree: Report | Section) -> Any:
    """The tree without what has to differ: spans, offsets and the source."""
    return re.sub(r'"(?:span|anchor|source)":(?:\[[\d,]*\]|\{[^}]*\}|\d+)', "", tree.model_dump_json())


def read(data: bytes) -> Source:
    return readers.read_bytes("a.pdf", data)[0]


def words(source: Source) -> list[str]:
    """The lines that are not blank."""
    return [line.strip() for line in source.text.split("\n") if line.strip()]


def report(paper: Paper) -> Report:
    return parse_source(read(paper.data())).report


def paper_of(*blocks: str) -> Paper:
    paper = Paper("CTOC/COP/WG.4/2021/L.9")
    paper.draw(COLUMN, paper.symbol)
    paper.down(60)
    for block in blocks:
        paper.block(block, BOLD if block[-1].isalpha() else ROMAN)
    return paper


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_a_report_has_the_same_tree_as_text_and_as_pdf(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    printed = read(typeset(text))
    assert without_places(parse_source(printed).report) == without_places(parse_source(source(text)).report)


def test_there_are_reports_to_typeset() -> None:
    assert len(MEETINGS) > 3


def test_a_masthead_in_two_columns() -> None:
    head = "United Nations\nCTOC/COP/WG.4/2021/L.1\nConference of the Parties\nDistr.: Limited\n11 October 2021\n"
    masthead = parse_source(read(typeset(f"{head}Draft report\nI. Introduction\n1. One."))).report.masthead
    found = (masthead.organ, masthead.symbol, masthead.distribution, str(masthead.date), masthead.title)
    assert found == (
        "Conference of the Parties",
        "CTOC/COP/WG.4/2021/L.1",
        "Limited",
        "2021-10-11",
        "Draft report",
    )


def test_a_place_in_the_text_knows_its_page() -> None:
    paper = paper_of("I. Introduction", f"1. {SENTENCE}")
    paper.turn()
    paper.block(f"2. {SENTENCE}")
    printed = read(paper.data())
    pages = [printed.position(printed.text.index(label)).page for label in ("1. ", "2. ")]
    assert pages == [1, 2]


def test_a_sentence_goes_on_behind_foot_and_head() -> None:
    head = "United Nations\nCTOC/COP/WG.4/2021/L.9\nDraft report\nI. Introduction\n"
    printed = read(typeset(head + "\n".join(f"{number}. {SENTENCE}" for number in range(1, 60))))
    assert printed.text.count("\f") > 1
    [section] = parse_source(printed).report.sections
    assert [block.text for block in section.blocks] == [SENTENCE] * 59


def test_a_raised_number_is_a_mark_and_small_print_under_a_rule_its_note() -> None:
    paper = paper_of("I. Introduction")
    end = paper.draw(TEXT, "1. The Working Group had before it resolution 12/4")
    end = paper.draw(end, "1", size=6.0, rise=3.5)
    paper.draw(end, " and the note.")
    paper.down(100)
    paper.draw(LEFT, "__________________", size=8.0)
    paper.down(12)
    paper.draw(TEXT, "1", size=5.0, rise=2.5)
    paper.draw(TEXT + 6, "On file with the Secretariat.", size=8.0)
    found = report(paper)
    [note] = found.footnotes
    assert (note.mark, note.text) == ("1", "On file with the Secretariat.")
    assert found.sections[0].blocks[0].text == "The Working Group had before it resolution 12/4 and the note."


def test_a_number_beside_a_comma_that_reaches_below_it_is_not_raised() -> None:
    plain = Style(bold=False, italic=False, hidden=False)
    place, day = (
        Word("Vienna,", Box(71.0, 634.7, 101.8, 642.8), plain, 0),
        Word("30", Box(104.3, 636.1, 114.3, 642.9), plain, 0),
    )
    assert [line.text for line in lines_of([place, day], typed=True)] == ["Vienna, 30"]


def test_a_note_without_a_printed_rule_ends_the_page_too() -> None:
    paper = paper_of("I. Introduction")
    end = paper.draw(TEXT, "1. The Working Group had before it the note,")
    end = paper.draw(end, "1", size=6.0, rise=3.5)
    paper.draw(end, " and took it up.")
    paper.down(100)
    paper.draw(TEXT, "1", size=5.0, rise=2.5)
    paper.draw(TEXT + 6, "On file with the Secretariat. It is short.", size=8.0)
    paper.down(10)
    paper.draw(TEXT, "The long form is at the library.", size=8.0)
    [note] = report(paper).footnotes
    assert note.text == "On file with the Secretariat. It is short. The long form is at the library."


def test_a_gap_of_kerning_is_no_space() -> None:
    paper = paper_of("I. Introduction")
    end = paper.draw(TEXT, "1. The representat")
    end = paper.draw(end + 1.2, "ives of high")
    paper.draw(end + 1.2, "-level bodies had met at the seat of the Organization.")
    assert "The representatives of high-level bodies had met" in read(paper.data()).text


@pytest.mark.parametrize(("gap", "read"), [(2.3, "organizational matters"), (1.9, "organizationalmatters")])
def test_a_gap_of_a_fifth_of_the_height_is_a_space_that_only_a_gap_shows(gap: float, read: str) -> None:
    plain = Style(bold=False, italic=False, hidden=False)
    first = Word("organizational", Box(71.0, 634.0, 130.0, 645.0), plain, 0)
    second = Word("matters", Box(130.0 + gap, 634.0, 160.0, 645.0), plain, 0)
    second.glued = True  # the file has no space there
    assert [line.text for line in lines_of([first, second], typed=True)] == [read]


@pytest.mark.parametrize("label", ["94.", "(b)"])
def test_a_word_does_not_touch_the_label_of_its_line(label: str) -> None:
    paper = paper_of("I. Introduction")
    paper.draw(paper.draw(TEXT, label) + 0.4, "It thanked all who had come to the harbour.")
    assert f"{label} It thanked" in read(paper.data()).text


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    paper = paper_of("I. Introduction")
    paper.draw(TEXT, "1. The Working Group looked at all forms of cross-")
    paper.down(12)
    paper.draw(TEXT, "border work, and asked for a list of them by the autumn.")
    [block] = report(paper).sections[0].blocks
    assert "forms of cross-border work" in block.text


@pytest.mark.parametrize("font", [BOLD, ITALIC])
def test_a_line_that_stands_out_is_a_heading(font: str) -> None:
    paper = paper_of("I. Introduction", f"1. {SENTENCE}")
    paper.block("Statements by observers", font)
    paper.block(f"{SENTENCE} {SENTENCE} {SENTENCE}")
    [section] = report(paper).sections
    assert [inner.title for inner in section.sections] == ["Statements by observers"]


def set_lines(paper: Paper, lines: list[str], leading: float, font: str = ROMAN) -> None:
    """Lines as they are, all to one width, with less white between them than behind them."""
    for line in lines:
        paper.draw(TEXT, line, font)
        paper.down(leading)
    paper.down(BETWEEN)


def recommendation(paper: Paper, number: str, leading: float) -> None:
    """A recommendation in bold behind a plain number, over two lines the second of which begins with a capital."""
    paper.draw(TEXT, number)
    paper.draw(TEXT + 26, "Train all who inspect mills, barges and markets on the river in the spirit of the", BOLD)
    paper.down(leading)
    set_lines(paper, ["Protocol (Sylvania);"], leading, BOLD)


def test_a_sentence_goes_on_where_lines_are_set_wider_than_elsewhere() -> None:
    paper = paper_of("1. The Working Group met.", *[f"{number}. {SENTENCE}" for number in range(2, 9)])
    paper.block("9. The following recommendations were made:")
    for number in range(1, 5):
        recommendation(paper, f"9.{number}", 16.0)
    found = [(each.number, each.text[-21:]) for each in report(paper).blocks[-4:]]
    assert found == [(f"9.{number}", " Protocol (Sylvania);") for number in range(1, 5)]


def test_words_in_bold_behind_a_plain_number_go_on_below_it() -> None:
    paper = paper_of(*[f"{number}. {SENTENCE}" for number in range(1, 9)])
    wide = "In the mills and on the barges of the river, in all provinces and elsewhere too, where they stood idle now."
    for _ in range(4):  # so wide that the other lines are not full
        set_lines(paper, [wide], LEADING)
    paper.block("9. The following recommendations were made:")
    recommendation(paper, "9.1", LEADING)
    recommendation(paper, "9.2", LEADING)
    found = [(each.number, each.text[-21:]) for each in report(paper).blocks[-2:]]
    assert found == [("9.1", " Protocol (Sylvania);"), ("9.2", " Protocol (Sylvania);")]


def test_cells_of_a_table_are_parted_by_tabs() -> None:
    paper = paper_of("I. Introduction", f"1. {SENTENCE}")
    for cells in (("Port", "2020", "2021"), ("A. North quay", "12", "15"), ("B. South quay", "3", "4")):
        for at, cell in enumerate(cells):
            paper.draw(TEXT + 120 * at, cell)
        paper.down(12)
    paper.block(f"2. {SENTENCE}")
    printed = read(paper.data())
    rows = [line.split("\t") for line in printed.text.split("\n") if "\t" in line]
    assert rows[1:] == [["A. North quay", "12", "15"], ["B. South quay", "3", "4"]]
    assert [look.cells for look in printed.looks if look.cells] == [3, 3, 3]
    assert [section.number for section in parse_source(printed).report.sections] == ["I"]


def two_cells(paper: Paper, left: list[str], right: list[str], *, higher: float = 0.0) -> None:
    """Two cells of running text, a narrow gap apart; the lines of the second stand a little higher."""
    top = paper.y
    for x, cell, rise in ((TEXT, left, 0.0), (TEXT + 136, right, higher)):
        paper.y = top + rise
        for line in cell:
            paper.draw(x, line, BOLD if line.startswith("Recommendation") else ROMAN)
            paper.y -= 12
    paper.y = top - 12 * max(len(left), len(right)) - 24


ASKED = [
    "Recommendation 4",
    "The harbours of all islands are",
    "asked to paint all of their buoys",
    "in the spring, and to count the",
    "lamps on each of their boats, in",
    "the north and in the south too.",
]
ANSWERED = [
    "The office has written to all of the harbours,",
    "and will write again when the paint",
    "has come; it has no lamps",
    "to count, and has no boat with which",
    "it could go to the north.",
]


@pytest.mark.parametrize("higher", [0.0, 4.0])
def test_cells_of_running_text_are_read_one_after_the_other(higher: float) -> None:
    paper = paper_of("I. Follow-up", f"1. {SENTENCE}")
    two_cells(paper, ASKED, ANSWERED, higher=higher)
    paper.block(f"2. {SENTENCE}")
    printed = read(paper.data())
    assert "\n".join(ASKED[1:]) in printed.text
    assert "\n".join(ANSWERED) in printed.text
    assert sum(look.in_cell for look in printed.looks) == len(ASKED) + len(ANSWERED)
    [section] = parse_source(printed).report.sections
    assert [(each.kind, each.number, each.text) for each in section.blocks][1:3] == [
        ("recommendation", "4", " ".join(ASKED[1:])),
        ("text", None, " ".join(ANSWERED)),
    ]


def test_words_that_stand_one_below_another_by_chance_are_no_cells() -> None:
    paper = paper_of("I. Introduction")
    for line in ("The office has  written to all", "the ports and  will write to", "them again in  a month or"):
        left, _, right = line.partition("  ")
        paper.draw(TEXT, left)
        paper.draw(TEXT + 80, right)
        paper.down(12)
    assert not any(look.in_cell for look in read(paper.data()).looks)


def test_how_far_a_line_is_bold_at_its_beginning() -> None:
    paper = paper_of("I. Follow-up")
    paper.draw(TEXT, "6.", BOLD)
    paper.draw(paper.draw(TEXT + 26, "Recommendation 1. The harbours should paint ", BOLD), "their buoys.")
    paper.down(12)
    paper.draw(TEXT, "No word of this is bold.")
    paper.down(12)
    printed = read(paper.data())
    looks = {line: look.bold_to for line, look in zip(words(printed), printed.looks, strict=True)}
    assert looks["6.   Recommendation 1. The harbours should paint their buoys."] == len(
        "6.   Recommendation 1. The harbours should paint"
    )
    assert looks["No word of this is bold."] == 0


def test_a_page_on_its_side_is_read_in_its_own_direction() -> None:
    paper = paper_of("I. Introduction", f"1. {SENTENCE}")
    paper.turn()
    paper.canvas.rotate(90)
    paper.canvas.translate(0, -600)
    paper.y = 500
    paper.block(f"2. {SENTENCE}")
    [section] = report(paper).sections
    assert [block.text for block in section.blocks] == [SENTENCE, SENTENCE]


def test_the_label_of_an_axis_does_not_break_a_sentence() -> None:
    paper = paper_of("I. Introduction", f"1. {SENTENCE}", "Figure I")
    paper.canvas.saveState()
    paper.canvas.translate(TEXT, paper.y - 60)
    paper.canvas.rotate(90)
    paper.canvas.drawString(0, 0, "Number of ports")
    paper.canvas.restoreState()
    paper.draw(TEXT + 40, "2020")
    paper.down(100)
    paper.block(f"2. {SENTENCE}")
    text = read(paper.data()).text
    assert text.index("Figure I") < text.index("Number of ports") < text.index("2.   The Chair")


def test_hidden_text_is_left_out() -> None:
    paper = paper_of("I. Introduction", f"1. {SENTENCE}")
    paper.canvas.drawString(TEXT, 300, "not to be seen", mode=3)
    assert "not to be seen" not in read(paper.data()).text


def test_the_hidden_layer_of_a_scanned_page_is_its_text() -> None:
    paper = Paper()
    paper.canvas.drawString(COLUMN, 300, "1. Read by a machine.", mode=3)
    paper.canvas.showPage()
    paper.canvas.save()
    assert read(paper.written.getvalue()).text == "1. Read by a machine.\n"
