"""Work on many documents, side by side in processes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

LARGEST_CHUNK = 64
CHUNKS_PER_JOB = 4

Work = TypeVar("Work")
Result = TypeVar("Result")


def spread(do: Callable[[Work], Result], works: Sequence[Work], jobs: int) -> Iterator[Result]:
    """The results in the order of the works; with several jobs `do` has to be a function of a module."""
    if jobs == 1 or len(works) < 2:
        yield from map(do, works)
        return
    chunk = max(1, min(LARGEST_CHUNK, len(works) // (jobs * CHUNKS_PER_JOB)))
    with ProcessPoolExecutor(min(jobs, len(works)), initializer=_leave_interrupts_to_the_parent) as pool:
        yield from pool.map(do, works, chunksize=chunk)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
