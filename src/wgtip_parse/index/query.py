"""Questions to the index that is an SQLite database: search it, show one recommendation, count."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from string import ascii_letters, digits

from wgtip_parse.index import wanted
from wgtip_parse.index.highlights import highlighted
from wgtip_parse.index.narrowing import BODY, DATE, YEAR, Filters, conditions
from wgtip_parse.index.schema import SCHEMA_VERSION
from wgtip_parse.index.spelling import plain
from wgtip_parse.index.wanted import Term
from wgtip_parse.words import words as known_words

START, STOP = "\x02", "\x03"  # round a word that was found
SHORTEST = 4  # letters of a word that may be wrongly written: of fewer, too many are a letter away
SHORTEST_HALF = 3  # letters of a word that may be joined to another
MOST_BEGUN = 100  # words with one beginning that are looked for one by one
LAST_LETTER = "\U0010ffff"  # behind all others
NEAR = 75.0  # per cent of their letters in common have two ids, from which on one may be meant by the other
JOINED = "recommendation r LEFT JOIN meeting m ON m.id = r.meeting JOIN document d ON d.key = r.document"
ADDRESSEES = "SELECT value FROM addressee WHERE recommendation = r.key ORDER BY position"
FIELDS = f"""r.id, m.body, m.ordinal, m.year, d.symbol, d.name, r.number, r.section, r.line, r.page,
    (SELECT json_group_array(value) FROM ({ADDRESSEES})) AS addressees"""
MATCHED = "recommendation_fts MATCH :query"
NOT_FOUND = "{key} NOT IN (SELECT rowid FROM recommendation_fts WHERE recommendation_fts MATCH :excluded)"
# Of all that is found only what is shown is looked up in the other tables.
BEST = f"""
SELECT {FIELDS}, highlight(recommendation_fts, 0, '{START}', '{STOP}') AS text
FROM ({{found}} ORDER BY alike, key LIMIT :most) best
JOIN recommendation_fts ON recommendation_fts.rowid = best.key AND {MATCHED} JOIN {JOINED}
WHERE r.key = best.key ORDER BY best.alike, best.key
"""
LATEST = f"SELECT {FIELDS}, r.text AS text {{found}} ORDER BY m.position DESC, {DATE} DESC, r.key LIMIT :most"
ONE = f"SELECT r.*, m.body, m.ordinal, m.year, m.state, d.symbol, d.name FROM {JOINED} WHERE r.id = ? COLLATE NOCASE"
MORE = {  # what else there is to say of one, in the order in which it is said
    "addressees": "SELECT value, evidence FROM addressee WHERE recommendation = ? ORDER BY position",
    "topics": """SELECT t.id, t.label, r.evidence FROM recommendation_topic r JOIN topic t ON t.id = r.topic
        WHERE r.recommendation = ? ORDER BY t.id""",
    "references": "SELECT kind, target, text FROM reference WHERE recommendation = ? ORDER BY position",
    "said_before": """SELECT r.id, r.text, s.score, s.exact, s.shared, s.differing, s.strength
        FROM said_before s JOIN recommendation r ON r.key = s.earlier WHERE s.recommendation = ? ORDER BY s.position""",
    "said_again": """SELECT r.id, r.text, s.score, s.exact FROM said_before s JOIN recommendation r
        ON r.key = s.recommendation WHERE s.earlier = ? ORDER BY r.key""",
    "same_subject": """SELECT r.id, r.text, s.score, s.shared FROM same_subject s JOIN recommendation r
        ON r.key = s.earlier WHERE s.recommendation = ? ORDER BY s.position""",
    "recommended_by": "SELECT state FROM recommender WHERE recommendation = ? ORDER BY position",
    "drafts": "SELECT id, document, number, text, score FROM draft WHERE recommendation = ? ORDER BY position",
    "languages": "SELECT language, number, text, name FROM in_language WHERE recommendation = ? ORDER BY position",
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
    "year": f"SELECT coalesce({YEAR}, 'none'), count(*) FROM {JOINED} GROUP BY 1 ORDER BY {YEAR} NULLS LAST",
    "body": f"SELECT coalesce({BODY}, 'none'), count(*) FROM {JOINED} GROUP BY 1 ORDER BY 2 DESC, 1",
    "deadline": """SELECT CASE WHEN deadline IS NULL THEN 'none'
        ELSE coalesce(substr(deadline_date, 1, 4), 'without a date') END, count(*)
        FROM recommendation GROUP BY 1 ORDER BY deadline IS NULL, deadline_date IS NULL, 1""",
    "strength": "SELECT coalesce(strength, 'none'), count(*) FROM recommendation GROUP BY strength ORDER BY 2 DESC, 1",
}

# Names that a shell completes, each with what it may show beside them.
OFFERED = {
    "meeting": "SELECT id, coalesce(body, organ, state) FROM meeting ORDER BY position",
    "topic": "SELECT id, label FROM topic ORDER BY id",
    "symbol": "SELECT symbol, title FROM document WHERE symbol IS NOT NULL GROUP BY symbol ORDER BY symbol",
    "recommendation": "SELECT id, substr(text, 1, 60) FROM recommendation ORDER BY key",
}

UNESCAPED = frozenset((ascii_letters + digits + "/:._-~").encode())  # in the name of a file that is asked for by URI
HIDDEN = ("key", "document", "found_by")  # columns that say nothing to people

Record = dict[str, object]
Database = sqlite3.Connection


class NotAnIndexError(Exception):
    """The file is not an index that `wgtip compile` has made; the message is one line."""


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a search, how many there are in all, and what was sought in place of words that are nowhere.

    That is "" where nothing was.
    """

    hits: list[Record]
    total: int
    instead: dict[str, str]


