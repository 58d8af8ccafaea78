"""Configuration, suppressions and baselines: what is found, what is refused, and what is reported about them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.shell import wgtip, wgtip_here

TEXT = "1. It saw 40%.\n\n2. It met 5%.\n\nRecommendation 2\n\nThey should do 6%.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "drafts" / "late").mkdir(parents=True)
    (tmp_path / "drafts" / "a.txt").write_text(TEXT)
    return tmp_path


def found(folder: Path, *arguments: str) -> list[tuple[str, int, str]]:
    done = wgtip_here("check", "--output-format", "json", *arguments, folder=folder)
    assert done.stderr == b""
    return [(each["path"], each["line"], each["code"]) for each in json.loads(done.stdout)]


def settle(folder: Path, text: str) -> None:
    (folder / "wgtip.toml").write_text(text)


ALL = [("drafts/a.txt", line, "N603") for line in (1, 3, 7)]


def test_the_nearest_configuration_counts(folder: Path) -> None:
    assert found(folder, "drafts") == ALL
    settle(folder, 'ignore = ["N"]\n')
    assert found(folder, "drafts") == []
    settle(folder / "drafts", 'select = ["N603"]\n')
    assert found(folder, "drafts") == ALL
    assert found(folder / "drafts" / "late", "../a.txt") == [("../a.txt", line, "N603") for line in (1, 3, 7)]


def test_pyproject_counts_where_it_speaks_of_us(folder: Path) -> None:
    settle(folder, 'ignore = ["N"]\n')
    (folder / "drafts" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert found(folder, "drafts") == []
    (folder / "drafts" / "pyproject.toml").write_text('[tool.wgtip]\nseverity = "info"\n')
    assert found(folder, "drafts") == ALL


def test_the_command_line_wins(folder: Path) -> None:
    settle(folder, 'ignore = ["P"]\nseverity = "error"\nstage = "final"\n')
    assert found(folder, "drafts") == []
    assert found(folder, "--severity", "warning", "drafts") == ALL
    assert found(folder, "--severity", "warning", "--ignore", "N603", "drafts") == []


def test_standard_input_has_the_configuration_of_the_working_folder(folder: Path) -> None:
    settle(folder, 'ignore = ["N"]\n')
    assert wgtip("check", "-", data=TEXT.encode(), folder=folder).returncode == 0


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("colour = 1", "unknown key colour; known are "),
        ('[[suppress]]\npath = "a"\ncode = "N603"\nwhy = "x"', "suppress: unknown key why; known are code, number,"),
        ("select = 'N'", "select is a list of codes"),
        ("select = ['Z1']", "select: no code begins with Z1"),
        ("severity = 'fatal'", "severity is one of info, warning, error"),
        ("stage = 1", "stage is one of in-session, final"),
        ("suppress = 1", "suppress is written [[suppress]], once for each"),
        ("[[suppress]]\ncode = 'N603'", "suppress: path is missing"),
        ("[[suppress]]\npath = 'a'\ncode = 603", "suppress: code is text in quotation marks"),
        ("select = [", "not TOML: "),
        ("\0\1 = 1", "not a text file"),
    ],
)
def test_a_configuration_that_cannot_be_followed_is_one_line_and_exit_2(folder: Path, text: str, fault: str) -> None:
    settle(folder, text)
    done = wgtip_here("check", "drafts", folder=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"wgtip: wgtip.toml: {fault}")
    assert done.stderr.count(b"\n") == 1


def test_an_empty_configuration_settles_nothing(folder: Path) -> None:
    (folder / "drafts" / "wgtip.toml").write_bytes(b"")
    settle(folder, 'ignore = ["N"]\n')  # further away than the empty one
    assert b"N603" in wgtip_here("check", "drafts", folder=folder).stdout


SUPPRESS = '[[suppress]]\npath = "{}"\ncode = "N603"\nnumber = {}\nreason = "quoted"\n'


@pytest.mark.parametrize(
    ("path", "number", "left"),
    [
        ("drafts/a.txt", "1", [3, 7]),
        ("drafts/*", '"2"', [1, 7]),
        ("*.txt", '"Recommendation 2"', [1, 3]),
    ],
)
def test_a_suppression_is_by_path_code_and_number(folder: Path, path: str, number: str, left: list[int]) -> None:
    settle(folder, SUPPRESS.format(path, number))
    assert found(folder, "drafts") == [("drafts/a.txt", line, "N603") for line in left]


def test_a_suppression_without_a_number_is_of_the_whole_document(folder: Path) -> None:
    settle(folder, '[[suppress]]\npath = "drafts/a.txt"\ncode = "N603"\nreason = "quoted"\n')
    assert found(folder, "drafts") == []


def test_a_suppression_without_a_reason_is_reported_at_its_place(folder: Path) -> None:
    settle(folder, 'ignore = ["P"]\n\n[[suppress]]\npath = "drafts/a.txt"\ncode = "N603"\nreason = " "\n')
    assert found(folder, "drafts") == [("wgtip.toml", 3, "C960")]
    assert found(folder, "--ignore", "C960", "drafts") == []


def test_a_suppression_that_matches_nothing_is_reported(folder: Path) -> None:
    settle(folder, SUPPRESS.format("drafts/a.txt", 9) + SUPPRESS.format("drafts/gone.txt", 1))
    assert found(folder, "drafts") == [*ALL, ("wgtip.toml", 1, "C959"), ("wgtip.toml", 6, "C959")]
    assert found(folder, "--ignore", "C959", "drafts") == ALL


def test_a_suppression_that_this_run_cannot_judge_is_left_alone(folder: Path) -> None:
    (folder / "drafts" / "b.txt").write_text("1. It met.\n")
    settle(folder, SUPPRESS.format("drafts/a.txt", 1))
    assert found(folder, "drafts/b.txt") == []
    assert found(folder, "--select", "P", "drafts") == []


def test_a_suppressed_finding_is_not_fixed(folder: Path) -> None:
    settle(folder, SUPPRESS.format("drafts/a.txt", 1))
    assert wgtip_here("check", "--fix", "drafts", folder=folder).returncode == 0
    assert (folder / "drafts" / "a.txt").read_text().count("%") == 1


def test_a_baseline_hides_old_findings_wherever_they_move(folder: Path) -> None:
    assert wgtip_here("check", "--baseline", "old.json", "--update-baseline", "drafts", folder=folder).returncode == 0
    assert found(folder, "--baseline", "old.json", "drafts") == []
    draft = folder / "drafts" / "a.txt"
    draft.write_text("1. It began at 8%.\n\n" + TEXT.replace("2. It", "3. It").replace("1. It", "2. It"))
    assert found(folder, "--baseline", "old.json", "--select", "N", "drafts") == [("drafts/a.txt", 1, "N603")]
    assert found(folder / "drafts", "--baseline", "../old.json", "--select", "N", "a.txt") == [("a.txt", 1, "N603")]


def test_a_baseline_knows_one_of_two_alike_from_the_other(folder: Path) -> None:
    draft = folder / "drafts" / "a.txt"
    draft.write_text("1. It saw 40%.\n")
    wgtip_here("check", "--baseline", "old.json", "--update-baseline", "drafts", folder=folder)
    draft.write_text("1. It saw 40%.\n\n2. It saw 40%.\n")
    assert len(found(folder, "--baseline", "old.json", "drafts")) == 1


def test_an_updated_baseline_keeps_what_it_knows_of_other_documents(folder: Path) -> None:
    (folder / "drafts" / "b.txt").write_text(TEXT)
    for argument in ("drafts", "drafts/a.txt"):
        wgtip_here("check", "--baseline", "old.json", "--update-baseline", argument, folder=folder)
        entries = json.loads((folder / "old.json").read_text())["findings"]
        assert [entry["path"] for entry in entries] == ["drafts/a.txt"] * 3 + ["drafts/b.txt"] * 3
    (folder / "drafts" / "a.txt").write_text("1. It met.\n")
    wgtip_here("check", "--baseline", "old.json", "--update-baseline", "drafts/a.txt", folder=folder)
    assert len(json.loads((folder / "old.json").read_text())["findings"]) == 3


@pytest.mark.parametrize("content", [None, "{", "[]", '{"findings": [1]}'])
def test_what_is_no_baseline_is_refused(folder: Path, content: str | None) -> None:
    if content is not None:
        (folder / "old.json").write_text(content)
    done = wgtip_here("check", "--baseline", "old.json", "drafts", folder=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"wgtip: old.json: no")
    assert wgtip_here("check", "--update-baseline", "drafts", folder=folder).returncode == 2
