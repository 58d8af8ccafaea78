"""How alike two units are: by the words that they share in order, and by how rare these are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import LCSseq

from wgtip_parse.compare.side import Side

TOO_COMMON = 40  # units of a side in which a word may stand to be looked for: memory and time stay in proportion
RAREST = 16  # words of a unit by which its like are found: an edit that leaves none of them leaves no likeness
CANDIDATES = 6  # of those that share most, how many are compared word for word


class Likeness:
    """The units of two sides and how many of them have each word."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old.codes, new.codes
        self._spread = Counter(word for code in (*old.codes, *new.codes) for word in set(code))
        many = len(old.codes) + len(new.codes) + 1
        self._weights = {word: math.log(many / units) for word, units in self._spread.items()}

    def of(self, old: int, new: int) -> float:
        """0 to 1: the mean of what the words in the same order and what the rare ones say."""
        before, after = self._old[old], self._new[new]
        if not before or not after:
            return 0.0
        in_order = 2 * LCSseq.similarity(before, after) / (len(before) + len(after))
        shared = self._weight(set(before) & set(after))
        either = self._weight(set(before) | set(after))
        return (in_order + shared / either) / 2 if either else in_order

    def held(self, part: str, whole: str) -> float:
        """How much of a unit stands in a stretch of another, in order: the less of all its words and of the rare."""
        if not part or not whole:
            return 0.0
        own = self._weight(set(part))
        shared = self._weight(set(part) & set(whole))
        in_order = LCSseq.similarity(part, whole) / len(part)
        return min(in_order, shared / own) if own else in_order

    def rarest(self, code: str) -> list[str]:
        """The rarest words of a unit, rarest first."""
        return sorted(set(code), key=lambda word: (self._spread[word], word))[:RAREST]

    def weight(self, word: str) -> float:
        """What a shared word says: more, the fewer have it."""
        return self._weights[word]

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(map(self._weights.__getitem__, words))  # exact, so that no order of a set matters


class Candidates:
    """Which of some units have the rare words of another."""

    def __init__(self, side: Side, open_units: Iterable[int], likeness: Likeness) -> None:
        self._likeness = likeness
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at in open_units:
            for word in set(side.codes[at]):
                self._places[side.pools[at], word].append(at)

    def of(self, pool: str, code: str) -> Iterator[int]:
        """Those that share most, best first."""
        weights: dict[int, float] = defaultdict(float)
        for word in self._likeness.rarest(code):
            places = self._places.get((pool, word), ())
            if len(places) > TOO_COMMON:
                continue
            for at in places:
                weights[at] += self._likeness.weight(word)
        ranked = sorted(weights, key=lambda at: (-weights[at], at))
        return iter(ranked[:CANDIDATES])