@contextmanager
def opened(path: str) -> Iterator[sqlite3.Connection]:
    """The index in a file, for reading. Raises NotAnIndexError where the file is none."""
    try:
        database = sqlite3.connect(_uri(path), uri=True)
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


def _uri(path: str) -> str:
    """A file as SQLite is asked for it, for reading."""
    absolute = os.path.abspath(path).replace(os.sep, "/")
    plain = (chr(byte) if byte in UNESCAPED else f"%{byte:02X}" for byte in os.fsencode(absolute))
    return f"file:{'' if absolute.startswith('/') else '/'}{''.join(plain)}?mode=ro"


def _fault(path: str) -> str:
    """Why a file does not open as an index."""
    try:
        with open(path, "rb"):
            return "not an index that wgtip compile made"
    except OSError as error:
        return (error.strerror or "cannot be read").lower()


def search(database: Database, words: str, filters: Filters, most: int) -> Found:
    """The best hits for a query (see `wanted`), the best first; for a word that is nowhere, those of the word meant.

    Without words that have to be there all that the filters leave, the latest meetings first. Raises UnknownValueError.
    """
    asked, values = conditions(database, filters)
    terms = wanted.terms(words.replace("\0", " "))
    if words.strip() and not terms:
        return Found([], 0, {})
    terms, instead = _meant(database, terms)
    sought, refused = ([each for each in terms if each.excluded is excluded] for excluded in (False, True))
    values |= {"query": _all(sought, " AND "), "excluded": _all(refused, " OR "), "most": most}
    source = _source(bool(sought), bool(refused), asked)
    best = BEST.format(found=f"SELECT recommendation_fts.rowid AS key, rank AS alike {source}")
    hits = [_hit(row) for row in database.execute(best if sought else LATEST.format(found=source), values)]
    for hit in hits:
        hit["text"] = highlighted(str(hit["text"]), sought, (START, STOP), known_words())
    count = f"SELECT count(*) {source}"
    return Found(hits, len(hits) if len(hits) < most else database.execute(count, values).fetchone()[0], instead)


def _hit(row: sqlite3.Row) -> Record:
    return {**row, "addressees": json.loads(row["addressees"])}


def _source(sought: bool, refused: bool, asked: list[str]) -> str:
    """From which tables and rows of them a search takes: without filters from the full text alone."""
    if not sought:
        return f"FROM {JOINED} WHERE {' AND '.join([*asked, *[NOT_FOUND.format(key='r.key')] * refused]) or 'true'}"
    other = f" JOIN {JOINED}" if asked else ""
    rows = [MATCHED, *(["r.key = recommendation_fts.rowid"] if asked else []), *asked]
    rows += [NOT_FOUND.format(key="recommendation_fts.rowid")] * refused
    return f"FROM recommendation_fts{other} WHERE {' AND '.join(rows)}"


