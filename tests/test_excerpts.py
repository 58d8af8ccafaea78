"""A line is cut at words to the room there is, and what is spoken of stays in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wgtip_parse.excerpt import excerpt

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


@given(st.text("a \u4e00", min_size=1, max_size=90), st.integers(0, 89), st.integers(1, 90), st.integers(10, 60))
def test_an_excerpt_fits_and_its_span_lies_in_it(line: str, start: int, length: int, room: int) -> None:
    start = min(start, len(line) - 1)
    end = min(start + length, len(line))
    text, (first, last) = excerpt(line, (start, end), room)
    assert len(text) <= room
    assert 0 <= first < last <= len(text)
    assert line[start] == text[first]
