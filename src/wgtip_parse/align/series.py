"""Two series of segments → which are one, in order: the way of most points through both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

ALONE = -1.0  # points for a segment that the other series lacks
BAND = 60  # segments that two series may be apart beside what the one is longer: the way is looked for within it
WIDEST = 600  # of that band, so that there is an end
NOWHERE = float("-inf")

T = TypeVar("T")
Pair = tuple[int | None, int | None]


def pairs(old: Sequence[T], new: Sequence[T], points: Callable[[T, T], float]) -> list[Pair]:
    """The places of what is one in both series, and of what is in one of them alone, all in order."""
    came = _ways(old, new, points)
    found: list[Pair] = []
    at, here = len(old), len(new)
    while at or here:
        step = came[at].get(here, "old" if at else "new")
        found.append((at - 1 if step != "new" else None, here - 1 if step != "old" else None))
        at, here = at - (step != "new"), here - (step != "old")
    return found[::-1]


def _ways(old: Sequence[T], new: Sequence[T], points: Callable[[T, T], float]) -> list[dict[int, str]]:
    """By how many of either are behind, which step came last on the best way."""
    best: dict[int, float] = {}
    came: list[dict[int, str]] = []
    for at in range(len(old) + 1):
        row: dict[int, float] = {}
        steps: dict[int, str] = {}
        for here in _band(at, len(old), len(new)):
            ways = [(0.0, "old")] if at == here == 0 else [*_steps(at, here, old, new, best, row, points)]
            row[here], steps[here] = max(ways, default=(NOWHERE, "old"))
        best = row
        came.append(steps)
    return came


def _steps(
    at: int,
    here: int,
    old: Sequence[T],
    new: Sequence[T],
    best: dict[int, float],
    row: dict[int, float],
    points: Callable[[T, T], float],
) -> Iterator[tuple[float, str]]:
    if at and here and here - 1 in best:
        yield best[here - 1] + points(old[at - 1], new[here - 1]), "pair"
    if at and here in best:
        yield best[here] + ALONE, "old"
    if here and here - 1 in row:
        yield row[here - 1] + ALONE, "new"


def _band(at: int, old: int, new: int) -> range:
    width = min(BAND + abs(old - new), WIDEST)
    middle = at * new // old if old else 0
    first = 0 if at == 0 else max(0, middle - width)
    last = new if at == old else min(new, middle + width)
    return range(first, last + 1)
