"""What holds for any two texts: nothing is lost, nothing differs from itself, nor from itself in another dress."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import LINES, SAMPLES, SHAPES, source
from tests.test_html import marked_up
from wgtip_parse import readers, render
from wgtip_parse.assemble import Given, assemble
from wgtip_parse.changes import Comparison, Unit
from wgtip_parse.compare import compare
from wgtip_parse.compare.units import units
from wgtip_parse.draft import Draft
from wgtip_parse.emitters.changes_page import emit_changes_page
from wgtip_parse.emitters.report import emit_markdown
from wgtip_parse.parser import parse_source
from wgtip_parse.source import Source

MEETINGS = [path for path in SAMPLES if path.name.startswith("meeting-")]
WIDTH = 72
documents = st.lists(st.sampled_from([*SHAPES, *LINES]), max_size=30).map("\n".join)


def drafted(read: Source) -> Draft:
    return Draft(parse_source(read).report, read)


def of(text: str) -> Draft:
    return drafted(source(text))


def told(comparison: Comparison, side: str) -> list[Unit]:
    return [unit for change in comparison.changes for unit in getattr(change, side)]


def in_order(found: list[Unit]) -> list[Unit]:
    return sorted(found, key=lambda unit: (unit.kind == "item", unit.span, unit.kind, unit.number or "", unit.text))


@given(documents, documents)
def test_every_unit_is_told_once_and_every_word_of_it(old: str, new: str) -> None:
    one, other = of(old), of(new)
    comparison = compare([one], [other])
    for side, draft in (("old", one), ("new", other)):
        blocks, items = units([draft])
        assert in_order(told(comparison, side)) == in_order([*blocks, *items])
        for change in comparison.changes:
            words = " ".join(unit.text for unit in getattr(change, side)).split()
            assert "".join(getattr(piece, side) for piece in change.pieces).split() == words
    assert compare([one], [other]) == comparison
    assert render.changes(comparison, comparison.changes, colour=True)
    assert b"".join(emit_changes_page(comparison, comparison.changes))


@given(documents)
def test_nothing_differs_from_itself(text: str) -> None:
    assert not compare([of(text)], [of(text)]).differs


@given(documents, documents)
def test_any_parts_can_be_joined(one: str, other: str) -> None:
    drafts = [of(one), of(other)]
    whole = assemble(drafts, Given(), "whole")
    assert b"".join(emit_markdown(whole.report))
    blocks = [block for draft in drafts for block in draft.report.every_block()]
    assert sorted(whole.origins.values()) == sorted(
        (part, block.span[0]) for part, draft in enumerate(drafts) for block in draft.report.every_block()
    )
    assert len(list(whole.report.every_block())) == len(blocks)
    for block in whole.report.every_block():
        assert 0 <= block.span[0] <= block.span[1] <= len(whole.text)


def wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(block, WIDTH, break_long_words=False) for block in text.split("\n\n"))


def on_a_page(text: str) -> Source:
    page = f"<!DOCTYPE html><html><head><title>no</title></head><body>{marked_up(text)}</body>"
    return readers.read_bytes("page.html", page.encode())[0]


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_a_text_is_the_same_in_any_dress(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    straight = text.replace("’", "'").replace("“", '"').replace("”", '"')
    for other in (source(wrapped(text)), on_a_page(text), source(straight), source(text.replace("fi", "ﬁ"))):
        changes = compare([of(text)], [drafted(other)]).changes
        assert [(each.change, each.words) for each in changes if each.change != "same" or each.renumbered] == []


def test_there_are_texts_to_dress() -> None:
    assert len(MEETINGS) > 3
