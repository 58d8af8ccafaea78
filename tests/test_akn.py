"""Akoma Ntoso as it is written: valid, whole, and read again as the tree that it was written of."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.akn import emitted, faults, told, tree_of
from tests.cases import AKN as AKN_SAMPLES
from tests.cases import CORPUS, FOREIGN, LINES, LOOKS, MEETING, ROOT, SAMPLES, SHAPES, source
from tests.shell import wgtip_here as wgtip
from wgtip_parse import akn as written
from wgtip_parse import readers
from wgtip_parse.emitters import akn
from wgtip_parse.model import Report
from wgtip_parse.parser import parse_source
from wgtip_parse.places import Places
from wgtip_parse.source import Look, Source

BOARD = sorted((ROOT.parent / "shared" / "board").glob("*/*.docx"))
PDFS = sorted((ROOT.parent / "shared" / "board" / "pdf").glob("*.pdf"))
SHARED = [*CORPUS[::20], *BOARD[::12], *PDFS[::200]]
AKN = f"{{{written.AKN}}}"
documents = st.lists(st.sampled_from([*SHAPES, *LINES]), max_size=30).map("\n".join)


def comes_back(source: Source) -> bytes:
    """Asserts that a source is written validly, the same twice, and read again as it was; its bytes."""
    parsed, data = emitted(source)
    assert faults(data) == []
    back, diagnostics = readers.read_bytes("a.xml", data)
    assert (back, diagnostics) == (source, ())
    again, once_more = emitted(back)
    assert again.report == parsed.report
    assert once_more == data
    assert tree_of(data) == told(parsed.report)
    return data


@pytest.mark.parametrize("path", [*SAMPLES, *LOOKS, *FOREIGN, *AKN_SAMPLES], ids=lambda path: path.name)
def test_each_sample_is_valid_and_comes_back(path: Path) -> None:
    comes_back(readers.read(str(path))[0])


@pytest.mark.skipif(not SHARED, reason="the shared documents are not there")
@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.name)
def test_shared_documents_are_valid_and_come_back(path: Path) -> None:
    comes_back(readers.read(str(path))[0])


@settings(max_examples=100)
@given(documents | st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back(text: str) -> None:
    comes_back(source(text))


def test_a_mark_in_the_first_item_of_a_block_without_words_is_written_once() -> None:
    assert comes_back(source("(b) To ask for:\n          a paper on safe referral. 1")).count(b"<authorialNote") == 1


WORDS = st.text(max_size=8)
NUMBERS = st.none() | st.sampled_from(["1", "6 bis", "II", "Annex IV-A", "", " ", "أ"])
SPAN = st.tuples(st.integers(0, 9), st.integers(10, 12))
ITEMS = st.recursive(
    st.just([]),
    lambda inner: st.lists(
        st.fixed_dictionaries(
            {"marker": st.sampled_from(["a", "•", "1.1"]), "text": WORDS, "subparagraphs": inner, "span": SPAN}
        ),
        max_size=2,
    ),
    max_leaves=3,
)
BLOCKS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["paragraph", "recommendation", "text"]),
            "number": NUMBERS,
            "text": WORDS,
            "subparagraphs": ITEMS,
            "closing": st.none() | WORDS,
            "quoted": st.booleans(),
            "span": SPAN,
        }
    ),
    max_size=2,
)
SECTIONS = st.recursive(
    st.just([]),
    lambda inner: st.lists(
        st.fixed_dictionaries(
            {
                "number": NUMBERS,
                "level": st.integers(1, 5),
                "title": WORDS,
                "continued": st.booleans(),
                "quoted": st.booleans(),
                "blocks": BLOCKS,
                "sections": inner,
                "span": SPAN,
            }
        ),
        max_size=2,
    ),
    max_leaves=3,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any tree that the contract allows, whatever text it was made of."""
    optional = st.none() | WORDS
    names = "organ body symbol distribution original_language session agenda_item title rapporteur job_number".split()
    days = st.none() | st.dates().map(str)
    meeting = st.fixed_dictionaries({"place": optional, "start": days, "end": days})
    note = {"mark": WORDS, "text": optional, "anchor": st.none() | st.integers(0, 9), "span": SPAN}
    fields: dict[str, Any] = {name: draw(optional) for name in names}
    fields |= {"date": draw(days), "meeting": draw(st.none() | meeting), "addendum": draw(st.booleans())}
    return Report.model_validate(
        {
            "schema_version": 1,
            "source": {"name": "a", "format": "text", "sha256": "", "language": draw(st.sampled_from(["en", "fr"]))},
            "masthead": {**fields, "other": draw(st.lists(WORDS, max_size=2))},
            "blocks": draw(BLOCKS),
            "sections": draw(SECTIONS),
            "footnotes": draw(st.lists(st.fixed_dictionaries(note), max_size=2)),
        }
    )


@settings(max_examples=300)
@given(reports())
def test_the_elements_tell_any_tree(report: Report) -> None:
    data = akn.emit(source(""), report, Places(), [])
    assert faults(data) == []
    assert tree_of(data) == told(report)
    assert akn.emit(source(""), report, Places(), []) == data


