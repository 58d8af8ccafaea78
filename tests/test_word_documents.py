"""Compilations and reports as Word documents: read back they say the same, and the package is whole."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.cases import FOREIGN, LINES, MEETING, SAMPLES, SHAPES, source
from tests.indexes import HOSTILE, hostile
from tests.shell import wgtip
from tests.test_office import ASKED, converted, libreoffice  # noqa: F401  # a fixture is known where it is imported
from tests.word import paragraph as word_paragraph
from tests.word import run as word_run
from tests.word import table as word_table
from tests.word import word
from tests.word_package import MAIN, W, faults, parts_of
from wgtip_parse import readers, symbols
from wgtip_parse.compiler import index as compiler
from wgtip_parse.compiler.documents import ONE_PROCESS
from wgtip_parse.emitters.chapters import ARRANGEMENTS
from wgtip_parse.emitters.citation import reference
from wgtip_parse.emitters.lines import shown
from wgtip_parse.emitters.origins import origins
from wgtip_parse.emitters.word import compilation, report
from wgtip_parse.emitters.word.rows import is_table, rows, widths
from wgtip_parse.index.extraction import Extracted, extract
from wgtip_parse.index.facets import vocabularies
from wgtip_parse.index.model import RecommendationIndex
from wgtip_parse.model import Report, Subparagraph
from wgtip_parse.office.archive import zipped
from wgtip_parse.office.document import NUMBERED, Document
from wgtip_parse.office.markup import run
from wgtip_parse.parser import Parsed, parse_source
from wgtip_parse.source import Source

# What a sample says that its Word document does not, and why.
LOST = {
    "address-above-a-number": "headings: an address above a number is taken for one",
    "bulleted-note-between-paragraphs": "headings: a note of two lines above a number is taken for one",
    "list-inside-an-item": "numbered: a run-in list (a), (b) in an item (a) is set below it, and continues its own",
    "masthead-cover-mixed-by-line": "masthead: a cover in columns is set line by line",
    "masthead-cover-of-a-body": "masthead: the same",
    "masthead-date-on-the-contents-page": "masthead: what stands on the next page is set together with it",
    "masthead-office": "masthead: an organ and a title that nothing parts",
    "masthead-printed-twice": "masthead: a cover and a masthead are set as one",
    "masthead-title-below-the-item": "masthead: the title is one by its place between blank lines",
    "masthead-title-in-two-parts": "masthead: the same",
    "officers-in-columns": "headings: two in a row are taken for one on two lines",
    "recommendation-told-below": "headings numbered recommendations: a heading like a label is taken for one",
    "rows-and-starred-headings": "headings: a heading above bullets is taken for a line of them",
}


def items(of: Iterable[Subparagraph]) -> list[Any]:
    return [(each.marker, each.text, items(each.subparagraphs)) for each in of]


def facts(source: Source, parsed: Parsed) -> dict[str, Any]:
    """What has to be the same in the Word document: headings, numbers, words and items, notes, recommendations."""
    told: Report = parsed.report
    return {
        "masthead": told.masthead,
        "headings": [(each.number, each.level, each.title, each.continued) for each in told.every_section()],
        "numbered": [
            (each.kind, each.number, each.text, items(each.subparagraphs), each.closing)
            for each in told.every_block()
            if each.number
        ],
        "recommendations": [
            (each.number, each.section, each.text, items(each.subparagraphs), each.closing)
            for each in extract(told, source).recommendations
        ],
        "notes": sorted((each.mark, each.text or "") for each in told.footnotes),
    }


def in_word(path: Path) -> tuple[dict[str, Any], bytes]:
    """What a document says, and its Word document."""
    source, _ = readers.read(str(path), readers.SIZE_LIMIT)
    parsed = parse_source(source)
    return facts(source, parsed), report.emit(source, parsed.report, parsed.places, parsed.leaves)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_report_read_back_from_its_word_document_says_the_same(path: Path) -> None:
    said, data = in_word(path)
    again, _ = readers.read_bytes("a.docx", data)
    read = facts(again, parse_source(again))
    lost = LOST.get(path.stem, "").partition(":")[0].split()
    assert {name for name in said if said[name] != read[name]} == set(lost)


@given(st.lists(st.sampled_from([*SHAPES, *LINES]) | st.text(max_size=40), max_size=30).map("\n".join))
def test_every_text_becomes_a_whole_package(text: str) -> None:
    of = source(text)
    parsed = parse_source(of)
    data = report.emit(of, parsed.report, parsed.places, parsed.leaves)
    assert faults(data) == []
    words = re.sub(r"[\W_]", "", " ".join(each.text for each in parsed.report.every_block()))
    document = etree.fromstring(parts_of(data)["word/document.xml"])
    written = re.sub(r"[\W_]", "", "".join(each.text or "" for each in document.iter(f"{W}t")))
    assert not Counter(words) - Counter(written)


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_a_report_in_a_language_that_is_not_known_keeps_its_blocks(path: Path) -> None:
    _, data = in_word(path)
    assert faults(data) == []
    text = readers.read_bytes("a.docx", data)[0].text
    parsed = parse_source(source(path.read_text(encoding="utf-8")))
    assert all(each.text.split()[0] in text for each in parsed.report.blocks)


def test_what_is_lost_is_little_and_named() -> None:
    assert set(LOST) <= {path.stem for path in SAMPLES}
    assert len(LOST) * 10 < len(SAMPLES)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_package_of_a_report_is_whole_and_the_same_each_time(path: Path) -> None:
    _, data = in_word(path)
    assert faults(data) == []
    assert in_word(path)[1] == data


def compiled(*paths: Path) -> RecommendationIndex:
    """The index of some samples."""
    bodies, known = symbols.bodies(), vocabularies.of_the_package()
    outcomes = compiler.enter_all([str(path) for path in paths], known, readers.SIZE_LIMIT, ONE_PROCESS, {}, bodies)
    entries = [each.data for each in outcomes if each.data is not None]
    return compiler.compile_index(entries, bodies).index


MEETINGS = compiled(*(path for path in SAMPLES if path.stem.startswith(("meeting-", "said-", "periodic", "board-"))))


def in_chapters(made: RecommendationIndex, arrangement: str = "meeting") -> bytes:
    return b"".join(compilation.emit_compilation(made, ARRANGEMENTS[arrangement](made)))


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_a_compilation_read_back_has_the_same_recommendations(arrangement: str) -> None:
    data = in_chapters(MEETINGS, arrangement)
    assert faults(data) == []
    assert in_chapters(MEETINGS, arrangement) == data
    source, _ = readers.read_bytes("a.docx", data)
    read = extract(parse_source(source).report, source).recommendations
    chapters = ARRANGEMENTS[arrangement](MEETINGS)
    expected = [(chapter, each) for chapter in chapters for each in chapter.recommendations]
    assert len(expected) > 40
    origin = origins(MEETINGS)
    assert [each.number for each in read] == [str(number) for number in range(1, len(expected) + 1)]
    for (chapter, each), found in zip(expected, read, strict=True):
        assert found.text == " ".join(filter(None, (each.stem, each.text)))
        here = [
            (marker.replace(f"{each.number}.", f"{found.number}."), *rest)
            for marker, *rest in items(each.subparagraphs)
        ]
        assert items(found.subparagraphs) == here
        assert found.closing == each.closing
        assert found.section == (chapter.title, *chapter.headings(each, origin[each.id]))


def test_a_compilation_cites_in_footnotes_and_says_what_was_said_before() -> None:
    source, _ = readers.read_bytes("a.docx", in_chapters(MEETINGS))
    notes = {each.mark: each.text or "" for each in parse_source(source).report.footnotes}
    assert len(notes) == len(MEETINGS.recommendations)
    for at, each in enumerate(MEETINGS.recommendations, start=1):
        assert notes[str(at)].startswith(f"{reference(each)}.")
        assert ("Said before: " in notes[str(at)]) is bool(each.similar)
    assert any(each.similar for each in MEETINGS.recommendations)


def test_the_contents_show_what_the_reader_of_an_arrangement_looks_for() -> None:
    told = {each: parts_of(in_chapters(MEETINGS, each))["word/document.xml"].decode() for each in ARRANGEMENTS}
    assert 'TOC \\o "1-3"' in told["meeting"]
    assert 'TOC \\o "1-1"' in told["topic"]
    assert told["topic"].count("PAGEREF") == len(ARRANGEMENTS["topic"](MEETINGS))


def test_hostile_words_stay_words_in_a_compilation() -> None:
    data = in_chapters(hostile())
    assert faults(data) == []
    document = etree.fromstring(parts_of(data)["word/document.xml"])
    shown_text = "".join(text.text or "" for text in document.iter(f"{W}t"))
    for each in HOSTILE:
        assert " ".join(part for part in re.split(r"[ \t\n\r\f\v]+", shown(each)) if part) in shown_text


@given(st.text())
def test_any_text_becomes_xml(text: str) -> None:
    root = etree.fromstring(f'<w:p xmlns:w="{MAIN}">{run(text)}</w:p>')
    read = "".join({"tab": "\t", "br": "\n"}.get(etree.QName(each).localname, each.text or "") for each in root.iter())
    assert len(read) == len(text)


@pytest.mark.parametrize(
    ("labels", "counted"),
    [
        (["1.", "2.", "3."], ["1.", "2.", "3."]),
        (["(a)", "(b)", "(a)", "(b)"], ["(a)", "(b)", "(a)", "(b)"]),
        (["(h)", "(i)", "(j)"], ["(h)", "(i)", "(j)"]),
        (["(i)", "(ii)", "(iv)"], ["(i)", "(ii)", "(iv)"]),
        (["Recommendation 3", "Recommendation 4"], ["Recommendation 3", "Recommendation 4"]),
        (["7.", "7.", "6."], ["7.", "7.", "6."]),
        (["•", "•"], ["•", "•"]),
        (["6 bis.", "140.7", "[15"], [None, None, "[15"]),
    ],
)
def test_numbers_that_word_counts_are_those_that_were_there(labels: list[str], counted: list[str | None]) -> None:
    document = Document()
    for label in labels:
        document.add_numbered("SingleTxt", label, NUMBERED, run("words"))
    data = zipped(document.parts("", "", "", ""))
    source, _ = readers.read_bytes("a.docx", data)
    assert source.text.split("\n\n") == [*(f"{each} words" for each in labels[:-1]), f"{labels[-1]} words\n"]
    numbered = etree.fromstring(parts_of(data)["word/document.xml"]).iter(f"{W}numPr")
    assert len(list(numbered)) == sum(each is not None for each in counted)


def test_notes_stand_where_their_marks_stood() -> None:
    text = "1. One,¹ two² and three.\n\n(a) *Four*;³\n\n______\n\n¹ First.\n² Second.\n³ Third.\n"
    source = Source("a.txt", text, "")
    parsed = parse_source(source)
    data = report.emit(source, parsed.report, parsed.places, parsed.leaves)
    assert readers.read_bytes("a.docx", data)[0].text.startswith("1. One,¹ two² and three.\n\n(a) Four;³\n")


def test_a_recommendation_keeps_the_bold_type_that_parts_it_from_its_answer() -> None:
    asked = word_run("1. Recommendation 4. Lamps should be lit.", "<w:b/>")
    body = word_paragraph("I. Recommendations") + word_paragraph(asked, word_run(" They are."))
    given, _ = readers.read_bytes("a.docx", word(body))
    assert [each.text for each in extract(parse_source(given).report, given).recommendations] == [
        "Lamps should be lit."
    ]
    parsed = parse_source(given)
    data = report.emit(given, parsed.report, parsed.places, parsed.leaves)
    read, _ = readers.read_bytes("a.docx", data)
    assert [each.text for each in extract(parse_source(read).report, read).recommendations] == ["Lamps should be lit."]


def test_the_rows_that_a_file_tells_are_a_table_and_the_notes_in_them_stay() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    rows_of_it = word_table(["Lamp", "Year"], [word_paragraph("North", mark), "2041"])
    note = f'<w:footnote w:id="1">{word_paragraph("Lit twice.")}</w:footnote>'
    body = word_paragraph("1. The lamps are set out below.") + rows_of_it + word_paragraph("2. None is lit.")
    given, _ = readers.read_bytes("a.docx", word(body, footnotes=note))
    parsed = parse_source(given)
    data = report.emit(given, parsed.report, parsed.places, parsed.leaves)
    assert faults(data) == []
    assert readers.read_bytes("a.docx", data)[0].text == given.text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a\tb", "c\t\td"], [["a", "b", ""], ["c", "", "d"]]),
        (["Lake      Ferries", "North     12", "          7"], [["Lake", "Ferries"], ["North", "12"], ["", "7"]]),
    ],
)
def test_rows_have_their_cells(lines: list[str], expected: list[list[str]]) -> None:
    assert is_table(lines)
    assert rows(lines) == expected


def test_columns_are_as_wide_as_their_words_ask() -> None:
    assert widths([["a" * 100, "b"], ["", "c"]], 560) == [480, 80]


def test_sentences_parted_by_two_spaces_are_no_row() -> None:
    assert not is_table(["It met.  It rose."])


def test_a_document_tells_no_time_and_no_maker() -> None:
    data = in_chapters(MEETINGS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"dcterms" not in parts_of(data)["docProps/core.xml"]


def wording(of: Extracted) -> tuple[str | None, list[str]]:
    """The number of a recommendation and its words, without figures: a raised mark stands in a PDF where it may."""
    return of.number, re.findall(r"[A-Za-z]+", str((of.text, items(of.subparagraphs), of.closing)))


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.skipif(ASKED not in os.environ, reason=f"set {ASKED}=1 to have LibreOffice print Word documents")
@pytest.mark.parametrize("kind", ["compilation", "report"])
def test_libreoffice_prints_the_same_recommendations(kind: str, tmp_path: Path) -> None:
    data = in_chapters(MEETINGS) if kind == "compilation" else in_word(MEETING)[1]
    printed, _ = readers.read_bytes("a.pdf", converted(data, "docx", "pdf", tmp_path))
    written, _ = readers.read_bytes("a.docx", data)
    found, expected = (
        [wording(each) for each in extract(parse_source(of).report, of).recommendations] for of in (printed, written)
    )
    assert len(expected) > 3
    assert found == expected


def test_the_command_line_writes_both(tmp_path: Path) -> None:
    wgtip("compile", MEETING, "-o", tmp_path / "c.docx", "--arrange", "topic")
    wgtip("parse", MEETING, "--format", "docx", "-o", tmp_path / "r.docx")
    for name in ("c.docx", "r.docx"):
        assert faults((tmp_path / name).read_bytes()) == []


def test_a_word_document_is_of_one_report() -> None:
    done = wgtip("parse", MEETING, MEETING, "--format", "docx")
    assert done.returncode == 2
    assert b"a Word document is of one document: give one FILE" in done.stderr
