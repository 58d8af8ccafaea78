"""The index as an SQLite database, and a memory of what was read.

The database is made in memory and handed over as bytes, which are the same for the same index.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from wgtip_parse.index.model import RecommendationIndex, Related, Similar
from wgtip_parse.index.repeats import Relatives
from wgtip_parse.index.rows import Row, tables
from wgtip_parse.index.schema import INDEXES, SCHEMA_VERSION, SEARCH, TABLES

SAID_BEFORE = """SELECT recommendation, earlier, score, exact, strength, shared, differing FROM said_before
ORDER BY recommendation, position"""
SAME_SUBJECT = "SELECT recommendation, earlier, score, shared FROM same_subject ORDER BY recommendation, position"

Memory = Mapping[tuple[str, str], bytes]


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """The database of an index, without a memory."""
    return emit(index, "", {}, "")


def emit(index: RecommendationIndex, fingerprint: str, memory: Memory, linked: str) -> Iterator[bytes]:
    """The database of an index; `memory` is the entry of each report by name and SHA-256, as `fingerprint` made it.

    `linked` is the digest of what its relatives depend on.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        for table, rows in tables(index):
            _insert(database, table, rows)
        about = {"schema_version": SCHEMA_VERSION, "fingerprint": fingerprint, "linked": linked}
        _insert(database, "about", about.items())
        _insert(database, "memory", ((name, digest, packed) for (name, digest), packed in sorted(memory.items())))
        database.executescript(INDEXES + SEARCH)
        database.commit()
        yield database.serialize()


def recall(path: str, fingerprint: str) -> dict[tuple[str, str], bytes]:
    """What an earlier index remembers, by name and SHA-256; nothing where it is none, or was made by something else."""
    try:
        with closing(_opened(path)) as database:
            if database.execute("SELECT value FROM about WHERE key = 'fingerprint'").fetchone() != (fingerprint,):
                return {}
            rows = database.execute("SELECT name, sha256, entry FROM memory")
            return {(name, digest): packed for name, digest, packed in rows if zlib.decompress(packed)}
    except (sqlite3.Error, zlib.error):
        return {}


def recall_relatives(path: str, fingerprint: str, linked: str) -> list[Relatives] | None:
    """The relatives in an earlier index; None where it is none or they depend on something else."""
    try:
        with closing(_opened(path)) as database:
            about = dict(database.execute("SELECT key, value FROM about"))
            if (about.get("fingerprint"), about.get("linked")) != (fingerprint, linked):
                return None
            return list(_relatives(database))
    except (sqlite3.Error, LookupError, ValueError):
        return None


def _relatives(database: sqlite3.Connection) -> Iterator[Relatives]:
    """What stands in the tables, for each recommendation; we wrote it, so it is not validated again."""
    ids = dict(database.execute("SELECT key, id FROM recommendation ORDER BY key"))
    similar: dict[int, list[Similar]] = {key: [] for key in ids}
    related: dict[int, list[Related]] = {key: [] for key in ids}
    for key, earlier, score, exact, strength, *words in database.execute(SAID_BEFORE):
        shared, differing = (tuple(json.loads(each)) for each in words)
        of = {"id": ids[earlier], "score": score, "exact": bool(exact), "strength": strength}
        similar[key].append(Similar.model_construct(shared=shared, differing=differing, **of))
    for key, earlier, score, words in database.execute(SAME_SUBJECT):
        related[key].append(Related.model_construct(id=ids[earlier], score=score, shared=tuple(json.loads(words))))
    return (Relatives(tuple(similar[key]), tuple(related[key])) for key in ids)


def _opened(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True)


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    iterator = iter(rows)
    first = next(iterator, None)
    if first is not None:
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        database.execute(statement, first)
        database.executemany(statement, iterator)
