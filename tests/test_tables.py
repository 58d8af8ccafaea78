"""The index as CSV, XLSX and Markdown: whole, inert and the same each time."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from python_calamine import CalamineWorkbook

from tests.cases import MEETING, SAMPLES
from tests.indexes import HOSTILE, hostile, index, meeting, recommendation, similar, without_a_meeting
from tests.shell import wgtip
from tests.spreadsheet import opened
from wgtip_parse.emitters import csv as in_csv
from wgtip_parse.emitters import markdown, parquet, xlsx
from wgtip_parse.emitters.chapters import ARRANGEMENTS
from wgtip_parse.emitters.citation import dates, document_url, label, meeting_title, reference
from wgtip_parse.emitters.follow_up import HEADINGS
from wgtip_parse.emitters.index import EMITTERS, Emit
from wgtip_parse.emitters.lines import shown
from wgtip_parse.emitters.rows import COLUMNS, rows
from wgtip_parse.index.model import Addressee, Deadline, RecommendationIndex, Related, Topic
from wgtip_parse.model import Subparagraph

HERE = [each for each in EMITTERS if each.missing is None]  # Parquet needs an extra
ITEMS = (
    Subparagraph(
        marker="a",
        text="first",
        span=(0, 1),
        subparagraphs=(Subparagraph(marker="i", text="inner", subparagraphs=(), span=(0, 1)),),
    ),
    Subparagraph(marker="•", text="second", subparagraphs=(), span=(0, 1)),
)
TWO = index(
    [
        recommendation("1", "States should act.", topics=(Topic(id="law", label="Law", evidence="act"),)),
        recommendation(
            "2",
            "States should act:",
            meeting="A-2027-01",
            subparagraphs=ITEMS,
            closing="at once.",
            similar=(similar("A-2026-01-R1", 88.4),),
            topics=(Topic(id="law", label="Law", evidence="act"), Topic(id="aid", label="Aid", evidence="act")),
        ),
        recommendation("3", "Nothing else.", meeting="A-2027-01"),
    ],
    [meeting("A-2026-01", 2026), meeting("A-2027-01", 2027)],
)


def csv_rows(made: RecommendationIndex = TWO) -> list[dict[str, str]]:
    text = b"".join(in_csv.emit_index(made)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet(name: str, made: RecommendationIndex = TWO) -> list[list[object]]:
    data = b"".join(xlsx.emit_index(made))
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python()


def in_markdown(made: RecommendationIndex = TWO, arrangement: str = "meeting") -> str:
    return b"".join(markdown.emit_compilation(made, ARRANGEMENTS[arrangement](made))).decode()


def words_of(text: str) -> str:
    """What a person reads of Markdown: the text of all its inline tokens."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    return "".join(
        child.content if child.type == "text" else f"<{child.type}>" for each in tokens for child in each.children or ()
    )


def test_csv_has_a_row_for_each_recommendation() -> None:
    rows = csv_rows()
    assert [row["id"] for row in rows] == ["A-2026-01-R1", "A-2027-01-R2", "A-2027-01-R3"]
    assert list(rows[0]) == [column.heading for column in COLUMNS]
    second = rows[1]
    assert second["text"] == "States should act: (a) first (i) inner • second at once."
    assert (second["year"], second["topics"], second["earlier similar"]) == ("2027", "Law; Aid", "A-2026-01-R1")
    assert (second["line"], second["page"], second["address"]) == ("7", "2", "https://undocs.org/en/A/AC.999/2026/L.1")


@given(st.text())
def test_no_cell_of_csv_begins_a_formula_and_each_can_be_had_back(text: str) -> None:
    cell = in_csv.guarded(text)
    assert isinstance(cell, str)
    assert not re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell)
    back = cell[1:] if in_csv.FORMULA.match(cell) else cell
    assert back == text.replace("\n", " ")


def test_hostile_words_are_whole_and_inert_in_csv() -> None:
    rows = csv_rows(hostile())
    assert len(rows) == len(HOSTILE) > 0
    for row, text in zip(rows, HOSTILE, strict=True):
        assert shown(text) in row["text"]
        assert shown(text) == row["stem"].removeprefix("'" if row["stem"] != shown(text) else "")
        assert not any(cell and cell[0] in "=+-@\t\r" for cell in row.values())
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "".join(row.values()))


