"""No page of a PDF is lost in silence: what is a picture, unreadable, damaged or blank is named with its page."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from reportlab.lib.utils import ImageReader

from wgtip_parse import readers
from wgtip_parse.cli import commands
from wgtip_parse.diagnostics import Severity
from wgtip_parse.readers.pdf.legibility import FEWEST_WORDS, MOST_IMPOSSIBLE, is_legible
from wgtip_parse.readers.pdf.pages import DEEPEST

from .test_pdf_limits import stream
from .typeset import HEIGHT, WIDTH, Paper

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
PIXEL = b"P5 1 1 255 \x80"
PRINT = "The Working Group heard that two ports had tried the form, and asked the others to send in theirs by May 2031."
BADLY_READ = "The Work1ng Gr~up hcrd tbat twn p0rts h:ad tr!ed thc fonn, and ask<.:d tbe 0thers to s;nd 1n the1rs."
IN_CODE = "7KH RIILFHV KDYH SODQQHG WKH ZRUN RI VHYHQ JURXSV LQ WKH QRUWK DQG VRXWK"  # each letter three places on


def picture(paper: Paper) -> None:
    paper.canvas.drawImage(ImageReader(io.BytesIO(PIXEL)), 0, 0, WIDTH, HEIGHT)


def logo(paper: Paper) -> None:
    paper.canvas.drawImage(ImageReader(io.BytesIO(PIXEL)), 60, 700, 40, 40)
    paper.block("Annex")


def drawing(paper: Paper) -> None:
    paper.canvas.line(100, 100, 200, 200)


def stamped_picture(paper: Paper) -> None:
    picture(paper)
    paper.block("A/AC.999/2031/L.1")


def badly_read(paper: Paper) -> None:
    for _ in range(4):
        paper.block(BADLY_READ)


def in_code(paper: Paper) -> None:
    for _ in range(5):
        paper.block(IN_CODE)


def nothing(_: Paper) -> None:
    pass


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (picture, ("T961", "page 2 has no text: what is printed on it is not read")),
        (drawing, ("T961", "page 2 has no text: what is printed on it is not read")),
        (stamped_picture, ("T961", "page 2 is a picture with hardly any text beside it")),
        (badly_read, ("T962", "page 2 has a text layer that cannot be what is printed")),
        (in_code, ("T962", "page 2 has a text layer that cannot be what is printed")),
        (nothing, ("T963", "page 2 is blank")),
        (logo, None),
    ],
)
def test_a_page_that_is_not_read_as_printed_is_named(
    second: Callable[[Paper], None], said: tuple[str, str] | None
) -> None:
    paper = Paper()
    paper.block(f"1. {PRINT}")
    paper.canvas.showPage()
    paper.y = 700
    second(paper)
    paper.canvas.showPage()
    paper.y = 700
    paper.block(f"2. {PRINT}")
    source, found = readers.read_bytes("a.pdf", paper.data())
    assert [(each.code, each.message) for each in found] == ([said] if said else [])
    assert [source.position(each.span[0]).page for each in found] == ([2] if said else [])
    assert [each.severity is Severity.INFO for each in found] == ([said[0] == "T963"] if said else [])


@pytest.mark.parametrize("fault", [picture, nothing])
def test_the_last_page_too(fault: Callable[[Paper], None]) -> None:
    paper = Paper()
    paper.block(f"1. {PRINT}")
    paper.canvas.showPage()
    fault(paper)
    paper.canvas.showPage()
    paper.canvas.save()
    source, [found] = readers.read_bytes("a.pdf", paper.written.getvalue())
    assert source.position(found.span[0]).page == 2


@pytest.mark.parametrize(
    "word",
    ["Com1ttee", "de!egation", "OfficES", "thrn", "strdsctn", "lllness", "wa<"],
)
def test_a_word_that_cannot_be_one_counts(word: str) -> None:
    fewest = int(FEWEST_WORDS * MOST_IMPOSSIBLE) + 1
    assert not is_legible(" ".join(["idea"] * (FEWEST_WORDS - fewest) + [word] * fewest))
    assert is_legible(" ".join(["idea"] * FEWEST_WORDS + [word] * (fewest - 1)))
    assert is_legible(" ".join([word] * fewest))  # too few to tell


@pytest.mark.parametrize(
    "word",
    [
        "co-operation", "A/AC.999/2031/L.1", "p.m.", "1990s", "95th", "CO2", "WaterAid", "McKenna", "XXIII", "DNA",
        "34°06'11\"N,", "agenda,⁶", "«Слово»", "mill.example", "strengths", "https://example.org/a?b=c1d",
    ],
)  # fmt: skip
def test_a_word_that_is_only_odd_does_not(word: str) -> None:
    assert is_legible(" ".join([word, "idea"] * FEWEST_WORDS))


def test_a_long_row_of_signs_takes_no_time_and_is_no_word() -> None:
    assert is_legible(" ".join([PRINT, "1" * 200_000, "Ab" * 200_000]))


def test_capitals_alone_are_legible() -> None:
    assert is_legible(" ".join([PRINT.upper()] * 5))


def with_unnamed(sign: bytes, name: bytes = b"Times-Roman") -> bytes:
    """A PDF whose font has a letter that its table of characters gives as the sign."""
    table = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <01> <%s> endbfchar" % sign
    table += b" 1 beginbfrange <20> <7e> <0020> endbfrange"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/%s/ToUnicode 6 0 R>>" % name
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    text = stream(b"BT /F1 10 Tf 72 700 Td (1. The of\\001ces of a mill de\\001ned it.) Tj ET")
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", pages, page, text, font, stream(table)]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.5\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def test_a_letter_that_its_font_does_not_name_is_lost_and_no_hyphen() -> None:
    source, [found] = readers.read_bytes("a.pdf", with_unnamed(b"0000"))
    assert source.text == "1. The of\ufffdces of a mill de\ufffdned it.\n"
    assert (found.code, found.message) == (
        "T964",
        "page 1 has letters that its fonts do not name: each is read as U+FFFD",
    )


@pytest.mark.parametrize(("sign", "letters"), [(b"fb01", "fi"), (b"fb03", "ffi"), (b"00660069", "fi"), (b"fb06", "st")])
def test_a_ligature_that_the_font_names_is_its_letters(sign: bytes, letters: str) -> None:
    source, found = readers.read_bytes("a.pdf", with_unnamed(sign))
    assert (source.text, found) == (f"1. The of{letters}ces of a mill de{letters}ned it.\n", ())


@pytest.mark.parametrize(("name", "letter"), [(b"Code39", "A"), (b"Wingdings-Regular", "\uf041")])
def test_a_code_of_a_font_of_symbols_is_a_letter_unless_it_is_a_picture(name: bytes, letter: str) -> None:
    source, _ = readers.read_bytes("a.pdf", with_unnamed(b"f041", name))
    assert source.text == f"1. The of{letter}ces of a mill de{letter}ned it.\n"


def test_a_page_of_letters_without_names_is_unreadable() -> None:
    assert not is_legible(" ".join(["a\ufffd\ufffd", "idea"] * FEWEST_WORDS))
    assert is_legible(" ".join(["a\ufffda", "idea"] * FEWEST_WORDS))


def nested(depth: int) -> bytes:
    """A stamped page whose picture stands in so many forms, one inside another."""
    paper = Paper()
    paper.canvas.beginForm("form0", 0, 0, WIDTH, HEIGHT)
    picture(paper)
    paper.canvas.endForm()
    for at in range(1, depth):
        paper.canvas.beginForm(f"form{at}", 0, 0, WIDTH, HEIGHT)
        paper.canvas.doForm(f"form{at - 1}")
        paper.canvas.endForm()
    paper.canvas.doForm(f"form{depth - 1}")
    paper.block("A/AC.999/2031/L.1")
    return paper.data()


def test_a_picture_in_so_many_forms_is_told_and_in_one_more_not() -> None:
    found = [readers.read_bytes("a.pdf", nested(depth))[1] for depth in (1, DEEPEST, DEEPEST + 1)]
    assert [[each.code for each in of_one] for of_one in found] == [["T961"], ["T961"], []]


def test_so_many_objects_of_a_page_are_looked_through_and_not_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper()
    for _ in range(3):
        paper.canvas.line(1, 1, 9, 9)
    stamped_picture(paper)
    data = paper.data()
    for most, codes in ((4, ["T961"]), (3, [])):
        monkeypatch.setattr("wgtip_parse.readers.pdf.pages.MOST_OBJECTS", most)
        assert [each.code for each in readers.read_bytes("a.pdf", data)[1]] == codes


@pytest.mark.parametrize("command", ["parse", "check", "compile"])
def test_the_end_of_a_run_counts_the_pages(command: str, tmp_path: Path) -> None:
    paper = Paper()
    for _ in range(2):
        paper.block(f"1. {PRINT}")
        paper.canvas.showPage()
        picture(paper)
        paper.canvas.showPage()
    paper.canvas.save()
    path = tmp_path / "a.pdf"
    path.write_bytes(paper.written.getvalue())
    output = ["-o", str(tmp_path / "index.json")] if command == "compile" else []
    done = CliRunner().invoke(commands, [command, str(path), *output])
    assert "1 of 1 read; 2 pages without text in 1 document" in done.output
    assert "page 2 has no text" in done.output
    strict = CliRunner().invoke(commands, [command, "--strict", str(path), *output], standalone_mode=False)
    assert strict.return_value == 1
