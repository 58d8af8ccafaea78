"""Bytes into a file that is either as it was or complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
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
