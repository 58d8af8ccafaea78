"""Regions: what stands apart from the running text is found, and each way of finding it is needed by a sample."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.needs import differs, whole
from wgtip_parse.model import Report
from wgtip_parse.parser import blocks, masthead, notes, pages, quotations, regions


class Part(NamedTuple):
    """A part of the parser: the function that finds it, and what that gives where it finds nothing."""

    name: str
    module: object
    function: str
    nothing: object
    sample: str


NEEDED = (
    Part("contents page with leaders", regions, "_led", set(), "contents-name-the-heading.txt"),
    Part("contents page without leaders", regions, "_unled", set(), "contents-without-leaders.txt"),
    Part("table with gaps", regions, "_tables", set(), "table-with-gaps.txt"),
    Part("table with tabs", regions, "_tables", set(), "table-with-tabs.txt"),
    Part("table of narrow cells", regions, "_narrow", set(), "table-with-narrow-cells.txt"),
    Part("columns of a table", blocks, "cells", [], "cells-that-are-recommendations.txt"),
    Part("notes", notes, "take_notes", notes.Taken(set(), [], []), "marks-used-twice.txt"),
    Part("marks without notes", notes, "anchored", ([], []), "marks-behind-counting-words.txt"),
    Part("drafts by their labels, letters", quotations, "_under_labels", (), "letter-in-an-annex.txt"),
    Part("drafts that a paragraph announces", quotations, "_announced", (), "draft-decision-announced.txt"),
    Part("texts with numbers of their own", quotations, "_between_numbers", (), "numbers-of-a-quoted-text.txt"),
    Part("passages between quotation marks", quotations, "_between_marks", (), "passage-between-quotation-marks.txt"),
    Part("job numbers and symbols", pages, "_by_pattern", set(), "hard-wrapped.txt"),
    Part("running heads of pages", pages, "_by_repetition", set(), "running-heads-of-pages.txt"),
    Part("running heads in sentences", pages, "_interrupting", set(), "running-head-in-sentences.txt"),
    Part("page numbers of a total", pages, "_of_total", set(), "page-numbers-anywhere.txt"),
    Part("page numbers under rules", pages, "_under_rules", set(), "plain-footers.txt"),
    Part("page numbers that count on", pages, "_page_numbers", set(), "page-numbers-that-count-on.txt"),
    Part("page numbers beside furniture", pages, "_spread", None, "plain-footers.txt"),
    Part("masthead", masthead, "read", masthead.Masthead(), "prose-below-the-masthead.txt"),
    Part("labels printed too early", pages, "settle_labels", None, "labels-too-early.txt"),
)


@pytest.mark.parametrize("part", NEEDED, ids=lambda part: part.name)
def test_every_part_is_needed(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(lines: object, *_: object) -> object:
        return (lines, []) if part.function == "settle_labels" else part.nothing

    assert differs(part.sample, lambda: monkeypatch.setattr(part.module, part.function, nothing))


def test_the_border_of_the_masthead_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert differs("prose-below-the-masthead.txt", lambda: monkeypatch.setattr(masthead, "ENOUGH", 1_000_000))


def quoted(report: Report) -> int:
    return sum(block.quoted for block in report.every_block())


@pytest.mark.parametrize("part", [part for part in NEEDED if part.module is quotations], ids=lambda part: part.name)
def test_a_quotation_ends_where_the_report_goes_on(part: Part) -> None:
    found = list(whole(part.sample).every_block())
    assert 0 < quoted(whole(part.sample)) < len(found)
