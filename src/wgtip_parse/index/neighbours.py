"""Neighbours: which texts have much in common, found without comparing every pair.

Each text is looked up by the words of it that weigh most, among the latest texts that have them; those that share most
of that weight are compared in full. Texts of two circles are never compared.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import nlargest
from math import sqrt
from typing import NamedTuple

from wgtip_parse.index.weights import Weighed, Weights, pairs

KEYS = 20  # words by which a text is looked up
POSTED = 100  # texts that are remembered of one word, the latest
COMPARED = 12  # texts that are compared in full
KEPT = 30  # neighbours that are remembered of one text
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


def neighbours(members: Sequence[Member], weights: Weights) -> list[list[Near]]:
    """For each text its neighbours, the nearest first; texts are given in the order of their dates."""
    found: list[list[Near]] = [[] for _ in members]
    posted: dict[Key, deque[int]] = defaultdict(lambda: deque(maxlen=POSTED))
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
            found[at].append(near)
            if len(found[near.text]) < KEPT:
                found[near.text].append(Near(near.score, at))
        for key in keys:
            posted[key].append(at)
    for each in found:
        each.sort(key=_nearest_first)
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
    its_pairs = pairs(member.text.numbers)
    for other in others:
        score = weights.score(member.text, its_pairs, members[other].text)
        if score >= member.lowest:
            yield Near(score, other)


def _nearest_first(near: Near) -> tuple[float, int]:
    return -near.score, near.text
