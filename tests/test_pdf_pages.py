"""No page of a PDF is lost in silence: what is a picture, unreadable, damaged or blank is named with its page."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.utils import ImageReader

from wgtip_parse import readers
from wgtip_parse.diagnostics import Severity
from wgtip_parse.readers.pdf.legibility import FEWEST_WORDS, MOST_IMPOSSIBLE, is_legible

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


def test_capitals_alone_are_legible() -> None:
    assert is_legible(" ".join([PRINT.upper()] * 5))
