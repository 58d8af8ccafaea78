"""The page on the parser shows what is there: its tables of kinds and points, and what its commands print."""

from __future__ import annotations

import re

import pytest

from tests.cases import ROOT
from tests.shell import wgtip_here
from wgtip_parse.parser.lines import KINDS
from wgtip_parse.parser.signs import POINTS

PAGE = (ROOT / "docs" / "parser.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```console\n\$ wgtip (.*)\n((?s:.*?))^```$", PAGE, re.MULTILINE)
LEFT_OUT = "…"


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


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 5


def pattern(line: str) -> str:
    """What a line of the page may stand for: a lone "…" for any lines, one at the end for the rest of its line."""
    if line == LEFT_OUT:
        return r"(?:.*\n)*?"
    return re.escape(line.removesuffix(LEFT_OUT)) + (r".*\n" if line.endswith(LEFT_OUT) else r"\n")


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_a_command_prints_what_the_page_shows(command: str, shown: str) -> None:
    printed = wgtip_here(*command.split(), folder=ROOT).stdout.decode()
    assert re.fullmatch("".join(map(pattern, shown.splitlines())), printed), f"wgtip {command} prints:\n{printed}"
