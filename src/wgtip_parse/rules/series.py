"""Series of numbers that should ascend by one, and the faults in them.

One slip of the pen is one fault: of two numbers that changed places only the first is reported, an inserted, doubled
or misread number does not make the numbers behind it wrong, and behind a gap the count goes on from the number found.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

FARTHEST = 60  # numbers within which one that was moved is looked for
LONGEST_QUOTED = 200  # numbers of a list that is quoted
FEWEST_QUOTED = 2  # numbers of one that does not begin with 1: a single one is a slip


class Kind(Enum):
    """What is wrong: a number before it is missing, it was used before, it belongs elsewhere, or it is 1 again."""

    GAP = auto()
    DUPLICATE = auto()
    DISORDER = auto()
    RESTART = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """A number that breaks the series: `at` is its index, `due` the number that should stand there.

    `alone` says that the numbers behind it go on as if it had been the one that is due: writing `due` cures it;
    `swapped` that the number that is due comes next.
    """

    kind: Kind
    at: int
    due: int
    alone: bool = False
    swapped: bool = False


def without_quoted(numbers: Sequence[int]) -> list[int]:
    """The places of the numbers of the series itself: a list that is quoted between 8 and 9 does not count."""
    numbers = tuple(numbers)
    if _is_faultless(numbers, None):
        return list(range(len(numbers)))
    kept: list[int] = []
    due = numbers[0] if numbers else 0
    at = 0
    while at < len(numbers):
        if numbers[at] != due:
            at = _behind_quoted(numbers, at, due)
        due = numbers[at] + 1
        kept.append(at)
        at += 1
    return kept


def _behind_quoted(numbers: Sequence[int], start: int, due: int) -> int:
    """Where the series goes on behind a quoted list; `start` itself where it never does."""
    is_new = numbers[start] < due and numbers[start] in (1, 2)
    for at in range(start + 1, min(len(numbers), start + LONGEST_QUOTED)):
        if numbers[at] == due and numbers[at - 1] != due - 1 and at > start + 1:
            goes_on = at > start + FEWEST_QUOTED and numbers[at + 1 : at + 2] == (due + 1,)
            return at if is_new or goes_on else start
        if numbers[at] != numbers[at - 1] + 1:
            break
    return start


def faults(numbers: Sequence[int], first: int | None = None) -> tuple[Fault, ...]:
    """The faults of a series in order; the series begins with `first`, or with whatever stands there."""
    numbers = tuple(numbers)
    return () if _is_faultless(numbers, first) else _faults(numbers, first)


def _is_faultless(numbers: tuple[int, ...], first: int | None) -> bool:
    """Whether nothing is wrong, as in most series: to see that is many times quicker than to walk through one."""
    due = numbers[0] if numbers and first is None else first or 0
    return numbers == tuple(range(due, due + len(numbers)))


@functools.lru_cache(maxsize=256)  # a rule for each kind of fault asks for those of the same series
def _faults(numbers: tuple[int, ...], first: int | None) -> tuple[Fault, ...]:
    return tuple(_Walk(numbers, numbers[0] if first is None else first).faults())


class _Walk:
    """Goes through the numbers once; remembers which were seen since the last restart and which is due."""

    def __init__(self, numbers: Sequence[int], due: int) -> None:
        self.numbers = numbers
        self.due = due
        self.at = 0
        self.seen: set[int] = set()

    def faults(self) -> Iterator[Fault]:
        while self.at < len(self.numbers):
            number = self.numbers[self.at]
            fault = None if number == self.due else self._judge(number)
            if fault is not None:
                yield fault
            self._step(number, fault)

    def _judge(self, number: int) -> Fault | None:
        used = Kind.DUPLICATE if number in self.seen else Kind.DISORDER
        if self._is_swapped(number):
            return self._fault(Kind.DISORDER, swapped=True)
        if self._ahead(1) == self.due + 1:
            return self._fault(used, alone=True)
        if self._is_restart(number):
            return self._fault(Kind.RESTART)
        if number < self.due or self._ahead(1) == self.due:
            return self._fault(used)
        missing = set(range(self.due, min(number, self.due + FARTHEST))) - self.seen
        later = self.numbers[self.at + 1 : self.at + FARTHEST]
        return self._fault(Kind.GAP) if missing and missing.isdisjoint(later) else None

    def _step(self, number: int, fault: Fault | None) -> None:
        """Take the number as read, and settle which is due behind it."""
        self.seen.add(number)
        self.at += 1
        if fault is not None and fault.kind is Kind.RESTART:
            self.seen = {number}
            self.due = number + 1
            return
        if fault is not None and fault.swapped:
            self.seen.add(self.due)
            self.at += 1
            self.due += 2
        elif fault is not None and fault.alone:
            self.due += 1
        elif not self._is_extra(number):
            self.due = number + 1

    def _is_swapped(self, number: int) -> bool:
        return number == self.due + 1 and self._ahead(1) == self.due and self._ahead(2) != number

    def _is_restart(self, number: int) -> bool:
        """A 1 behind more than itself; or a 2 that goes on, since the 1 before it is easily misread."""
        following = self._ahead(1)
        return number < self.due != following and (number == 1 or (number == 2 and following == 3))

    def _is_extra(self, number: int) -> bool:
        """Whether the count goes on behind this number as if it did not stand there; it is taken already."""
        if number == self.due:
            return False
        following = self._ahead(0)
        return following == self.due or (number < self.due and following != number + 1)

    def _ahead(self, steps: int) -> int | None:
        at = self.at + steps
        return self.numbers[at] if at < len(self.numbers) else None

    def _fault(self, kind: Kind, *, alone: bool = False, swapped: bool = False) -> Fault:
        return Fault(kind, self.at, self.due, alone, swapped)
