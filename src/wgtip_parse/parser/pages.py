"""Page furniture: headers, footers, page and job numbers that stand between the lines of a paged document.

A line is furniture by its pattern (a job number, the document's own symbol once more) or by repetition at the edge of
pages; a bare number beside a line that is furniture already, or where it counts on with the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

from wgtip_parse.parser.lines import Line

EDGE = 2
FEWEST_REPEATS = 3
LONGEST_RUNNING_HEAD = 120

_JOB_NUMBER = re.compile(r"(?:[A-Z]{1,3}\.)?\d\d-\d{5}")
_DIGITS = re.compile(r"\d+")


def furniture(lines: list[Line], text: str) -> set[int]:
    """The places of the lines that are no part of the document proper."""
    if not any(line.kind in ("FURNITURE", "BARE", "SYMBOL") or line.page for line in lines):
        return set()
    marked = _by_pattern(lines, text) | _by_repetition(lines, text) | _page_numbers(lines, text) | _of_total(lines)
    if marked:
        marked |= _under_rules(lines, text)
        _spread(lines, text, marked)
    return marked


def job_number(furniture: list[Line], text: str) -> str | None:
    """The first job number on the pages, without its language letter."""
    for line in furniture:
        found = _JOB_NUMBER.search(text, line.start, line.end)
        if found:
            return found[0]
    return None


def _by_pattern(lines: list[Line], text: str) -> set[int]:
    """Job lines, and each repetition of a symbol that stands alone on its line."""
    symbols = Counter(line.label for line in lines if line.kind == "SYMBOL")
    headers = {symbol for symbol, times in symbols.items() if times >= FEWEST_REPEATS}
    first = next((i for i, line in enumerate(lines) if line.kind == "SYMBOL"), None)
    on_top = _inline_symbol(lines, text) if first is None or first > 6 else None
    own = on_top or (lines[first].label if first is not None else None)
    marked = set()
    for i, line in enumerate(lines):
        is_own = line.kind == "SYMBOL" and (line.label == own or line.label in headers)
        if line.kind == "FURNITURE" or (is_own and (i != first or on_top)):
            marked.add(i)
    return marked


def _inline_symbol(lines: list[Line], text: str) -> str | None:
    """The symbol that shares a masthead line with "United Nations", as in a rendering that keeps the layout."""
    for line in lines[:6]:
        words = text[line.start : line.end].split()
        if len(words) > 1 and words[0] == "United" and words[-1].count("/") >= 1:
            return words[-1].rstrip("*")
    return None


def _by_repetition(lines: list[Line], text: str) -> set[int]:
    """Running heads: the same words, numbers aside, among the first or last lines of several pages."""
    starts = [i for i, line in enumerate(lines) if line.page]
    if len(starts) < FEWEST_REPEATS:
        return set()
    edges = [i for at in starts for i in range(max(0, at - EDGE), min(len(lines), at + EDGE))]
    masked = {i: _DIGITS.sub("#", " ".join(text[lines[i].start : lines[i].end].split())) for i in set(edges)}
    times = Counter(masked.values())
    plain = ("TEXT", "BARE", "SYMBOL", "NOTE")
    return {
        i
        for i, words in masked.items()
        if times[words] >= max(FEWEST_REPEATS, len(starts) // 3)
        and lines[i].kind in plain
        and len(words) <= LONGEST_RUNNING_HEAD
    }


def _page_numbers(lines: list[Line], text: str) -> set[int]:
    """Bare numbers at the ends of pages that count on as the pages do."""
    found: list[tuple[int, int]] = []
    page, counted = 1, 0
    for i, line in enumerate(lines):
        is_last = i + 1 == len(lines) or lines[i + 1].page
        if is_last and line.kind == "BARE" and line.label.isdecimal():
            page += text.count("\f", counted, line.start)
            counted = line.start
            found.append((i, int(line.label) - page))
    times = Counter(ahead for _, ahead in found)
    return {i for i, ahead in found if times[ahead] > 1 or (ahead == 0 and page > 1)}


def _of_total(lines: list[Line]) -> set[int]:
    """Page numbers with the number of all pages, "6/31", wherever a rendering has put them."""
    found = [(i, line.label.split("/")) for i, line in enumerate(lines) if line.kind == "BARE" and "/" in line.label]
    times = Counter(total for _, (page, total) in found if int(page) <= int(total))
    return {i for i, (page, total) in found if times[total] >= FEWEST_REPEATS and int(page) <= int(total)}


def _spread(lines: list[Line], text: str, marked: set[int]) -> None:
    """Take the bare numbers beside furniture for page numbers, however many stand in a row."""
    for i in sorted(marked):
        for step in (-1, 1):
            at = i + step
            row = []
            while 0 <= at < len(lines) and at not in marked and lines[at].kind == "BARE":
                row.append(at)
                at += step
            if step < 0 and row and at >= 0 and lines[at].kind == "RULE" and text[lines[at].start] == "_":
                row = _without_notes(lines, row)
            marked.update(row)


def _under_rules(lines: list[Line], text: str) -> set[int]:
    """Page numbers among the numbers of the notes, which plain text from a PDF puts in one row under their rule."""
    marked = set()
    for i, line in enumerate(lines):
        if line.kind == "RULE" and text[line.start] == "_":
            row = list(takewhile(lambda at: lines[at].kind == "BARE", range(i + 1, len(lines))))
            marked.update(_without_notes(lines, row[::-1]) if row else [])
    return marked


def _without_notes(lines: list[Line], row: list[int]) -> list[int]:
    """The page numbers of a row that stands under the rule of the footnotes: what does not count on from its top."""
    numbers = row[::-1]
    notes = 1
    while notes < len(numbers) and _follows(lines[numbers[notes - 1]], lines[numbers[notes]]):
        notes += 1
    return numbers[notes:]


def _follows(above: Line, below: Line) -> bool:
    return above.label.isdigit() and below.label.isdigit() and int(below.label) == int(above.label) + 1