def show(database: sqlite3.Connection, identifier: str) -> Record | None:
    """One recommendation with its facets and its history, or None."""
    row = database.execute(ONE, (identifier,)).fetchone()
    if row is None:
        return None
    more = {name: [dict(each) for each in database.execute(question, (row["key"],))] for name, question in MORE.items()}
    return {key: row[key] for key in row.keys() if key not in HIDDEN} | more  # noqa: SIM118 – a Row is no mapping


def nearest(database: sqlite3.Connection, identifier: str) -> str | None:
    """The id that is written most like one that is not there, or None where none is."""
    from rapidfuzz import fuzz, process

    ids = [row[0] for row in database.execute("SELECT id FROM recommendation ORDER BY key")]
    found = process.extractOne(identifier, ids, scorer=fuzz.ratio, score_cutoff=NEAR)
    return found[0] if found else None


def count(database: sqlite3.Connection) -> dict[str, list[tuple[str, int]]]:
    """How many recommendations there are of each meeting, year, body, topic, addressee, strength and deadline."""
    return {
        name: [(str(key), number) for key, number in database.execute(question)] for name, question in COUNTS.items()
    }


def offered(database: Database, kind: str) -> list[tuple[str, str | None]]:
    """The names of meetings, topics, symbols or recommendations in the index, each with what says which it is."""
    return [(name, told) for name, told in database.execute(OFFERED[kind])]


def unmarked(text: str) -> str:
    """The words of a hit without the marks round what was found."""
    return text.replace(START, "").replace(STOP, "")


def _meant(database: Database, terms: tuple[Term, ...]) -> tuple[tuple[Term, ...], dict[str, str]]:
    """The terms with the words that are begun; a word that is nowhere is such a beginning, two words, or mistyped."""
    meant, instead = [], {}
    for term in terms:
        nowhere = term.is_word and not _is_there(database, term)
        if (nowhere or term.begins) and (begun := _begun(database, term)):
            term = replace(term, begins=False, others=(*term.others, *begun))
        elif nowhere and (near := _apart(database, term.words[0]) or _near(database, term.words[0])):
            instead[term.words[0]] = " ".join(near)
            term = replace(term, words=near)
        elif nowhere:
            instead[term.words[0]] = ""
        meant.append(term)
    return tuple(meant), instead


def _begun(database: Database, term: Term) -> list[str]:
    """The words that begin so: FTS5 would take the ending off what is begun. Of too many, none."""
    if len(term.words) > 1:
        return []
    begin = plain(term.words[0])
    question = "SELECT word FROM word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?"
    found = [word for (word,) in database.execute(question, (begin, begin + LAST_LETTER, MOST_BEGUN + 1))]
    return found if len(found) <= MOST_BEGUN else []


def _is_there(database: Database, term: Term) -> bool:
    question = "SELECT 1 FROM recommendation_fts WHERE recommendation_fts MATCH ? LIMIT 1"
    return database.execute(question, (_expression(term),)).fetchone() is not None


def _apart(database: Database, word: str) -> tuple[str, ...]:
    """The two words that it is made of: "hatespeech"."""
    halves = ((word[:at], word[at:]) for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1))
    return next((each for each in halves if _is_there(database, Term(each, quoted=True))), ())


def _near(database: Database, word: str) -> tuple[str, ...]:
    """The word that is a letter away, and of several the one that most recommendations have."""
    word = plain(word)
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    question = "SELECT word, recommendations FROM word WHERE length(word) BETWEEN ? AND ?"
    counts = dict(map(tuple, database.execute(question, (len(word) - 1, len(word) + 1))))
    found = extract(word, [*counts], scorer=OSA.distance, score_cutoff=1, limit=None)
    best = max((each for each, *_ in found), key=lambda each: (counts[each], each), default=None)
    return (best,) if best else ()


def _all(terms: list[Term], between: str) -> str:
    return between.join(map(_expression, terms))


def _expression(term: Term) -> str:
    return wanted.expression(term, known_words())