SPEAKING = recommendation(
    "140.10",
    "Ratify the treaty by the end of 2027.",
    id="A-2026-01-P-140.10",
    basis="stem",
    deadline=Deadline(text="by the end of 2027", date="2027"),
    position="noted",
    same_subject=(Related(id="A-2026-01-R1", score=40.0, shared=("treaty",)),),
    **{"from": ("Kravonia", "Syldavia")},
)
SAID = {
    "State": "Ruritania",
    "document": "A/AC.999/2026/L.1",
    "document title": "Draft report",
    "document date": "2026-01-07",
    "number": "para. 140.10",
    "from": "Kravonia; Syldavia",
    "position": "noted",
    "deadline": "by the end of 2027",
    "deadline date": "2027",
    "basis": "stem",
    "same subject": "A-2026-01-R1",
}


def of_a_review() -> RecommendationIndex:
    """One recommendation of a review, all of whose columns are filled that a spreadsheet could misread."""
    of = meeting("A-2026-01", 2026)
    document = of.documents[0].model_copy(update={"title": "Draft report", "date": "2026-01-07"})
    return index([SPEAKING], [of.model_copy(update={"state": "Ruritania", "documents": (document,)})])


def test_rows_say_what_the_index_knows_of_a_review() -> None:
    (row,) = csv_rows(of_a_review())
    assert {heading: row[heading] for heading in SAID} == SAID
    headings, cells = sheet("Recommendations", of_a_review())
    in_sheet = dict(zip(headings, cells, strict=True))
    assert {heading: in_sheet[heading] for heading in SAID} == SAID


def test_no_number_of_a_recommendation_reads_as_a_number_or_date_in_csv() -> None:
    for made in (TWO, of_a_review(), without_a_meeting()):
        for row in csv_rows(made):
            assert re.match(r"recommendation \d|para\. \d|unnumbered", row["number"])


@pytest.mark.parametrize(("emit", "suffix"), [(in_csv.emit_index, "csv"), (xlsx.emit_index, "xlsx")])
def test_numbers_stay_as_they_are_when_a_spreadsheet_opens_the_file(tmp_path: Path, emit: Emit, suffix: str) -> None:
    path = tmp_path / f"index.{suffix}"
    path.write_bytes(b"".join(emit(of_a_review())))
    (row,) = opened(path)
    assert row["number"] == "para. 140.10"


def test_xlsx_has_a_sheet_of_recommendations_and_one_of_meetings() -> None:
    headings, first, second, _ = sheet("Recommendations")
    assert [each for each in headings if each not in HEADINGS] == [column.heading for column in COLUMNS]
    values = dict(zip(headings, first, strict=True))
    assert (values["id"], values["body"], values["year"]) == ("A-2026-01-R1", "Working Group on Samples", 2026.0)
    assert second[headings.index("text")] == "States should act:\n(a) first\n(i) inner\n• second\nat once."
    meetings = sheet("Meetings")
    assert [row[0] for row in meetings[1:]] == ["A-2026-01", "A-2027-01"]
    assert [row[-1] for row in meetings[1:]] == [1.0, 2.0]


def test_xlsx_has_a_sheet_of_documents_and_one_of_what_was_passed_over() -> None:
    made = without_a_meeting()
    headings, *documents = sheet("Documents", made)
    assert [(row[1], row[headings.index("meeting")], row[-1]) for row in documents] == [
        ("A/AC.999/2026/L.1", "A-2026-01", 1.0),
        ("A/78/9", "", 2.0),
        ("A/80/1", "", 1.0),
    ]
    assert sheet("Passed over", made)[1:] == [["A/80/1", "2", "It was said.", "a speaker", "A/80/1.txt", 9.0]]


def test_xlsx_has_a_table_a_frozen_header_and_no_formula_or_link() -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(xlsx.emit_index(hostile())))) as book:
        first = book.read("xl/worksheets/sheet1.xml").decode()
        table = book.read("xl/tables/table1.xml").decode()
        names = book.namelist()
    assert "<autoFilter" in table
    assert 'state="frozen"' in first
    assert "<f>" not in first
    assert "<hyperlink" not in first
    assert not any("rels" in name and "worksheet" in name and "hyperlink" in name for name in names)


def test_hostile_words_are_whole_in_xlsx() -> None:
    headings, *rows = sheet("Recommendations", hostile())
    assert len(rows) == len(HOSTILE) > 0
    for row, text in zip(rows, HOSTILE, strict=True):
        assert row[headings.index("stem")] == shown(text)
        assert shown(text) in str(row[headings.index("text")])


