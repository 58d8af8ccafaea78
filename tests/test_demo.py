"""The demo: three meetings, each step as it is typed, on two screens; it says what comes next and loses nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.shell import wgtip_here

TWO_SCREENS = 2 * 45 + 2  # lines
MADE = {
    "drafts", "final-2023.docx", "final-2023.txt", "index.sqlite", "joined-2023.txt", "page.html", "reviewed.docx",
}  # fmt: skip


def test_it_tells_one_story_on_two_screens(demo: tuple[Path, str]) -> None:
    _, printed = demo
    assert len(printed.splitlines()) <= TWO_SCREENS
    commands = re.findall(r"^\$ wgtip (\w+)", printed, re.MULTILINE)
    assert commands == ["parse", "parse", "check", "assemble", "diff", "compile", "search", "show"]
    for found in (
        "recommendation 7 follows recommendation 5",
        "softened: should → are encouraged",
        "26 recommendations",
    ):
        assert found in printed
    assert "said before: CTOC-COP-WG.4-2022-07-R4" in printed
    assert printed[printed.index("Next: ") :].count("\n  wgtip ") == 3


def test_it_puts_the_drafts_of_the_samples_into_a_folder_and_no_other(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    assert {path.name for path in folder.iterdir()} == MADE
    drafts = {path.name: path.read_bytes() for path in (folder / "drafts").iterdir()}
    assert drafts == {path.name: path.read_bytes() for path in (ROOT / "samples").glob("meeting-*.txt")}
    assert len(drafts) == 9


def test_the_drafts_are_clean_and_the_final_report_is_not(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    assert wgtip_here("check", "drafts", "--severity", "warning", folder=folder).returncode == 0
    assert wgtip_here("check", "final-2023.txt", folder=folder).returncode == 1


@pytest.mark.parametrize("there", ["a file", "a folder with a file"])
def test_it_writes_over_nothing(tmp_path: Path, there: str) -> None:
    mine = tmp_path / "wgtip-demo" if there == "a file" else tmp_path / "wgtip-demo" / "mine.txt"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("Mine.")
    done = wgtip_here("demo", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.endswith(b"Error: wgtip-demo is there already, and not an empty folder: name another\n")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]
    assert mine.read_text() == "Mine."


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = wgtip_here("demo", "file/demo", folder=tmp_path)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, b"Error: file/demo: not a directory")
