"""The index as a database: its schema, its search and what it remembers."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cases import MEETING, SAMPLES
from wgtip_parse.compiler import index as compiler
from wgtip_parse.compiler.documents import ONE_PROCESS, Outcome
from wgtip_parse.compiler.remembering import Memory, with_remembered
from wgtip_parse.index import query, store
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.readers import SIZE_LIMIT
from wgtip_parse.render import hits

EVERYTHING = query.Filters()
HOSTILE = "Les États parties should [red]stop[/red] <script>alert(1)</script> =cmd|' /C calc'!A0 \x1b[2J and \u202eact."


def wgtip(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "wgtip_parse", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env=os.environ | environment)


def found(opened: sqlite3.Connection, words: str, filters: query.Filters = EVERYTHING) -> list[object]:
    return [each["id"] for each in query.search(opened, words, filters, 50).hits]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    done = wgtip("compile", *SAMPLES, "-o", path)
    assert done.returncode == 0
    return path


def test_the_database_is_sound_and_nothing_in_it_hangs_in_the_air(database: Path) -> None:
    with query.opened(str(database)) as opened:
        assert [row[0] for row in opened.execute("PRAGMA integrity_check")] == ["ok"]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert opened.execute("SELECT count(*) FROM recommendation").fetchone()[0] > 40
        opened.execute("SELECT * FROM recommendation_fts WHERE recommendation_fts MATCH 'shelter'").fetchone()


def test_every_table_says_what_the_json_says(database: Path) -> None:
    index = json.loads(wgtip("compile", *SAMPLES, "--format", "json").stdout)
    recommendations = index["recommendations"]
    tables = {
        "recommendation": len(recommendations),
        "meeting": len(index["meetings"]),
        "document": len(SAMPLES),
        "memory": len(SAMPLES),
        **{
            table: sum(len(each[key]) for each in recommendations)
            for table, key in [
                ("addressee", "addressees"),
                ("recommendation_topic", "topics"),
                ("reference", "references"),
                ("said_before", "similar"),
                ("draft", "earlier"),
                ("deliberation", "deliberations"),
            ]
        },
    }
    with query.opened(str(database)) as opened:
        for table, number in tables.items():
            assert opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == number, table
    assert min(tables[table] for table in ("addressee", "recommendation_topic", "reference")) > 0


def test_the_documentation_names_every_table_and_column(database: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "index.md").read_text(encoding="utf-8")
    with query.opened(str(database)) as opened:
        tables = [row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        columns = {name: [row[1] for row in opened.execute(f"PRAGMA table_info({name})")] for name in tables}
    ours = {name: each for name, each in columns.items() if not name.startswith("recommendation_fts_")}
    assert len(ours) >= 11
    for name, each in ours.items():
        (line,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]
        assert [column for column in each if f"`{column}`" not in line] == [], name


def test_what_the_documentation_tells_datasette_is_in_the_database(database: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "index.md").read_text(encoding="utf-8")
    told = json.loads(page.partition("```json\n")[2].partition("```")[0])["databases"]["index"]["tables"]
    assert {"overview", "recommendation"} <= told.keys()
    with query.opened(str(database)) as opened:
        columns = {name: [row[1] for row in opened.execute(f"PRAGMA table_info({name})")] for name in told}
        search = told["overview"]["fts_table"]
        assert opened.execute("SELECT count(*) FROM sqlite_master WHERE name = ?", (search,)).fetchone()[0] == 1
    named = [each["array"] if isinstance(each, dict) else each for each in told["overview"]["facets"]]
    assert {*named, told["overview"]["fts_pk"], told["overview"]["sort"]} <= {*columns["overview"]}
    assert told["recommendation"]["label_column"] in columns["recommendation"]


def test_datasette_and_sqlite_utils_find_the_search(database: Path) -> None:
    utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is not installed")
    opened = utils.Database(str(database))
    assert opened["recommendation"].detect_fts() == "recommendation_fts"
    assert [row["id"] for row in opened["recommendation"].search("guardian")]
    (row,) = opened.query("SELECT * FROM overview WHERE id = 'CTOC-COP-WG.4-2021-10-R1'")
    assert json.loads(row["addressees"]) == ["States parties"]
    assert "article 5 (a)" in json.loads(row["refers_to"])
    assert opened["overview"].count == opened["recommendation"].count
    opened.conn.close()


def test_search_folds_accents_endings_and_case_and_takes_any_text(database: Path) -> None:
    with query.opened(str(database)) as opened:
        plain = found(opened, "Labour INSPECTORS")
        assert plain == found(opened, "lábour inspector") != []
        assert found(opened, '"labour inspectors"')
        assert found(opened, "inspect*")
        assert found(opened, "inspectors labour zzz") == []
        for hostile in ('"', "a OR", "NEAR(", "text:", "*", "-", "' OR 1=1 --", "()", "\0", "^a", '""', "a\x1fb"):
            query.search(opened, hostile, query.Filters(), 5)


@pytest.mark.parametrize(
    ("option", "value", "key"),
    [
        ("--meeting", "CTOC-COP-WG.4-2022-07", "id"),
        ("--strength", "encourage", None),
        ("--addressee", "states parties", None),
    ],
)
def test_filters_narrow_the_search(database: Path, option: str, value: str, key: str | None) -> None:
    every = json.loads(wgtip("search", database, "the", "--format", "json", "--most", "500").stdout)
    some = json.loads(wgtip("search", database, "the", option, value, "--format", "json", "--most", "500").stdout)
    assert 0 < len(some) < len(every)
    assert key is None or all(str(each[key]).startswith(value) for each in some)


def test_without_words_all_that_the_filters_leave_is_listed_the_latest_first(database: Path) -> None:
    of_topic = json.loads(wgtip("search", database, "--topic", "referral", "--format", "json", "--most", "99").stdout)
    assert (
        len(of_topic) == json.loads(wgtip("stats", database, "--format", "json").stdout)["topic"]["Referral mechanisms"]
    )
    assert [each["year"] for each in of_topic] == sorted((each["year"] for each in of_topic), reverse=True)
    some = wgtip("search", database, "--topic", "referral", "--most", "1").stdout.decode()
    assert some.endswith(f"\n1 of {len(of_topic)} recommendations: --most {len(of_topic)} shows all\n")
    for words in ((), ("",), (" ",)):
        assert wgtip("search", database, *words).returncode == 2
    assert wgtip("search", database, '"', "--topic", "referral").stdout == b"0 recommendations\n"


def test_a_topic_goes_by_id_or_label_and_one_that_is_not_there_is_said(database: Path) -> None:
    by_id, by_label = (
        wgtip("search", database, "the", "--topic", topic, "--format", "json").stdout
        for topic in ("referral", "referral MECHANISMS")
    )
    assert by_id == by_label != b"[]\n"
    for option in ("--topic", "--meeting", "--addressee"):
        done = wgtip("search", database, "the", option, "nowhere")
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert b"nowhere in this index" in done.stderr


def test_an_index_of_another_version_or_a_damaged_one_is_one_line(database: Path, tmp_path: Path) -> None:
    older, damaged = tmp_path / "older.sqlite", tmp_path / "damaged.sqlite"
    older.write_bytes(database.read_bytes())
    with sqlite3.connect(older) as opened:
        opened.execute("UPDATE about SET value = '0' WHERE key = 'schema_version'")
    opened.close()
    whole = database.read_bytes()
    with query.opened(str(database)) as opened:
        (page,) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = 'recommendation'").fetchone()
    damaged.write_bytes(whole[: (page - 1) * 4096] + bytes(4096) + whole[page * 4096 :])
    for path, fault in ((older, b"an index of another version of wgtip"), (damaged, b"a damaged index")):
        done = wgtip("stats", path)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert fault in done.stderr


def test_search_marks_what_it_found_and_cites_where_it_stands(database: Path) -> None:
    done = wgtip("search", database, "fishing", "vessel", FORCE_COLOR="1")
    assert done.returncode == 0
    assert b"\x1b[1;33mfishing\x1b[0m" in done.stdout
    assert b"CTOC/COP/WG.4/2022/L.1, 2" in done.stdout
    assert b"addressed to:" in done.stdout
    nothing = wgtip("search", database, "zzz")
    assert (nothing.returncode, nothing.stdout) == (1, b"0 recommendations\n")


def test_show_prints_one_with_its_facets(database: Path) -> None:
    done = wgtip("show", database, "CTOC-COP-WG.4-2021-10-R1")
    assert done.returncode == 0
    assert b"addressed to: States parties" in done.stdout
    assert b"article 5 (a)" in done.stdout
    record = json.loads(wgtip("show", database, "CTOC-COP-WG.4-2021-10-R1", "--format", "json").stdout)
    assert record["strength"] == "should"
    assert wgtip("show", database, "ctoc-cop-wg.4-2021-10-r1").stdout == done.stdout
    for name, hint in (("R9999", ""), ("CTOC/COP/WG.4/2021/10/R1", "; there is CTOC-COP-WG.4-2021-10-R1")):
        missing = wgtip("show", database, name)
        assert (missing.returncode, missing.stdout) == (2, b"")
        assert missing.stderr.decode() == f"wgtip: {database}: no recommendation {name}{hint}\n"


def test_stats_count_everything(database: Path) -> None:
    counts = json.loads(wgtip("stats", database, "--format", "json").stdout)
    with query.opened(str(database)) as opened:
        number = opened.execute("SELECT count(*) FROM recommendation").fetchone()[0]
    assert sum(counts["meeting"].values()) == sum(counts["strength"].values()) == number
    assert "█".encode() in wgtip("stats", database).stdout
    few = wgtip("stats", database, "--most", "2").stdout.decode()
    assert list(counts["meeting"])[-1] in few  # the latest meetings
    assert f"and {len(counts['topic']) - 2} more: --most {len(counts['topic'])}" in few


def test_counts_are_as_wide_as_the_screen_and_no_label_is_cut() -> None:
    tables = {"topic": [("Awareness-raising and education", 254), ("Children", 3), ("Nothing", 0)]}
    for width, bars in ((40, [2, 1, 0]), (60, [22, 1, 0]), (120, [30, 1, 0])):
        lines = hits.counts(tables, most=15, width=width, colour=False).splitlines()
        assert [line.count("█") for line in lines[1:4]] == bars
        assert lines[1].startswith("Awareness-raising and education  254")
        assert max(map(len, lines)) <= width


def test_a_label_wider_than_the_screen_is_broken_and_its_number_stands_behind_its_end() -> None:
    shown = hits.counts({"body": [("Board of the Fund for Lamps", 7), ("Guild", 3)]}, most=9, width=30, colour=False)
    assert shown.splitlines()[1:4] == [
        "Board of the Fund for",
        "  Lamps                  7  ██",
        "Guild                    3  █",
    ]


def test_a_heading_and_a_fact_go_on_further_to_the_right(database: Path) -> None:
    with query.opened(str(database)) as opened:
        record = query.show(opened, "CTOC-COP-WG.4-2021-10-R1")
    assert record
    shown = hits.recommendation(record, width=40, colour=False).splitlines()
    assert shown[0].startswith("CTOC-")
    assert shown[1].startswith("    ")
    at = next(number for number, line in enumerate(shown) if line.startswith("  refers to:"))
    assert shown[at + 1].startswith("    ")


def test_no_line_ends_with_spaces(database: Path) -> None:
    for command in (
        ("search", database, "victims"),
        ("show", database, "CTOC-COP-WG.4-2021-10-R1"),
        ("stats", database),
    ):
        lines = wgtip(*command).stdout.decode().split("\n")
        assert [line for line in lines if line != line.rstrip()] == [] != lines


def test_a_folder_is_no_index(tmp_path: Path) -> None:
    assert wgtip("stats", tmp_path).stderr.decode() == f"wgtip: {tmp_path}: is a directory\n"


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0" + b"x" * 200])
def test_what_is_no_index_is_one_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "index.sqlite"
    if content is not None:
        path.write_bytes(content)
    for command in (("search", path, "a"), ("show", path, "a"), ("stats", path)):
        done = wgtip(*command)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert wgtip("compile", MEETING, "-o", path).returncode == 0
    assert wgtip("stats", path).returncode == 0


def test_words_of_a_document_are_never_obeyed_and_all_there(tmp_path: Path) -> None:
    file, path = tmp_path / "a.txt", tmp_path / "index.sqlite"
    file.write_text(f"United Nations\n\nX/Y/2026/L.1\n\nII. Recommendations\n\nRecommendation 1\n\n{HOSTILE}\n")
    assert wgtip("compile", file, "-o", path).returncode == 0
    with query.opened(str(path)) as opened:
        assert opened.execute("SELECT text FROM recommendation").fetchone()[0] == HOSTILE
    shown = "[red]stop[/red] <script>alert(1)</script> =cmd|' /C calc'!A0 \\x1b[2J and \\u202eact."
    for command in (("search", path, "etats"), ("show", path, "X-Y-2026-L.1-R1")):
        printed = " ".join(wgtip(*command).stdout.decode().split())
        assert shown in printed
        assert "\x1b" not in printed


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    made = [tmp_path / f"{name}.sqlite" for name in "ab"]
    wgtip("compile", *SAMPLES, "-o", made[0])
    wgtip("compile", *reversed(SAMPLES), "--jobs", "2", "-o", made[1], PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C")
    assert made[0].read_bytes() == made[1].read_bytes() != b""


@pytest.mark.parametrize("name", ["index", "index.db"])
def test_a_name_without_a_suffix_is_a_database(tmp_path: Path, name: str) -> None:
    assert wgtip("compile", MEETING, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_bytes().startswith(b"SQLite format 3\0")


def changed(paths: Sequence[str], memory: Memory) -> list[str]:
    """The documents that are read because they are not as they are remembered."""
    outcomes = with_remembered(paths, memory, SIZE_LIMIT, lambda new: (Outcome(each, None, (), None) for each in new))
    return [each.name for each in outcomes if each.data is None]


def test_only_what_has_changed_is_read_again_and_the_bytes_are_those_of_a_clean_run(tmp_path: Path) -> None:
    files = [tmp_path / path.name for path in SAMPLES]
    for file, sample in zip(files, SAMPLES, strict=True):
        file.write_bytes(sample.read_bytes())
    paths, vocabulary = [str(file) for file in files], vocabularies.of_the_package()
    memory = compiler.compile_index(
        each.data or b"" for each in compiler.enter_all(paths, vocabulary, SIZE_LIMIT, ONE_PROCESS)
    ).memory
    assert changed(paths, memory) == []
    files[3].write_text(files[3].read_text() + "\nRecommendation 99\n\nStates should act.\n")
    files[5].unlink()
    assert changed(paths, memory) == [paths[3], paths[5]]
    index = tmp_path / "index.sqlite"
    wgtip("compile", *SAMPLES, "-o", index)
    for file, sample in zip(files, SAMPLES, strict=True):
        file.write_bytes(sample.read_bytes())
    wgtip("compile", *files, "-o", index)
    files[3].write_text(files[3].read_text() + "\nRecommendation 99\n\nStates should act.\n")
    wgtip("compile", *files, "-o", index)
    wgtip("compile", *files, "-o", tmp_path / "clean.sqlite")
    assert index.read_bytes() == (tmp_path / "clean.sqlite").read_bytes()


def test_a_memory_that_is_damaged_is_forgotten(tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite"
    wgtip("compile", *SAMPLES, "-o", index)
    clean = index.read_bytes()
    with sqlite3.connect(index) as opened:
        assert opened.execute("UPDATE memory SET entry = x'00ff'").rowcount == len(SAMPLES)
    opened.close()
    assert store.recall(str(index), compiler.fingerprint(vocabularies.of_the_package())) == {}
    assert wgtip("compile", *SAMPLES, "-o", index).returncode == 0
    assert index.read_bytes() == clean


def test_what_another_program_or_vocabulary_has_remembered_is_not_used(database: Path) -> None:
    vocabulary = vocabularies.of_the_package()
    ours = compiler.fingerprint(vocabulary)
    assert len(store.recall(str(database), ours)) == len(SAMPLES)
    other = vocabularies.parse('[[topic]]\nid = "sea"\nlabel = "The sea"\nphrases = ["ship*"]\n')
    assert store.recall(str(database), compiler.fingerprint((other,))) == {}


def test_topics_can_be_given(tmp_path: Path) -> None:
    vocabulary = tmp_path / "topics.toml"
    vocabulary.write_text('[[topic]]\nid = "sea"\nlabel = "The sea"\nphrases = ["fishing vessel*"]\n')
    done = wgtip("compile", *SAMPLES, "--topics", vocabulary, "--format", "json")
    found = [each["topics"] for each in json.loads(done.stdout)["recommendations"] if each["topics"]]
    assert found
    assert all([topic["id"] for topic in each] == ["sea"] for each in found)
    for wrong in ("[[topic]]\n", "topic = 1\n", "[[topic]]\nid = 'a'\nlabel = 'A'\nphrases = ['*']\n", "nonsense\n"):
        vocabulary.write_text(wrong)
        done = wgtip("compile", MEETING, "--topics", vocabulary, "--format", "json")
        assert (done.returncode, done.stdout) == (2, b"")


def test_the_emitted_database_needs_no_memory() -> None:
    empty = compiler.compile_index([]).index
    (data,) = store.emit_index(empty)
    opened = sqlite3.connect(":memory:")
    opened.deserialize(data)
    assert opened.execute("SELECT count(*) FROM recommendation").fetchone() == (0,)
    opened.close()


def test_bodies_can_be_added_in_the_configuration(tmp_path: Path) -> None:
    head = "United Nations\n\nX/Y/2026/L.1\n\nVienna, 1–3 June 2026\n\nDraft report\n\n"
    (tmp_path / "a.txt").write_text(f"{head}Recommendation 1\n\nStates should act.\n")
    command = [sys.executable, "-m", "wgtip_parse", "compile", "a.txt", "--format", "json"]
    named = '[[body]]\nstem = "X/Y"\nname = "Committee of Ruritania"\n'
    for settings, name in (("# nothing\n", None), (named, "Committee of Ruritania")):
        (tmp_path / "wgtip.toml").write_text(settings)
        done = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)
        assert [each["body"] for each in json.loads(done.stdout)["meetings"]] == [name]
    for wrong, said in (
        ("body = 1\n", ":1: body is written [[body]], once for each"),
        ("[[body]]\n", ":1: body: stem is missing"),
        (named.replace('"X/Y"', "1"), ":1: body: stem is text in quotation marks"),
        (named.replace("X/Y", "a body"), ":1: body: a body begins no symbol"),
        (
            f'{named}place = "Vienna"\n',
            ":1: body: unknown key place; known are stem, name, parent, aliases, stems, own_mark",
        ),
        (f'{named}aliases = "the Committee"\n', ":1: body: aliases is a list of texts"),
        (f"{named}\n{named.replace('X/Y', 'X/Z')}", ":5: body: committee of ruritania is another body's already"),
        ("[[body]\n", ":1: not TOML: "),
    ):
        (tmp_path / "wgtip.toml").write_text(wrong)
        done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
        assert f"wgtip.toml{said}" in done.stderr.decode()
