"""Bytes into a file that is either as it was or complete."""

from __future__ import annotations

import fcntl
import glob
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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
    target = Path(os.path.realpath(path))
    lock = target.with_name(f".{target.name}.lock")
    descriptor = _lock(lock, waiting)
    try:
        for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
            left.unlink(missing_ok=True)
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def _lock(lock: Path, waiting: Callable[[], None]) -> int:
    """The descriptor of a lock file that is ours. Locks of this kind are not handed on to worker processes."""
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            waiting()
            fcntl.lockf(descriptor, fcntl.LOCK_EX)
        if lock.exists() and os.path.samestat(os.fstat(descriptor), lock.stat()):
            return descriptor
        os.close(descriptor)  # its holder has removed it: the next one is another file
