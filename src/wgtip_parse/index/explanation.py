"""Explanations: the words that two texts share, and those that only one of them has, those that say most first."""

from __future__ import annotations

from collections.abc import Mapping

from wgtip_parse.index.weights import Weights

NAMED = 8  # words that are named of each

Named = Mapping[int, str]  # the terms of a text by their numbers, each with the words that stand there first


def shared(one: Named, other: Named, weights: Weights) -> tuple[str, ...]:
    """The words in both, as the first text has them."""
    return tuple([one[term] for term in weights.heaviest(one.keys() & other.keys(), NAMED)])


def differing(one: Named, other: Named, weights: Weights) -> tuple[str, ...]:
    """The words that only one has, as it has them."""
    return tuple([one.get(term) or other[term] for term in weights.heaviest(one.keys() ^ other.keys(), NAMED)])
