"""Tracked changes: accepted they say what NEW says, rejected what OLD says; and the whole as a Word document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from tests.cases import SAMPLES
from tests.shell import wgtip_here
from tests.test_compare_properties import documents, of
from tests.test_diff import FIRST, SECOND
from wgtip_parse import readers
from wgtip_parse.compare import compare
from wgtip_parse.emitters.word.changes import emit_changes
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import Revisions

MEETINGS = [path for path in SAMPLES if path.name.startswith("meeting-")]


def read(data: bytes, revisions: Revisions) -> list[str]:
    return readers.read_bytes("changes.docx", data, revisions=revisions)[0].text.split()


def held(of_side: list[str], all_of_it: list[str]) -> bool:
    """Whether every word is there as often as it has to be."""
    left = list(all_of_it)
    for word in of_side:
        if word not in left:
            return False
        left.remove(word)
    return True


@given(documents, documents)
def test_each_side_has_its_words(old: str, new: str) -> None:
    comparison = compare([of(old)], [of(new)])
    document = emit_changes(comparison)
    for side, revisions in (("old", Revisions.REJECT), ("new", Revisions.ACCEPT)):
        units = [unit for change in comparison.changes for unit in getattr(change, side)]
        told = [w for unit in units if unit.kind not in ("item", "masthead") for w in unit.text.split()]
        assert not told or held(told, read(document, revisions))


def test_numbers_and_order_are_those_of_each_side() -> None:
    document = emit_changes(compare([of(FIRST)], [of(SECOND)]))
    for text, revisions in ((FIRST, Revisions.REJECT), (SECOND, Revisions.ACCEPT)):
        assert read(document, revisions) == text.split()


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_two_meetings_in_one_document(path: Path) -> None:
    one, other = MEETINGS[0].read_text(encoding="utf-8"), path.read_text(encoding="utf-8")
    document = emit_changes(compare([of(one)], [of(other)]))
    for text, revisions in ((one, Revisions.REJECT), (other, Revisions.ACCEPT)):
        source, _ = readers.read_bytes("changes.docx", document, revisions=revisions)
        found = compare([of(text)], [type(of(text))(parse_source(source).report, source)]).changes
        assert [each for each in found if each.kind != "masthead" and each.change != "same"] == []


def test_the_command_writes_both_documents(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    changes = ("--format", "docx", "-o", "changes.docx")
    assert wgtip_here("diff", *changes, "first.txt", "second.txt", folder=tmp_path).returncode == 1
    assert read((tmp_path / "changes.docx").read_bytes(), Revisions.ACCEPT) == SECOND.split()
    assert wgtip_here("assemble", "-o", "whole.docx", "first.txt", folder=tmp_path).returncode == 0
    whole = " ".join(read((tmp_path / "whole.docx").read_bytes(), Revisions.ACCEPT))
    assert "1. The Working Group recommends that States should inspect ports at night." in whole
