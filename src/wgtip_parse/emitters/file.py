"""Bytes into a file that is either as it was or complete."""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write(path: str, chunks: Iterable[bytes]) -> None:
    """Write beside the file and put the result in its place; an error leaves the old file alone.

    A device or a pipe is written to directly, a link is followed. Raises OSError, and whatever `chunks` raises.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.writelines(chunks)
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.writelines(chunks)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def held(path: str, waiting: Callable[[], None]) -> Iterator[None]:
    """While no other process holds the file: waits for that, after a call of `waiting`.

    The lock ends with its process, however that ends; what a killed one has left beside the file is cleared away.
    """
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    target.parent.stat()  # the lock would make a folder that is not there
    lock = FileLock(target.with_name(f".{target.name}.lock"), mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
            left.unlink(missing_ok=True)
        yield
    finally:
        with suppress(PermissionError):  # a system that keeps open files removes it when the lock ends
            os.unlink(lock.lock_file)
        lock.release()
