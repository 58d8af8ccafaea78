"""A journal: the entries of an index that is not finished yet, kept as they come, so that nothing is read twice.

It lies beside the index and goes when that is written; what a run that was ended has left is taken up by the next.
It is a file of records behind each other, each with a checksum: the first that is not whole ends it.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

Record = tuple[str, str, bytes]  # name and SHA-256 of a document, and its entry


class Journal:
    """The entries of the reports that were read for the index at a path, as the program of a fingerprint makes them."""

    def __init__(self, path: str, fingerprint: str) -> None:
        target = Path(os.path.realpath(path))
        self._path = target.with_name(f".{target.name}.entries")
        self._fingerprint = fingerprint
        self._file: BinaryIO | None = None

    def entries(self) -> dict[tuple[str, str], bytes]:
        """What an earlier run has left, by name and SHA-256; what comes is kept behind it."""
        found: dict[tuple[str, str], bytes] = {}
        try:
            file = self._path.open("r+b")
        except OSError:
            return found
        end = 0
        if file.readline() == self._head():
            self._file, end = file, file.tell()
            for name, digest, entry in _records(file):
                found[name, digest], end = entry, file.tell()
        if self._file is None:
            file.close()
        else:
            file.seek(end)
            file.truncate()
        return found

    def add(self, name: str, sha256: str, entry: bytes) -> None:
        """Keep an entry, as soon as it is there. Raises OSError where it cannot be written."""
        if self._file is None:
            self._file = self._path.open("wb")
            self._file.write(self._head())
        head = json.dumps([name, sha256, len(entry), zlib.crc32(entry)]).encode()
        self._file.write(head + b"\n" + entry)
        self._file.flush()

    def close(self, *, done: bool) -> None:
        """End it; when the index is done, nothing is left of it."""
        if self._file is not None:
            self._file.close()
        if done:
            self._path.unlink(missing_ok=True)

    def _head(self) -> bytes:
        return f"{self._fingerprint}\n".encode()


def _records(file: BinaryIO) -> Iterator[Record]:
    """The records that are whole."""
    while line := file.readline():
        try:
            name, digest, size, checksum = json.loads(line)
        except ValueError:
            return
        entry = file.read(size)
        if len(entry) < size or zlib.crc32(entry) != checksum:
            return
        yield name, digest, entry
