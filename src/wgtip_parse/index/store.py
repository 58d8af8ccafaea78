"""The index as an SQLite database, and a memory of what was read.

The database is made in memory and handed over as bytes, which are the same for the same index.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import TypeVar

from pydantic import TypeAdapter

from wgtip_parse.index.model import RecommendationIndex, Related, Similar
from wgtip_parse.index.repeats import Relatives
from wgtip_parse.index.rows import Row, tables
from wgtip_parse.index.schema import INDEXES, SCHEMA_VERSION, SEARCH, TABLES

SAID_BEFORE = """SELECT recommendation, json_object(
  'id', id, 'score', score, 'exact', json(iif(exact, 'true', 'false')), 'shared', json(shared),
  'differing', json(differing), 'strength', said_before.strength
) FROM said_before LEFT JOIN recommendation ON key = earlier ORDER BY recommendation, said_before.position"""
SAME_SUBJECT = """SELECT recommendation, json_object('id', id, 'score', score, 'shared', json(shared))
FROM same_subject LEFT JOIN recommendation ON key = earlier ORDER BY recommendation, same_subject.position"""

Link = TypeVar("Link", Similar, Related)
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
    except (sqlite3.Error, ValueError):
        return None


def _relatives(database: sqlite3.Connection) -> Iterator[Relatives]:
    """What stands in the tables, for each recommendation."""
    similar, related = _links(database, SAID_BEFORE, Similar), _links(database, SAME_SUBJECT, Related)
    for (key,) in database.execute("SELECT key FROM recommendation ORDER BY key"):
        yield Relatives(tuple(similar.get(key, ())), tuple(related.get(key, ())))


def _links(database: sqlite3.Connection, statement: str, of: type[Link]) -> dict[int, list[Link]]:
    """The links of a table by the key of the recommendation that has them, read all at once, which is quicker."""
    rows = database.execute(statement).fetchall()
    links = TypeAdapter(list[of]).validate_json(f"[{','.join(link for _, link in rows)}]")  # type: ignore[valid-type]
    found: dict[int, list[Link]] = defaultdict(list)
    for (key, _), link in zip(rows, links, strict=True):
        found[key].append(link)
    return found


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
