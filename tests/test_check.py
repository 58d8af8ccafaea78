"""`wgtip check`: what is printed, what is chosen, and how it exits."""

import json
import re
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.shell import wgtip, wgtip_here
from wgtip_parse import check, check_file
from wgtip_parse.placed import Placed
from wgtip_parse.rules import KNOWN

TEXT = "1. The Group noted that 40% of cases were closed.\n\n2. It met.\n\n3. It saw 5 % and 6%.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def test_findings_are_printed_by_place_with_excerpt_hint_and_summary(draft: Path) -> None:
    done = wgtip_here("check", "a.txt", folder=draft)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().splitlines() == [
        "a.txt:1:27: warning N603 percent sign in text",
        "    1. The Group noted that 40% of cases were closed.",
        "                              ^",
        '  hint: write "per cent"',
        "a.txt:5:12: warning N603 percent sign in text",
        "    3. It saw 5 % and 6%.",
        "               ^^",
        '  hint: write "per cent"',
        "a.txt:5:20: warning N603 percent sign in text",
        "    3. It saw 5 % and 6%.",
        "                       ^",
        '  hint: write "per cent"',
        "3 findings in 1 report, 3 fixable with --fix",
    ]


def test_concise_is_a_line_each(draft: Path) -> None:
    lines = wgtip_here("check", "--format", "concise", "a.txt", folder=draft).stdout.decode().splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["a.txt:1:27:", "a.txt:5:12:", "a.txt:5:20:"]


def test_the_excerpt_of_a_long_line_is_cut_round_the_finding(tmp_path: Path) -> None:
    text = f"1. {'long ' * 30}40% {'long ' * 30}of\x1b[2J it."
    (tmp_path / "a.txt").write_text(text + "\n")
    _, excerpt, caret, *_ = (
        wgtip_here("check", "--select", "N603", "a.txt", folder=tmp_path).stdout.decode().splitlines()
    )
    assert excerpt.startswith("    …long ")
    assert excerpt.endswith(" long…")
    assert len(excerpt) <= 80
    assert [excerpt[at] for at, mark in enumerate(caret) if mark == "^"] == ["%"]


def test_json_is_an_array_in_the_form_of_the_contract(draft: Path) -> None:
    found = json.loads(wgtip_here("check", "--format", "json", "a.txt", folder=draft).stdout)
    assert [Placed.model_validate(each) for each in found]
    first = dict(found[0])
    assert len(first.pop("fingerprint")) == 16
    assert first == {
        "path": "a.txt",
        "format": "text",
        "line": 1,
        "column": 27,
        "end_line": 1,
        "end_column": 28,
        "page": None,
        "paragraph": None,
        "code": "N603",
        "name": "percent-sign",
        "severity": "warning",
        "message": "percent sign in text",
        "hint": 'write "per cent"',
        "excerpt": TEXT.partition("\n")[0],
        "caret": [26, 27],
        "where": {"number": "1", "heading": None},
        "fix": {
            "safe": True,
            "edits": [
                {"start": 26, "end": 27, "text": " per cent", "line": 1, "column": 27, "end_line": 1, "end_column": 28}
            ],
        },
        "source": "United Nations Editorial Manual, Numbers",
    }


def test_json_lines_and_standard_input_give_the_same_objects(draft: Path) -> None:
    array = json.loads(wgtip_here("check", "--format", "json", draft / "a.txt").stdout)
    lines = wgtip("check", "--format", "jsonl", "-", data=TEXT.encode()).stdout.splitlines()
    assert [json.loads(line) | {"path": ""} for line in lines] == [each | {"path": ""} for each in array]
    assert json.loads(wgtip("check", "--format", "json", "-", data=b"1. One.\n").stdout) == []


