"""The reader of RTF: list numbers, rows, header and footnotes come back in the plain form, deleted text does not."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import SAMPLES, source
from tests.test_pdf import without_places
from wgtip_parse import readers
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import rtf

MEETINGS = [path for path in SAMPLES if path.name.startswith("meeting-")]
FONTS = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\froman\fcharset204 Times;}}"
BEGUN = r"1. First.\par "


def rich(body: str) -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252{FONTS}\n{body}}}".encode("latin-1")


def blocks(body: str) -> list[str]:
    return readers.read_bytes("a", rich(body))[0].text.rstrip("\n").split("\n\n")


def coded(text: str) -> str:
    """Words as RTF writes them."""
    return "".join(
        letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in re.sub(r"([\\{}])", r"\\\1", text)
    )


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_a_report_has_the_same_tree_as_text_and_as_rtf(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pages = "".join(f"\\pard {coded(line)}\\par\n" for line in text.split("\n") if line.strip())
    read, _ = readers.read_bytes("a.doc", rich(pages))
    assert read.format == "word"
    assert without_places(parse_source(read).report) == without_places(parse_source(source(text)).report)


def test_there_are_reports_to_code() -> None:
    assert len(MEETINGS) > 3


def test_list_numbers_are_those_that_the_file_prints() -> None:
    assert blocks(r"{\listtext\tab I.\tab}Scope\par{\listtext\'95\tab}point\par") == ["I. Scope", "• point"]


def test_a_row_is_a_line_and_a_cell_may_have_paragraphs() -> None:
    body = rf"{BEGUN}\trowd\cellx1\cellx2\pard\intbl a\par b\cell\pard\intbl c\cell\row\pard 2. Second.\par"
    assert blocks(body) == ["1. First.", "a b\tc", "2. Second."]
    assert [look.cells for look in readers.read_bytes("a", rich(body))[0].looks] == [0, 2, 0]


def test_a_bar_is_a_bar_and_an_empty_cell_a_place() -> None:
    row = r"\trowd\pard\intbl\cell | x\cell\cell\row\pard "
    assert blocks(rf"{BEGUN}{row}1 | 2\par") == ["1. First.", "\t| x\t", "1 | 2"]


def test_the_first_page_header_comes_first_cell_by_cell_and_its_footer_last() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl General Assembly\cell\pard\intbl Distr.: General\par 3 May 2020\cell\row"
    body = rf"{{\headerf{row}}}{{\header other}}{{\footerf 20-01234 (E)\par}}{BEGUN}"
    assert blocks(body) == ["General Assembly", "Distr.: General", "3 May 2020", "1. First.", "20-01234 (E)"]
    assert blocks(rf"{{\header A/1/2\par}}{BEGUN}") == ["A/1/2", "1. First."]


def test_footnotes_are_found_where_their_marks_are() -> None:
    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} A/1/2, para. 3.}}"
    report = parse_source(readers.read_bytes("a", rich(rf"1. It met in 2019{note} and rose.\par"))[0]).report
    assert [(each.mark, each.text) for each in report.footnotes] == [("1", "A/1/2, para. 3.")]
    assert report.blocks[0].text == "It met in 2019 and rose."


def test_deleted_and_hidden_text_and_field_instructions_are_left_out() -> None:
    body = r'a{\deleted\revauthdel1 no}{\v no}{\v0 b}{\field{\*\fldinst{HYPERLINK "http://x.y"}}{\fldrslt{link}}}\par'
    assert blocks(body) == ["ablink"]


def test_escaped_braces_and_letters_of_other_scripts() -> None:
    assert blocks(r"\{a\}\\ {\f1\'c3\'f0} \u1043?\par") == ["{a}\\ Гр Г"]


def test_pictures_do_not_count_and_the_limit_does() -> None:
    picture = r"{\pict\pngblip " + "89504e47" * (rtf.LIMIT // 8) + "}"
    assert blocks(f"{picture}1. One.") == ["1. One."]
    code = rich("")
    at_limit = rich("x" * (rtf.LIMIT - len(code)))
    with pytest.raises(readers.ReadError, match=r"^a: RTF of more than 16 MB, pictures aside$"):
        rtf.read_rtf("a", at_limit + b"}")


def test_what_has_no_text_is_refused() -> None:
    with pytest.raises(readers.ReadError, match=r"^a: an RTF file without text$"):
        readers.read_bytes("a", rich(r"\par "))


def test_letters_in_two_halves_are_made_whole() -> None:
    halves = r"\u55357?\u56832? \u-10179?\u-8704? \u55357? x\par"
    assert blocks(halves) == ["\N{GRINNING FACE} \N{GRINNING FACE} \N{REPLACEMENT CHARACTER} x"]


def test_without_its_library_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(readers.ReadError, match=r"^a: reading RTF needs striprtf: pip install striprtf$"):
        readers.read_bytes("a", rich("x"))


PIECES = st.sampled_from(
    r"""
    { } {\footnote {\headerf {\deleted {\pict \par \cell \row \intbl \pard \u99999? \u-5? \u55357? \'e9 \bin9 \f9 \\ | x
    """.split()
)


@given(st.lists(PIECES))
def test_code_in_any_order_is_survived(pieces: list[str]) -> None:
    try:
        text = readers.read_bytes("a", b"{\\rtf1 " + "".join(pieces).encode("latin-1"))[0].text
    except readers.ReadError as error:
        text = str(error)
    assert text.encode()
