"""Footnote marks: the numbers in the running text that may point to a footnote.

A mark is sure behind a stop, or glued to a word; behind a word and a space it is weak, believed only where its note is
there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

Place = tuple[int, int]

LONGEST_WORD = 18

# Words after which a number counts or names something and is no footnote mark.
_CLASS_WORDS = frozenset(
    """
    annex annexes appendix art article articles box chapter chapters column day figure goal grade item items level
    line meeting No Nos note number numbers option page para paragraph paragraphs paras part parts percentage phase
    point priority programme project protocol question recommendation recommendations resolution resolutions rule
    rules sect section sections session stage step subprogramme supplement symbol table target theme tier tranche
    type version vol volume week wave zone about after and as at be before by exceeding exactly for from in into is
    least most nearly of on only or over per than the to under until up was were with within January February March
    April May June July August September October November December
""".split()
)
_NUMBER = re.compile(r"\d+/?")
_STARS = re.compile(r"\*+|†")
_LAST_WORD = re.compile(r"(\w+)\.?\Z")
_BEHIND_A_STOP = r"(?:(?<=[^\W\d_][.;:”’)\]])|(?<=[)”’\]][.;:])|(?<=\d[.;:)])(?=[^\S\n]))"
_ENDS = r"(?=[^\S\n]*(?:\n|\Z)|\s+[A-Z“(\[]|\s+and\b|\s+or\b)"
_STOP = re.compile(rf"{_BEHIND_A_STOP}[^\S\n]?\d+/?{_ENDS}")
_GLUED = re.compile(r"(?<=[^\W\d_][.,;:”’)])\d+/?(?=\s)|(?<=\d\d\d\d,)\d+/?(?=\s)|(?<=[a-z]{3})\d+/?(?![\w.,-]*\w)")
_BEHIND_A_WORD = re.compile(r"(?<=[^\W\d_]{2})[^\S\n]\d+/?(?=\s|[.,;:)])")
_BEHIND_A_SPACE = re.compile(r"(?<=[.,;:”’)]) \d+/?(?=\s)")


class Marks:
    """All the places in one text where a footnote mark may stand, found in one pass when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, mark: str, start: int, end: int, *, noted: bool) -> Place | None:
        """The first place of a number in text[start:end], with the space before it; weak ones only where `noted`."""
        for places in self._places[: 2 if noted else 1]:
            found = places.get(mark, [])
            at = bisect_left(found, (start, start))
            if at < len(found) and found[at][1] <= end:
                return found[at]
        return None

    def first_star(self, mark: str) -> int | None:
        """The first place where an asterisk or dagger stands behind a word."""
        return self._stars.get(mark)

    @cached_property
    def _places(self) -> tuple[dict[str, list[Place]], dict[str, list[Place]]]:
        """The sure and the weak places of each number, in order."""
        sure: defaultdict[str, list[Place]] = defaultdict(list)
        weak: defaultdict[str, list[Place]] = defaultdict(list)
        for match in _NUMBER.finditer(self.text):
            start, end = match.span()
            if end - start > 4 or not start or self.text[start - 1] in "\n(-–/":
                continue
            low = start - 1 if self.text[start - 1].isspace() else start
            strength = self._strength(low, start)
            if strength:
                (sure if strength > 1 else weak)[match[0].rstrip("/")].append((low, end))
        return sure, weak

    def _strength(self, low: int, start: int) -> int:
        """2 where a number is sure to be a mark, 1 where it may be one, 0 where it is none."""
        text = self.text
        behind_stop = _STOP.match(text, low) is not None and not self._counts(low)
        if behind_stop or (low == start and _GLUED.match(text, low)):
            return 2
        if low == start:
            return 0
        return int(
            _BEHIND_A_SPACE.match(text, low) is not None
            or (_BEHIND_A_WORD.match(text, low) is not None and not self._counts(low))
        )

    def _counts(self, at: int) -> bool:
        """Whether the word before an offset counts or names, as in "article 5"."""
        word = _LAST_WORD.search(self.text, max(0, at - LONGEST_WORD), at)
        return word is not None and (word[1] in _CLASS_WORDS or word[1].lower() in _CLASS_WORDS)

    @cached_property
    def _stars(self) -> dict[str, int]:
        first: dict[str, int] = {}
        for match in _STARS.finditer(self.text):
            if match.start() and self.text[match.start() - 1].isalnum():
                first.setdefault(match[0], match.end())
        return first