def test_an_index_without_recommendations_has_all_formats() -> None:
    empty = index([])
    assert csv_rows(empty) == []
    assert len(sheet("Recommendations", empty)[0]) == len(COLUMNS) + len(HEADINGS)
    assert in_markdown(empty).startswith("# Compilation of recommendations\n\n0 recommendations of 0 meetings.\n")


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark() -> None:
    headings, row = sheet("Recommendations", index([recommendation("1", "long " * 10_000)]))
    cell = str(row[headings.index("text")])
    assert len(cell) == xlsx.LONGEST
    assert cell.endswith(xlsx.CUT)


def test_markdown_is_arranged_by_meeting() -> None:
    text = in_markdown()
    first, second = re.findall(r"^## (.*)$", text, re.M)
    assert first == "Working Group on Samples, Vienna, 5–7 January 2026"
    assert second.endswith("5–7 January 2027")
    assert text.index("**Recommendation 1.** States should act.") < text.index("**Recommendation 2.**")
    assert "\n&emsp;(a) first\n\n&emsp;&emsp;(i) inner\n\n&emsp;• second\n\nat once.\n" in text
    assert "Said before: [A/AC.999/2026/L.1, recommendation 1](<#A-2026-01-R1>) (88 %)" in text
    assert '<a id="A-2026-01-R1"></a>' in text


def test_a_heading_without_a_title_is_none_in_a_compilation() -> None:
    text = in_markdown(index([recommendation("1", "Act.", section=("Annexes", "", "Findings"))]))
    assert "\n### Annexes › Findings\n" in text


def test_markdown_is_arranged_by_topic() -> None:
    text = in_markdown(arrangement="topic")
    assert re.findall(r"^## (.*)$", text, re.M) == ["Aid", "Law", "Other matters"]
    assert text.count("**Recommendation 2.**") == 2
    assert text.count('<a id="A-2027-01-R2"></a>') == 1


def test_markdown_says_who_must_do_what() -> None:
    asked = [("States", "UNODC"), ("states", "States"), ()]
    found = [
        recommendation(
            str(number), f"Do {number}.", addressees=[Addressee(value=v, evidence=v, span=(0, 1)) for v in who]
        )
        for number, who in enumerate(asked, start=1)
    ]
    text = in_markdown(index(found), "addressee")
    chapters = dict(zip(re.findall(r"^## (.*)$", text, re.M), re.split(r"^## .*$", text, flags=re.M)[1:], strict=True))
    said = {title: re.findall(r"Do \d", chapter) for title, chapter in chapters.items()}
    assert said == {"States": ["Do 1", "Do 2"], "UNODC": ["Do 1"], "Nobody named": ["Do 3"]}
    assert list(said) == ["States", "UNODC", "Nobody named"]
    assert text.count('<a id="A-2026-01-R1"></a>') == 1
    assert "- [States](<#addressee-states>) (2)\n" in text


def test_documents_without_a_meeting_are_a_chapter_of_their_own() -> None:
    text = in_markdown(without_a_meeting())
    assert "4 recommendations of 1 meeting and 2 documents without a meeting." in text
    assert re.findall(r"^## (.*)$", text, re.M)[-1] == "Documents without a meeting"
    assert "### A/78/9, Letter from Ruritania, 6 May 2024 › Recommendations" in text
    assert "### A/80/1, A paper › Recommendations" in text


def test_rows_of_documents_without_a_meeting_have_their_own_year() -> None:
    rows = csv_rows(without_a_meeting())
    assert [(row["document"], row["body"], row["year"], row["start"]) for row in rows[1:]] == [
        ("A/78/9", "", "2024", ""),
        ("A/78/9", "", "2024", ""),
        ("A/80/1", "", "", ""),
    ]
    assert [row[-1] for row in sheet("Meetings", without_a_meeting())[1:]] == [1.0]


@given(st.text() | st.lists(st.sampled_from(HOSTILE)).map(" ".join))
def test_what_is_escaped_for_markdown_reads_as_it_was(text: str) -> None:
    expected = " ".join(part for part in re.split(r"[ \t\n\r\f\v]+", shown(text)) if part)
    escaped = markdown.escaped(text)
    assert words_of(f"{escaped}\n") == words_of(f"# {escaped}\n") == expected.strip()
    assert expected.strip() in words_of(f"[{escaped}](<#x>)\n")


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_hostile_words_are_whole_and_inert_in_markdown(arrangement: str) -> None:
    text = in_markdown(hostile(), arrangement)
    read = words_of(text)
    for each in HOSTILE:
        assert " ".join(part for part in re.split(r"[ \t\n\r\f\v]+", shown(each)) if part) in read
    inline = re.findall(r"(?<!\\)<(?!#|https://undocs\.org/en/)[^>]*>", text)
    assert inline
    assert all(re.fullmatch(r'<a id="[\w.~-]+">|</a>', each) for each in inline)


