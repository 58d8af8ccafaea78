"""Many reports at once: killed, interrupted, two at a time; the index is the old or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shell import wgtip
from wgtip_parse.emitters import file
from wgtip_parse.index import query
from wgtip_parse.index.journal import Journal

WGTIP = (sys.executable, "-m", "wgtip_parse", "compile")
REPORT = """United Nations

CTOC/COP/WG.4/{year}/L.{number}

Working Group on Trafficking in Persons

Vienna, 1–3 June {year}

Draft report

II. Recommendations

1. States parties should {word} shelter number {number} of {year} open.
"""
DOCUMENTS, FEW = 300, 12
KILLS = 30


def write_reports(folder: Path, word: str, documents: int = DOCUMENTS) -> None:
    for number in range(documents):
        year = 1990 + number % 20
        (folder / f"{number:03}.txt").write_text(REPORT.format(year=year, number=number, word=word), encoding="utf-8")


def words(index: Path) -> set[str]:
    """The sound index's recommendations, each without what tells it from the others."""
    with query.opened(str(index)) as database:
        assert [row[0] for row in database.execute("PRAGMA integrity_check")] == ["ok"]
        found = [row[0] for row in database.execute("SELECT text FROM recommendation")]
    assert len(found) == DOCUMENTS
    return {text.split()[3] for text in found}


@contextmanager
def compiling(folder: Path, index: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [*WGTIP, str(folder), "-o", str(index), *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        yield process


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_index(tmp_path: Path) -> None:
    folder, index = tmp_path / "reports", tmp_path / "index.sqlite"
    folder.mkdir()
    write_reports(folder, "keep")
    with compiling(folder, index) as process:
        assert process.wait() == 0
    old = index.read_bytes()
    write_reports(folder, "make")
    moments = random.Random(1)
    killed = 0
    for _ in range(KILLS):
        with compiling(folder, index, "--jobs", "1") as process:
            try:
                process.wait(timeout=moments.uniform(0.1, 1.5))
            except subprocess.TimeoutExpired:
                process.kill()
                killed += 1
        assert words(index) == ({"keep"} if index.read_bytes() == old else {"make"})
        index.write_bytes(old)
    assert killed > 0
    clean = tmp_path / "clean.sqlite"
    for target in (index, clean):
        with compiling(folder, target) as process:
            assert process.wait() == 0
    assert index.read_bytes() == clean.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["clean.sqlite", "index.sqlite", "reports"]


def test_a_run_that_was_ended_is_taken_up_where_it_was(tmp_path: Path) -> None:
    folder, index, other = tmp_path / "reports", tmp_path / "index.sqlite", tmp_path / "other.sqlite"
    folder.mkdir()
    write_reports(folder, "keep", FEW)
    assert wgtip("compile", folder, "-o", other).returncode == 0
    pipe, left = folder / "zz.txt", tmp_path / ".index.sqlite.entries"
    os.mkfifo(pipe)
    with compiling(folder, index, "--jobs", "1") as process, pipe.open("wb"):  # opens when all others have been read
        process.kill()
    pipe.unlink()
    whole = left.read_bytes()
    for kept in (whole, whole[:-1], whole[: len(whole) // 2], b"another program\n" + whole, b""):
        index.unlink(missing_ok=True)
        left.write_bytes(kept)
        assert wgtip("compile", folder, "-o", index).returncode == 0
        assert index.read_bytes() == other.read_bytes()
        assert not left.exists()


def test_what_was_read_before_a_run_was_ended_is_not_read_again(tmp_path: Path) -> None:
    journal = Journal(str(tmp_path / "index.sqlite"), "made")
    for name in ("a.txt", "b.txt"):
        journal.add(name, "0", name.encode())
    journal.close(done=False)
    left = tmp_path / ".index.sqlite.entries"
    whole, both = left.read_bytes(), {("a.txt", "0"): b"a.txt", ("b.txt", "0"): b"b.txt"}
    for kept, expected in (
        (whole, both),
        (whole[:-1], {("a.txt", "0"): b"a.txt"}),
        (whole.replace(b"\nb.txt", b"\nB.txt"), {("a.txt", "0"): b"a.txt"}),
        (b"another\n" + whole, {}),
    ):
        left.write_bytes(kept)
        again = Journal(str(tmp_path / "index.sqlite"), "made")
        assert again.entries() == expected
        again.add("c.txt", "0", b"c")
        again.close(done=False)
        last = Journal(str(tmp_path / "index.sqlite"), "made")
        assert last.entries() == expected | {("c.txt", "0"): b"c"}
        last.close(done=True)
        assert not left.exists()


def test_an_interrupt_leaves_the_old_index(tmp_path: Path) -> None:
    index, pipe = tmp_path / "index.sqlite", tmp_path / "pipe.txt"
    index.write_bytes(b"old")
    os.mkfifo(pipe)
    with compiling(pipe, index) as process, pipe.open("wb"):  # opens when the command is about to read
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read().strip() == b""
    assert process.returncode == 130
    assert index.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index.sqlite", "pipe.txt"]


def test_a_second_compile_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    report, index = tmp_path / "a.txt", tmp_path / "index.sqlite"
    report.write_text(REPORT.format(year=2000, number=1, word="keep"), encoding="utf-8")
    with file.held(str(index), lambda: pytest.fail("nobody else is there")):
        process = subprocess.Popen([*WGTIP, str(report), "-o", str(index)], stderr=subprocess.PIPE)
        assert process.stderr is not None
        assert process.stderr.readline().decode() == f"wgtip: {index}: another command is writing it; waiting\n"
        assert process.poll() is None
        assert not index.exists()
    assert process.wait() == 0
    assert b"waiting" not in process.stderr.read()
    process.stderr.close()
    assert index.exists()


def test_what_a_killed_command_has_left_is_cleared_away(tmp_path: Path) -> None:
    left, other = tmp_path / ".index.sqlite.12345.part", tmp_path / ".other.sqlite.12345.part"
    left.touch()
    other.touch()
    with file.held(str(tmp_path / "index.sqlite"), lambda: None):
        assert not left.exists()
    assert sorted(tmp_path.iterdir()) == [other]


def test_one_document_in_many_that_cannot_be_read_is_said_and_the_others_are_there(tmp_path: Path) -> None:
    folder, index = tmp_path / "reports", tmp_path / "index.sqlite"
    folder.mkdir()
    write_reports(folder, "keep")
    (folder / "bad.txt").write_bytes(b"\0\1" * 9)
    with compiling(folder, index, "--jobs", "2") as process:
        assert process.stderr is not None
        first, *_, read, _, last = process.stderr.read().decode().splitlines()
    assert first == f"wgtip: {folder}/bad.txt: not a text file"
    assert last == "300 of 300 documents have recommendations"
    assert read == "300 of 301 read; 1 could not be read"
    assert process.returncode == 1
    assert words(index) == {"keep"}
