"""The guard: reads in a child process that may not take more than its share of time and memory.

A page can be written so that a few kilobytes keep the library busy for years, or fill the memory, and no call into it
can be interrupted. Forking takes milliseconds. Where a system cannot fork, a new process is started, with the same
limits: that takes some tenths of a second.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable

from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.pdf import shares

SECONDS = 120  # of computing
MEGABYTES = 2_000  # of address space

REFUSED, TOO_LARGE, FAULT = 3, 4, 5  # how the child ends when it has no text to give
CHILD = f"from {__name__} import serve; serve()"

Work = Callable[[], bytes]


def guarded(name: str, work: Work) -> bytes:
    """What the work gives; raises ReadError in its stead, or where it takes too much time or memory.

    Where a system cannot fork, the work is sent to another process: a function of a module, with values as arguments.
    """
    answer, ending = _forked(work) if hasattr(os, "fork") else _started(work)
    if ending == REFUSED:
        raise ReadError(answer.decode("utf-8", "surrogatepass"))
    if ending == TOO_LARGE:
        raise ReadError(f"{name}: this PDF needs more memory than the {MEGABYTES:,} MB allowed")
    if ending not in (0, FAULT):
        raise ReadError(f"{name}: {_cause(ending)}")
    return work() if ending == FAULT else answer  # a fault of ours shows itself when the work is done here


def run(work: Work, writing: int, seconds: int, megabytes: int) -> None:
    """Do the work in the child and write the answer; the process ends here whatever happens."""
    ending = FAULT
    try:
        faulthandler.disable()  # the parent says what happened
        gc.disable()  # the child ends before there is much to collect
        shares.limit(seconds, megabytes)
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


def serve() -> None:
    """What a child does that was started anew: the work that its parent sends, within the limits that it sends."""
    seconds, megabytes, work = pickle.load(sys.stdin.buffer)
    run(work, sys.stdout.fileno(), seconds, megabytes)


def _forked(work: Work) -> tuple[bytes, int]:
    """The answer of a child that is forked, and how it ended: as `waitstatus_to_exitcode` says it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        run(work, writing, SECONDS, MEGABYTES)
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
    return answer, os.waitstatus_to_exitcode(status)


def _started(work: Work) -> tuple[bytes, int]:
    """The same of a child that is started anew, and finds our modules where this process does."""
    message = pickle.dumps((SECONDS, MEGABYTES, work))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    child = subprocess.run(
        [sys.executable, "-c", CHILD], input=message, capture_output=True, check=False, env=environment
    )
    return child.stdout, child.returncode


def _cause(ending: int) -> str:
    if ending in (shares.TIME_IS_OVER, -getattr(signal, "SIGXCPU", 0)):
        return f"this PDF takes more than the {SECONDS} seconds of computing allowed"
    return "this PDF is damaged, or needs more memory than allowed: the library that reads it gave up"
