"""Real documents: every finding has been judged by a person, and what was rightly found is found still."""

from __future__ import annotations

import pytest

from tests.findings import BOARD, FIRST, HEAD, VERDICTS, documents, found_in, key, row, serious, verdicts
from wgtip_parse.placed import Placed

OF_SETS = "C"  # what is said of the set and not of one of its documents

pytestmark = pytest.mark.skipif(not BOARD.exists(), reason="the board of real documents is not here")


@pytest.fixture(scope="module")
def found() -> list[Placed]:
    return [each for each in found_in(documents(BOARD)[:FIRST]) if not each.code.startswith(OF_SETS)]


def test_every_finding_has_a_verdict(found: list[Placed]) -> None:
    """Of the other documents, benchmarks/findings.py says so."""
    known = verdicts()
    assert [row(each) for each in serious(found) if key(each) not in known] == []


def test_what_was_rightly_found_is_found_still(found: list[Placed]) -> None:
    names = {f"{path.parent.name}/{path.name}" for path in documents(BOARD)[:FIRST]}
    right = {of for of, verdict in verdicts().items() if of[0] in names and verdict.is_right and verdict.before != "-"}
    assert len(right) > 10
    assert right <= {key(each) for each in found}


def test_the_file_of_verdicts_is_in_order() -> None:
    head, *rows = VERDICTS.read_text(encoding="utf-8").splitlines()
    assert tuple(head.split("\t")) == HEAD
    assert rows == sorted(rows)
    assert {each.split("\t")[4] for each in rows} == {"right", "wrong"}
