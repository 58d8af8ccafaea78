"""What people write into a workbook is there again when it is compiled anew, whatever became of the recommendations."""

from __future__ import annotations

import datetime
import io
import shutil
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.cases import SAMPLES
from tests.indexes import index, recommendation
from tests.shell import wgtip
from tests.spreadsheet import opened
from wgtip_parse.emitters import follow_up, xlsx
from wgtip_parse.emitters.follow_up import GONE, HEADINGS, SHEET, FollowUp, FollowUpError
from wgtip_parse.emitters.rows import COLUMNS

NOTES = [path for path in SAMPLES if path.name in ("meeting-2021-L.1.txt", "meeting-2022-L.1.txt")]
THREE = index(recommendation(number, f"Recommendation {number} it is.") for number in "123")
FIRST, SECOND, THIRD = (each.id for each in THREE.recommendations)
GIVEN_UP = {"id": "A-2019-01-R9", "text": "Old words.", "status": "done", "owner": "Ana", "note": "asked twice"}

Table = list[list[object]]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.just("\n"), min_size=1).filter(
    lambda text: bool(text.strip()) and not any(ord(each) & 0xFFFE == 0xFFFE for each in text)
)


def saved(path: Path, sheets: dict[str, Table]) -> Path:
    """A workbook as a person saves it."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "d mmm yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                for at, cell in enumerate(row):
                    sheet.write(line, at, cell, *([day] if isinstance(cell, datetime.date) else []))
    return path


def written(path: Path, kept: FollowUp = follow_up.NOTHING) -> Path:
    path.write_bytes(b"".join(xlsx.emit_index(THREE, kept)))
    return path


def rows_of(path: Path, name: str = SHEET) -> list[dict[str, object]]:
    headings, *rows = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def said(row: dict[str, object], *headings: str) -> tuple[object, ...]:
    return tuple(row[each] for each in headings or HEADINGS)


def test_a_new_workbook_has_empty_columns_behind_the_text(tmp_path: Path) -> None:
    (first, *_) = rows_of(written(tmp_path / "a.xlsx"))
    names = list(first)
    at = names.index("text") + 1
    assert tuple(names[at : at + 3]) == HEADINGS
    assert [each for each in names if each not in HEADINGS] == [column.heading for column in COLUMNS]
    assert said(first) == ("", "", "")
    assert follow_up.read(str(tmp_path / "a.xlsx")) == FollowUp()
    assert follow_up.read(str(tmp_path / "none.xlsx")) == FollowUp()


@given(st.tuples(WORDS, WORDS, WORDS), st.booleans())
def test_what_is_written_is_read_as_it_was(words: tuple[str, str, str], gone: bool) -> None:
    row = {"id": "A-1" if gone else SECOND, **dict(zip(HEADINGS, words, strict=True))}
    data = b"".join(xlsx.emit_index(THREE, FollowUp(rows=(row,))))
    headings, *rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(GONE if gone else SHEET).to_python()
    )
    found = dict(zip(map(str, headings), rows[0 if gone else 1], strict=True))
    assert said(found) == words


def test_rows_are_known_by_their_id_wherever_they_stand_and_whatever_has_been_added(tmp_path: Path) -> None:
    day = datetime.date(2027, 3, 1)
    path = saved(
        tmp_path / "a.xlsx",
        {
            SHEET: [
                ["Follow-up of the meeting"],
                ["Note", "id", "due", "owner", "Status", "urgent", "cost", "", "note"],
                ["third", THIRD, day, "Ben", "open", True, 2.5, "no heading", "once more"],
                ["", FIRST, "", "", "  ", "", "", "", ""],
                ["second", SECOND, "", "", "", "", "", "", ""],
            ]
        },
    )
    kept = follow_up.read(str(path))
    assert kept.headings == (*HEADINGS, "due", "urgent", "cost", "column", "note 2")
    first, second, third = rows_of(written(path, kept))
    assert said(third, *kept.headings) == ("open", "Ben", "third", day, True, 2.5, "no heading", "once more")
    assert said(second) == ("", "", "second")
    assert said(first) == ("", "", "")
    assert follow_up.read(str(path)).parted({FIRST, SECOND, THIRD}).known.keys() == {SECOND, THIRD}
    assert written(tmp_path / "b.xlsx", follow_up.read(str(path))).read_bytes() == path.read_bytes()


def test_a_row_without_its_recommendation_is_kept_and_comes_back_with_it(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", FollowUp(rows=(GIVEN_UP, {"id": FIRST, "note": "here"})))
    (gone,) = rows_of(path, GONE)
    assert {heading: gone[heading] for heading in GIVEN_UP} == GIVEN_UP
    again = written(path, follow_up.read(str(path)))
    assert [row["text"] for row in rows_of(again, GONE)] == ["Old words."]
    known, left = follow_up.read(str(path)).parted({"A-2019-01-R9"})
    assert said(dict(known["A-2019-01-R9"])) == ("done", "Ana", "asked twice")
    assert [row["id"] for row in left] == [FIRST]


def test_two_rows_of_one_recommendation_are_both_kept(tmp_path: Path) -> None:
    rows = [["id", *HEADINGS], [FIRST, "a", "", ""], [FIRST, "b", "", ""], ["", "", "", "of nothing"]]
    path = written(tmp_path / "a.xlsx", follow_up.read(str(saved(tmp_path / "a.xlsx", {SHEET: rows}))))
    assert [row["status"] for row in rows_of(path)] == ["a", "", ""]
    assert [said(row) for row in rows_of(path, GONE)] == [("b", "", ""), ("", "", "of nothing")]


REFUSED: dict[str, tuple[dict[str, Table] | bytes, str]] = {
    "nothing in it": (b"", "no workbook that can be read"),
    "no workbook": (b"status,owner\n", "no workbook that can be read"),
    "half a workbook": (b"PK\x03\x04" + bytes(40), "no workbook that can be read"),
    "a sheet that is not ours": ({SHEET: [["id"]], "Plan": [["a"]]}, 'its sheet "Plan" would be lost'),
    "another workbook": ({"Meetings": [["a"]]}, 'it has no sheet "Recommendations"'),
    "no ids": ({SHEET: [["status"], ["open"]]}, 'its sheet "Recommendations" has no column "id"'),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_would_be_lost_is_left_alone(tmp_path: Path, kind: str) -> None:
    content, message = REFUSED[kind]
    path = tmp_path / "index.xlsx"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        saved(path, content)
    with pytest.raises(FollowUpError, match=message):
        follow_up.read(str(path))
    before = path.read_bytes()
    done = wgtip("compile", NOTES[0], "-o", tmp_path / "index.json", "-o", path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"wgtip: {path}: {message}")
    assert done.stderr.count(b"\n") == 1
    assert path.read_bytes() == before
    assert not (tmp_path / "index.json").exists()


@pytest.mark.parametrize("lock", ["~$index.xlsx", ".~lock.index.xlsx#"])
def test_a_file_that_is_open_elsewhere_is_left_alone(tmp_path: Path, lock: str) -> None:
    path = written(tmp_path / "index.xlsx")
    (tmp_path / lock).touch()
    before = path.read_bytes()
    done = wgtip("compile", NOTES[0], "-o", path)
    assert done.returncode == 2
    assert done.stderr.decode() == f"wgtip: {path}: open in another program; close it there first\n"
    assert path.read_bytes() == before


def test_a_second_compile_keeps_notes_and_says_which_have_lost_their_recommendation(tmp_path: Path) -> None:
    for path in NOTES:
        shutil.copy(path, tmp_path)
    output = tmp_path / "index.xlsx"
    assert wgtip("compile", tmp_path, "-o", output).returncode == 0
    rows = rows_of(output)
    for row in rows:
        row["status"] = f"status of {row['id']}"
    saved(output, {SHEET: [list(rows[0]), *(list(row.values()) for row in rows)]})
    done = wgtip("compile", tmp_path, "-o", output)
    assert b"no recommendation any more" not in done.stderr
    assert all(row["status"] == f"status of {row['id']}" for row in rows_of(output))
    (tmp_path / NOTES[0].name).unlink()
    done = wgtip("compile", tmp_path, "-o", output)
    kept, gone = rows_of(output), rows_of(output, GONE)
    assert 0 < len(kept) < len(rows)
    assert sorted(str(row["status"]) for row in (*kept, *gone)) == sorted(str(row["status"]) for row in rows)
    are = "row with notes is" if len(gone) == 1 else "rows with notes are"
    assert f'{len(gone)} {are} of no recommendation any more, kept in the sheet "{GONE}"' in done.stderr.decode()
    assert str(gone[0]["id"]) in done.stderr.decode()


def test_a_spreadsheet_shows_what_is_kept(tmp_path: Path) -> None:
    row = {"id": FIRST, "status": "=1+1", "note": "a\nb"}
    first, *_ = opened(written(tmp_path / "a.xlsx", FollowUp(rows=(row,))))
    assert (first["status"], first["note"]) == ("=1+1", "a\nb")
