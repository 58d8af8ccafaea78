"""Marks in a text draft: what they switch off, how far, and what is said of those that do nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.shell import wgtip_here
from wgtip_parse import parse

MARK = "<!-- wgtip: ignore N603: quoted from the table, 8% -->"
DRAFT = """II. Shares of 1%

1. It saw 40% of them.

2. It met, and:

(a) It heard 5%;

(b) It left 6%.

3. It went at 7%.
"""


def found(folder: Path, text: str, *options: str) -> list[tuple[int, str]]:
    (folder / "a.txt").write_text(text)
    done = wgtip_here("check", "--format", "json", *options, "a.txt", folder=folder)
    assert done.stderr == b""
    return [(each["line"], each["code"]) for each in json.loads(done.stdout)]


def marked(before: str, mark: str = MARK) -> str:
    return DRAFT.replace(before, f"{mark}\n{before}", 1)


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("II. Shares", ["40", "5", "6", "7"]),
        ("1. It", ["1", "5", "6", "7"]),
        ("2. It", ["1", "40", "7"]),
        ("(a) It", ["1", "40", "6", "7"]),
        ("(b) It", ["1", "40", "5", "7"]),
        ("3. It", ["1", "40", "5", "6"]),
    ],
)
@pytest.mark.parametrize("apart", ["", "\n"])
def test_a_mark_reaches_over_the_part_below_it(tmp_path: Path, before: str, left: list[str], apart: str) -> None:
    text = marked(before, MARK + apart)
    lines = text.split("\n")
    places = found(tmp_path, text)
    assert {code for _, code in places} == {"N603"}
    assert [lines[line - 1].split("%")[0].split()[-1] for line, _ in places] == left


@pytest.mark.parametrize("before", ["II. Shares", "1. It", "2. It", "(a) It", "(b) It", "3. It"])
def test_a_mark_is_in_no_tree(before: str) -> None:
    with_mark, without = (parse(text).model_dump(exclude={"source"}) for text in (marked(before), DRAFT))
    assert _without_spans(with_mark) == _without_spans(without)


def _without_spans(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_spans(each) for key, each in value.items() if key != "span"}
    return [_without_spans(each) for each in value] if isinstance(value, tuple | list) else value


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ("<!-- wgtip: ignore N603 -->", "C960"),
        ("<!-- wgtip: ignore N603: -->", "C960"),
        ("<!-- wgtip: ignore N603, W703: quoted -->", "C959"),
        ("<!-- wgtip: ignroe N603: quoted -->", "C961"),
        ("<!-- wgtip ignore N603: quoted -->", "C961"),
        ("<!-- wgtip: ignore Z603: quoted -->", "C961"),
    ],
)
def test_what_is_wrong_with_a_mark_is_said_at_it(tmp_path: Path, mark: str, code: str) -> None:
    places = found(tmp_path, marked("1. It", mark))
    assert (3, code) in places
    assert ((4, "N603") in places) == (code == "C961")
    assert code not in dict(map(reversed, found(tmp_path, marked("1. It", mark), "--ignore", code)))


def test_a_mark_for_a_rule_that_is_not_run_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, marked("1. It"), "--ignore", "N") == []


def test_what_a_mark_switches_off_is_not_mended(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(marked("1. It"))
    wgtip_here("check", "--fix", "a.txt", folder=tmp_path)
    mended = (tmp_path / "a.txt").read_text()
    assert f"{MARK}\n1. It saw 40% of them.\n" in mended
    assert "5 per cent" in mended
