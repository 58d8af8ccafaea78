"""Contraries: whether one text wants what the other does not: "should allow", "should not allow", "should prohibit".

Told in three ways: a word that one denies and the other says; the object of a verb that wants less of it in one and
more in the other; and two texts of nearly the same words of which one alone denies.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from wgtip_parse.index.terms import form
from wgtip_parse.words import Words

ALIKE = 60.0  # score from which on a denial that only one has is one of the whole
OTHER_WAY = {"more": "less", "less": "more"}


class Claims(NamedTuple):
    """What a text denies, says, and wants more or less of, by the forms of the words; and how often it denies."""

    denied: frozenset[str]
    said: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    denials: int


def contrary(one: Claims, other: Claims, score: float) -> bool:
    """Whether two texts that score so much in common say the contrary of each other."""
    if one.denied & other.said or other.denied & one.said:
        return True
    if one.more & other.less - other.more or other.more & one.less - one.more:
        return True
    return score >= ALIKE and one.denials % 2 != other.denials % 2


def claims(text: str, known: Words) -> Claims:
    """The claims of a text."""
    reader = _Reader(known)
    for match in _pieces(known).finditer(text):
        reader.read(match)
    reader.finish()
    return reader.claims()


@cache
def _pieces(known: Words) -> re.Pattern[str]:
    return re.compile(known.filled(r"(?P<denial><<denies>>)|(?P<stop>[,;:.()])|(?P<word>[^\W_]+)"), re.IGNORECASE)


class _Reader:
    """Reads a text word by word: which verb wants more or less, and which noun its object ends with."""

    def __init__(self, known: Words) -> None:
        self._known = known
        self._found: dict[str, set[str]] = {"denied": set(), "said": set(), "more": set(), "less": set()}
        self._denials = 0
        self._denying = False
        self._way: str | None = None
        self._object: str | None = None

    def read(self, match: re.Match[str]) -> None:
        """One word, stop or denial."""
        if match["denial"]:
            self._denials += 1
            self._denying = True
        elif match["stop"]:
            self.finish()
        else:
            self._word(match["word"].lower())

    def finish(self) -> None:
        """The end of the object of a verb: its last word is the noun."""
        if self._way and self._object:
            self._found[self._way].add(self._object)
        self._way = self._object = None

    def claims(self) -> Claims:
        """What was read."""
        found = self._found
        said = found["said"] - found["denied"] - found["less"]
        denied, less = frozenset(found["denied"]), frozenset(found["less"])
        return Claims(denied, frozenset(said), frozenset(found["more"]), less, self._denials)

    def _word(self, word: str) -> None:
        plain = form(word, self._known)
        if plain is None:
            if self._object and not self._known.determiner.fullmatch(word):
                self.finish()
            return
        way = self._known.told("directions", word)
        if self._denying:
            self._found["denied"].add(plain)
            way = OTHER_WAY.get(way or "")
            self._denying = False
        else:
            self._found["said"].add(plain)
        if way:
            self.finish()
            self._way = way
        else:
            self._object = plain
