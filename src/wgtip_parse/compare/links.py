"""Links between the units of two sides, and the chain of those that stand in the same order on both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Gap(NamedTuple):
    """Units between two neighbouring links of the chain, half-open on each side."""

    old: range
    new: range


class Links:
    """Which unit of the newer side each of the older has become, one to one."""

    def __init__(self, old: int, new: int) -> None:
        self.forth: list[int | None] = [None] * old
        self.back: list[int | None] = [None] * new

    def add(self, old: int, new: int) -> None:
        """Link two units, neither of which has a link."""
        self.forth[old], self.back[new] = new, old

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All links in the order of the older side."""
        return ((old, new) for old, new in enumerate(self.forth) if new is not None)

    def gaps(self) -> Iterator[Gap]:
        """What lies between the links that keep their order."""
        last_old = last_new = -1
        for old, new in (*chain(list(self.pairs())), (len(self.forth), len(self.back))):
            yield Gap(range(last_old + 1, old), range(last_new + 1, new))
            last_old, last_new = old, new


def chain(pairs: Sequence[tuple[int, int]], weights: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """The heaviest of the pairs that stand in the same order on both sides; `pairs` are in the order of the first."""
    best: list[tuple[int, int, int]] = []  # end on the newer side, weight so far, number of the pair; both ascend
    before: list[int | None] = []
    for at, (_, new) in enumerate(pairs):
        place = bisect_left(best, (new,))
        weight = (weights[at] if weights else 1) + (best[place - 1][1] if place else 0)
        before.append(best[place - 1][2] if place else None)
        if place < len(best) and best[place][0] == new and best[place][1] >= weight:
            continue
        end = place
        while end < len(best) and best[end][1] <= weight:
            end += 1
        best[place:end] = [(new, weight, at)]
    found: list[tuple[int, int]] = []
    at_last = best[-1][2] if best else None
    while at_last is not None:
        found.append(pairs[at_last])
        at_last = before[at_last]
    return found[::-1]
