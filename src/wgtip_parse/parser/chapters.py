"""Chapters: numbers of chapters without a stop, alone above their titles or in front of them: "I", "II System".

One such number may be anything; two or more that count from 1, each above or before a title, number chapters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgtip_parse.parser.lines import Line, is_capital
from wgtip_parse.parser.numbering import Numbering, numbering
from wgtip_parse.parser.pages import is_title
from wgtip_parse.words import Words

FEWEST = 2  # chapters

_KINDS = frozenset({"TEXT", "ROMAN"})


def settle_chapters(lines: list[Line], text: str, known: Words) -> list[Line]:
    """The lines with those as chapters that are numbers of chapters without a stop."""
    found = list(_in_series(lines, text, numbering(known)))
    if len(found) < FEWEST:
        return lines
    settled = list(lines)
    for at, label in found:
        line = lines[at]
        settled[at] = line._replace(kind="ROMAN", label=label, printed=line.start, body=line.start + len(label))
    return settled


def _in_series(lines: Sequence[Line], text: str, numbers: Numbering) -> Iterator[tuple[int, str]]:
    """The places of numbers that count from 1, and what is printed."""
    due = 1
    letters = numbers.chapter_letters
    for at, line in enumerate(lines):
        if text[line.start] not in letters or line.kind not in _KINDS or not line.blank:
            continue
        label, _, title = text[line.start : line.end].partition(" ")
        if not label.islower() and numbers.chapter(label) == due and _has_title(lines, at, title, text):
            yield at, label
            due += 1


def _has_title(lines: Sequence[Line], at: int, title: str, text: str) -> bool:
    """Whether a number stands in front of a title or alone above one."""
    if title:
        return is_capital(title.lstrip()[:1]) and is_title(lines, at, text)
    return at + 1 < len(lines) and is_capital(text[lines[at + 1].start]) and is_title(lines, at + 1, text)
