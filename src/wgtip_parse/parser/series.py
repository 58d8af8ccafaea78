"""Series of numbers: how far an agenda quoted inside a paragraph goes, and which decimals number paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from wgtip_parse.parser.folding import Logical
from wgtip_parse.parser.lines import number_of

GAP = 60  # logical lines between two numbers of one series, tables and headings included
LONGEST_ITEM = 300  # characters, where the count of paragraphs does not go on behind the list


def agenda_length(logicals: Sequence[Logical], first: int, count: int) -> int:
    """How many of the logical lines are items of a list that begins at `first` inside paragraph `count`.

    The list goes as far as its series runs, or until the count of paragraphs goes on in it; 0 where it is no list.
    """
    due = count + 1
    run = _run(logicals, first)
    if next((number_of(each.label) for each in islice(logicals, run, None) if each.kind == "NUMBER"), None) == due:
        return run
    short = [each.end - each.start <= LONGEST_ITEM for each in logicals[:run]]
    run = short.index(False) if False in short else run
    if first < due <= first + run:
        return due - first
    behind = logicals[run : run + 1]
    return run if count and not (behind and behind[0].kind == "NUMBER") else 0


def is_in_series(logicals: Sequence[Logical], at: int) -> bool:
    """Whether a compound number counts: 35.1, or 35.8 near 35.7 or 35.9; any other is a figure, of a table say."""
    whole, part = logicals[at].label.split(".")
    beside = (*logicals[max(0, at - GAP) : at], *logicals[at + 1 : at + GAP])
    near = [each.label.split(".") for each in beside if each.kind == "COMPOUND"]
    return part == "1" or any(w == whole and abs(int(p) - int(part)) in (1, 2) for w, p in near)


def _run(logicals: Sequence[Logical], first: int) -> int:
    run = 0
    while run < len(logicals) and logicals[run].kind == "NUMBER" and number_of(logicals[run].label) == first + run:
        run += 1
    return run
