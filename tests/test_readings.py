"""The end of a run says what happened: how many documents were read, which not, and what not as it is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from tests.shell import wgtip_here
from wgtip_parse.cli.readings import COUNTED, Reading
from wgtip_parse.render import messages
from wgtip_parse.rules.notice import NOTICES

COMMANDS = {
    "parse": ("parse", "--format", "jsonl"),
    "check": ("check", "--exit-zero", "--select", "N603"),
    "compile": ("compile", "--format", "jsonl"),
}
CLEAN = "United Nations\n\nA/80/{}\n\nI. Introduction\n\n1. The Committee met in Vienna.\n"
HURT = "1. The Committee met in the h\xe4ll.\n".encode() + b"2. It met \xff\xfe again.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(CLEAN.format(number), encoding="utf-8")
    return tmp_path


def read_line(*command: str, folder: Path, code: int) -> str:
    done = wgtip_here(*command, ".", folder=folder)
    assert done.returncode == code, done.stderr
    lines = [line for line in done.stderr.decode().splitlines() if re.search(r"\d of \d.* read", line)]
    return lines[-1] if lines else ""


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_all_that_was_read_is_said_and_is_no_fault(command: tuple[str, ...], folder: Path) -> None:
    assert read_line(*command, folder=folder, code=0) == "2 of 2 read"
    assert read_line(*command, "--strict", folder=folder, code=0) == "2 of 2 read"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_what_was_not_read_is_counted_and_exit_1(command: tuple[str, ...], folder: Path) -> None:
    (folder / "3.txt").write_bytes(b"")
    assert read_line(*command, folder=folder, code=1) == "2 of 3 read; 1 could not be read"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_what_was_not_read_as_it_is_is_counted_and_exit_1_only_if_strict(
    command: tuple[str, ...], folder: Path
) -> None:
    (folder / "3.txt").write_bytes(HURT)
    (folder / "4.txt").write_bytes("1. The caf\xe9.\n".encode("cp1252"))
    told = (
        "4 of 4 read; 1 document in an encoding that had to be guessed; "
        "2 bytes that no character is made of in 1 document"
    )
    assert read_line(*command, folder=folder, code=0) == told
    assert read_line(*command, "--strict", folder=folder, code=1) == told
    assert read_line(*command, "--jobs", "2", folder=folder, code=0) == told


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_where_nothing_was_read_that_is_said_too(command: tuple[str, ...], tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_bytes(b"")
    assert read_line(*command, folder=tmp_path, code=2) == "0 of 2 read; 2 could not be read"


def test_of_one_document_that_was_read_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN.format(1), encoding="utf-8")
    assert read_line("parse", "--format", "jsonl", folder=tmp_path, code=0) == ""


def test_a_second_compile_says_again_what_could_not_be_read_as_it_is(folder: Path) -> None:
    (folder / "3.txt").write_bytes(HURT)
    for _ in range(2):
        told = read_line("compile", "-o", "index.sqlite", folder=folder, code=0)
        assert told == "3 of 3 read; 2 bytes that no character is made of in 1 document"


def test_every_code_that_is_counted_is_known() -> None:
    assert set(COUNTED) <= {notice.code for notice in NOTICES}


def test_numbers_are_in_words_that_fit(capsys: pytest.CaptureFixture[str]) -> None:
    reading = Reading(strict=False)
    for at in range(1200):
        reading.add(f"{at}", ["T951", "X"])
    reading.miss("b: no")
    reading.say()
    said = "1,200 of 1,201 read; 1 could not be read; 1,200 bytes that no character is made of in 1,200 documents"
    assert capsys.readouterr().err.splitlines()[-1] == said


# The bar


def watched(documents: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What stands on the screen when each document is read."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100, color_system=None)
    monkeypatch.setattr(messages, "error_console", lambda: console)
    for _ in messages.progress(iter(documents), documents):
        yield screen.getvalue()


def test_the_bar_shows_how_many_of_how_many_and_the_large_document_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / f"{'a' * 60}.pdf"
    large.write_bytes(b"x" * messages._LARGE)
    small = [f"{number}.txt" for number in range(3)]
    *_, screen = watched([*small, str(large)], monkeypatch)
    assert "3 of 4" in screen
    assert f"…{str(large)[1 - messages._LONGEST_NAME :]}" in screen


def test_the_bar_changes_no_more_often_than_somebody_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_STILL", 1000)
    *_, screen = watched([f"{number}.txt" for number in range(500)], monkeypatch)
    assert "400 of 500" not in screen
