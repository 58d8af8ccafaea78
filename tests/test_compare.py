"""What became of each paragraph: the pairs of the board, scored as its own script scores them."""

from __future__ import annotations

import importlib.util
import json
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wgtip_parse.compare import compare
from wgtip_parse.draft import Draft
from wgtip_parse.emitters.changes import emit_changes
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import read
from wgtip_parse.source import Source

PAIRS = Path(__file__).parents[2] / "shared" / "board" / "pairs"
NUMBERED = ("paragraph", "recommendation")

on_the_board = pytest.mark.skipif(not PAIRS.exists(), reason="the pairs of the board are not here")


@cache
def draft(path: Path) -> Draft:
    source, _ = read(str(path))
    return Draft(parse_source(source).report, source)


def of_text(text: str, name: str = "draft.txt") -> Draft:
    source = Source(name, text, "0" * 64)
    return Draft(parse_source(source).report, source)


def told(old: str, new: str) -> list[dict[str, Any]]:
    return json.loads(b"".join(emit_changes(compare([of_text(old)], [of_text(new)]))))


def answer(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries that the board's script reads: of the numbered paragraphs of the body alone."""
    return [each for each in changes if each["kind"] in NUMBERED]


def wanted(pair: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    return [(each["change"], each["from"], each["to"]) for each in pair["paragraphs"]]


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_pairs", PAIRS / "score_pairs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@on_the_board
def test_the_pairs_of_the_board_are_found_with_their_labels():
    pairs = [pair for path in sorted(PAIRS.glob("*.json")) if "paragraphs" in (pair := json.loads(path.read_text()))]
    assert pairs
    for pair in pairs:
        old, new = (draft(PAIRS / name.replace(".en.pdf", ".pdf")) for name in pair["files"])
        changes = answer(json.loads(b"".join(emit_changes(compare([old], [new])))))
        if pair.get("score") is False:  # only what changed is told, and other paragraphs have its number too
            assert all(any(labels([each])[0] == label for each in changes) for label in wanted(pair))
            continue
        score = scorer().score(pair, changes)
        assert score["found"] == score["labels"] == score["links"] > 0
        assert score["false"] == 0


@on_the_board
def test_a_part_is_found_at_its_place_in_the_final_report():
    for path in sorted(PAIRS.glob("*.json")):
        pair = json.loads(path.read_text())
        if "pairs" not in pair:
            continue
        part, final = (draft(PAIRS / name) for name in pair["files"])
        changes = answer(json.loads(b"".join(emit_changes(compare([part], [final])))))
        links = [(a, b) for each in changes for a in each["from"] for b in each["to"]]
        assert scorer().score(pair, links) == {"links": len(pair["pairs"]), "found": len(pair["pairs"]), "false": 0}


PORTS = "The Working Group discussed the inspection of ports, and noted the report of the secretariat on containers."
FARMS = "Speakers described farms on which seasonal workers were held, and the inspectors who had found them there."
SHIPS = "Several delegations asked that crews of fishing vessels be interviewed in private before they were sent home."
COURTS = "The representative of a State described special courts in which victims gave evidence behind a screen."


def paragraphs(*texts: str) -> str:
    return "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1)) + "\n"


def labels(changes: list[dict[str, Any]]) -> list[tuple[str, list[str], list[str]]]:
    return [(each["change"], each["from"], each["to"]) for each in changes if each["kind"] == "paragraph"]


def test_numbers_are_no_keys():
    assert labels(told(paragraphs(PORTS, FARMS), paragraphs(SHIPS, PORTS, FARMS))) == [
        ("inserted", [], ["1"]),
        ("same", ["1"], ["2"]),
        ("same", ["2"], ["3"]),
    ]


def test_a_paragraph_is_split_and_two_are_merged():
    one, two = paragraphs(PORTS, f"{FARMS} {SHIPS}", COURTS), paragraphs(PORTS, FARMS, SHIPS, COURTS)
    assert ("split", ["2"], ["2", "3"]) in labels(told(one, two))
    assert ("merged", ["2", "3"], ["2"]) in labels(told(two, one))


def test_a_paragraph_that_has_changed_places_is_moved():
    old, new = paragraphs(PORTS, FARMS, SHIPS, COURTS), paragraphs(COURTS, PORTS, FARMS, SHIPS)
    assert [each for each in labels(told(old, new)) if each[0] != "same"] == [("moved", ["4"], ["1"])]


def test_a_reference_follows_the_numbers():
    old = paragraphs(PORTS, FARMS, "The inspectors described in paragraph 2 above were two.")
    new = paragraphs(COURTS, PORTS, FARMS, "The inspectors described in paragraph 3 above were two.")
    last = told(old, new)[-1]
    assert (last["change"], last["words"], last["references"]) == ("same", [], [["2", "3"]])


def test_a_reference_that_does_not_follow_is_a_change():
    old = paragraphs(PORTS, FARMS, "The inspectors described in paragraph 2 above were two.")
    new = paragraphs(PORTS, FARMS, "The inspectors described in paragraph 1 above were two.")
    assert (told(old, new)[-1]["change"], told(old, new)[-1]["words"]) == ("reworded", [["2", "1"]])


def test_what_is_only_print_is_no_change():
    old = paragraphs("The so-called “inspec-\ntors’ report” was read, with long-\nterm aims.")
    new = paragraphs('The so-called "inspectors\' report" was read,  with long-term\naims.')
    assert labels(told(old, new)) == [("same", ["1"], ["1"])]


def test_a_mark_that_was_read_as_a_figure_is_no_change_and_a_figure_is_one():
    note = "\n\n__________________\n\n¹ On file with the Secretariat.\n"
    old = paragraphs("The note was before the session.¹ It named decision 1/CMA.1 and 3 ports.") + note
    new = paragraphs("The note was before the session.1 It named decision 1/CMA.3 and 1 ports.")
    changes = [each for each in told(old, new) if each["kind"] == "paragraph"]
    assert [each["words"] for each in changes] == [[["1/CMA.1", "1/CMA.3"], ["3", "1"]]]


def test_a_hyphen_at_the_end_of_a_line_is_no_change_and_another_is_one():
    old = paragraphs("The Secretary -\nGeneral spoke of capacity-\nbuilding for long-term care in small-scale farms.")
    new = paragraphs("The Secretary General spoke of capacitybuilding for longterm care in smallscale farms.")
    changes = told(old, new)
    assert [each["words"] for each in changes] == [[["long-term", "longterm"], ["small-scale", "smallscale"]]]


def test_words_are_shown_as_a_person_would_tell_them():
    old = "The Working Group recommends that States should inspect ports, farms and fishing vessels every year."
    new = "The Working Group recommends that States should consider inspecting ports and farms every second year."
    words = told(paragraphs(old, FARMS), paragraphs(new, FARMS))[0]["words"]
    assert words == [["inspect", "consider inspecting"], [",", "and"], ["and fishing vessels", ""], ["", "second"]]


def test_two_thousand_paragraphs_take_seconds():
    """Ten times what was measured: it only says that the time does not grow with the square."""
    names = ["port", "farm", "ship", "court", "mine", "kiln", "shop", "school", "clinic", "market"]
    texts = [
        f"The {names[at % 10]} of district {at} was visited {at % 7} times by team {at * 31 % 1999}."
        for at in range(2000)
    ]
    before, after = paragraphs(*texts), paragraphs(*(text.replace("visited", "inspected") for text in texts[::-1]))
    old, new = of_text(before), of_text(after)
    start = time.perf_counter()
    comparison = compare([old], [new])
    assert time.perf_counter() - start < 60
    assert sum(each.change in ("moved", "reworded") for each in comparison.changes) > 1990
