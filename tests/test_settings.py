"""Configuration, suppressions and baselines: what is found, what is refused, and what is reported about them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.shell import wgtip, wgtip_here
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.diagnostics import Diagnostic, Severity

PAGE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
TEXT = "1. It saw 40%.\n\n2. It met 5%.\n\nRecommendation 2\n\nThey should do 6%.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "drafts" / "late").mkdir(parents=True)
    (tmp_path / "drafts" / "a.txt").write_text(TEXT)
    return tmp_path


def found(folder: Path, *arguments: str) -> list[tuple[str, int, str]]:
    done = wgtip_here("check", "--format", "json", *arguments, folder=folder)
    assert b"wgtip: " not in done.stderr
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
        ("colour = 1", "1: unknown key colour; known are "),
        ('stage = "final"\n[[suppress]]\npath = "a"\ncode = "N603"\nwhy = "x"', "5: unknown key why; known are code, "),
        ("select = 'N'", "1: select is a list of codes"),
        ("select = ['Z1']", "1: select: no code begins with Z1"),
        ("select = ['']", "1: select is a list of codes"),
        ("severity = 'fatal'", "1: severity is one of info, warning, error"),
        ("[severity]\nlowest = 'info'\nZ = 'error'", "3: severity: no code begins with Z"),
        ("[severity]\nN = 'fatal'", "2: N is one of info, warning, error"),
        ("stage = 1", "1: stage is one of in-session, final"),
        ("exclude = 'a'", "1: exclude is a list of patterns"),
        ("suppress = 1", "1: suppress is written [[suppress]], once for each"),
        ("[[suppress]]\ncode = 'N603'", "1: suppress: path is missing"),
        (
            "[[suppress]]\npath = 'a'\ncode = 'N603'\n[[suppress]]\npath = 'a'\ncode = 603",
            "6: suppress: code is text in ",
        ),
        ("per-file = 1", "1: per-file is a table, written [per-file]"),
        ("[per-file]\n'a/*' = ['N603']", "2: per-file: a pattern has a table, as in "),
        ("[per-file]\n'a/*' = { ignored = ['N603'] }", "2: unknown key ignored; known are ignore, "),
        ("[per-file.'a/*']\nstage = 'late'", "2: stage is one of in-session, final"),
        ("terms = 'a'", "1: terms is a table, written [terms]"),
        ("[terms]\n'e-mail' = 1", '2: terms: e-mail is written as in "e-mail" = "email"'),
        ("[terms]\n'e-mail' = 'e-mail'", "2: terms: e-mail is both what to write and what not to"),
        ("[terms]\n\na = 'b'\nb = 'c'", "3: terms: b is to be written for a, and is itself not to be written"),
        ("[terms]\naccept = [1]", "2: accept is a list of words"),
        ("\nselect = [", "2: not TOML: "),
        ("\0\1 = 1", " not a text file"),
    ],
)
def test_a_configuration_that_cannot_be_followed_is_one_line_and_exit_2(folder: Path, text: str, fault: str) -> None:
    settle(folder, text)
    done = wgtip_here("check", "drafts", folder=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"wgtip: wgtip.toml:{fault}")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("example", re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
def test_the_examples_of_the_page_can_be_followed(folder: Path, example: str) -> None:
    settle(folder, example)
    done = wgtip_here("check", "drafts", folder=folder)
    assert (done.returncode in (0, 1), done.stderr) == (True, b"")


def test_an_empty_configuration_settles_nothing(folder: Path) -> None:
    (folder / "drafts" / "wgtip.toml").write_bytes(b"")
    settle(folder, 'ignore = ["N"]\n')  # further away than the empty one
    assert b"N603" in wgtip_here("check", "drafts", folder=folder).stdout


def graded(folder: Path, *arguments: str) -> list[str]:
    done = wgtip_here("check", "--format", "json", *arguments, folder=folder)
    return [each["severity"] for each in json.loads(done.stdout)]


def test_severities_are_by_code_and_the_longer_code_wins(folder: Path) -> None:
    settle(folder, '[severity]\nN603 = "info"\nN = "error"\n')
    assert graded(folder, "drafts") == ["info"] * 3
    settle(folder, '[severity]\nlowest = "warning"\nN603 = "info"\n')
    assert graded(folder, "drafts") == []
    assert graded(folder, "--severity", "info", "drafts") == ["info"] * 3


def test_what_a_rule_says_with_less_is_not_raised_above_it() -> None:
    choice = Choice(severities=(("P312", Severity.ERROR),))
    usual, less = (Diagnostic("P312", each, "", (0, 1)) for each in (Severity.WARNING, Severity.INFO))
    assert choice.regraded(usual, Severity.WARNING).severity is Severity.ERROR
    assert choice.regraded(less, Severity.WARNING).severity is Severity.INFO


def test_files_have_settings_of_their_own(folder: Path) -> None:
    (folder / "drafts" / "late" / "b.txt").write_text(TEXT)
    settle(folder, 'ignore = ["P"]\n[per-file]\n"drafts/late/*" = { ignore = ["R"], severity = { N = "error" } }\n')
    assert graded(folder, "drafts") == ["warning"] * 3 + ["error"] * 3
    settle(folder, '[per-file]\n"*/b.txt" = { ignore = ["N"] }\n')
    assert found(folder, "drafts") == ALL
    settle(folder, '[per-file."drafts/*"]\nseverity = "error"\n[per-file."*/late/*"]\nseverity = "info"\n')
    assert {path for path, _, _ in found(folder, "drafts")} == {"drafts/late/b.txt"}


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("late", ["drafts/a.txt"]),
        ("drafts/late/", ["drafts/a.txt"]),
        ("drafts/*/b.txt", ["drafts/a.txt"]),
        ("b.*", ["drafts/a.txt"]),
        ("a/b.txt", ["drafts/a.txt", "drafts/late/b.txt"]),
        ("drafts", []),
    ],
)
def test_documents_and_folders_are_passed_over(folder: Path, pattern: str, left: list[str]) -> None:
    (folder / "drafts" / "late" / "b.txt").write_text(TEXT)
    assert sorted({path for path, _, _ in found(folder, "--exclude", pattern, "drafts")}) == left
    settle(folder, f'exclude = ["{pattern}"]\n')
    assert sorted({path for path, _, _ in found(folder, "drafts", "drafts/a.txt")}) == left


def test_where_all_documents_are_passed_over_there_is_nothing_wrong(folder: Path) -> None:
    done = wgtip_here("check", "--exclude", "drafts", "drafts/a.txt", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"no findings in no reports\n", b"")


def test_a_configuration_is_named(folder: Path) -> None:
    settle(folder, 'select = ["P"]\n')
    (folder / "house").mkdir()
    (folder / "house" / "style.toml").write_text('[per-file]\n"../drafts/*" = { severity = { N = "info" } }\n')
    assert graded(folder, "--config", "house/style.toml", "drafts") == ["info"] * 3
    (folder / "pyproject.toml").write_text('[tool.wgtip]\nignore = ["N"]\n')
    assert found(folder, "--config", "pyproject.toml", "drafts") == []
    (folder / "pyproject.toml").write_text("[tool.other]\n")
    for name, fault in (("pyproject.toml", "no [tool.wgtip] in it"), ("gone.toml", "no such file")):
        done = wgtip_here("check", "--config", name, "drafts", folder=folder)
        assert (done.returncode, done.stderr.decode()) == (2, f"wgtip: {name}: {fault}\n")


def test_standard_input_has_the_name_that_it_is_given(folder: Path) -> None:
    settle(folder / "drafts", '[per-file]\n"b.txt" = { severity = { N = "error" } }\n')
    arguments = ("check", "--format", "json", "--stdin-filename", "drafts/b.txt")
    entries = json.loads(wgtip(*arguments, "-", data=TEXT.encode(), folder=folder).stdout)
    assert {(each["path"], each["severity"]) for each in entries} == {("drafts/b.txt", "error")}
    (folder / "drafts" / "b.txt").write_text("1. It is the older one, with 99%.\n")
    assert json.loads(wgtip(*arguments, "-", "drafts/b.txt", data=TEXT.encode(), folder=folder).stdout) == entries


def test_findings_are_counted(folder: Path) -> None:
    (folder / "drafts" / "b.txt").write_text("1. It met.\n\n2. It saw and/or heard 5%.\n")
    done = wgtip_here("check", "--statistics", "drafts", folder=folder)
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [
        "4  N603  warning  percent-sign, 4 fixable",
        "1  W715  info     and-or",
        "5 findings in 2 reports, 4 fixable with --fix",
    ]
    assert wgtip_here("check", "--statistics", "--format", "sarif", "drafts", folder=folder).returncode == 2


def test_quiet_says_nothing_but_findings(folder: Path) -> None:
    loud, quiet = (wgtip_here("check", *each, "drafts", folder=folder) for each in ((), ("--quiet",)))
    assert quiet.stdout == b"".join(loud.stdout.splitlines(keepends=True)[:-1])
    done = wgtip_here("check", "-q", "--fix", "drafts", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_jobs_are_a_number_or_auto(folder: Path) -> None:
    for jobs, code in (("auto", 1), ("2", 1), ("0", 2), ("many", 2)):
        assert wgtip("check", "--jobs", jobs, "drafts", folder=folder).returncode == code


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


def test_what_is_said_of_a_suppression_has_the_severity_that_is_chosen(folder: Path) -> None:
    settle(folder, SUPPRESS.format("drafts/gone.txt", 1) + '[severity]\nC959 = "info"\n')
    assert graded(folder, "--select", "C959", "drafts") == ["info"]


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
