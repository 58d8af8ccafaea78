"""Signs: every row of the table of points is needed, and so is each of its columns, by a sample that names it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.needs import differs
from wgtip_parse.parser import signs

LOOKS = "headings-by-their-look.html"
STYLED = "paragraphs-in-a-heading-style.html"
NO_HEADINGS = "no-headings-above-numbers.txt"
FIRST = "number-one-is-a-paragraph.txt"

# For each sign the sample that needs its points for a heading without number, and for one with a number.
NEEDED: dict[str, tuple[str | None, str | None]] = {
    "start": ("officers-below-names.txt", "headings-numbered-from-4.txt"),
    "called heading": (LOOKS, LOOKS),
    "bold": (LOOKS, LOOKS),
    "italic": (LOOKS, None),
    "starred": ("rows-and-starred-headings.txt", None),
    "stop": ("headings-by-their-words.txt", STYLED),
    "semicolon": ("line-of-a-preamble.txt", STYLED),
    "bracket": (None, FIRST),
    "listed": (None, FIRST),
    "small letter": (NO_HEADINGS, FIRST),
    "heading due": (None, "headings-counted-as-paragraphs-are.txt"),
    "paragraph due": (None, "paragraphs-without-stop.txt"),
    "number due below": (None, "paragraphs-without-stop.txt"),
    "in a long row": (None, "list-of-names-in-a-row.txt"),
    "too long": ("too-long-block-above-a-number.txt", FIRST),
    "long": ("long-block-above-a-number.txt", None),
    "above a number": ("headings-that-end-in-a-semicolon.txt", None),
    "above a heading": ("headings-by-their-words.txt", None),
    "above prose": ("headings-by-their-words.txt", None),
    "known": ("headings-by-their-words.txt", None),
    "front": ("addendum-opens-with-a-heading.txt", None),
    "in contents": ("contents-name-the-heading.txt", None),
    "sisters": ("headings-that-end-in-a-semicolon.txt", None),
    "recurs": ("officers-below-names.txt", None),
    "colon above": ("officers-below-names.txt", None),
    "names": ("names-between-items.txt", None),
    "run in": ("status-below-a-recommendation.txt", None),
    "columns": (NO_HEADINGS, None),
    "no word": (NO_HEADINGS, None),
    "narrow": ("members-above-a-heading.txt", None),
    "narrow lines": ("address-above-a-number.txt", None),
    "date": (NO_HEADINGS, None),
    "symbol": (NO_HEADINGS, None),
    "goes on": (LOOKS, None),
    "contents": (LOOKS, None),
    "documents": (NO_HEADINGS, None),
    "table": ("rows-and-starred-headings.txt", None),
    "end": (LOOKS, FIRST),
}
COLUMNS = [
    (name, role, sample)
    for name, row in NEEDED.items()
    for role, sample in zip(("title", "numbered"), row, strict=True)
    if sample
]


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Forget the steps of a table of points that is put back."""
    yield
    signs._steps.cache_clear()


def put(table: tuple[signs.Sign, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "POINTS", table)
    signs._steps.cache_clear()


def test_every_row_and_column_names_its_sample_and_no_other_does() -> None:
    assert [sign.name for sign in signs.POINTS] == list(NEEDED)
    assert {sign.name: (sign.title != 0, sign.numbered != 0) for sign in signs.POINTS} == {
        name: (title is not None, numbered is not None) for name, (title, numbered) in NEEDED.items()
    }


@pytest.mark.parametrize("name", NEEDED)
def test_every_row_is_needed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tuple(sign for sign in signs.POINTS if sign.name != name)
    title, numbered = NEEDED[name]
    assert differs(title or numbered or "", lambda: put(table, monkeypatch))


@pytest.mark.parametrize(("name", "role", "sample"), COLUMNS, ids=[f"{name}-{role}" for name, role, _ in COLUMNS])
def test_the_points_of_every_column_are_needed(
    name: str, role: str, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tuple(sign._replace(**{role: 0.0}) if sign.name == name else sign for sign in signs.POINTS)
    assert differs(sample, lambda: put(table, monkeypatch))
