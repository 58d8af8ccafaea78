"""Emphasis: which lines are headings or rows of a table by their look."""

from __future__ import annotations

import pytest

from wgtip_parse.model import Report, Section
from wgtip_parse.parser import parse_source
from wgtip_parse.source import Look, Source

PLAIN, BOLD, ITALIC, STYLED, ROW = Look(), Look(bold=True), Look(italic=True), Look(heading=True), Look(cells=2)
BEGUN = ("1. The Group met.", PLAIN)
LAST = ("2. It rose.", PLAIN)

Line = tuple[str, Look]


def report(*blocks: Line) -> Report:
    """The report of blocks, all of whose lines have one look; a form feed begins a page."""
    text = "\n\n".join(words for words, _ in blocks)
    looks = tuple(look for words, look in blocks for _ in words.split("\n"))
    return parse_source(Source("a", text, "", "word", looks)).report


def titles(*blocks: Line) -> list[str]:
    return [each.title for section in report(*blocks).sections for each in _all(section)]


def _all(section: Section) -> list[Section]:
    return [section, *(each for inner in section.sections for each in _all(inner))]


def printed(*blocks: Line) -> list[Line]:
    """The blocks as lines of pages, which form feeds part."""
    page, found = 1, []
    for words, look in blocks:
        page += words.count("\f")
        found.append((words, look._replace(page=page)))
    return found


@pytest.mark.parametrize("look", [BOLD, ITALIC, STYLED])
def test_a_line_that_stands_out_is_a_heading_of_all_its_lines(look: Look) -> None:
    lines = ("Statements by\nobservers", look), ("They spoke.", PLAIN)
    assert titles(BEGUN, *lines) == ["Statements by observers"]
    assert titles(BEGUN, (lines[0][0], PLAIN), lines[1]) == []


def test_what_stands_out_in_part_or_ends_with_a_stop_is_none_unless_the_file_calls_it_a_heading() -> None:
    assert titles(BEGUN, ("Note by the Chair:", BOLD), ("It is long.", PLAIN)) == []
    assert titles(BEGUN, ("Note by the Chair:", STYLED), ("It is long.", PLAIN)) == ["Note by the Chair:"]
    text = "1. The Group met.\n\nStatements by\nobservers\n\nThey spoke."
    looks = (PLAIN, BOLD, PLAIN, PLAIN)
    assert parse_source(Source("a", text, "", "word", looks)).report.sections == ()


@pytest.mark.parametrize("words", ["Awards/grants", "56/101\nNational accounts", "78/323. Day of Cats", "Total: 22"])
def test_titles_of_all_shapes_are_whole(words: str) -> None:
    assert titles(BEGUN, (words, BOLD), ("They spoke.", PLAIN)) == [" ".join(words.split())]


@pytest.mark.parametrize(
    "words", ["Contents", "Page", "who spoke", "Table 3", "Table 3\nCats, by kind", "Cats   Dogs", "A" + " word" * 60]
)
def test_what_cannot_be_a_title_is_none(words: str) -> None:
    assert titles(BEGUN, (words, BOLD), ("They spoke.", PLAIN)) == []


def test_a_title_right_below_its_label_goes_with_it() -> None:
    for label in ("Programme 9", "Objective II"):
        assert titles(BEGUN, (label, STYLED), ("Trade", STYLED), ("They spoke.", PLAIN)) == [f"{label} Trade"]
    blocks = report(BEGUN, ("Table 1", BOLD), ("Cats, by kind", BOLD), ("They spoke.", PLAIN)).blocks
    assert [block.text for block in blocks[1:]] == ["Table 1 Cats, by kind", "They spoke."]
    table = ("Table 29A.1", STYLED), ("Performance measure", STYLED)
    assert titles(("I. Scope", PLAIN), *table, ("They spoke.", PLAIN)) == ["Scope"]
    title = "Effective functioning of the Organization"
    for labelled in ([(f"Part One\n{title}", BOLD)], [("Part One", PLAIN), (title, BOLD)]):
        (part,) = report(BEGUN, *labelled, ("Dogs", BOLD), LAST).sections
        assert (part.number, part.title, [each.title for each in part.sections]) == ("Part One", title, ["Dogs"])


def test_type_that_many_lines_of_pages_have_says_nothing() -> None:
    for look in (BOLD, ITALIC):
        long = "They spoke\nof cats\nand dogs\nat length."
        lines = [BEGUN, (long, look), ("Cats", look), ("They spoke.", PLAIN), ("End", PLAIN)]
        assert titles(*printed(*lines)) == []
        assert titles(*lines) == ["Cats"]
        assert titles(*printed(*lines, (long, PLAIN), (long, PLAIN), (long, PLAIN))) == ["Cats"]


def test_rows_are_one_block_and_nothing_in_it_or_beside_it_a_heading() -> None:
    rows = ("1. Cats\t2", ROW), ("\t3", ROW), ("(a) Dogs\t–", ROW), ("Mice\t4", Look(bold=True, cells=2))
    found = report(BEGUN, *rows, LAST)
    table = "1. Cats 2 3 (a) Dogs – Mice 4"
    assert [(block.number, block.text) for block in found.blocks] == [
        ("1", "The Group met."), (None, table), ("2", "It rose."),
    ]  # fmt: skip
    assert found.sections == ()
    joined = Source("a", "1. The Group met.\n\nCats\t2\nThey spoke.", "", "word", (PLAIN, ROW, PLAIN))
    assert [block.text for block in parse_source(joined).report.blocks[1:]] == ["Cats 2", "They spoke."]
    text = "1. The Group met.\n\nKind\nof pet\tNumber\n\nThey spoke."
    looks = (PLAIN, BOLD, Look(bold=True, cells=2), PLAIN)
    assert parse_source(Source("a", text, "", "word", looks)).report.sections == ()


def test_a_number_at_the_end_of_a_heading_or_cell_is_no_footnote_mark() -> None:
    for line in (("Decision EC.1", BOLD), ("Cats by L.1\tDogs", ROW), ("Dogs\tCats by L.1", ROW)):
        assert report(BEGUN, line, LAST).footnotes == ()
    noted = report(BEGUN, ("Cats\t1 of", ROW), ("2. It rose¹ and fell.", PLAIN), (f"{'_' * 9}\n1 At ten.", PLAIN))
    assert [block.text for block in noted.blocks[1:]] == ["Cats 1 of", "It rose and fell."]


@pytest.mark.parametrize("words", ["Recommendations", "Reports of the parts", "Organization of"])
def test_the_last_word_of_a_heading_or_row_asks_for_nothing(words: str) -> None:
    assert titles(BEGUN, (words, BOLD), LAST) == [words]
    assert [block.number for block in report(BEGUN, (f"1\t{words}", ROW), LAST).blocks] == ["1", None, "2"]
    small = report(BEGUN, (words, BOLD), ("It rose.", PLAIN)).sections[0]
    assert [block.text for block in small.blocks] == ["It rose."]


def test_what_goes_on_in_small_letters_is_no_heading() -> None:
    assert titles(BEGUN, ("Misc.14", BOLD), ("documents of cats", PLAIN), ("They spoke.", PLAIN)) == []


def test_a_line_that_does_not_stand_out_is_no_heading_above_one_that_does() -> None:
    assert titles(BEGUN, ("Source of data", PLAIN), ("Cats", BOLD), LAST) == ["Cats"]
    assert titles(BEGUN, ("Source of data", PLAIN), ("Cats", PLAIN), LAST) == ["Source of data", "Cats"]
