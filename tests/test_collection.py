"""Which documents are of one meeting, in which order, and what does not fit."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import SAMPLES
from wgtip_parse import collection, load, parse, symbols
from wgtip_parse.collection import Document
from wgtip_parse.membership import membership

MEETING = sorted(path for path in SAMPLES if path.name.startswith("meeting-"))


def document(symbol: str | None, dates: str = "9–11 September 2019", title: str = "Draft report") -> Document:
    """A document of the trafficking group, as small as one can be."""
    lines = [symbol or "", "Working Group on Trafficking in Persons", f"Vienna, {dates}", title, "1. One."]
    report = parse("United Nations\n\n" + "\n\n".join(line for line in lines if line) + "\n")
    name = f"{symbol} {dates}.txt"
    return collection.document(report.model_copy(update={"source": report.source.model_copy(update={"name": name})}))


def meeting_id(of: Document, bodies: collection.Bodies | None = None) -> str | None:
    own = membership(of, bodies)
    return own.id if own else None


def codes(found: collection.Collection) -> list[str]:
    return [diagnostic.code for _, diagnostic in found.diagnostics]


def test_the_samples_make_meetings_of_three_parts_each() -> None:
    found = collection.collect(collection.document(load(path)) for path in MEETING)
    assert [(each.id, each.ordinal, each.start) for each in found.meetings] == [
        ("CTOC-COP-WG.4-2021-10", None, "2021-10-11"),
        ("CTOC-COP-WG.4-2022-07", None, "2022-07-04"),
        ("CTOC-COP-WG.4-2023-09", None, "2023-09-18"),
    ]
    assert [Path(part.name).name for each in found.meetings for part in each.documents] == [
        f"meeting-{year}-L.1{part}.txt" for year in (2021, 2022, 2023) for part in ("", "-Add.1", "-Add.2")
    ]
    assert not found.diagnostics


def test_the_order_of_the_files_makes_no_difference() -> None:
    documents = [document("CTOC/COP/WG.4/2019/L.1"), document("CTOC/COP/WG.4/2019/L.1/Add.1"), document(None)]
    found = [collection.collect(order) for order in permutations(documents)]
    assert len(found) == 6
    assert all(each == found[0] for each in found)
    assert len(found[0].meetings) == 1


@given(st.permutations(MEETING))
def test_a_meeting_is_named_from_each_of_its_documents_alone(paths: list[Path]) -> None:
    documents = [collection.document(load(path)) for path in paths[:3]]
    for meeting in collection.collect(documents).meetings:
        assert {meeting_id(each) for each in meeting.documents} == {meeting.id}


def test_a_document_without_symbol_joins_by_body_and_dates() -> None:
    found = collection.collect([document(None), document("CTOC/COP/WG.4/2019/L.1")])
    assert [[part.symbol and str(part.symbol) for part in each.documents] for each in found.meetings] == [
        ["CTOC/COP/WG.4/2019/L.1", None]
    ]


def test_a_final_report_comes_behind_its_drafts() -> None:
    final = document("CTOC/COP/WG.4/2019/6", title="Report on the meeting of the Working Group")
    found = collection.collect([final, document("CTOC/COP/WG.4/2019/L.1")])
    assert [part.role for part in found.meetings[0].documents] == ["part", "final"]


def test_two_meetings_of_one_year_stay_apart() -> None:
    found = collection.collect(
        [document("CTOC/COP/WG.4/2019/L.1"), document("CTOC/COP/WG.4/2019/L.5", "4–6 March 2019")]
    )
    assert [each.start for each in found.meetings] == ["2019-03-04", "2019-09-09"]


def test_an_unknown_body_goes_by_the_stem_of_its_symbol_or_by_its_name() -> None:
    unknown = document("X/Y.3/2019/L.1")
    assert meeting_id(unknown, ()) == "X-Y.3-2019-09"
    assert meeting_id(document(None), ()) == "Working-Group-on-Trafficking-in-Persons-2019-09"
    assert meeting_id(collection.document(parse("1. One.\n"))) is None


@pytest.mark.parametrize(
    ("parts", "dates", "expected"),
    [
        (("", "/Add.1", "/Add.2"), None, []),
        (("", "/Add.1", "/Add.3"), None, ["C952"]),
        (("/Add.1", "/Add.2"), None, ["C952"]),
        (("/Add.9",), None, []),
        (("/Add.9", "/Add.9"), None, ["C951"]),
        (("", "/Add.1"), "9–12 September 2019", ["C953"]),
        (("", "/Add.1"), "2–4 October 2019", ["C953"]),
    ],
)
def test_what_does_not_fit_is_said(parts: tuple[str, ...], dates: str | None, expected: list[str]) -> None:
    usual = "9–11 September 2019"
    documents = [document(f"CTOC/COP/WG.4/2019/L.1{part}", usual) for part in parts]
    if dates:
        documents.append(document(f"CTOC/COP/WG.4/2019/L.1/Add.{len(parts)}", dates))
    found = collection.collect(documents)
    assert codes(found) == expected
    assert len(found.meetings) == 1


def test_a_symbol_printed_twice_names_the_other_document() -> None:
    first, second = document("CTOC/COP/WG.4/2019/L.1"), document("CTOC/COP/WG.4/2019/L.1", "9-11 September 2019")
    found = collection.collect([first, second])
    assert codes(found) == ["C951"]
    name, diagnostic = found.diagnostics[0]
    assert {name} | {each for each in (first.name, second.name) if each in diagnostic.message} == {
        first.name,
        second.name,
    }


def test_many_missing_addenda_are_one_line() -> None:
    found = collection.collect([document("CTOC/COP/WG.4/2019/L.1"), document("CTOC/COP/WG.4/2019/L.1/Add.9")])
    assert [each.message for _, each in found.diagnostics] == [
        "CTOC/COP/WG.4/2019/L.1/Add.1 to CTOC/COP/WG.4/2019/L.1/Add.8 (8 documents) are not among the documents"
    ]


def test_bodies_can_be_given() -> None:
    own = (symbols.Body("X/Y", "Working Group on Trafficking in Persons", None),)
    assert meeting_id(document(None), own) == "X-Y-2019-09"
