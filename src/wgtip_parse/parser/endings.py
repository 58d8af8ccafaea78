"""Endings: whether a line ends a sentence, and whether its last word asks for the next line."""

from __future__ import annotations

import re

from wgtip_parse.words import Words

LONGEST_REFERRING = 16  # characters, of a word that asks for a number

_ENDED = re.compile(r"[.;:!?…][”’\"')\]*]*(?:[^\S\n]?(?:\d{1,3}/?|[⁰¹²³⁴-⁹]+))?\Z")


class Endings:
    """Asks one text how its lines end."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self._refers = words.refers
        self._connects = words.connects
        self._title_connects = words.title_connects
        self._abbreviations = words.known("abbreviations")

    def is_ended(self, start: int, end: int) -> bool:
        """Whether the text up to `end` ends a sentence or an item, closing quotes and a footnote mark aside."""
        return self.is_stopped(start, end) and not (self.text[end - 1] == "." and self.refers(start, end))

    def is_stopped(self, start: int, end: int) -> bool:
        """Whether the text up to `end` has a stop there, be it that of an abbreviation."""
        last = self.text[end - 1]
        return last in ".;:!?…" or (not last.isalpha() and _ENDED.search(self.text, max(start, end - 12), end) is not None)

    def refers(self, start: int, end: int) -> bool:
        """Whether the last word before `end` asks for a number or a name: "article", "Mr."."""
        last = self.text[end - 1]
        if last == ".":
            words = self.text[max(start, end - LONGEST_REFERRING) : end].split()
            return bool(words) and words[-1].lstrip("([“") in self._abbreviations
        return last.isalpha() and self._refers.search(self.text, max(start, end - LONGEST_REFERRING), end) is not None

    def connects(self, start: int, end: int, *, title: bool = False) -> bool:
        """Whether the last word before `end` asks for more; fewer words do so in a `title`."""
        pattern = self._title_connects if title else self._connects
        return pattern.search(self.text, max(start, end - LONGEST_REFERRING), end) is not None


def is_starred(text: str, start: int, end: int) -> bool:
    """Whether a line stands between asterisks, as plain text marks italics."""
    return text[start] == "*" == text[end - 1] and end - start > 2 and text[start + 1] not in "* "
