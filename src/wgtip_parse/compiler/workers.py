"""Work on many documents, side by side: the same for processes of this machine and for a cluster.

Works go out in chunks of about the same weight, a few more than there are workers, and results come back in order. What
a document does to its worker is the document's own affair: the works that were lost with a worker are done again one by
one, and only what ends its worker even alone is given up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

LARGEST_CHUNK = 256_000  # bytes: some 50 ms of work, which is much more than it takes to hand a chunk over
SHARES = 4  # of what is left, so many chunks go to each worker: the last ones are small, so that all end together
AHEAD = 16  # chunks that are handed over for each worker while one takes long; more would only fill memory
TRIES = 2  # how often a work may end its worker when it is alone there

Work = TypeVar("Work")
Result = TypeVar("Result")
Waiting = deque[tuple[Sequence[Work], "Future[list[Result]]"]]


class WorkersError(Exception):
    """Workers that are not to be had, and why, in one line."""


class Pool(Protocol):
    """Workers that are there: how many, what gives them work, and how it shows that one has ended before its time."""

    @property
    def width(self) -> int:
        """How many work side by side."""

    @property
    def losses(self) -> tuple[type[BaseException], ...]:
        """What a future raises whose worker has ended."""

    def submit(self, do: Callable[[Sequence[Work]], list[Result]], works: Sequence[Work]) -> Future[list[Result]]:
        """The results of some works to come."""

    def mend(self) -> None:
        """Have workers again where all have ended; nothing is under way."""


class Workers(Protocol):
    """Where work is done: how to have the workers while they are needed."""

    def wanted(self, works: int, weight: int) -> int | None:
        """How many are to share so many works of so many bytes; None where this process is to do them itself."""

    def opened(self, width: int) -> AbstractContextManager[Pool]:
        """So many workers, while they are needed."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Work, Result]):
    """What is to be done with works, a result for each: another process has to be able to be sent `do` and the works.

    `weigh` says how large a work is, in bytes; `lost` is the result where a work ends every worker.
    """

    do: Callable[[Sequence[Work]], list[Result]]
    weigh: Callable[[Work], int]
    lost: Callable[[Work], Result]


def spread(task: Task[Work, Result], works: Sequence[Work], workers: Workers) -> Iterator[Result]:
    """The results in the order of the works."""
    weights = list(map(task.weigh, works))
    width = workers.wanted(len(works), sum(weights))
    if width is None:
        for work in works:
            yield from task.do([work])
        return
    with workers.opened(width) as pool:
        waiting: Waiting[Work, Result] = deque()
        for chunk in chunks(works, weights, pool.width):
            waiting.append((chunk, pool.submit(task.do, chunk)))
            if len(waiting) > pool.width * AHEAD:
                yield from _next(task, pool, waiting)
        while waiting:
            yield from _next(task, pool, waiting)


def chunks(works: Sequence[Work], weights: Sequence[int], width: int) -> Iterator[Sequence[Work]]:
    """The works in order, in chunks that are smaller the less is left."""
    left, start, weight = sum(weights), 0, 0
    for at, added in enumerate(weights, start=1):
        weight += added
        if weight >= min(LARGEST_CHUNK, left / (width * SHARES)):
            yield works[start:at]
            left, start, weight = left - weight, at, 0
    if start < len(works):
        yield works[start:]


def each(do: Callable[[Work], Result]) -> Callable[[Sequence[Work]], list[Result]]:
    """What does the same with each of some works."""
    return partial(_each, do)


def _each(do: Callable[[Work], Result], works: Sequence[Work]) -> list[Result]:
    return list(map(do, works))


def _next(task: Task[Work, Result], pool: Pool, waiting: Waiting[Work, Result]) -> Sequence[Result]:
    """The results of the chunk that has waited longest."""
    from concurrent.futures import wait  # here, because one process has no need of it

    chunk, future = waiting.popleft()
    try:
        return future.result()
    except pool.losses:
        wait([its for _, its in waiting])
        for at, (other, its) in enumerate(waiting):
            if isinstance(its.exception(), pool.losses):
                waiting[at] = other, _done([_alone(task, pool, work) for work in other])
        return [_alone(task, pool, work) for work in chunk]


def _alone(task: Task[Work, Result], pool: Pool, work: Work) -> Result:
    """The result of one work while nothing else is under way."""
    for _ in range(TRIES):
        pool.mend()
        try:
            return pool.submit(task.do, [work]).result()[0]
        except pool.losses:
            continue
    pool.mend()
    return task.lost(work)


def _done(results: list[Result]) -> Future[list[Result]]:
    from concurrent.futures import Future

    future: Future[list[Result]] = Future()
    future.set_result(results)
    return future
