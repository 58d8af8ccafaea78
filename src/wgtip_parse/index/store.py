"""The index as an SQLite database: one table for each kind of thing, full-text search, and a memory of what was read.

The schema is the contract with everybody who opens the file; docs/index.md describes it. The database is made in memory
and handed over as bytes, which are the same for the same index.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from wgtip_parse.index.model import RecommendationIndex
from wgtip_parse.index.rows import Row, tables

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE meeting (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT, organ TEXT, ordinal INTEGER, year INTEGER,
  place TEXT, start TEXT, "end" TEXT, state TEXT
);
CREATE TABLE document (
  key INTEGER PRIMARY KEY, meeting TEXT REFERENCES meeting (id), symbol TEXT, name TEXT NOT NULL,
  sha256 TEXT NOT NULL, role TEXT NOT NULL, title TEXT, organ TEXT, body TEXT, date TEXT
);
CREATE TABLE recommendation (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, meeting TEXT REFERENCES meeting (id),
  document INTEGER NOT NULL REFERENCES document (key), number TEXT, section TEXT NOT NULL, stem TEXT,
  text TEXT NOT NULL, verb TEXT, evidence TEXT, strength TEXT, line INTEGER NOT NULL, page INTEGER,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, basis TEXT NOT NULL, deadline TEXT, deadline_date TEXT,
  position TEXT, found_by TEXT NOT NULL
);
CREATE TABLE addressee (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL, value TEXT NOT NULL,
  evidence TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, PRIMARY KEY (recommendation, position)
) WITHOUT ROWID;
CREATE TABLE topic (id TEXT PRIMARY KEY, label TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE recommendation_topic (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), topic TEXT NOT NULL REFERENCES topic (id),
  evidence TEXT NOT NULL, PRIMARY KEY (recommendation, topic)
) WITHOUT ROWID;
CREATE TABLE reference (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL, target TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  PRIMARY KEY (recommendation, position)
) WITHOUT ROWID;
CREATE TABLE said_before (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL,
  earlier INTEGER NOT NULL REFERENCES recommendation (key), score REAL NOT NULL, exact INTEGER NOT NULL,
  shared TEXT NOT NULL, differing TEXT NOT NULL, strength TEXT, PRIMARY KEY (recommendation, position)
) WITHOUT ROWID;
CREATE TABLE same_subject (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL,
  earlier INTEGER NOT NULL REFERENCES recommendation (key), score REAL NOT NULL, shared TEXT NOT NULL,
  PRIMARY KEY (recommendation, position)
) WITHOUT ROWID;
CREATE TABLE recommender (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (recommendation, position)
) WITHOUT ROWID;
CREATE TABLE passed_over (
  key INTEGER PRIMARY KEY, document TEXT, number TEXT, text TEXT NOT NULL, reason TEXT NOT NULL, name TEXT NOT NULL,
  line INTEGER NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL
);
CREATE TABLE word (word TEXT PRIMARY KEY, recommendations INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE draft (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL, id TEXT NOT NULL,
  document TEXT, number TEXT, text TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (recommendation, position)
) WITHOUT ROWID;
CREATE TABLE deliberation (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL, document TEXT,
  number TEXT, text TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  PRIMARY KEY (recommendation, position)
) WITHOUT ROWID;
CREATE TABLE memory (name TEXT NOT NULL, sha256 TEXT NOT NULL, entry BLOB NOT NULL, PRIMARY KEY (name, sha256));
"""
# Made when the tables are full, which is quicker than an index that grows with each row.
INDEXES = """
CREATE INDEX recommendation_meeting ON recommendation (meeting);
CREATE INDEX addressee_value ON addressee (value);
CREATE INDEX recommendation_topic_topic ON recommendation_topic (topic);
CREATE INDEX reference_target ON reference (target);
CREATE INDEX said_before_earlier ON said_before (earlier);
CREATE INDEX same_subject_earlier ON same_subject (earlier);
CREATE INDEX recommender_state ON recommender (state);
CREATE VIEW overview AS SELECT
  r.key, r.id, r.meeting, m.year, m.state, d.symbol, r.number, r.section, r.text, r.strength, r.position, r.deadline,
  r.deadline_date,
  (SELECT json_group_array(value) FROM
    (SELECT value FROM addressee WHERE recommendation = r.key ORDER BY position)) AS addressees,
  (SELECT json_group_array(label) FROM
    (SELECT label FROM recommendation_topic a JOIN topic t ON t.id = a.topic WHERE a.recommendation = r.key
      ORDER BY t.id)) AS topics,
  (SELECT json_group_array(target) FROM
    (SELECT target FROM reference WHERE recommendation = r.key ORDER BY position)) AS refers_to,
  (SELECT json_group_array(id) FROM
    (SELECT e.id FROM said_before s JOIN recommendation e ON e.key = s.earlier WHERE s.recommendation = r.key
      ORDER BY s.position)) AS said_before,
  (SELECT json_group_array(state) FROM
    (SELECT state FROM recommender WHERE recommendation = r.key ORDER BY position)) AS recommended_by
FROM recommendation r LEFT JOIN meeting m ON m.id = r.meeting JOIN document d ON d.key = r.document;
"""
# The double quotes are how datasette and sqlite-utils tell which table the search belongs to.
SEARCH = """
CREATE VIRTUAL TABLE "recommendation_fts" USING FTS5 (
  text, section, stem, found_by, content="recommendation", content_rowid="key",
  tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO recommendation_fts (recommendation_fts, rank) VALUES ('rank', 'bm25(10.0, 2.0, 4.0, 2.0)');
INSERT INTO recommendation_fts (recommendation_fts) VALUES ('rebuild');
INSERT INTO recommendation_fts (recommendation_fts) VALUES ('optimize');
"""
SCHEMA_VERSION = "2"

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
