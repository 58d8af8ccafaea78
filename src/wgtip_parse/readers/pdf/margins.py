"""Margins: the numbers of the lines of print, which stand beside the text and are none of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wgtip_parse.readers.pdf.words import Word

FEWEST = 5  # numbers that count the lines of a page
STEPS = (1, 5, 10)  # lines from one number to the next
MOSTLY = 0.8  # share of the lines that have their number, where each has one
LONGEST = 4  # figures

Row = Sequence[Word]


def without_line_numbers(rows: list[list[Word]]) -> list[list[Word]]:
    """The lines of a page without the numbers beside them that count them, in the left margin or in the right one."""
    for end in (0, -1):
        numbers = dict(_numbers(rows, end))
        if _count(list(numbers.items()), len(rows)) and _are_outside(rows, numbers, end):
            bare = [row[1:] if end == 0 else row[:-1] for row in rows]
            kept = (bare[at] if at in numbers else row for at, row in enumerate(rows))
            return [row for row in kept if row]
    return rows


def _numbers(rows: Sequence[Row], end: int) -> Iterator[tuple[int, int]]:
    """The lines that have a number at one end, and which."""
    for at, row in enumerate(rows):
        text = row[end].text
        if text.isdecimal() and len(text) <= LONGEST:
            yield at, int(text)


def _count(numbers: list[tuple[int, int]], lines: int) -> bool:
    """Whether numbers count the lines: one by one nearly all of them, or every fifth or tenth where it stands."""
    if len(numbers) < FEWEST:
        return False
    steps = {number - before for (_, before), (_, number) in pairwise(numbers)}
    if len(steps) != 1 or not steps <= {*STEPS}:
        return False
    step = steps.pop()
    if step == 1:
        return len(numbers) >= MOSTLY * lines
    return all(at - before == step for (before, _), (at, _) in pairwise(numbers))


def _are_outside(rows: Sequence[Row], numbers: dict[int, int], end: int) -> bool:
    """Whether all other words of the page stand on one side of the numbers."""
    others = [word for at, row in enumerate(rows) for word in row if at not in numbers or word is not row[end]]
    edges = [rows[at][end] for at in numbers]
    if end == 0:
        return not others or max(word.right for word in edges) < min(word.left for word in others)
    return not others or min(word.left for word in edges) > max(word.right for word in others)
