"""Numbering: which series the numbers of chapters, the letters of headings and the markers of items follow.

A language's file names its series; each is a list whose entries may be written in several ways, parted by "|".
"""

from __future__ import annotations

from functools import cache

from wgtip_parse.numerals import LETTERS, ROMAN
from wgtip_parse.words import Words

Series = dict[str, int]  # what is printed, and its number

MOST_FIGURES = 99

SERIES: dict[str, Series] = {
    "letters": LETTERS,
    "roman": ROMAN,
    "capitals": {letter: number for letter, number in LETTERS.items() if len(letter) == 1},
    "figures": {str(number): number for number in range(1, MOST_FIGURES + 1)},
}


class Numbering:
    """The series of one language: of `items` in lists, of `chapters`, and of `headings` below those."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.items = self._series("items")
        self.chapters = self._series("chapters")
        self.headings = self._series("headings")
        self.chapter_letters = frozenset(label[0].upper() for series in self.chapters for label in series)
        self.firsts = frozenset(label for series in self.items for label, number in series.items() if number == 1)

    def chapter(self, label: str) -> int | None:
        """The number of a chapter; None where the label is none of a chapter."""
        return _number(label.lower(), self.chapters)

    def heading(self, label: str) -> int | None:
        """The number of a heading that a letter numbers; None where the label is no such letter."""
        return _number(label.lower(), self.headings)

    def item(self, label: str) -> int:
        """The number of an item in the likeliest series that has its marker; 0 where none has."""
        return _number(label, self.items) or 0

    def _series(self, name: str) -> tuple[Series, ...]:
        return tuple(SERIES.get(each) or _listed(self._words.typography[each]) for each in self._words.typography[name])


@cache
def numbering(words: Words) -> Numbering:
    """The series of a language."""
    return Numbering(words)


def _listed(entries: list[str]) -> Series:
    return {way: number for number, entry in enumerate(entries, 1) for way in entry.split("|")}


def _number(label: str, series: tuple[Series, ...]) -> int | None:
    return next((each[label] for each in series if label in each), None)
