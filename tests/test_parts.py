"""Parts of a report in batches: none finds what the whole does not, and what only the whole shows needs `--parts`."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import source
from tests.shell import wgtip_here
from wgtip_parse.compiler.checking import Checked, check_source
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.compiler.judging import findings, judge

BASE = "CTOC/COP/WG.4/2021/L.1"
HEAD = """United Nations

{symbol}

Distr.: Limited

12 October 2021

Original: English

Working Group on Trafficking in Persons

Vienna, {days} October 2021

{title}
"""
BODIES = (
    "1. It adopted the following agenda:\n\n1. Opening.\n\n2. Ports.\n\n3. Adoption of the report.\n\n2. It met.",
    "II. Deliberations\n\nA. Ports\n\n3. Under agenda item 9, ports were seen, as Recommendation 20 asks.",
    "II. Deliberations (continued)\n\n1. Ships were seen.",
    "II. Debates (continued)\n\nB. Ships\n\n1. Ships were seen under agenda item 2.",
    "III. Outcome (continued)\n\n1. It agreed.\n\nRecommendation 1\n\nStates should act.",
    "Recommendation 2\n\nStates should act.\n\nRecommendation 3\n\nStates should pay.",
    "1. There is none here.",
    "Recommendation 3\n\nStates should help.\n\nRecommendation 4\n\nStates should tell.",
    "Recommendation 9\n\nStates should go.\n\nRecommendation 10\n\nStates should come.",
    "II. Deliberations\n\n1. Again without a mark.",
    "III. Outcome\n\n1. It ended.\n\nA. Alone\n\n2. It left.",
    "Recommendation 9\n\nStates should stay; see Recommendation 3.\n\nRecommendation 9\n\nStates should rest.",
)
LATE = 5  # the part that prints other days


def part(number: int, body: str, days: str = "11–14", revision: int = 0) -> Checked:
    symbol = BASE + (f"/Add.{number}" if number else "") + (f"/Rev.{revision}" if revision else "")
    title = "Draft report" + ("\n\nAddendum" if number else "")
    text = HEAD.format(symbol=symbol, days=days, title=title) + "\n" + body + "\n"
    name = symbol.replace("/", "_") + ".txt"
    return check_source(name, Choice(), source(text, name))


PARTS = [part(at, body, "11–15" if at == LATE else "11–14") for at, body in enumerate(BODIES)]
OF_SEVERAL = {"C951", "C953", "R501", "R502", "R516", "S208", "S209", "S210", "X810"}
OF_ALL = {"C952", "S203", "X813"}

Told = set[tuple[str, int, int, str, str, str]]


def told(parts: list[Checked], *, complete: bool = False) -> Told:
    found = findings(judge(parts, {}, None, complete=complete), {}, complete=complete)
    return {(each.path, each.line, each.column, each.code, each.severity, each.message) for each in found}


def test_the_whole_shows_faults_of_every_kind() -> None:
    together = told(PARTS) - set.union(*(told([each]) for each in PARTS))
    assert {code for *_, code, _, _ in together} == OF_SEVERAL - {"C951", "R516"}
    lacking = [*PARTS[:9], *PARTS[10:]]
    of_all = told(lacking, complete=True) - told(lacking)
    assert {code for *_, code, _, _ in of_all} >= OF_ALL


def test_twelve_parts_in_every_split_into_two_batches_find_nothing_else() -> None:
    whole = told(PARTS)
    everything = range(len(PARTS))
    splits = [batch for size in everything for batch in combinations(everything, size) if 0 in batch]
    assert len(splits) == 2 ** (len(PARTS) - 1) - 1
    for batch in splits:
        rest = [PARTS[at] for at in everything if at not in batch]
        for some in ([PARTS[at] for at in batch], rest):
            assert told(some) <= whole, [each.path for each in some]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.sampled_from(BODIES), st.sampled_from(["11–14", "11–15"]), st.integers(0, 1)),
        min_size=2,
        max_size=6,
        unique_by=lambda each: (each[0], each[3]),
    ),
    st.data(),
)
def test_some_of_any_parts_and_revisions_find_nothing_else(
    made: list[tuple[int, str, str, int]], data: st.DataObject
) -> None:
    parts = [part(*each) for each in made]
    some = data.draw(st.lists(st.sampled_from(range(len(parts))), min_size=1, unique=True))
    assert told([parts[at] for at in some]) <= told(parts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for each in (PARTS[0], PARTS[1], PARTS[3]):
        (tmp_path / each.path).write_text(each.draft.source.text, encoding="utf-8")
    return tmp_path


def codes(folder: Path, *arguments: str) -> set[str]:
    done = wgtip_here("check", "--format", "json", *arguments, folder=folder)
    return {each["code"] for each in json.loads(done.stdout)}


def test_what_only_all_parts_can_show_is_said_with_the_option(folder: Path) -> None:
    assert codes(folder, ".") & OF_ALL == set()
    assert codes(folder, "--parts", ".") & OF_ALL == {"C952"}


def test_a_suppression_for_several_documents_is_unused_only_where_all_are_seen(folder: Path) -> None:
    (folder / "wgtip.toml").write_text('[[suppress]]\npath = "*.txt"\ncode = "N603"\nreason = "quoted"\n')
    first, *others = sorted(path.name for path in folder.glob("*.txt"))
    assert "C959" not in codes(folder, first)
    assert "C959" not in codes(folder, *others)
    assert "C959" in codes(folder, first, *others)
    (folder / "wgtip.toml").write_text('[[suppress]]\npath = "*.txt"\ncode = "R501"\nreason = "quoted"\n')
    assert "C959" not in codes(folder, ".")
    assert "C959" in codes(folder, "--parts", ".")
