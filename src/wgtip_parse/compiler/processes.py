"""Worker processes of this machine."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from wgtip_parse.index.sharing import Share

MUCH = 600_000  # bytes of documents from which on a second process pays for its start
MANY = 1_000  # recommendations from which on others help to link them
SHARES = 8  # of the places, so many for each process, because some take longer than others
PR_SET_PDEATHSIG = 1

Work = TypeVar("Work")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes, or None for as many as pay; one is this process itself."""

    jobs: int | None

    def wanted(self, works: int, weight: int) -> int | None:
        """As many as asked for, or as many as pay."""
        pays = self.jobs is not None or weight >= MUCH
        width = min(self.jobs or processors(), works)
        return width if pays and width > 1 else None

    @contextmanager
    def opened(self, width: int) -> Iterator[_Pool]:
        """The processes while they are needed."""
        pool = _Pool(width)
        try:
            yield pool
        finally:
            pool.close()


def sharing(jobs: int | None) -> Share:
    """So many processes that see all that this one has made, or None for as many as pay; where none can, this one."""
    return partial(_share, jobs or processors())


def _share(width: int, do: Callable[[range], Iterable[Result]], count: int) -> Iterator[Result]:
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


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Pool:
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
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
