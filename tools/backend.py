"""The build backend: setuptools, with wheels and sdists whose bytes are the same whenever and wherever they are made.

Times in both are SOURCE_DATE_EPOCH, or the first that a wheel can hold. An sdist is packed anew, because setuptools
writes into it who made it, and when.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
from pathlib import Path
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403 – the other hooks are those of setuptools

FIRST = "315532800"  # 1980-01-01: the zip files that wheels are know no earlier date
EXECUTABLE, PLAIN = 0o755, 0o644

os.environ.setdefault("SOURCE_DATE_EPOCH", FIRST)


def build_sdist(sdist_directory: str, config_settings: dict[str, Any] | None = None) -> str:
    """Build the sdist into a folder; its name."""
    name = build_meta.build_sdist(sdist_directory, config_settings)
    path = Path(sdist_directory, name)
    path.write_bytes(_packed_anew(path.read_bytes(), int(os.environ["SOURCE_DATE_EPOCH"])))
    return name


def _packed_anew(data: bytes, time: int) -> bytes:
    """The same files in order of their names, of nobody and of one time."""
    packed = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(data)) as old,
        gzip.GzipFile("", "wb", fileobj=packed, mtime=time) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as new,
    ):
        for member in sorted(old.getmembers(), key=lambda each: each.name):
            new.addfile(_of_nobody(member, time), old.extractfile(member) if member.isfile() else None)
    return packed.getvalue()


def _of_nobody(member: tarfile.TarInfo, time: int) -> tarfile.TarInfo:
    mode = EXECUTABLE if member.isdir() or member.mode & 0o100 else PLAIN
    made = member.replace(mtime=time, mode=mode, uid=0, gid=0, uname="", gname="", deep=False)
    made.pax_headers = {}  # in which the old time stands once more, to the fraction of a second
    return made
