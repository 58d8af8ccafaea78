"""What Windows and macOS have not: neither `fcntl` nor `fork` nor `resource` is needed, and slashes go forward."""

from __future__ import annotations

import json
import ntpath
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.typeset import typeset
from tests.word import paragraph, word
from wgtip_parse import readers

SAMPLE = ROOT / "samples" / "meeting-2021-L.1.txt"
ELSEWHERE = """
import multiprocessing, os, sys
if __name__ == "__main__":
    sys.modules["fcntl"] = None
    del os.fork
    multiprocessing.set_start_method("spawn")
    from wgtip_parse.cli import main
    main()
"""


def wgtip_elsewhere(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """The command where neither can be had; workers are started anew, as they are there."""
    script = folder / "elsewhere.py"
    script.write_text(ELSEWHERE, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", script, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_bytes(SAMPLE.read_bytes())
    (folder / "b.pdf").write_bytes(typeset("I. Introduction\n\n1. One.\n"))
    (folder / "c.docx").write_bytes(word(paragraph("1. One.")))
    return folder


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_parse_and_check_do_without_fork_and_fcntl(reports: Path, tmp_path: Path, jobs: str) -> None:
    parsed = wgtip_elsewhere("parse", "--format", "json", "--jobs", jobs, reports, folder=tmp_path)
    assert parsed.returncode == 0, parsed.stderr
    assert [each["source"]["format"] for each in json.loads(parsed.stdout)] == ["text", "pdf", "word"]
    checked = wgtip_elsewhere("check", "--exit-zero", "--jobs", jobs, reports, folder=tmp_path)
    assert checked.returncode == 0, checked.stderr


def test_compile_writes_and_reads_again_without_fork_and_fcntl(reports: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = wgtip_elsewhere("compile", reports, "-o", "a.sqlite", "-o", "a.xlsx", "--jobs", "2", folder=tmp_path)
        assert done.returncode == 0, done.stderr
    assert wgtip_elsewhere("stats", "a.sqlite", folder=tmp_path).returncode == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.sqlite", "a.xlsx", "elsewhere.py", "reports"]


def test_names_have_forward_slashes_whatever_the_system_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert readers.read_bytes("a\\b.txt", b"1. One.")[0].name == "a\\b.txt"  # here a letter like any other
    monkeypatch.setattr(os, "sep", ntpath.sep)
    with pytest.raises(readers.ReadError, match=r"^none/a\.txt: "):
        readers.read("none\\a.txt")


def test_files_of_a_folder_have_forward_slashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a\\b.txt").write_text("1. One.", encoding="utf-8")
    monkeypatch.setattr(os, "sep", ntpath.sep)
    assert readers.find(str(tmp_path), pytest.fail) == [f"{tmp_path}/a/b.txt"]
