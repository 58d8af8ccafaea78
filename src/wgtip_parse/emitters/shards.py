"""A folder of JSON lines in shards of bounded size, and a manifest by which a later run takes up what is there.

A shard is named for its place and its content, and written whole or not at all; then the manifest gets a line for it.
So nothing that an earlier run has left is written over while it is needed, and what a run that was ended has done is
there for the next. In the end the manifest is written anew and shards go that are not in it any more: the folder is as
a run from nothing makes it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from wgtip_parse.emitters import file

LARGEST = 64_000_000  # bytes of a shard: about a minute's work on PDFs, which is what a run that is ended loses
MANIFEST = "manifest.ndjson"  # JSON lines too, but *.jsonl are the shards alone
NAME = re.compile(r"part-\d{5,}-[0-9a-f]{12}\.jsonl")
DIGITS = 12  # of the content's SHA-256 in a name

Key = tuple[str, str]  # name and SHA-256 of a document


class Line(NamedTuple):
    """What is known of a line: its document, its bytes with the line end, and whether the document is to be read again.

    The document is None of a line that no single document has made.
    """

    document: Key | None
    bytes: int
    again: bool


class Shard(NamedTuple):
    """A file of lines, as the manifest knows it."""

    name: str
    sha256: str
    lines: tuple[Line, ...]


class Place(NamedTuple):
    """Where a line is."""

    shard: str
    at: int
    bytes: int


class Shards:
    """The shards of a folder, as the program of a fingerprint makes them; `memory` is what an earlier run has left."""

    def __init__(self, folder: str, fingerprint: str, largest: int = LARGEST) -> None:
        self._folder = Path(folder)
        self._head, self._largest = fingerprint, largest
        self._made: dict[str, bytes] = {}  # by name, what the manifest says of each
        self._open: list[tuple[Line, bytes]] = []
        self._size = 0
        self._earlier: set[str] = set()  # shards of earlier runs, whoever made them
        self._intact: set[str] = set()
        places: dict[Key, Place] = {}
        self._last = self._recalled(places)
        self.memory: Mapping[Key, bytes] = _Lines(self._folder, places)

    def add(self, data: bytes, document: Key | None = None, *, again: bool = False) -> None:
        """One more line, of a document that is to be read `again` by a later run or not. Raises OSError."""
        if self._open and self._size + len(data) + 1 > self._largest:
            self._close()
        self._open.append((Line(document, len(data) + 1, again), data + b"\n"))
        self._size += len(data) + 1

    def end(self) -> None:
        """All lines are there: leave nothing but them and the manifest. Raises OSError."""
        if self._open:
            self._close()
        for name in self._earlier - self._made.keys():
            (self._folder / name).unlink(missing_ok=True)
        for left in self._folder.glob(".part-*.part"):  # of a process that was killed as it wrote
            left.unlink(missing_ok=True)
        file.write(str(self._folder / MANIFEST), [_head(self._head), *self._made.values()])

    def _close(self) -> None:
        data = b"".join(line for _, line in self._open)
        digest = hashlib.sha256(data).hexdigest()
        name = f"part-{len(self._made) + 1:05}-{digest[:DIGITS]}.jsonl"
        record = _record(Shard(name, digest, tuple(line for line, _ in self._open)))
        if name not in self._intact:
            file.write(str(self._folder / name), [data])
            self._note(record)
        self._made[name] = record
        self._open, self._size = [], 0

    def _note(self, record: bytes) -> None:
        """Have the manifest know a shard as soon as it is there."""
        with (self._folder / MANIFEST).open("ab") as manifest:
            if self._last != self._head:
                manifest.write(_head(self._head))
                self._last = self._head
            manifest.write(record)

    def _recalled(self, places: dict[Key, Place]) -> str | None:
        """Find what is there; the fingerprint of who wrote last. What is not whole at the manifest's end goes."""
        last, end = None, 0
        try:
            manifest = (self._folder / MANIFEST).open("r+b")
        except FileNotFoundError:
            return None
        with manifest:
            for found in _read(manifest):
                end = manifest.tell()
                if isinstance(found, str):
                    last = found
                    continue
                self._earlier.add(found.name)
                if last == self._head and found.name not in self._intact and self._is_intact(found):
                    self._intact.add(found.name)
                    places.update(_places(found))
            manifest.truncate(end)
        return last

    def _is_intact(self, shard: Shard) -> bool:
        try:
            with (self._folder / shard.name).open("rb") as data:
                return hashlib.file_digest(data, "sha256").hexdigest() == shard.sha256
        except OSError:
            return False


class _Lines(Mapping[Key, bytes]):
    """Lines that are read when they are asked for."""

    def __init__(self, folder: Path, places: dict[Key, Place]) -> None:
        self._folder, self._places = folder, places

    def __getitem__(self, key: Key) -> bytes:
        place = self._places[key]
        with (self._folder / place.shard).open("rb") as shard:
            shard.seek(place.at)
            return shard.read(place.bytes).removesuffix(b"\n")

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _places(shard: Shard) -> Iterator[tuple[Key, Place]]:
    """Where the documents of a shard are that need not be read again."""
    at = 0
    for line in shard.lines:
        if line.document is not None and not line.again:
            yield line.document, Place(shard.name, at, line.bytes)
        at += line.bytes


def _read(manifest: BinaryIO) -> Iterator[str | Shard]:
    """The fingerprints and shards of a manifest in their order, up to the first line that is not whole."""
    while (line := manifest.readline()).endswith(b"\n"):
        try:
            found = _found(json.loads(line))
        except (ValueError, KeyError, TypeError):
            return
        yield found


def _found(record: dict[str, Any]) -> str | Shard:
    if "program" in record:
        return str(record["program"])
    name = os.path.basename(record["shard"])
    if not NAME.fullmatch(name):
        raise ValueError(name)
    lines = [Line((each["name"], each["sha256"]), each["bytes"], each["again"]) for each in record["documents"]]
    return Shard(name, record["sha256"], tuple(lines))


def _head(fingerprint: str) -> bytes:
    return _json({"program": fingerprint})


def _record(shard: Shard) -> bytes:
    documents = [
        {"name": line.document[0], "sha256": line.document[1], "bytes": line.bytes, "again": line.again}
        for line in shard.lines
        if line.document is not None
    ]
    return _json({"shard": shard.name, "sha256": shard.sha256, "documents": documents})


def _json(record: object) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"
