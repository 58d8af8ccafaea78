"""Questions to the index that is an SQLite database: search it, show one recommendation, count."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from wgtip_parse.index.store import SCHEMA_VERSION

START, STOP = "\x02", "\x03"  # round a word that was found
NEAR = 75.0  # per cent of their letters in common have two ids, from which on one may be meant by the other
TERM = re.compile(r'"[^"]+"|[^\s"]+')
JOINED = "recommendation r LEFT JOIN meeting m ON m.id = r.meeting JOIN document d ON d.key = r.document"
FIELDS = "r.id, m.body, m.ordinal, m.year, d.symbol, d.name, r.number, r.section, r.line, r.page"
NARROWED = """
  (:meeting IS NULL OR r.meeting = :meeting COLLATE NOCASE)
  AND (:strength IS NULL OR r.strength = :strength)
  AND (:topic IS NULL OR EXISTS (
    SELECT 1 FROM recommendation_topic a JOIN topic t ON t.id = a.topic
    WHERE a.recommendation = r.key AND :topic COLLATE NOCASE IN (t.id, t.label)))
  AND (:addressee IS NULL OR EXISTS (
    SELECT 1 FROM addressee a WHERE a.recommendation = r.key AND a.value = :addressee COLLATE NOCASE))
"""
FOUND = f"""
FROM recommendation_fts JOIN {JOINED}
WHERE r.key = recommendation_fts.rowid AND recommendation_fts MATCH :query AND {NARROWED}
"""
HITS = f"""
SELECT {FIELDS}, highlight(recommendation_fts, 0, '{START}', '{STOP}') AS text {FOUND} ORDER BY rank, r.key LIMIT :most
"""
LISTED = f"FROM {JOINED} WHERE {NARROWED}"
LIST = f"SELECT {FIELDS}, r.text AS text {LISTED} ORDER BY m.position DESC, r.key LIMIT :most"
ONE = f"SELECT r.*, m.body, m.ordinal, m.year, d.symbol, d.name FROM {JOINED} WHERE r.id = ? COLLATE NOCASE"
MORE = {  # what else there is to say of one, in the order in which it is said
    "addressees": "SELECT value, evidence FROM addressee WHERE recommendation = ? ORDER BY position",
    "topics": """SELECT t.id, t.label, r.evidence FROM recommendation_topic r JOIN topic t ON t.id = r.topic
        WHERE r.recommendation = ? ORDER BY t.id""",
    "references": "SELECT kind, target, text FROM reference WHERE recommendation = ? ORDER BY position",
    "said_before": """SELECT r.id, r.text, s.score, s.exact FROM said_before s JOIN recommendation r
        ON r.key = s.earlier WHERE s.recommendation = ? ORDER BY s.position""",
    "said_again": """SELECT r.id, r.text, s.score, s.exact FROM said_before s JOIN recommendation r
        ON r.key = s.recommendation WHERE s.earlier = ? ORDER BY r.key""",
    "drafts": "SELECT id, document, number, text, score FROM draft WHERE recommendation = ? ORDER BY position",
    "deliberations": "SELECT document, number, text FROM deliberation WHERE recommendation = ? ORDER BY position",
}
COUNTS = {
    "meeting": """SELECT id, found FROM (
        SELECT m.id AS id, m.position AS at, count(r.key) AS found
        FROM meeting m LEFT JOIN recommendation r ON r.meeting = m.id GROUP BY m.id
        UNION ALL SELECT 'none', NULL, count(*) FROM recommendation WHERE meeting IS NULL GROUP BY meeting
        ) ORDER BY at NULLS LAST""",
    "topic": "SELECT t.label, count(*) FROM recommendation_topic r JOIN topic t ON t.id = r.topic "
    "GROUP BY t.id ORDER BY count(*) DESC, t.id",
    "addressee": "SELECT value, count(DISTINCT recommendation) FROM addressee GROUP BY value ORDER BY 2 DESC, value",
    "strength": "SELECT coalesce(strength, 'none'), count(*) FROM recommendation GROUP BY strength ORDER BY 2 DESC, 1",
}

VALUES = {  # every value of what a search can be narrowed by
    "meeting": "SELECT id FROM meeting",
    "topic": "SELECT id FROM topic UNION ALL SELECT label FROM topic",
    "addressee": "SELECT DISTINCT value FROM addressee",
}

Record = dict[str, object]
Database = sqlite3.Connection


class NotAnIndexError(Exception):
    """The file is not an index that `wgtip compile` has made; the message is one line."""


class UnknownValueError(Exception):
    """Nothing in the index is of the meeting, on the topic or to the addressee that is asked for; one line."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit has to be: of a meeting, on a topic, to an addressee, of a strength; None asks for nothing."""

    meeting: str | None = None
    topic: str | None = None
    addressee: str | None = None
    strength: str | None = None