def test_every_field_of_a_line_comes_back() -> None:
    look = Look(2, 3.5, 4.0, -0.25, 11.0, bold=True, italic=True, style="a\\b\x01", heading=True, cells=2, bold_to=3)
    text = "one \\ two\x0c\n\n  three\t\x00\n"
    made = Source("a\x07.pdf", text, "0", "pdf", (look, Look()), ((0, 1), (len("one \\ two\x0c\n\n"), None)))
    assert written.source_of(written.element(made), "a.xml") == made


def test_set_out_anew_it_is_still_the_same() -> None:
    read = source(MEETING.read_text(encoding="utf-8"))
    data = comes_back(read)
    bare = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    assert etree.tostring(bare) != data
    assert readers.read_bytes("a.xml", etree.tostring(bare))[0] == read


def test_what_was_changed_is_read_as_it_stands_and_told() -> None:
    data = comes_back(source("I. Bells\n\n1. The Group counted nine bells.\n\n2. It rang them.\n"))
    read, diagnostics = readers.read_bytes("a.xml", data.replace(b"counted nine bells.</p>", b"counted ten bells.</p>"))
    assert read.format == "akn"
    assert [(each.code, each.message) for each in diagnostics] == [("T971", "the mark-up is not as wgtip wrote it")]
    section = parse_source(read).report.sections[0]
    assert [each.text for each in section.blocks] == ["The Group counted ten bells.", "It rang them."]


HEAD = "United Nations\n\n{}\n\nDistr.: General\n\n3 May 2044\n\n{}\n\n1. The Group met.\n"


@pytest.mark.parametrize(
    ("symbol", "title", "element", "address"),
    [
        ("A/RES/99/1", "Bells", "statement resolution", "/akn/un/statement/deliberation/unga/2044-05-03/99-1"),
        ("INV/DEC/2044/3", "Bells", "statement decision", "/akn/un/statement/deliberation/inv/2044-05-03/2044-3"),
        ("INV/2044/3", "Letter of the bellringer", "doc document", "/akn/un/doc/document/inv/2044-05-03/2044-3"),
    ],
)
def test_the_symbol_says_what_a_document_is(symbol: str, title: str, element: str, address: str) -> None:
    root = etree.fromstring(comes_back(source(HEAD.format(symbol, title))))
    assert f"{root[0].tag} {root[0].get('name')}" == AKN + element
    uri = root.find(f".//{AKN}FRBRWork/{AKN}FRBRuri")
    assert uri is not None
    assert uri.get("value") == address


def test_a_report_of_a_meeting_is_a_debate_report_whose_recommendations_are_marked() -> None:
    root = etree.fromstring(comes_back(source(MEETING.read_text(encoding="utf-8"))))
    assert root[0].tag == f"{AKN}debateReport"
    marked = [each.findtext(f"{AKN}num") for each in root.iter() if each.get("refersTo") == "#recommendation"]
    assert marked == ["Recommendation 1", "Recommendation 2", "Recommendation 3", "Recommendation 4"]


def test_a_note_stands_where_its_mark_does_and_one_without_a_mark_in_the_metadata() -> None:
    text = "1. The Group met¹ twice.\n\n" + "_" * 18 + "\n1 See INV/2044/1.\n2 See INV/2044/2.\n"
    root = etree.fromstring(comes_back(source(text)))
    (note,) = root.iter(f"{AKN}authorialNote")
    assert (note.getparent().text, note.tail) == ("The Group met", " twice.")
    assert [each.get("marker") for each in root.iter(f"{AKN}note")] == ["2"]


def test_the_command_writes_it_and_reads_it(tmp_path: Path) -> None:
    target = tmp_path / "a.akn.xml"
    assert wgtip("parse", MEETING, "--format", "akn", "-o", target).returncode == 0
    one, other = (wgtip("parse", "--format", "json", path).stdout for path in (MEETING, target))
    assert one == other
    fixed = wgtip("check", "--fix", target)
    assert b"a.akn.xml: only text and Word files can be fixed, not akn: correct the original" in fixed.stderr
    annotated = wgtip("check", "--annotate", tmp_path / "b.docx", target)
    assert b"a.akn.xml: only Word (.docx) and PDF can be annotated, not akn" in annotated.stderr


def test_an_index_is_valid_and_has_a_section_for_each_meeting(tmp_path: Path) -> None:
    target = tmp_path / "index.akn.xml"
    meetings = [path for path in SAMPLES if path.name.startswith("meeting-")]
    assert wgtip("compile", *meetings, "-o", target).returncode == 0
    data = target.read_bytes()
    assert faults(data) == []
    root = etree.fromstring(data)
    headings = [each.findtext(f"{AKN}heading") or "" for each in root.iter(f"{AKN}section")]
    assert [re.findall(r"\d{4}", each) for each in headings] == [["2021"], ["2022"], ["2023"]]
    numbers = [each.findtext(f"{AKN}num") for each in islice(root.iter(f"{AKN}paragraph"), 2)]
    assert numbers == ["Recommendation 1", "Recommendation 2"]
    assert readers.read(str(target))[0].text.startswith("Compilation of recommendations\n")


def test_an_empty_index_is_valid_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. The Group met.\n")
    target = tmp_path / "index.xml"
    assert wgtip("compile", tmp_path / "a.txt", "-o", target).returncode == 0
    assert faults(target.read_bytes()) == []
