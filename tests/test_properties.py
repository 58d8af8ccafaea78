"""What holds for every text: it parses, nothing is lost, spans nest in order; and what may not change a tree."""

from __future__ import annotations

import random
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from tests.cases import CORPUS, LINES, SAMPLES, SHAPES, TEXTS, source
from wgtip_parse.emitters import json
from wgtip_parse.parser import parse_source


def spans_of(nodes: Any, start: int, end: int) -> None:
    """Assert that sibling spans stand in order inside their parent's."""
    at = start
    for node in nodes:
        low, high = node.span
        assert at <= low <= high <= end
        for name in ("blocks", "sections", "subparagraphs"):
            if getattr(node, name, None):
                spans_of(getattr(node, name), low, high)
        if getattr(node, "blocks", None) and getattr(node, "sections", None):
            assert node.blocks[-1].span[1] <= node.sections[0].span[0]
        at = high


def holds(text: str) -> None:
    """Assert all that must be true of any text."""
    case = source(text)
    parsed = parse_source(case)
    at = 0
    for leaf in parsed.leaves:
        assert at <= leaf.start < leaf.end
        assert not case.text[at : leaf.start].strip()
        at = leaf.end
    assert not case.text[at:].strip()
    report = parsed.report
    spans_of((*report.blocks, *report.sections), 0, len(case.text))
    assert json.emit(parsed.tree) == report.model_dump_json().encode()  # what is printed is what the models validate


@pytest.mark.parametrize("path", [*SAMPLES, *CORPUS], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_nothing_is_lost(path: Path) -> None:
    holds(path.read_bytes().decode("utf-8"))


def test_a_note_that_is_indented_is_no_mark() -> None:
    holds("1. One study.¹\n\n2. Another.²\n\n__________________\n ¹ A paper.\n\n² A book.\n")


def test_an_agenda_item_that_begins_with_a_stop_keeps_it() -> None:
    holds("3. The Group adopted the following agenda:\n\n1.\n.\nMatters.\n\n4. It met.\n")


def test_a_line_of_the_body_between_those_of_a_masthead_takes_none_of_them() -> None:
    joint = next(path for path in SAMPLES if path.stem == "masthead-joint-organs")
    holds(f"Addendum{joint.read_text(encoding='utf-8')}")


@given(st.lists(st.sampled_from([*SHAPES, *LINES]), max_size=40))
def test_nothing_is_lost_of_shuffled_lines(lines: list[str]) -> None:
    holds("\n".join(lines))


@given(
    st.text(
        alphabet=st.sampled_from("aA1I().;:,-*_/ \n\f\u2028\u00a0\u2022\ud83d\u00e9") | st.characters(codec="utf-8"),
        max_size=400,
    )
)
def test_nothing_is_lost_of_any_text(text: str) -> None:
    holds(text)


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_nothing_is_lost_of_damaged_samples(text: str, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text) + 1)
        gone = chance.randrange(1, 60)
        text = text[:at] + chance.choice([*SHAPES, "\n", "(", ".", ""]) + text[at + chance.choice([0, gone]) :]
    note(repr(text))
    holds(text)


def shape(text: str) -> Any:
    """The tree of a text without spans, anchors and what the file is called."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(each) for key, each in value.items() if key not in ("span", "anchor", "source")}
        return [bare(each) for each in value] if isinstance(value, list) else value

    return bare(parse_source(source(text)).report.model_dump(mode="json"))


def rewrapped(text: str, width: int) -> str:
    """The clean form, each block wrapped at a width."""
    wrap = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    return "\n".join("\n".join(wrap.wrap(line)) if line.strip() else line for line in text.split("\n"))


IN_COLUMNS = (  # wide spaces and short lines mean something in them
    "officers-in-columns",
    "date-is-no-note",
    "compound-numbers-below-headings",
    "hard-wrapped",
    "masthead-1995",
    "masthead-bodies-in-a-row",
    "masthead-columns",
    "masthead-2008",
    "masthead-commission-2001",
    "masthead-item-named-review",
    "masthead-printed-twice",
    "masthead-title-below-the-item",
    "masthead-narrow-columns",
    "labels-too-early",
    "numbers-alone",
    "page-numbers-anywhere",
    "numbers-begin-again",
    "official-records",
    "masthead-board-in-a-narrow-column",
    "masthead-columns-mixed-by-line",
    "masthead-cover-mixed-by-line",
    "masthead-cover-of-a-body",
    "masthead-communication",
    "masthead-date-on-the-contents-page",
    "masthead-decision",
    "masthead-draft-resolution",
    "masthead-draft-resolution-of-a-commission",
    "masthead-joint-organs",
    "masthead-languages",
    "masthead-letter",
    "masthead-plain-letter",
    "masthead-plain-letter-of-a-chair",
    "masthead-plain-letter-of-a-state",
    "masthead-plain-names",
    "masthead-plain-note",
    "masthead-resolution",
    "masthead-statement",
    "masthead-three-bodies",
    "masthead-title-in-two-parts",
    "masthead-1995-mixed-by-line",
    "masthead-adopted",
    "masthead-fund",
    "masthead-office",
    "contents-name-the-heading",
    "cells-that-are-recommendations",
    "cells-below-their-labels",
    "table-with-narrow-cells",
    "heading-glued-to-its-paragraphs",  # the short last line of a paragraph parts it from the heading
    "page-numbers-that-count-on",
    "number-of-a-decision-on-a-new-page",
    "running-heads-of-pages",
    "marks-behind-counting-words",  # print sets a mark on the line of its word
    "masthead-letter-opens",  # only a full line goes on behind a blank one
)
CLEAN = [path for path in SAMPLES if path.stem not in IN_COLUMNS]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_wrapping_changes_nothing(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    assert shape(rewrapped(text, width)) == shape(text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_line_ends_spaces_and_blank_lines_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = shape(text)
    assert shape(text.replace("\n", "\r\n")) == plain
    assert shape(text.replace("\n", " \t\n")) == plain
    assert shape("\n\n" + re.sub(r"\n\n", "\n\n\n\n", text) + "\n\n") == plain


@pytest.mark.parametrize(
    "path", [path for path in CLEAN if path.stem.startswith("meeting")], ids=lambda path: path.stem
)
def test_damage_to_one_paragraph_leaves_the_others(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    whole = blocks_by_number(text)
    numbers = [number for number, kind in whole if kind == "paragraph"]
    assert numbers
    for number in numbers[:-1]:
        damaged = re.sub(rf"(?m)^{re.escape(number)}\. .*$", f"{number}. Broken ((( and * lost", text, count=1)
        after = blocks_by_number(damaged)
        assert {k: v for k, v in after.items() if k[0] != number} == {k: v for k, v in whole.items() if k[0] != number}


def blocks_by_number(text: str) -> dict[tuple[str, str], Any]:
    found = {}

    def walk(node: Any) -> None:
        for block in node["blocks"]:
            if block["number"]:
                found[block["number"], block["kind"]] = block
        for section in node["sections"]:
            walk(section)

    walk(shape(text))
    return found
