"""Of which meeting a document is, from its masthead alone; and the list of real documents, read by a person."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests import meetings
from wgtip_parse import collection, symbols
from wgtip_parse.collection import Document
from wgtip_parse.membership import is_of_none, membership
from wgtip_parse.model import Masthead, Meeting, SourceInfo

DATA = Path(__file__).parent / "data"
CASES = tomllib.loads((DATA / "memberships.toml").read_text(encoding="utf-8"))["case"]
SHARED = Path(__file__).parents[2] / "shared"
PRINTED = Masthead.model_construct(**dict.fromkeys(Masthead.model_fields)).model_copy(
    update={"addendum": False, "other": ()}
)
ENOUGH = 0.95


def document(name: str = "a.txt", **printed: Any) -> Document:
    """A document with no more than its masthead."""
    head = {key: value for key, value in printed.items() if key in Masthead.model_fields}
    head["body"] = printed.get("body_printed")
    head["other"] = tuple(printed.get("other", ()))
    if "begin" in printed:
        head["meeting"] = Meeting(place=None, start=printed["begin"], end=printed["end"])
    else:
        head["meeting"] = None
    source = SourceInfo(name=name, format="text", sha256=name, language="en")
    return collection.document_of(source, PRINTED.model_copy(update=head))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_the_masthead_says_of_which_meeting_a_document_is(case: dict[str, Any]) -> None:
    own = membership(document(**case))
    found = (own.id, own.name, own.year, own.state or None) if own else (None,) * 4
    assert found == (case.get("meeting"), case.get("body"), case.get("year"), case.get("state"))


def test_no_two_sessions_of_a_body_have_one_id() -> None:
    sessions = [
        "First",
        "Second",
        "Annual",
        "2031",
        "2032 resumed",
        "2032",
        "Special",
        "Resumed thirty-first",
        "Thirty-first",
    ]
    sessions += [
        "Thirty-first special",
        "First special",
        "First regular",
        "Second regular",
        "One hundred and thirty-first",
    ]
    printed = {"body_printed": "Statistical Commission", "begin": "2031-03-04", "end": "2031-03-07"}
    found = [membership(document(session=f"{each} session", **printed)) for each in sessions]
    assert len({own.id for own in found if own}) == len(sessions)


def test_two_meetings_in_one_month_are_two_and_parts_with_another_date_are_not() -> None:
    days = {"1": ("03", "05"), "2": ("24", "26"), "2/Add.1": ("04", "06"), "3": ("04", "05")}
    documents = [
        document(
            each,
            body_printed="Working Group on Firearms",
            symbol=f"CTOC/COP/WG.6/2031/{each}",
            begin=f"2031-05-{begin}",
            end=f"2031-05-{end}",
        )
        for each, (begin, end) in days.items()
    ]
    found = collection.collect(documents)
    assert {each.id: {part.name for part in each.documents} for each in found.meetings} == {
        "CTOC-COP-WG.6-2031-05": {"1", "3"},
        "CTOC-COP-WG.6-2031-05-24": {"2", "2/Add.1"},
    }


def test_who_prints_the_month_alone_joins_the_session_of_that_month() -> None:
    same = {"body_printed": "Statistical Commission", "begin": "2031-03-04", "end": "2031-03-07"}
    named = document("a", symbol="E/CN.3/2031/1", session="Sixty-second session", **same)
    found = collection.collect([named, document("b", symbol="E/CN.3/2031/2", **same)])
    assert [(each.id, each.ordinal, len(each.documents)) for each in found.meetings] == [("E-CN.3-62", 62, 2)]
    other = document("c", symbol="E/CN.3/2031/3", session="Sixty-third session", **same)
    assert len(collection.collect([named, other, document("b", symbol="E/CN.3/2031/2", **same)]).meetings) == 3


def test_parts_of_one_report_may_be_of_two_sessions() -> None:
    parts = [
        document(
            name, body_printed="Committee on Non-Governmental Organizations", symbol=f"E/C.2/2031/2{name}", session=each
        )
        for name, each in (("", "2031 regular session"), ("/Add.1", "2031 resumed session"), ("/Add.2", None))
    ]
    found = collection.collect(parts)
    assert [(each.id, len(each.documents)) for each in found.meetings] == [
        ("E-C.2-2031-regular", 1),
        ("E-C.2-2031-resumed", 1),
    ]
    assert [each.name for each in found.documents] == ["/Add.2"]


def test_a_part_that_prints_nothing_is_of_the_meeting_of_its_report() -> None:
    part = document("b", symbol="E/CN.3/2031/L.2/Add.1")
    whole = document(
        "a", body_printed="Statistical Commission", symbol="E/CN.3/2031/L.2", session="Sixty-second session"
    )
    assert [len(each.documents) for each in collection.collect([part, whole]).meetings] == [2]


@pytest.fixture(scope="module")
def real() -> list[Document]:
    board, corpus = SHARED / "board", SHARED / "corpus"
    if not board.exists() or not corpus.exists():
        pytest.skip("the board and the corpus of real documents are not here")
    return [meetings.known(*each) for each in meetings.paths(board, corpus)]


def test_the_meetings_of_real_documents_are_those_that_a_person_has_read(real: list[Document]) -> None:
    assert meetings.lines(real) == (DATA / "meetings.tsv").read_text(encoding="utf-8").splitlines()


def test_who_prints_a_body_and_a_session_or_dates_has_a_meeting(real: list[Document]) -> None:
    bodies = symbols.bodies()
    none = {each.name for each in collection.collect(real).documents}
    printed = [
        each
        for each in real
        if (each.masthead.body or each.masthead.organ)
        and (each.masthead.session or each.masthead.meeting)
        and not is_of_none(each, bodies)
    ]
    assert len(printed) > 100
    assert sum(each.name not in none for each in printed) >= ENOUGH * len(printed)
