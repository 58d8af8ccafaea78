"""Neighbours: which texts have much in common, found without comparing every pair.

Each text is looked up by the words of it that weigh most, among the latest texts that have them; those that share most
of that weight are compared in full. Texts of two circles are never compared. What that costs for one text does not grow
with their number, and neither does what is remembered of one: some 400 bytes of plain numbers.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import nlargest
from math import sqrt
from typing import NamedTuple

from wgtip_parse.index.weights import Weighed, Weights, pairs

KEYS = 20  # words by which a text is looked up
POSTED = 100  # texts that are remembered of one word, the latest
COMPARED = 12  # texts that are compared in full
KEPT = 30  # neighbours that are remembered of one text
NONE = -1  # no neighbour before
HALF = 0.5  # of the lowest score that the keys alone have to bring; the rest may be common words and pairs


Key = tuple[Hashable, int]


class Member(NamedTuple):
    """A text, the circle in which it is compared, and the score from which on another is its neighbour."""

    text: Weighed
    circle: Hashable
    lowest: float


class Near(NamedTuple):
    """A neighbour: how much it has in common, in hundredths, and its place among the texts."""

    score: float
    text: int


class Neighbours:
    """The neighbours of texts, those of one in a chain of plain numbers: a tuple for each would take ten times more."""

    def __init__(self, texts: int) -> None:
        self._last = array("q", [NONE]) * texts
        self._before = array("q")
        self._texts = array("q")
        self._scores = array("d")
        self._found = bytearray(texts)

    def add(self, near: Near, text: int) -> None:
        """Remember a neighbour of a text, and the text as one of its, unless that has enough."""
        self._add(text, near.text, near.score)
        if self._found[near.text] < KEPT:
            self._add(near.text, text, near.score)

    def of(self, text: int) -> list[Near]:
        """The neighbours of a text, the nearest first."""
        found: list[Near] = []
        at = self._last[text]
        while at != NONE:
            found.append(Near(self._scores[at], self._texts[at]))
            at = self._before[at]
        return sorted(found, key=_nearest_first)

    def _add(self, of: int, other: int, score: float) -> None:
        self._before.append(self._last[of])
        self._last[of] = len(self._texts)
        self._texts.append(other)
        self._scores.append(score)
        self._found[of] += 1


def neighbours(members: Sequence[Member], weights: Weights) -> Neighbours:
    """The neighbours of each text; texts are given in the order of their dates."""
    found = Neighbours(len(members))
    posted: dict[Key, array[int]] = defaultdict(lambda: array("I"))
    roots = [sqrt(member.text.weight) for member in members]
    for at, member in enumerate(members):
        keys = [(member.circle, number) for number in _keys(member.text, weights)]
        sharing = _sharing([(weights.each[key[1]], posted[key]) for key in keys if key in posted])
        enough = HALF * member.lowest / 100 * roots[at]
        shares = [
            (weight / roots[other], other) for other, weight in sharing.items() if weight >= enough * roots[other]
        ]
        most = [other for _, other in nlargest(COMPARED, shares)]
        for near in _compared(member, most, members, weights):
            found.add(near, at)
        for key in keys:
            others = posted[key]
            if len(others) == POSTED:
                del others[0]
            others.append(at)
    return found


def _keys(text: Weighed, weights: Weights) -> list[int]:
    """The words by which a text is looked up: the heaviest of those that tell what it is about."""
    return weights.heaviest({*text.numbers} - weights.common, KEYS)


def _sharing(posted: Sequence[tuple[float, Iterable[int]]]) -> dict[int, float]:
    """The texts that share a key, given the weight and the texts of each, with the weight that they share."""
    shared: dict[int, float] = defaultdict(float)
    for weight, others in posted:
        for other in others:
            shared[other] += weight
    return shared


def _compared(member: Member, others: Sequence[int], members: Sequence[Member], weights: Weights) -> Iterator[Near]:
    """Those of the others that are near enough, with their scores."""
    words, its_pairs = frozenset(member.text.numbers), pairs(member.text.numbers)
    for other in others:
        score = weights.score(member.text, words, its_pairs, members[other].text)
        if score >= member.lowest:
            yield Near(score, other)


def _nearest_first(near: Near) -> tuple[float, int]:
    return -near.score, near.text