@contextmanager
def opened(path: str) -> Iterator[sqlite3.Connection]:
    """The index in a file, for reading. Raises NotAnIndexError where the file is none."""
    uri = Path(path).absolute().as_uri() + "?mode=ro"
    try:
        database = sqlite3.connect(uri, uri=True)
        database.row_factory = sqlite3.Row
        version = database.execute("SELECT value FROM about WHERE key = 'schema_version'").fetchone()
    except sqlite3.Error as error:
        raise NotAnIndexError(f"{path}: {_fault(path)}") from error
    with closing(database):
        if version is None or version[0] != SCHEMA_VERSION:
            raise NotAnIndexError(f"{path}: an index of another version of wgtip: compile the reports again")
        try:
            yield database
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise  # our own fault
            raise NotAnIndexError(f"{path}: a damaged index: compile the reports again") from error


def _fault(path: str) -> str:
    """Why a file does not open as an index."""
    try:
        with open(path, "rb"):
            return "not an index that wgtip compile made"
    except OSError as error:
        return (error.strerror or "cannot be read").lower()


def search(database: sqlite3.Connection, words: str, filters: Filters, most: int) -> list[Record]:
    """The best hits for words that all have to be there: "in quotes" as a phrase, begin* for a beginning.

    Without words all that the filters leave, the latest meetings first. Raises UnknownValueError.
    """
    _refuse_unknown(database, filters)
    wanted = _wanted(words, filters) | {"most": most}
    if words.strip() and not wanted["query"]:
        return []
    return [dict(row) for row in database.execute(HITS if wanted["query"] else LIST, wanted)]


def matches(database: sqlite3.Connection, words: str, filters: Filters) -> int:
    """How many hits there are in all."""
    wanted = _wanted(words, filters)
    found = database.execute(f"SELECT count(*) {FOUND if wanted['query'] else LISTED}", wanted).fetchone()
    return int(found[0])


def show(database: sqlite3.Connection, identifier: str) -> Record | None:
    """One recommendation with its facets and its history, or None."""
    row = database.execute(ONE, (identifier,)).fetchone()
    if row is None:
        return None
    more = {name: [dict(each) for each in database.execute(question, (row["key"],))] for name, question in MORE.items()}
    return {key: row[key] for key in row.keys() if key not in ("key", "document")} | more  # noqa: SIM118 – a Row is no mapping


def nearest(database: sqlite3.Connection, identifier: str) -> str | None:
    """The id that is written most like one that is not there, or None where none is."""
    from rapidfuzz import fuzz, process

    ids = [row[0] for row in database.execute("SELECT id FROM recommendation ORDER BY key")]
    found = process.extractOne(identifier, ids, scorer=fuzz.ratio, score_cutoff=NEAR)
    return found[0] if found else None


def count(database: sqlite3.Connection) -> dict[str, list[tuple[str, int]]]:
    """How many recommendations there are of each meeting, topic, addressee and strength."""
    return {name: [(key, number) for key, number in database.execute(question)] for name, question in COUNTS.items()}


def unmarked(text: str) -> str:
    """The words of a hit without the marks round what was found."""
    return text.replace(START, "").replace(STOP, "")


def _wanted(words: str, filters: Filters) -> Record:
    query = " ".join(_term(term) for term in TERM.findall(words.replace("\0", " ")))
    return {"query": query, **asdict(filters)}


def _refuse_unknown(database: sqlite3.Connection, filters: Filters) -> None:
    for name, question in VALUES.items():
        asked = getattr(filters, name)
        known = f"WITH known (value) AS ({question}) SELECT 1 FROM known WHERE value = ? COLLATE NOCASE"
        if asked is not None and database.execute(known, (asked,)).fetchone() is None:
            raise UnknownValueError(f"no {name} {asked} in this index; wgtip stats --format json lists them")


def _term(term: str) -> str:
    """A term as FTS5 takes it literally."""
    bare = term.strip('"').replace('"', "")
    return f'"{bare.removesuffix("*")}"*' if bare.endswith("*") and bare != "*" else f'"{bare}"'
