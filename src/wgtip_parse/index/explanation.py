"""Explanations: the words that two texts share, and those that only one of them has, those that say most first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wgtip_parse.index.weights import Weights

NAMED = 8  # words that are named of each

Named = Mapping[str, str]  # the terms of a text, each with the words that stand there first


def shared(one: Named, other: Named, weights: Weights) -> tuple[str, ...]:
    """The words in both, as the first text has them."""
    return tuple(one[name] for name in _heaviest(one.keys() & other.keys(), weights))


def differing(one: Named, other: Named, weights: Weights) -> tuple[str, ...]:
    """The words that only one has, as it has them."""
    return tuple(one.get(name) or other[name] for name in _heaviest(one.keys() ^ other.keys(), weights))


def _heaviest(names: Iterable[str], weights: Weights) -> list[str]:
    return [weights.names[number] for number in weights.heaviest(map(weights.numbers.__getitem__, names), NAMED)]
