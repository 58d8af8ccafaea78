"""Pools of processes: of the standard library, forked where that is safe."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

MANY = 1_000  # recommendations from which on others help to link them
SHARES = 8  # of the places, so many for each process, because some take longer than others
PR_SET_PDEATHSIG = 1

Work = TypeVar("Work")
Result = TypeVar("Result")


class ProcessPool:
    """A pool of the standard library, and another in its place where one of its processes has ended."""

    losses: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def __init__(self, width: int) -> None:
        self.width = width
        self._executor = self._begun()

    def submit(self, do: Callable[[Sequence[Work]], list[Result]], works: Sequence[Work]) -> Future[list[Result]]:
        """The results of some works to come."""
        try:
            future = self._executor.submit(do, works)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        return future

    def mend(self) -> None:
        """Other processes where one has ended, since the others of its pool do nothing more."""
        try:
            self._executor.submit(int).result()
        except BrokenExecutor:
            self.close()
            self._executor = self._begun()

    def close(self) -> None:
        """Wait for what is being done, and for nothing that waits."""
        self._executor.shutdown(cancel_futures=True)

    def _begun(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.width, mp_context=_context(), initializer=_belong_to_the_parent)


def share(width: int, do: Callable[[range], Iterable[Result]], count: int) -> Iterator[Result]:
    """The results of all places, made by processes that are forked and so see what is worked on."""
    if width == 1 or count < MANY or not _can_fork():
        yield from do(range(count))
        return
    step = max(1, count // (width * SHARES))
    places = [range(start, min(start + step, count)) for start in range(0, count, step)]
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(width, mp_context=fork, initializer=_see, initargs=(do,)) as pool:
        for results in pool.map(_do_seen, places):
            yield from results


_seen: list[Callable[[range], Iterable[Any]]] = []  # in a forked process: what it was forked to do


def _see(do: Callable[[range], Iterable[Any]]) -> None:
    _belong_to_the_parent()
    _seen.append(do)


def _do_seen(places: range) -> list[Any]:
    gc.disable()  # what is made is sent away
    return list(_seen[-1](places))


def _context() -> BaseContext:
    """Forked where that is safe, because what is imported here need not be imported again; else as the system does."""
    return multiprocessing.get_context("fork" if _can_fork() else None)


def _can_fork() -> bool:
    return sys.platform == "linux" and hasattr(os, "fork") and threading.active_count() == 1


def _belong_to_the_parent() -> None:
    """A worker leaves interrupts to its parent and, where the system can do that, ends when the parent is killed.

    What the parent has made is not looked at by the collector, so that its memory stays shared.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import ctypes  # here, where it keeps no other process waiting

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