def test_the_same_index_gives_the_same_bytes() -> None:
    assert len(HERE) > 4
    for emitter in HERE:
        assert b"".join(emitter.emit(TWO)) == b"".join(emitter.emit(TWO)) != b""


def test_every_format_but_the_database_takes_documents_without_a_meeting() -> None:
    made = without_a_meeting()
    for emitter in HERE:
        if emitter.name != "sqlite":
            assert b"".join(emitter.emit(made)) != b""


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("2019-09-09", "2019-09-11", "9–11 September 2019"),
        ("2025-06-30", "2025-07-04", "30 June–4 July 2025"),
        ("2024-12-30", "2025-01-03", "30 December 2024–3 January 2025"),
        ("2025-01-03", "2025-01-03", "3 January 2025"),
        (None, "2025-01-03", "3 January 2025"),
        (None, None, None),
    ],
)
def test_dates_are_printed_as_the_un_prints_them(start: str | None, end: str | None, printed: str | None) -> None:
    assert dates(start, end) == printed


def test_a_recommendation_is_cited_by_document_and_number() -> None:
    first = TWO.recommendations[0]
    assert reference(first) == "A/AC.999/2026/L.1, recommendation 1"
    paragraph = first.model_copy(update={"id": "A-2026-01-L.1-16.a", "number": "16 (a)"})
    assert (label(paragraph), reference(paragraph)) == ("Paragraph 16 (a)", "A/AC.999/2026/L.1, para. 16 (a)")
    unnumbered = first.model_copy(update={"number": None, "document": None})
    assert reference(unnumbered) == "A-2026-01.txt, unnumbered recommendation"
    assert document_url("A/80/6 (Sect. 35)") == "https://undocs.org/en/A/80/6%20(Sect.%2035)"
    assert meeting_title(TWO.meetings[0].model_copy(update={"ordinal": 12})).startswith(
        "Working Group on Samples (12th), Vienna"
    )


def test_compile_writes_every_format(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("out")
    files = [folder / f"index.{emitter.name}" for emitter in HERE]
    outputs = [argument for file in files for argument in ("-o", file)]
    done = wgtip("compile", MEETING, "--arrange", "addressee", *outputs)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.endswith(b"1 of 1 document has recommendations\n")
    assert all(file.stat().st_size for file in files)
    done = wgtip("compile", MEETING, "--arrange", "topic", "-o", folder / "index.csv")
    assert done.returncode == 2
    assert b"--arrange is for a compilation: " in done.stderr


def test_bytes_do_not_hang_on_the_order_of_hashes(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        files = [tmp_path / f"{seed}.{emitter.name}" for emitter in HERE]
        outputs = [argument for file in files for argument in ("-o", file)]
        assert wgtip("compile", *SAMPLES, *outputs, PYTHONHASHSEED=seed).returncode == 0
        written.append([file.read_bytes() for file in files])
    assert written[0] == written[1] != []


@pytest.mark.parametrize(("name", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_extra_is_named(name: str, library: str) -> None:
    command = f"import sys; sys.modules['{library}'] = None; from wgtip_parse.cli import main; main()"
    arguments = [sys.executable, "-c", command, "compile", str(MEETING), "-o", f"never.{name}"]
    done = subprocess.run(arguments, capture_output=True, check=False)
    assert done.returncode == 2
    assert f"never.{name}: writing {name} needs {library}: pip install {library}" in done.stderr.decode()


@pytest.mark.parametrize("made", [TWO, hostile(), index([], [])], ids=["two", "hostile", "empty"])
def test_parquet_has_the_rows_of_the_csv_in_columns_of_one_type(
    made: RecommendationIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = pytest.importorskip("pyarrow.parquet", reason="the extra cluster is not installed").read_table
    monkeypatch.setattr(parquet, "MANY", 2)  # rows at a time
    table = read(io.BytesIO(b"".join(parquet.emit_index(made))))
    assert [tuple(row.values()) for row in table.to_pylist()] == list(rows(made))
    kinds = {str(field.type): field.name for field in table.schema}
    assert kinds == {"string": "file", "int64": "page"}
    assert table.schema.names == [column.heading.replace(" ", "_") for column in COLUMNS]
