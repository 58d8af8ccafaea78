"""The sentences of a text, told by their ends: an abbreviation ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.words import Words

INITIAL = re.compile(r"(?:^|\W)[A-Z]\.\Z")
LONGEST_INITIAL = 3  # characters, with its stop and what stands before it


def sentences(text: str, known: Words) -> Iterator[str]:
    """Each sentence with its stop; one that goes on behind a semicolon with a capital is another."""
    return (text[start:end] for start, end in spans(text, 0, len(text), known))


def spans(text: str, start: int, end: int, known: Words) -> Iterator[tuple[int, int]]:
    """Where the sentences of a stretch of a text begin and end."""
    abbreviations = known.known("abbreviations")
    for mark in known.ends_sentence.finditer(text, start, end):
        said = text[start : mark.end()].rstrip()
        if said.rpartition(" ")[2].lstrip("([“") in abbreviations or INITIAL.search(said[-LONGEST_INITIAL:]):
            continue
        yield start, start + len(said)
        start = mark.end()
    if last := text[start:end].strip():
        start += len(text[start:end]) - len(text[start:end].lstrip())
        yield start, start + len(last)


def first(text: str, start: int, end: int, known: Words) -> tuple[int, int]:
    """Where the first sentence of a stretch begins and ends; where there are no words, the stretch."""
    return next(spans(text, start, end, known), (start, end))


def last(text: str, start: int, end: int, known: Words) -> tuple[int, int]:
    """Where the last sentence of a stretch begins and ends; where there are no words, the stretch."""
    return [(start, end), *spans(text, start, end, known)][-1]
