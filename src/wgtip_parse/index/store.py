"""The index as an SQLite database, and a memory of what was read.

The database is made in memory and handed over as bytes, which are the same for the same index.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from wgtip_parse.index.model import RecommendationIndex
from wgtip_parse.index.rows import Row, tables
from wgtip_parse.index.schema import INDEXES, SCHEMA_VERSION, SEARCH, TABLES

Memory = Mapping[tuple[str, str], bytes]


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """The database of an index, without a memory."""
    return emit(index, "", {})


def emit(index: RecommendationIndex, fingerprint: str, memory: Memory) -> Iterator[bytes]:
    """The database of an index; `memory` is the entry of each report by name and SHA-256, as `fingerprint` made it."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        for table, rows in tables(index):
            _insert(database, table, rows)
        _insert(database, "about", [("schema_version", SCHEMA_VERSION), ("fingerprint", fingerprint)])
        _insert(database, "memory", ((name, digest, packed) for (name, digest), packed in sorted(memory.items())))
        database.executescript(INDEXES + SEARCH)
        database.commit()
        yield database.serialize()


def recall(path: str, fingerprint: str) -> dict[tuple[str, str], bytes]:
    """What an earlier index remembers, by name and SHA-256; nothing where it is none, or was made by something else."""
    try:
        with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True)) as database:
            if database.execute("SELECT value FROM about WHERE key = 'fingerprint'").fetchone() != (fingerprint,):
                return {}
            rows = database.execute("SELECT name, sha256, entry FROM memory")
            return {(name, digest): packed for name, digest, packed in rows if zlib.decompress(packed)}
    except (sqlite3.Error, zlib.error):
        return {}


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    iterator = iter(rows)
    first = next(iterator, None)
    if first is not None:
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        database.execute(statement, first)
        database.executemany(statement, iterator)
