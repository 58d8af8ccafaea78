"""The schema of the database: one table for each kind of thing, and full-text search.

It is the contract with everybody who opens the file; docs/index.md describes it.
"""

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE meeting (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT, organ TEXT, ordinal INTEGER, year INTEGER,
  place TEXT, start TEXT, "end" TEXT, state TEXT
);
CREATE TABLE document (
  key INTEGER PRIMARY KEY, meeting TEXT REFERENCES meeting (id), symbol TEXT, name TEXT NOT NULL,
  sha256 TEXT NOT NULL, role TEXT NOT NULL, title TEXT, organ TEXT, body TEXT, date TEXT, language TEXT NOT NULL
);
CREATE TABLE recommendation (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, meeting TEXT REFERENCES meeting (id),
  document INTEGER NOT NULL REFERENCES document (key), number TEXT, section TEXT NOT NULL, stem TEXT,
  text TEXT NOT NULL, verb TEXT, evidence TEXT, strength TEXT, line INTEGER NOT NULL, page INTEGER,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, basis TEXT NOT NULL, deadline TEXT, deadline_date TEXT,
  position TEXT, language TEXT NOT NULL, found_by TEXT NOT NULL
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
CREATE TABLE in_language (
  recommendation INTEGER NOT NULL REFERENCES recommendation (key), position INTEGER NOT NULL, language TEXT NOT NULL,
  number TEXT, text TEXT NOT NULL, name TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (recommendation, position)
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
SCHEMA_VERSION = "3"
