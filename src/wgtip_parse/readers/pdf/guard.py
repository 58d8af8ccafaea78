"""The guard: reads in a child process that may not take more than its share of time and memory.

A page can be written so that a few kilobytes keep the library busy for years, or fill the memory, and no call into it
can be interrupted. Forking takes milliseconds. Where a system cannot fork, reading goes on unguarded.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
from collections.abc import Callable

from wgtip_parse.readers.error import ReadError

SECONDS = 120  # of computing
MEGABYTES = 2_000  # of address space

REFUSED, TOO_LARGE, FAULT = 3, 4, 5  # how the child ends when it has no text to give

Work = Callable[[], bytes]


def guarded(name: str, work: Work) -> bytes:
    """What the work gives; raises ReadError in its stead, or where it takes too much time or memory."""
    if not hasattr(os, "fork"):
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _run(work, writing)
    os.close(writing)
    has_ended = False
    try:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        has_ended = True
    finally:
        if not has_ended:  # interrupted: nobody waits for the answer
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return _answer(name, work, answer, status)


def _answer(name: str, work: Work, answer: bytes, status: int) -> bytes:
    if os.WIFSIGNALED(status):
        raise ReadError(f"{name}: {_cause(os.WTERMSIG(status))}")
    ending = os.WEXITSTATUS(status)
    if ending == REFUSED:
        raise ReadError(answer.decode("utf-8", "surrogatepass"))
    if ending == TOO_LARGE:
        raise ReadError(f"{name}: this PDF needs more memory than the {MEGABYTES:,} MB allowed")
    return work() if ending == FAULT else answer  # a fault of ours shows itself when the work is done here


def _cause(ended_by: int) -> str:
    if ended_by == signal.SIGXCPU:
        return f"this PDF takes more than the {SECONDS} seconds of computing allowed"
    return "this PDF is damaged, or needs more memory than allowed: the library that reads it gave up"


def _run(work: Work, writing: int) -> None:
    """Do the work in the child, which ends here whatever happens."""
    ending = FAULT
    try:
        faulthandler.disable()  # the parent says what happened
        gc.disable()  # the child ends before there is much to collect
        _limit()
        try:
            answer, ending = work(), 0
        except ReadError as refusal:
            answer, ending = str(refusal).encode("utf-8", "surrogatepass"), REFUSED
        except MemoryError:
            answer, ending = b"", TOO_LARGE
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(ending)


def _limit() -> None:
    import resource

    for kind, limit in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEGABYTES * 1_000_000)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
