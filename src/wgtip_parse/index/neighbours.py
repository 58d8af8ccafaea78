"""Neighbours: which texts have much in common, found without comparing every pair.

Each text is looked up by the words of it that weigh most, among the latest texts that have them; those that share most
of that weight are compared in full. Texts of two circles are never compared. What that costs for one text does not grow
with their number, and neither does what is remembered of one: some 700 bytes of plain numbers.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import nlargest
from math import sqrt
from typing import NamedTuple

from wgtip_parse.index.sharing import Share, here
from wgtip_parse.index.weights import Weighed, Weights

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


def neighbours(members: Sequence[Member], weights: Weights, share: Share = here) -> Neighbours:
    """The neighbours of each text; texts are given in the order of their dates. `share` says who looks for them."""
    found = Neighbours(len(members))
    search = _Search(members, weights)
    for at, nearest in enumerate(share(search.among_earlier, len(members))):
        for score, text in nearest:
            found.add(Near(score, text), at)
    return found


class _Search:
    """The texts, and under each word by which they are looked up those that have it, in their order."""

    def __init__(self, members: Sequence[Member], weights: Weights) -> None:
        self._members, self._weights = members, weights
        self._roots = [sqrt(member.text.weight) for member in members]
        self._keys = [array("I", _keys(each.text, weights)) for each in members]
        self._posted: dict[Key, array[int]] = defaultdict(lambda: array("I"))
        for at, member in enumerate(members):
            for number in self._keys[at]:
                self._posted[member.circle, number].append(at)

    def among_earlier(self, places: range) -> Iterator[list[tuple[float, int]]]:
        """Of the texts at some places, the earlier ones that are near, each with its score."""
        roots, weights = self._roots, self._weights
        for at in places:
            member = self._members[at]
            sharing = _sharing(
                [(weights.each[number], self._latest((member.circle, number), at)) for number in self._keys[at]]
            )
            enough = HALF * member.lowest / 100 * roots[at]
            shares = [
                (weight / roots[other], other) for other, weight in sharing.items() if weight >= enough * roots[other]
            ]
            most = [other for _, other in nlargest(COMPARED, shares)]
            yield [(near.score, near.text) for near in _compared(member, most, self._members, weights)]

    def _latest(self, key: Key, before: int) -> Iterable[int]:
        posted = self._posted[key]
        end = bisect_left(posted, before)
        return posted[max(0, end - POSTED) : end]


def _keys(text: Weighed, weights: Weights) -> list[int]:
    """The words by which a text is looked up: the heaviest of those that tell what it is about."""
    return weights.heaviest({*text.numbers} - weights.common, KEYS)


def _sharing(posted: Sequence[tuple[float, Iterable[int]]]) -> dict[int, float]:
    """The texts that share a key, given the weight and the texts of each, with the weight that they share."""
    shared: dict[int, float] = {}
    known = shared.get  # which takes two thirds of the time of a dictionary with a default
    for weight, others in posted:
        for other in others:
            shared[other] = known(other, 0.0) + weight
    return shared


def _compared(member: Member, others: Sequence[int], members: Sequence[Member], weights: Weights) -> Iterator[Near]:
    """Those of the others that are near enough, with their scores."""
    compare = weights.compared_with(member.text)
    for other in others:
        score = compare(members[other].text)
        if score >= member.lowest:
            yield Near(score, other)


def _nearest_first(near: Near) -> tuple[float, int]:
    return -near.score, near.text
