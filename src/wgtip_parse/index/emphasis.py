"""Emphasis: where the bold type ends with which a labelled recommendation begins that runs on into its answer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from wgtip_parse.model import Block
from wgtip_parse.source import Look, Source

STOPS, CLOSING = (".", ";", ":", "?"), ' ”"’)]'
BEGINNING = 12  # characters of a block by which its first line is told from the number before them


def bold_end(block: Block, source: Source) -> int | None:
    """Where in the text of a block the bold ends with which it begins; None where none does, or all of it is bold.

    Its number need not be bold; lines that stand in its span and not in its text are a page's head or foot.
    """
    at, is_bold = 0, False
    for number, (line, look) in enumerate(_lines(block, source)):
        own = line[max(0, line.find(block.text[:BEGINNING])) :] if number == 0 else line
        found = block.text.find(own, at)
        if found < 0:
            continue
        if look.bold_to and (is_bold or number == 0):
            return _at_stop(block.text, found + look.bold_to - (len(line) - len(own)))
        if not look.bold and number:
            return _at_stop(block.text, at) if is_bold else None
        is_bold, at = is_bold or look.bold, found + len(own)
    return None


def _at_stop(text: str, end: int) -> int | None:
    """That end where a sentence ends there: a word in bold within one is no end."""
    return end if text[:end].rstrip(CLOSING).endswith(STOPS) else None


def _lines(block: Block, source: Source) -> Iterator[tuple[str, Look]]:
    """The lines on which a block stands, without the space round them, with their looks."""
    starts = _starts(source.text)
    first = bisect_left(starts, block.span[0] + 1) - 1
    for start, look in zip(starts[first:], source.looks[first:], strict=True):
        if start >= block.span[1]:
            return
        end = source.text.find("\n", start)
        yield source.text[start : end if end >= 0 else len(source.text)].strip(), look


@lru_cache(maxsize=1)
def _starts(text: str) -> tuple[int, ...]:
    """Where the lines begin that are not blank."""
    starts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(start)
        start += len(line) + 1
    return tuple(starts)