def test_the_schema_of_diagnostics_has_the_keys_of_the_output(draft: Path) -> None:
    schema = json.loads(wgtip_here("schema", "diagnostics").stdout)
    found = json.loads(wgtip_here("check", "--format", "json", draft).stdout)
    assert schema["type"] == "array"
    assert list(schema["$defs"]["Placed"]["properties"]) == list(found[0])
    assert schema["$defs"]["Placed"]["required"] == list(found[0])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--ignore", "N"], 0),
        (["--ignore", "n603"], 0),
        (["--select", "P"], 0),
        (["--select", "P,N6"], 1),
        (["--select", "N", "--ignore", "N603"], 0),
        (["--severity", "error"], 0),
        (["--severity", "warning"], 1),
    ],
    ids=str,
)
def test_what_is_not_chosen_is_not_found(draft: Path, arguments: list[str], code: int) -> None:
    done = wgtip_here("check", "--format", "concise", *arguments, draft)
    assert done.returncode == code
    assert bool(done.stdout) == (code == 1 or "--exit-zero" in arguments)


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--select", "Z", "-"], ["check", "--stage", "early", "-"], ["explain", "Z999"]],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2(arguments: list[str]) -> None:
    done = wgtip_here(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Usage: wgtip")


def test_a_document_that_cannot_be_read_is_exit_2_alone_and_1_among_several(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. One.\n")
    assert wgtip_here("check", tmp_path / "none.txt").returncode == 2
    done = wgtip_here("check", tmp_path / "none.txt", tmp_path / "a.txt")
    assert (done.returncode, done.stdout) == (1, b"no findings in 1 report\n")
    assert done.stderr.decode().startswith(f"wgtip: {tmp_path}/none.txt: no such file or directory\n")


def test_a_document_given_twice_is_judged_once(draft: Path) -> None:
    assert wgtip_here("check", draft, draft / "a.txt").stdout.endswith(
        b"3 findings in 1 report, 3 fixable with --fix\n"
    )


def test_a_guessed_encoding_and_an_unknown_language_are_findings(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("1. One.\n2. The “Group” met – in Côte d’Ivoire – and took note of the report.\n".encode("cp1252"))
    done = wgtip_here("check", "--format", "concise", "--severity", "warning", file)
    assert done.stdout.decode() == f"{file}:2:8: warning T001 not UTF-8: read as windows-1252\n"
    assert wgtip_here("check", "--ignore", "T001", file).returncode == 0


def test_output_goes_to_a_file_and_never_over_a_document(draft: Path) -> None:
    assert wgtip_here("check", draft / "a.txt", "-o", draft / "a.txt").returncode == 2
    done = wgtip_here("check", draft, "-o", draft / "found")
    assert (done.returncode, done.stdout) == (1, b"")
    assert (draft / "found").read_bytes() == wgtip_here("check", draft).stdout


def test_a_finding_is_one_line_whatever_its_file_is_called(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("1. It met 40% of them.\n")
    done = wgtip_here("check", "--format", "concise", tmp_path / "a\nb.txt", tmp_path / "no\nb.txt")
    assert done.stdout.decode() == f"{tmp_path}/a\\nb.txt:1:13: warning N603 percent sign in text\n"
    assert done.stderr.decode().splitlines() == [
        f"wgtip: {tmp_path}/no\\nb.txt: no such file or directory",
        "1 of 2 read; 1 could not be read",
    ]


def test_rules_and_explain_show_the_page() -> None:
    assert b"N603  warning  percent-sign" in wgtip_here("rules").stdout
    assert wgtip_here("explain", "percent-sign").stdout == wgtip_here("explain", "N603").stdout
    page = wgtip_here("explain", "n603").stdout.decode()
    assert page.startswith("N603 percent-sign (warning)\n\n")
    assert page.endswith("\n\nSource: United Nations Editorial Manual, Numbers.\n")


def test_rules_are_printed_for_people_and_for_programs() -> None:
    entries = json.loads(wgtip_here("rules", "--json").stdout)
    assert [entry["code"] for entry in entries] == sorted(KNOWN)
    first = next(entry for entry in entries if entry["code"] == "N603")
    assert first["norm"].endswith(".")
    assert "```text" in first["page"]
    assert wgtip_here("rules", "--markdown").stdout == (ROOT / "docs" / "rules.md").read_bytes()
    assert wgtip_here("rules", "--format", "json").stdout == wgtip_here("rules", "--json").stdout


def test_check_in_python_takes_text_and_check_file_a_path(draft: Path) -> None:
    found = check(TEXT)
    assert [TEXT[slice(*each.span)] for each in found] == ["%", " %", "%"]
    assert check_file(draft / "a.txt") == found
    assert check("1. One.\n") == ()


def test_the_page_on_checking_shows_what_is_printed() -> None:
    page = (ROOT / "docs" / "check.md").read_text()
    for text in (page, (ROOT / "README.md").read_text()):
        ((command, shown),) = re.findall(r"^```console\n\$ wgtip (check .*)\n((?s:.*?))^```$", text, re.MULTILINE)
        assert wgtip_here(*command.split(), folder=ROOT).stdout.decode() == shown


def test_the_hooks_run_commands_that_there_are(draft: Path) -> None:
    entries = re.findall(r"entry: wgtip (.+)", (ROOT / ".pre-commit-hooks.yaml").read_text())
    assert len(entries) == 2
    for entry in entries:
        assert wgtip_here(*entry.split(), "--exit-zero", draft / "a.txt").returncode == 0
