"""Weights: how much a term says, by how few texts have it, and how much two texts have in common by that.

A word weighs as the logarithm of how rare it is; one of those that stand in all kinds of recommendations a part of it.
Two words that stand near each other in both texts count as well, so that the same words in another order are less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, log, sqrt

NEAR = 3  # words from one to the other of a pair
OF_A_PAIR = 0.1  # what a pair weighs of what its two words weigh
OF_A_COMMON_WORD = 0.3  # what a word that is said in all kinds of recommendations weighs of its rarity
ASSUMED = 100  # texts that have none of the words, so that weights hold in an index of a few texts
UNSEEN = 0.5  # added to how many texts have a word

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a text by their numbers, in its order, and the weight of all its words and pairs."""

    numbers: tuple[int, ...]
    weight: float


class Weights:
    """The weights of terms, by a number for each, told from all texts of an index."""

    def __init__(self, texts: Sequence[Sequence[str]], common: frozenset[str]) -> None:
        frequency = Counter(term for text in texts for term in set(text))
        self.names = sorted(frequency)
        self.numbers = {name: number for number, name in enumerate(self.names)}
        of_all = log(len(texts) + ASSUMED)
        self.each = tuple(
            (of_all - log(frequency[name] + UNSEEN)) * (OF_A_COMMON_WORD if name in common else 1)
            for name in self.names
        )
        heaviest = sorted(range(len(self.names)), key=lambda number: (-self.each[number], number))
        self._places = {number: place for place, number in enumerate(heaviest)}
        self.common = frozenset(self.numbers[name] for name in common if name in self.numbers)

    def weighed(self, text: Sequence[str]) -> Weighed:
        """A text by the numbers of its terms, with its weight."""
        numbers = tuple(self.numbers[term] for term in text)
        return Weighed(numbers, self._sum(set(numbers), pairs(numbers)))

    def score(self, one: Weighed, its_words: frozenset[int], its_pairs: Pairs, other: Weighed) -> float:
        """What two texts have in common, in hundredths of their mean weight; words and pairs of one are given."""
        shared = its_words.intersection(other.numbers)
        common = self._sum(shared, its_pairs.intersection(_pairs_of(other.numbers, shared)))
        return min(100.0, 100 * common / sqrt(one.weight * other.weight)) if common else 0.0

    def heaviest(self, numbers: Iterable[int], most: int) -> list[int]:
        """The terms that weigh most, the heaviest first."""
        return sorted(numbers, key=self._places.__getitem__)[:most]

    def _sum(self, numbers: Iterable[int], of_pairs: Iterable[tuple[int, int]]) -> float:
        """The sum without an error of rounding, so that it is the same whatever the order of a set."""
        each = self.each
        return fsum(map(each.__getitem__, numbers)) + OF_A_PAIR * fsum(map(each.__getitem__, chain(*of_pairs)))


def pairs(numbers: Sequence[int]) -> Pairs:
    """The pairs of different words that stand near each other, whichever stands first."""
    return frozenset(
        (one, other) if one < other else (other, one)
        for distance in range(1, NEAR + 1)
        for one, other in zip(numbers, numbers[distance:], strict=False)
        if one != other
    )


def _pairs_of(numbers: Sequence[int], wanted: frozenset[int]) -> list[tuple[int, int]]:
    """The pairs of wanted words alone: the rest of a text is not looked at."""
    placed = [(at, number) for at, number in enumerate(numbers) if number in wanted]
    return [
        (one, other) if one < other else (other, one)
        for place, (at, one) in enumerate(placed)
        for there, other in placed[place + 1 : place + 1 + NEAR]
        if there - at <= NEAR and one != other
    ]
