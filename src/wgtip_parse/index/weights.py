"""Weights: how much a term says, by how few texts have it, and how much two texts have in common by that.

A word weighs as the logarithm of how rare it is; one of those that stand in all kinds of recommendations a part of it.
Two words that stand near each other in both texts count as well, so that the same words in another order are less.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, log, sqrt

NEAR = 3  # words from one to the other of a pair
OF_A_PAIR = 0.1  # what a pair weighs of what its two words weigh
OF_A_COMMON_WORD = 0.3  # what a word that is said in all kinds of recommendations weighs of its rarity
ASSUMED = 100  # texts that have none of the words, so that weights hold in an index of a few texts
UNSEEN = 0.5  # added to how many texts have a word


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a text by their numbers, in its order, its pairs, and the weight of all its words and pairs."""

    numbers: tuple[int, ...]
    pairs: array[int]
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
        its_pairs = self._pairs(numbers)
        return Weighed(numbers, its_pairs, self._sum(set(numbers), its_pairs))

    def compared_with(self, one: Weighed) -> Callable[[Weighed], float]:
        """What other texts have in common with one, each in hundredths of their mean weight."""
        words, its_pairs = frozenset(one.numbers), frozenset(one.pairs)

        def score(other: Weighed) -> float:
            common = self._sum(words.intersection(other.numbers), its_pairs.intersection(other.pairs))
            return min(100.0, 100 * common / sqrt(one.weight * other.weight)) if common else 0.0

        return score

    def heaviest(self, numbers: Iterable[int], most: int) -> list[int]:
        """The terms that weigh most, the heaviest first."""
        return sorted(numbers, key=self._places.__getitem__)[:most]

    def _pairs(self, numbers: Sequence[int]) -> array[int]:
        """The pairs of different words that stand near each other, whichever stands first, each as one number."""
        many = len(self.each)
        near = chain.from_iterable(zip(numbers, numbers[distance:], strict=False) for distance in range(1, NEAR + 1))
        return array(
            "Q", {one * many + other if one < other else other * many + one for one, other in near if one != other}
        )

    def _sum(self, words: Iterable[int], its_pairs: Collection[int]) -> float:
        """The sum without an error of rounding, so that it is the same whatever the order of a set."""
        each, many = self.each, len(self.each)
        of_pairs = [each[pair // many] for pair in its_pairs] + [each[pair % many] for pair in its_pairs]
        return fsum([each[word] for word in words]) + OF_A_PAIR * fsum(of_pairs)
