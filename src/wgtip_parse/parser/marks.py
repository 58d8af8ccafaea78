"""Footnote marks: the numbers in the running text that may point to a footnote.

A mark is sure behind a stop, or glued to a word; behind a word and a space it is weak, believed only where its note is
there; behind a word that counts ("session 1") it is faint, believed only at the end of a title. A number that is
printed raised, as Unicode's superscript digits are, is sure everywhere; where a document has its first mark raised, or
its file tells what is raised, no other number is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache, cached_property

from wgtip_parse.words import Words

Place = tuple[int, int]

LONGEST_WORD = 18
LONGEST_SYMBOL = 40  # characters
NONE, FAINT, WEAK, SURE = range(4)
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans(_RAISED_DIGITS, "0123456789")

_NUMBERS = {digit: re.compile(rf"{digit}\d{{0,2}}+(?!\d)") for digit in "0123456789"}
_RAISED_NUMBER = re.compile("[⁰¹²³⁴-⁹]+")
_STARS = re.compile(r"\*+|†")
_SLASHED = re.compile(r"(?<=[\w.,;:)”\"])[^\S\n](\d{1,2})/(?=\s|[.,;:])")  # as older documents print marks
_SYMBOL = re.compile(r"[A-Z][\w.]*/[\w./()-]*\Z")
_LAST_WORD = re.compile(r"(\w+)\.?\Z")
_BEHIND_A_STOP = r"(?:(?<=[^\W\d_][.;:”\"’)\]])|(?<=[)”\"’\]][.;:])|(?<=\d[.;:)])(?=[^\S\n]))"
_ENDS = r"(?=[^\S\n]*(?:\n|\Z)|\s+(?:<<capital>>|[“\"(\[])|\s+<<behind_mark>>)"
_GLUED = r"(?<=[^\W\d_][.,;:”\"’)])\d+/?(?=\s)|(?<=\d\))\d+/?(?=\s)|(?<=\d\d\d\d,)\d+/?(?=\s)|<<glued_mark>>"
_BEHIND_A_WORD = re.compile(r"(?<=[^\W\d_]{2})[^\S\n]\d+/?(?=\s|[.,;:)](?!\d))")
_LAST_ON_ITS_LINE = re.compile(r"[^\S\n]\d+[^\S\n]*\n[^\S\n]*(?:\n|\d{1,4}\.\s)")
_BEHIND_A_YEAR = re.compile(r"(?<=[12]\d\d\d[.;])\d+(?=\s)")
_BEHIND_A_SPACE = re.compile(r"(?<=[.,;:”\"’)]) \d+/?(?=\s)")


class Marks:
    """All the places in one text where a footnote mark may stand, found in one pass when first asked for."""

    def __init__(self, text: str, words: Words, *, only_raised: bool) -> None:
        self.text = text
        self._only_raised = only_raised
        self._stop, self._glued = _stop(words), _glued(words)
        self._counting = words.known("counting")
        self._has_raised: dict[str, bool] = {}
        self._starts: dict[str, dict[str, list[int]]] = {}
        self._gaps: list[Place] = []
        self._gap_starts: list[int] = []

    def find(self, mark: str, start: int, end: int, *, noted: bool) -> Place | None:
        """The first place of a number in text[start:end], with the space before it; weak ones only where `noted`."""
        if self._only_raised or self._raised_starts(mark) or self._raised_starts("1"):
            return self._find_raised(mark, start, end)
        starts = self._starts_of(mark)
        best, believed = None, WEAK if not noted else NONE
        for at in range(bisect_left(starts, start), len(starts)):
            place = self._place(starts[at], len(mark))
            if place[1] > end:
                break
            strength = self._strength(place[0])
            if strength <= believed or self._is_barred(starts[at]):
                continue
            if strength == SURE:
                return place
            best, believed = place, strength
        return best

    def _find_raised(self, mark: str, start: int, end: int) -> Place | None:
        starts = self._raised_starts(mark)
        for at in range(bisect_left(starts, start), len(starts)):
            low, high = self._place(starts[at], len(mark))
            if high > end:
                return None
            if not self._is_barred(starts[at]):
                return low, high
        return None

    def raised(self, known: set[str], start: int) -> list[Place]:
        """All the places behind `start` of raised numbers that have a note: one note may be marked more than once."""
        return [
            self._place(at, len(mark))
            for mark in known
            for at in self._raised_starts(mark)
            if at >= start and not self._is_barred(at)
        ]

    def slashed(self, known: set[str], start: int) -> list[Place]:
        """All the places behind `start` of numbers with a slash behind them that have a note."""
        return [
            match.span()
            for match in _SLASHED.finditer(self.text, start)
            if match[1] in known and not self._is_barred(match.start(1))
        ]

    def bar(self, gaps: list[Place]) -> None:
        """From now on no mark is found in these spans, which are in order: page furniture and footnotes."""
        self._gaps = gaps
        self._gap_starts = [start for start, _ in gaps]

    def _is_barred(self, at: int) -> bool:
        gap = bisect_right(self._gap_starts, at) - 1
        return gap >= 0 and at < self._gaps[gap][1]

    def first_star(self, mark: str) -> int | None:
        """The first place where an asterisk or dagger stands behind a word."""
        return self._stars.get(mark)

    def _starts_of(self, mark: str) -> list[int]:
        """Where a number stands: found at once for all that begin with its digit, which is searched fastest."""
        if mark[0] not in _NUMBERS:
            return []
        if mark[0] not in self._starts:
            starts: defaultdict[str, list[int]] = defaultdict(list)
            for match in _NUMBERS[mark[0]].finditer(self.text):
                start = match.start()
                if start and self.text[start - 1] != "\n" and not self.text[start - 1].isdigit():
                    starts[match[0]].append(start)
            self._starts[mark[0]] = starts
        return self._starts[mark[0]].get(mark, [])

    def _place(self, start: int, length: int) -> Place:
        """The span of a mark: with the space before it, and with the slash that older documents print behind it."""
        end = start + length
        low = start - 1 if start and self.text[start - 1].isspace() and self.text[start - 1] != "\n" else start
        return low, end + (self.text[end : end + 1] == "/")

    def _strength(self, low: int) -> int:
        text = self.text
        if text[low - 1] == "." and _SYMBOL.search(text, max(0, low - LONGEST_SYMBOL), low) and not text[low].isspace():
            return NONE
        if self._stop.match(text, low):
            return SURE if self._counting_word(low) is None else WEAK
        if not text[low].isspace():
            return SURE if self._glued.match(text, low) else WEAK if _BEHIND_A_YEAR.match(text, low) else NONE
        if _BEHIND_A_SPACE.match(text, low):
            return WEAK
        if not _BEHIND_A_WORD.match(text, low):
            return NONE
        word = self._counting_word(low)
        if word is None:
            return WEAK
        return FAINT if word[0].islower() and _LAST_ON_ITS_LINE.match(text, low) else NONE

    def _counting_word(self, at: int) -> str | None:
        """The word before an offset if it counts or names, as in "article 5"."""
        word = _LAST_WORD.search(self.text, max(0, at - LONGEST_WORD), at)
        known = word is not None and (word[1] in self._counting or word[1].lower() in self._counting)
        return word[1] if word is not None and known else None

    def _raised_starts(self, mark: str) -> list[int]:
        """Where a number stands raised; only a text that has its first digit so is searched as a whole."""
        digit = mark[0]
        if digit not in self._has_raised:
            self._has_raised[digit] = digit.isdecimal() and _RAISED_DIGITS[int(digit)] in self.text
        return self._raised.get(mark, []) if self._has_raised[digit] else []

    @cached_property
    def _raised(self) -> dict[str, list[int]]:
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for match in _RAISED_NUMBER.finditer(self.text):
            starts[match[0].translate(RAISED)].append(match.start())
        return dict(starts)

    @cached_property
    def _stars(self) -> dict[str, int]:
        first: dict[str, int] = {}
        for match in _STARS.finditer(self.text):
            if match.start() and self.text[match.start() - 1].isalnum():
                first.setdefault(match[0], match.end())
        return first


@cache
def _stop(words: Words) -> re.Pattern[str]:
    """A number behind a stop, before what begins a sentence or joins another."""
    return re.compile(rf"{_BEHIND_A_STOP}[^\S\n]?\d+/?{words.filled(_ENDS)}")


@cache
def _glued(words: Words) -> re.Pattern[str]:
    """A number that is glued to a word, or to a stop behind one."""
    return re.compile(words.filled(_GLUED))
