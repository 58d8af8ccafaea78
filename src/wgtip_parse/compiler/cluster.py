"""Workers of a cluster, whose scheduler and workers are dask's: those at an address, or some of this machine alone.

Documents are found by their paths: all workers have to see them where this process does.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from wgtip_parse.compiler.fingerprint import of_code
from wgtip_parse.compiler.processes import processors
from wgtip_parse.compiler.workers import WorkersError

if TYPE_CHECKING:
    from distributed import Client

ANSWER = 3  # seconds in which a scheduler has to answer
PATIENCE = 30  # seconds in which it has to have a worker
LOOPBACK = "127.0.0.1"
QUIET = {
    "distributed.scheduler.allowed-failures": 0,  # what has ended a worker is tried again alone, and by us
    "distributed.logging.distributed": "critical",
    "distributed.admin.system-monitor.gil.enabled": False,
}

Work = TypeVar("Work")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the scheduler at an address, or None for a scheduler and so many workers of our own."""

    address: str | None
    jobs: int | None

    def wanted(self, works: int, weight: int) -> int | None:
        """As many as asked for, or as there are processors; a cluster far away has as many as it has."""
        return max(1, min(self.jobs or processors(), works)) if works else None

    @contextmanager
    def opened(self, width: int) -> Iterator[_Pool]:
        """The workers while they are needed; raises WorkersError where they are not what is needed."""
        with ExitStack() as stack:
            address = self.address or stack.enter_context(of_our_own(width))
            yield _Pool(stack.enter_context(_client(address)))


@contextmanager
def of_our_own(width: int) -> Iterator[str]:
    """The address of a scheduler with so many workers on this machine, where nobody else can reach them."""
    import dask
    from distributed import LocalCluster

    quiet = dask.config.set(QUIET)
    with (
        quiet,
        LocalCluster(
            n_workers=width,
            threads_per_worker=1,
            host=LOOPBACK,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": f"{LOOPBACK}:0"},  # any port: that of its choice may be taken
            silence_logs=logging.CRITICAL,
        ) as own,
    ):
        yield own.scheduler_address


class _Pool:
    """What a client of the scheduler has its workers do."""

    def __init__(self, client: Client) -> None:
        from distributed.scheduler import KilledWorker

        self.losses: tuple[type[BaseException], ...] = (KilledWorker,)
        self.width = _checked(client)
        self._executor = client.get_executor(pure=False)
        self._folder = os.getcwd()

    def submit(self, do: Callable[[Sequence[Work]], list[Result]], works: Sequence[Work]) -> Future[list[Result]]:
        """The results of some works to come."""
        future: Future[list[Result]] = self._executor.submit(_do_in, self._folder, do, works)
        return future

    def mend(self) -> None:
        """Nothing: the scheduler waits until there is another worker."""


def _do_in(folder: str, do: Callable[[Sequence[Work]], list[Result]], works: Sequence[Work]) -> list[Result]:
    """What a worker does with a chunk, whose paths may begin in the folder that the command was given in."""
    with contextlib.chdir(folder):
        try:
            return do(works)
        except RecursionError as error:
            raise error.with_traceback(None) from None  # a trace of so many calls never arrives


def _client(address: str) -> Client:
    from distributed import Client

    try:
        return Client(address, timeout=ANSWER)
    except (OSError, ValueError) as error:
        raise WorkersError(f"no scheduler of dask answers at {address}") from error


def _checked(client: Client) -> int:
    """How many workers there are; raises WorkersError where there are none, or not such that results are the same."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise WorkersError("the scheduler of dask has no workers") from error
    threads: dict[str, int] = client.nthreads()
    if any(number > 1 for number in threads.values()):
        raise WorkersError("a worker of dask has several threads: start workers with --nthreads 1")
    told: dict[str, Any] = client.run(_seen, os.getcwd(), on_error="return")
    for worker, (sees, code) in ((each, _read(found)) for each, found in sorted(told.items())):
        if code != of_code():
            raise WorkersError(f"{worker} has no wgtip, or another version of it")
        if not sees:
            raise WorkersError(f"{worker} does not see the folder {os.getcwd()}")
    return len(threads)


def _seen(folder: str) -> tuple[bool, str]:
    """Whether this worker sees a folder, and what names the program that it runs."""
    return os.path.isdir(folder), of_code()


def _read(found: Any) -> tuple[bool, str | None]:
    return found if isinstance(found, tuple) else (False, None)
