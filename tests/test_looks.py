"""Looks: every reader gives each line that is not blank its look, and `wgtip read --format lines` prints it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import SAMPLES
from tests.shell import wgtip
from tests.test_html import marked_up
from tests.test_rtf import coded, rich
from tests.typeset import BOLD, TEXT, Paper, typeset
from tests.word import typed
from wgtip_parse import readers
from wgtip_parse.source import Look, Source, looks_of_text

MEETINGS = [path for path in SAMPLES if path.name.startswith("meeting-")]
WORDS = st.lists(st.sampled_from(["1. One.", "(a) two;", "(b)", "I. Scope", "Annex", "___", "x  y", "\f", " ", ""]))
TAGS = "<p> <b> </b> <ol> <li> <table> <tr> <td> </table> <sup> 1 </sup> text <br> <h1> II.".split()
CODES = r"{ } {\footnote {\headerf \par \cell \row \intbl \pard \line \tab | x 1.".split()


def read(data: bytes) -> Source:
    return readers.read_bytes("a", data)[0]


def lines(source: Source) -> list[str]:
    return [line for line in source.text.split("\n") if line.strip()]


def check(data: bytes) -> None:
    """Each line has its look, and no mark of ours says what it looks like."""
    try:
        source = read(data)
    except readers.ReadError:
        return
    assert len(source.looks) == len(lines(source))
    assert all(look.cells in (0, line.count("\t") + 1) for look, line in zip(source.looks, lines(source), strict=True))


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_every_line_of_a_report_has_its_look(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    page = f"<!doctype html>{marked_up(text)}".encode()
    code = rich("".join(f"\\pard {coded(line)}\\par\n" for line in text.split("\n") if line.strip()))
    for data in (typeset(text), typed(text), page, code):
        check(data)
        assert len(read(data).looks) > 10


def test_there_are_reports() -> None:
    assert len(MEETINGS) > 3


@given(st.lists(st.sampled_from(TAGS)))
def test_every_line_of_a_page_has_its_look(tags: list[str]) -> None:
    check(f"<!doctype html>{''.join(tags)}".encode())


@given(st.lists(st.sampled_from(CODES)))
def test_every_line_of_rich_text_has_its_look(codes: list[str]) -> None:
    check(rich("".join(codes)))


@given(WORDS)
def test_every_line_of_a_pdf_and_of_a_word_file_has_its_look(blocks: list[str]) -> None:
    text = "\n\n".join(block for block in blocks if block.strip())
    check(typeset(text))
    check(typed(text))


@given(st.text(alphabet=" \t\f\na1\x1c\u2028"))
def test_every_line_of_a_text_has_its_look(text: str) -> None:
    assert len(looks_of_text(text)) == sum(1 for line in text.split("\n") if line.strip())


def test_a_printed_line_has_its_place_size_and_type() -> None:
    paper = Paper()
    paper.draw(TEXT, "1. One line.")
    paper.down(24)
    paper.draw(TEXT + 36, "A bold one", BOLD, size=12.0)
    paper.turn()
    paper.draw(TEXT, "2. Behind the end of a page.")
    first, second, third, _ = read(paper.data()).looks
    assert (first.page, first.gap, first.bold) == (1, None, False)
    assert first.indent == pytest.approx(TEXT, abs=1)
    assert (second.page, second.bold, second.italic) == (1, True, False)
    assert second.indent == pytest.approx(TEXT + 36, abs=1)
    assert second.size is not None
    assert first.size is not None
    assert second.size / first.size == pytest.approx(1.2, abs=0.05)
    assert second.gap == pytest.approx((24 - second.size) / first.size, abs=0.3)
    assert (third.page, third.gap) == (2, None)


def test_a_text_tells_page_indent_width_and_gap() -> None:
    text = "\n United Nations\n\n\n  1. One.\nx\f\n\f\n y\n\n\t\fz\n"
    assert looks_of_text(text) == (
        Look(1, 1, 14, None),
        Look(1, 2, 7, 2),
        Look(1, 0, 1, 0),
        Look(3, 1, 1, None),
        Look(4, 0, 1, None),
    )
    assert looks_of_text("  a\n\nb") == (Look(None, 2, 1, None), Look(None, 0, 1, 1))


def printed(*arguments: str | Path) -> list[dict[str, object]]:
    done = wgtip("read", "--format", "lines", *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_read_prints_each_line_with_its_look(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    rows = "<table><tr><td><td>2020<tr><td><b>Cats</b><td></table>"
    file.write_text(f"<!doctype html><p>1. One.<h2>Strategy\x1b</h2>{rows}", encoding="utf-8")
    found = printed(file)
    assert [(each["line"], each["text"], each["cells"]) for each in found] == [
        (1, "1. One.", 0),
        (3, "Strategy\x1b", 0),
        (5, "\t2020", 2),
        (7, "Cats\t", 2),
    ]
    assert list(found[0]) == ["line", "text", *Look._fields]
    assert [(each["style"], each["heading"], each["bold"]) for each in found[1:]] == [
        ("h2", True, False),
        (None, False, False),
        (None, False, True),
    ]


def test_read_rounds_the_places_of_a_pdf_and_counts_those_of_a_text(tmp_path: Path) -> None:
    paper = Paper()
    paper.draw(TEXT + 0.04, "1. One line.")
    file = tmp_path / "a"
    file.write_bytes(paper.data())
    (line,) = printed(file)
    assert (line["page"], line["indent"], line["gap"]) == (1, TEXT, None)
    file.write_bytes(b"  One\n\n\x0cTwo  \n")
    assert [(each["text"], each["page"], each["indent"], each["width"]) for each in printed(file)] == [
        ("  One", 1, 2, 3),
        ("Two  ", 2, 0, 3),
    ]


def test_read_refuses_another_form_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = wgtip("read", "--format", "json", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    done = wgtip("read", "--format", "lines", tmp_path / "none")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"wgtip: {tmp_path}/none: no such file or directory\n"
