"""A line is cut at words to the room there is, and what is spoken of stays in sight."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import draft, source
from wgtip_parse import render
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.excerpt import excerpt
from wgtip_parse.placed import place
from wgtip_parse.rules import KNOWN
from wgtip_parse.stage import Stage
from wgtip_parse.where import where_in

LINE = "one two three four five six seven eight"


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        ("one", 40, LINE),
        ("one", 20, "one two three four…"),
        ("five", 20, "…four five six…"),
        ("eight", 20, "…six seven eight"),
        ("three four five six seven", 20, "one two three four…"),
    ],
)
def test_a_line_is_cut_at_words(words: str, room: int, shown: str) -> None:
    start = LINE.index(words)
    cut = excerpt(LINE, (start, start + len(words)), room)
    assert cut.text == shown
    assert words.startswith(cut.text[slice(*cut.span)].rstrip("…"))


@given(st.text("a \u4e00", min_size=1, max_size=90), st.integers(0, 89), st.integers(1, 90), st.integers(6, 60))
def test_an_excerpt_fits_and_its_span_lies_in_it(line: str, start: int, length: int, room: int) -> None:
    start = min(start, len(line) - 1)
    end = min(start + length, len(line))
    text, (first, last) = excerpt(line, (start, end), room)
    assert len(text) <= room
    assert 0 <= first < last <= len(text)
    assert line[start] == text[first]


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)


@pytest.mark.parametrize("width", [24, 40, 80, 200])
@pytest.mark.parametrize("words", ["five six", "漢字漢字漢字漢字漢字漢字漢字漢字漢字 漢字漢字漢字", "\x1b[2J" * 9])
def test_an_excerpt_fits_the_screen_and_the_caret_the_excerpt(words: str, width: int) -> None:
    text = f"1. {LINE} {words} {LINE} {LINE} {LINE}\n"
    start = text.index(words)
    found = place(source(text), [Diagnostic("N603", Severity.INFO, "", (start, start + len(words)))], KNOWN)
    _, shown, caret = render.findings(list(found), width=width, colour=False).splitlines()
    assert columns(shown) <= width
    assert len(caret) <= columns(shown)
    assert set(caret) == {" ", "^"}


TREE = """CTOC/COP/WG.4/2021/L.1

Draft report

I. Opening

1. It met.1

Recommendation 2

They should act.

A. Ports

2. It left.

__________

1 It was late.
"""


@pytest.mark.parametrize(
    ("words", "number", "heading"),
    [
        ("CTOC", "masthead", None),
        ("Opening", None, "I. Opening"),
        ("met", "1", "I. Opening"),
        ("act", "Recommendation 2", "I. Opening"),
        ("Ports", None, "A. Ports"),
        ("left", "2", "A. Ports"),
        ("late", "note 1", None),
    ],
)
def test_a_place_has_its_number_and_heading(words: str, number: str | None, heading: str | None) -> None:
    read = source(TREE)
    judged = draft(read, Stage.FINAL)
    where = where_in(read, judged.report, judged.places)(TREE.index(words))
    assert (where.number, where.heading) == (number, heading)
