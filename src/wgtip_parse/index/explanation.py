"""Explanations: the words that two texts share, and those that only one of them has, those that say most first."""

from __future__ import annotations

from collections.abc import Sequence

from wgtip_parse.index.terms import Term
from wgtip_parse.index.weights import Weights

NAMED = 8  # words that are named of each


def shared(one: Sequence[Term], other: Sequence[Term], weights: Weights) -> tuple[str, ...]:
    """The words in both, as the first text has them."""
    also = {name for name, _ in other}
    return _heaviest({name: word for name, word in reversed(one) if name in also}, weights)


def differing(one: Sequence[Term], other: Sequence[Term], weights: Weights) -> tuple[str, ...]:
    """The words that only one has, as it has them."""
    first, second = (dict(reversed(each)) for each in (one, other))
    return _heaviest({name: (first | second)[name] for name in first.keys() ^ second.keys()}, weights)


def _heaviest(words: dict[str, str], weights: Weights) -> tuple[str, ...]:
    by_number = {weights.numbers[name]: word for name, word in words.items()}
    return tuple(by_number[number] for number in weights.heaviest(by_number, NAMED))
