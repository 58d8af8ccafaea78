"""Word files on the command line: revisions, folders, standard input and places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import wgtip
from tests.word import abstract, level, listed, paragraph, run, word

ONE_LIST = abstract(1, level(0, "decimal", "%1.")) + listed(1, 1)
REVISED = word(
    paragraph(
        "The Group met ", f"<w:ins>{run('twice')}</w:ins>", f"<w:del>{run('once')}</w:del>", ".", numbering=(1, 0)
    ),
    numbering=ONE_LIST,
)


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(REVISED)
    return path


@pytest.mark.parametrize(("revisions", "expected"), [("accept", "twice"), ("reject", "once")])
def test_revisions_are_accepted_or_rejected(revised: Path, revisions: str, expected: str) -> None:
    assert wgtip("read", "--revisions", revisions, revised).stdout.decode() == f"1. The Group met {expected}.\n"
    report = json.loads(wgtip("parse", "--revisions", revisions, revised).stdout)
    assert report["blocks"][0]["text"] == f"The Group met {expected}."
    assert report["source"]["format"] == "word"


def test_an_index_is_compiled_from_either_and_remembers_which(tmp_path: Path) -> None:
    words = paragraph("States should ", f"<w:ins>{run('meet')}</w:ins>", f"<w:del>{run('write')}</w:del>", ".")
    draft, index = tmp_path / "draft.docx", tmp_path / "index.sqlite"
    draft.write_bytes(word(paragraph("Recommendation 1") + words))
    for revisions, expected in [("accept", "meet"), ("reject", "write"), ("accept", "meet")]:
        assert wgtip("compile", draft, "--revisions", revisions, "-o", index).returncode == 0
        shown = json.loads(wgtip("search", index, "states", "--format", "json").stdout)
        assert [each["text"] for each in shown] == [f"States should {expected}."]


def test_they_are_accepted_where_nothing_is_said_and_other_words_are_wrong_usage(revised: Path) -> None:
    assert wgtip("read", revised).stdout.decode() == "1. The Group met twice.\n"
    assert wgtip("read", "--revisions", "keep", revised).returncode == 2


def test_a_word_file_in_a_folder_or_on_standard_input_is_read_as_one(revised: Path) -> None:
    (of_folder,) = json.loads(wgtip("parse", revised.parent).stdout)
    of_input = json.loads(wgtip("parse", "-", data=REVISED).stdout)
    assert of_folder["blocks"] == of_input["blocks"]


def test_worker_processes_read_word_too(revised: Path) -> None:
    done = wgtip("parse", "--jobs", "2", "--revisions", "reject", revised, revised)
    assert [report["blocks"][0]["text"] for report in json.loads(done.stdout)] == ["The Group met once."] * 2


def test_a_file_that_is_no_word_document_is_one_line_and_exit_2(tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(REVISED[:300])
    done = wgtip("parse", bad)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"wgtip: {bad}: a damaged or truncated Word file\n"


def test_a_finding_says_in_which_paragraph_it_stands(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    body = paragraph("Draft report") + paragraph("") + paragraph("First.", numbering=(1, 0))
    lists = ONE_LIST + listed(2, 1, start_0=3)
    draft.write_bytes(word(body + paragraph("Third.", numbering=(2, 0)), numbering=lists))
    (finding,) = json.loads(wgtip("check", "--select", "P", "--format", "json", draft).stdout)
    assert (finding["page"], finding["paragraph"], finding["excerpt"]) == (None, 4, "3. Third.")
    printed = wgtip("check", "--select", "P", draft).stdout.decode().splitlines()[0]
    assert printed == f"{draft}: paragraph 3 (line 5:1): error P301 paragraph 3 follows paragraph 1"
