"""Contents pages: which lines belong to one, so that its entries are not taken for headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wgtip_parse.parser.lines import Line
from wgtip_parse.words import Words

MOST_UNLED = 12  # lines of a contents page before the first with leaders
GAP = 10  # lines of a wrapped title between two lines with leaders
LONGEST_NAME = 40  # characters, of what a contents page is called
LONGEST_PAGE = 300  # lines of a contents page without leaders
LONGEST_ENTRY = 300  # characters
FEWEST_ENTRIES = 2

_LEADERS = re.compile(r"(?:\.[^\S\n]?){5}|…{2}|(?:\.[^\S\n]){3,}[^\S\n]*\d+\Z|(?: \.){3}\Z|\.{3}[^\S\n]{2,}\d+\Z")
_PAGE = re.compile(r"(?:[^\S\n]{2,}|\t)(?:[\d–-]+[^\S\n]+)?\d{1,3}\Z")
_NOT_A_LETTER = re.compile(r"[\W\d_]+")


def find(lines: Sequence[Line], text: str, words: Words) -> set[int]:
    """The places of the lines that belong to contents pages."""
    found = _led(lines, text, words) if ". . . " in text or "....." in text else set()
    titles = words.known("contents")
    for at, line in enumerate(lines):
        if line.end - line.start <= LONGEST_NAME and at not in found and text[line.start : line.end] in titles:
            found |= _unled(lines, at, text)
    return found


def _led(lines: Sequence[Line], text: str, words: Words) -> set[int]:
    """Lines with dot leaders, the wrapped titles between them, and labels that lost their titles."""
    led = [at for at, line in enumerate(lines) if _LEADERS.search(text, line.start, line.end)]
    found: set[int] = set()
    last = None
    for at in led:
        near = last if last is not None and at - last <= GAP else at - 1
        if last is not None and near != last:
            found |= _labels(lines, text, words, range(last + 1, at))
            found |= _labels(lines, text, words, range(at - 1, last, -1))
        found |= set(range(near + 1, at + 1))
        last = at
    if led:
        found |= _before(lines, text, words, led[0])
        found |= _labels(lines, text, words, range(min(found) - 1, -1, -1))
        found |= _labels(lines, text, words, range(led[-1] + 1, len(lines)))
    return found


def _before(lines: Sequence[Line], text: str, words: Words, first: int) -> set[int]:
    """What stands between the title of a contents page and its first leaders."""
    titles = words.known("contents")
    near = range(max(0, first - MOST_UNLED), first)
    title = next((at for at in near if text[lines[at].start : lines[at].end] in titles), first)
    return set(range(title, first))


def _labels(lines: Sequence[Line], text: str, words: Words, beside: Iterable[int]) -> set[int]:
    """Beside the leaders, in plain text from a PDF, stand page numbers, numerals without title and column heads."""
    found: set[int] = set()
    heads = words.contents_heads
    for at in beside:
        line = lines[at]
        is_label = line.kind in ("ROMAN", "LETTER", "LABEL", "BARE") and not text[line.body : line.end].strip(" .")
        if not is_label and not heads.match(text[line.start : line.end]):
            break
        found.add(at)
    return found


def _unled(lines: Sequence[Line], title: int, text: str) -> set[int]:
    """A contents page without leaders: up to where its first entry comes back as a heading."""
    seen: set[str] = set()
    entries = 0
    for at in range(title + 1, min(len(lines), title + LONGEST_PAGE)):
        words = text[lines[at].start : lines[at].end]
        has_page = _PAGE.search(words) is not None
        name = _NOT_A_LETTER.sub("", words[lines[at].body - lines[at].start :]).lower()
        if (name in seen and not has_page) or len(words) > LONGEST_ENTRY:
            return set(range(title, at)) if name in seen and entries >= FEWEST_ENTRIES else set()
        entries += has_page
        if name:
            seen.add(name)
    return set()
