"""Work on many documents, side by side in processes."""

from __future__ import annotations

import ctypes
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

LARGEST_CHUNK = 64
CHUNKS_PER_JOB = 4
PR_SET_PDEATHSIG = 1

Work = TypeVar("Work")
Result = TypeVar("Result")


def spread(do: Callable[[Work], Result], works: Sequence[Work], jobs: int) -> Iterator[Result]:
    """The results in the order of the works; with several jobs `do` has to be a function of a module."""
    if jobs == 1 or len(works) < 2:
        yield from map(do, works)
        return
    chunk = max(1, min(LARGEST_CHUNK, len(works) // (jobs * CHUNKS_PER_JOB)))
    with ProcessPoolExecutor(min(jobs, len(works)), initializer=_belong_to_the_parent) as pool:
        yield from pool.map(do, works, chunksize=chunk)


def _belong_to_the_parent() -> None:
    """A worker leaves interrupts to its parent and, where the system can do that, ends when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
