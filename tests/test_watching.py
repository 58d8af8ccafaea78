"""`--watch`: a command runs again when a document or a setting changes, and ends with Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shell import WGTIP, wgtip_here

LONGEST = 60  # seconds until a command that says nothing is given up
CLEAN, FAULTY = "1. It met.\n", "1. It saw 40% of them.\n"


class Watching:
    """A command with --watch that runs, and the lines that it says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def run(self) -> str:
        """The line at the end of the next run."""
        assert self.process.stderr is not None
        return next(line for line in self.process.stderr if line.startswith("run ")).rstrip()


@contextmanager
def watching(*arguments: str, folder: Path, stdout: int = subprocess.PIPE) -> Iterator[Watching]:
    with subprocess.Popen(
        [*WGTIP, *arguments, "--watch"],
        cwd=folder,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"GITHUB_ACTIONS": "false"},
    ) as process:
        guard = threading.Timer(LONGEST, process.kill)
        guard.start()
        try:
            yield Watching(process)
        finally:
            guard.cancel()
            process.kill()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text(CLEAN)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
def test_a_check_runs_again_when_a_draft_or_a_setting_changes_and_ends_with_ctrl_c(folder: Path) -> None:
    with watching("check", "drafts", "--format", "concise", folder=folder) as watched:
        assert watched.run() == "run 1: done; watching 1 document, Ctrl-C ends"
        (folder / "drafts" / "b.txt").write_text(FAULTY)
        assert watched.run() == "run 2 (drafts/b.txt changed): done with findings; watching 2 documents, Ctrl-C ends"
        (folder / "wgtip.toml").write_text("ignore = 1\n")
        assert watched.run() == "run 3 (wgtip.toml changed): nothing could be done; watching 2 documents, Ctrl-C ends"
        (folder / "wgtip.toml").write_text('ignore = ["N603"]\n')
        assert watched.run() == "run 4 (wgtip.toml changed): done; watching 2 documents, Ctrl-C ends"
        watched.process.send_signal(signal.SIGINT)
        printed, said = watched.process.communicate()
    assert watched.process.returncode == 130
    assert said.strip() == ""
    assert re.findall(r"^drafts/\w.txt:\d+:\d+: \w+ \w+", printed, re.MULTILINE) == ["drafts/b.txt:1:13: warning N603"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_each_run_begins_with_a_clear_screen(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with watching("check", "drafts", folder=folder, stdout=theirs) as watched:
        assert watched.run().startswith("run 1: ")
        assert os.read(ours, 4).startswith(b"\x1b[2J")
    os.close(ours)
    os.close(theirs)


def test_a_compile_writes_its_index_anew(folder: Path) -> None:
    asked = "1. The Working Group recommended that States parties should adopt laws.\n"
    with watching("compile", "drafts", "-o", "index.json", folder=folder) as watched:
        assert watched.run().startswith("run 1: done; ")
        assert json.loads((folder / "index.json").read_text())["recommendations"] == []
        (folder / "drafts" / "a.txt").write_text(f"Report of the Working Group\n\nII. Recommendations\n\n{asked}")
        assert watched.run().startswith("run 2 (drafts/a.txt changed): done; ")
        assert len(json.loads((folder / "index.json").read_text())["recommendations"]) == 1
        (folder / "drafts" / "a.txt").unlink()
        assert watched.run().startswith("run 3 (drafts/a.txt changed): nothing could be done; watching no documents")


def test_wrong_usage_ends_a_watch_at_once(folder: Path) -> None:
    for arguments in (("check", "-"), ("check", "drafts", "--select", "Q"), ("compile", "drafts", "-o", "a.bad")):
        done = wgtip_here(*arguments, "--watch", folder=folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Error: " in done.stderr
