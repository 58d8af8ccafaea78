"""The page on the parser shows what is there: its tables of kinds and points."""

from __future__ import annotations

import re

from tests.cases import ROOT
from wgtip_parse.parser.lines import KINDS
from wgtip_parse.parser.signs import POINTS

PAGE = (ROOT / "docs" / "parser.md").read_text(encoding="utf-8")


def cells(first: str) -> list[list[str]]:
    """The rows of the table whose head begins with a word."""
    table = re.search(rf"^\| {first} .*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table is not None
    return [[cell.strip(" `") for cell in row.strip("|").split(" | ")] for row in table[1].splitlines()]


def yes(holds: bool) -> str:
    return "yes" if holds else "–"


def test_the_table_of_kinds_is_that_of_the_parser() -> None:
    assert cells("kind") == [
        [name, ", ".join(kind.roles), yes(kind.opens), yes(kind.heads), yes(kind.words)] for name, kind in KINDS.items()
    ]


def test_the_table_of_points_is_that_of_the_parser() -> None:
    assert cells("sign") == [
        [sign.name, *(f"{points:+g}" if points else "–" for points in (sign.title, sign.numbered)), sign.reason]
        for sign in POINTS
    ]
