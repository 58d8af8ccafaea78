"""`wgtip diff`: what people see of a comparison, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.shell import wgtip, wgtip_here

HEAD = "Draft report\n\nI. Recommendations\n\n"
FIRST = f"""{HEAD}1. The Working Group recommends that States should inspect ports at night. Inspectors should be
trained in the languages of crews.

2. The Working Group recommends that States adopt laws on fishing crews.

3. The Working Group invites donors to fund shelters.
"""
SECOND = f"""{HEAD}1. The Working Group recommends that States adopt strict laws on fishing crews.

2. The Working Group recommends that States should consider inspecting ports at night.

3. Inspectors should be trained in the languages of crews.
"""
TOLD = """first.txt → second.txt
1 recommendation deleted, 1 split, 1 moved

I Recommendations

recommendation 2 → 1: moved
    The Working Group recommends that States adopt {+strict+} laws on fishing crews.

recommendation 1 → 2, 3: split  softened: recommends … should → recommends … should consider
    The Working Group recommends that States should [-inspect-] {+consider inspecting+} ports at night.
    Inspectors should be trained in the languages of crews.

recommendation 3: deleted
    [-The Working Group invites donors to fund shelters.-]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "third.txt").write_text(SECOND.replace("strict ", ""), encoding="utf-8")
    return tmp_path


def test_changes_are_told_paragraph_by_paragraph(folder: Path) -> None:
    result = wgtip_here("diff", "first.txt", "second.txt", folder=folder)
    assert (result.stdout.decode(), result.stderr, result.returncode) == (TOLD, b"", 1)


def test_the_same_is_folded_and_exits_with_0(folder: Path) -> None:
    result = wgtip_here("diff", "first.txt", "first.txt", folder=folder)
    assert result.stdout.decode() == "first.txt → first.txt\nno changes\n\n  ⋯ 3 paragraphs the same: 1–3\n"
    assert result.returncode == 0


def test_only_softer_and_harder_words_are_told(folder: Path) -> None:
    result = wgtip_here("diff", "--strength", "first.txt", "second.txt", folder=folder)
    told = [line for line in result.stdout.decode().splitlines() if "→" in line]
    assert told[1:] == ["recommendation 1 → 2, 3: split  softened: recommends … should → recommends … should consider"]


def test_only_one_kind_is_told(folder: Path) -> None:
    for kind, entries in (("recommendations", 3), ("headings", 1), ("footnotes", 0), ("items", 0), ("masthead", 1)):
        result = wgtip_here("diff", "--format", "json", "--only", kind, "first.txt", "second.txt", folder=folder)
        assert len(json.loads(result.stdout)) == entries
        assert result.returncode == (1 if kind == "recommendations" else 0)


def test_the_lives_of_recommendations_are_a_table(folder: Path) -> None:
    result = wgtip_here("diff", "--series", "first.txt", "second.txt", "third.txt", folder=folder)
    rows = [re.split(r" {2,}", line)[:3] for line in result.stdout.decode().splitlines()]
    assert rows == [
        ["first.txt", "second.txt", "third.txt"],
        ["2", "1 moved", "1 reworded"],
        ["1", "2, 3 split", "2, 3"],
        ["3", "deleted", "–"],
    ]
    lives = json.loads(
        wgtip_here("diff", "--series", "--format", "json", "first.txt", "second.txt", folder=folder).stdout
    )
    assert [[version["numbers"] for version in life["versions"]] for life in lives] == [
        [["2"], ["1"]],
        [["1"], ["2", "3"]],
        [["3"], []],
    ]


def test_the_page_holds_every_change_and_lets_nothing_else_run(folder: Path) -> None:
    (folder / "second.txt").write_text(SECOND.replace("strict", "<script>alert(1)</script>"), encoding="utf-8")
    wgtip_here("diff", "--format", "html", "-o", "page.html", "first.txt", "second.txt", folder=folder)
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert page.count("<article") == 3
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src 'none'; script-src 'sha256-" in page
    assert page.count("<script>") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["first.txt"], "give two documents, or two sides, to compare"),
        (["first.txt", "none.txt"], "none.txt: no such file or directory"),
        (["--series", "--format", "html", "first.txt", "second.txt"], "--series is a table in text, or json"),
        (["-o", "first.txt", "first.txt", "second.txt"], "first.txt is a document to read: write to another file"),
    ],
)
def test_bad_input_is_one_clear_line(folder: Path, arguments: list[str], said: str) -> None:
    result = wgtip("diff", *arguments, folder=folder)
    assert result.stderr.decode().splitlines()[-1].endswith(said)
    assert (result.stdout, result.returncode) == (b"", 2)


def part(symbol: str, text: str, meeting: str = "Vienna, 11–14 October 2021") -> str:
    head = ["United Nations", symbol, "Distr.: Limited", "12 October 2021", "Original: English"]
    return "\n\n".join([*head, "Working Group on Trafficking in Persons", meeting, "Draft report", "", text]) + "\n"


def test_parts_are_compared_with_the_whole(tmp_path: Path) -> None:
    symbol, chapter = "CTOC/COP/WG.4/2021/L.1", "II. Deliberations"
    ports = "The Working Group discussed ports, and the inspectors who work in them at night."
    farms = "The Working Group discussed farms, and the seasonal workers who live on them."
    parts = (f"I. Introduction\n\n1. {ports}\n\n{chapter}\n\n2. {farms}", f"{chapter} (continued)\n\n1. {ports[::-1]}")
    for name, text, mark in zip("ab", parts, (symbol, f"{symbol}/Add.1"), strict=True):
        (tmp_path / f"{name}.txt").write_text(part(mark, text), encoding="utf-8")
    whole = f"I. Introduction\n\n1. {ports}\n\n{chapter}\n\n2. {farms}\n\n3. {ports[::-1]}"
    (tmp_path / "whole.txt").write_text(part(symbol, whole), encoding="utf-8")
    result = wgtip_here("diff", "b.txt", "a.txt", "whole.txt", folder=tmp_path)
    assert result.stdout.decode().splitlines() == [
        "a.txt, b.txt → whole.txt",
        "no changes; 1 only renumbered",
        "",
        "  ⋯ 2 paragraphs the same: a.txt, 1–2 → 1–2",
        "",
        "  ⋯ 1 paragraph the same: b.txt, 1 → 3",
    ]
    assert result.returncode == 0


def test_what_is_odd_about_the_sides_is_said(tmp_path: Path) -> None:
    text = "1. The Working Group met in Vienna, in the house by the river, and had six meetings."
    one, other = "CTOC/COP/WG.4/2021/L.1", "CTOC/COP/WG.4/2022/L.1"
    (tmp_path / "a.txt").write_text(part(one, text), encoding="utf-8")
    (tmp_path / "b.txt").write_text(part(one, text), encoding="utf-8")
    (tmp_path / "c.txt").write_text(part(other, text, "Vienna, 3–6 July 2022"), encoding="utf-8")
    twice = wgtip_here("diff", "a.txt", "b.txt", "a.txt", folder=tmp_path)
    assert "b.txt: symbol CTOC/COP/WG.4/2021/L.1 is also that of a.txt" in twice.stderr.decode()
    apart = wgtip_here("diff", "a.txt", "c.txt", folder=tmp_path)
    assert "the documents are of different meetings: CTOC-COP-WG.4-2021-10 and CTOC-COP" in apart.stderr.decode()
