"""Who does what has to be done for each of many things that are at hand: this process, unless others can see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Share(Protocol):
    """Does work at each of so many places; what is worked on is not sent, only places and results are."""

    def __call__(self, do: Callable[[range], Iterable[Result]], count: int) -> Iterator[Result]:
        """The results of all places, in their order; `do` gives those of some."""


def here(do: Callable[[range], Iterable[Result]], count: int) -> Iterator[Result]:
    """All in this process."""
    return iter(do(range(count)))
