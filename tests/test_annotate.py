"""`wgtip check --annotate`, `--fix`, `--accept` and `--in-place` on Word files and PDFs."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from tests import review, test_fixes
from tests.shell import wgtip, wgtip_here
from tests.typeset import typeset
from tests.word import paragraph, run, typed, word, zipped
from wgtip_parse import readers

TEXT, FIXED = test_fixes.TEXT.strip(), test_fixes.FIXED.strip()
DATED = re.compile(rb'w:date="([^"]*)"')


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(typed(TEXT))
    return path


def text_of(data: bytes, revisions: str = "accept") -> str:
    return readers.read_bytes("a", data, revisions=readers.Revisions(revisions))[0].text


def test_a_copy_has_findings_as_comments_and_fixes_as_changes(draft: Path) -> None:
    before = draft.read_bytes()
    copy = draft.with_name("reviewed.docx")
    done = wgtip_here("check", "--ignore", "T001", "--annotate", "reviewed.docx", "draft.docx", folder=draft.parent)
    assert (done.returncode, done.stderr) == (1, b"2 comments and 2 tracked changes in reviewed.docx\n")
    assert b"N603" in done.stdout
    assert draft.read_bytes() == before
    data = copy.read_bytes()
    assert (text_of(data), text_of(data, "reject")) == (f"{FIXED}\n", f"{TEXT}\n")
    (first, second) = review.comments(data).values()
    assert first[0].startswith("N603 ")
    assert first[-1].endswith("(wgtip explain N603)")
    assert review.anchored(data).keys() == review.comments(data).keys()
    assert not DATED.search(b"".join(review.parts(data).values()))
    assert second[0].startswith("N603 ")


def test_the_same_draft_gives_the_same_copy_and_a_date_when_it_is_given(draft: Path) -> None:
    copies = [draft.with_name(f"{name}.docx") for name in "abc"]
    for copy, options in zip(copies, ([], [], ["--date", "2026-01-31"]), strict=True):
        wgtip_here("check", "--annotate", copy, *options, draft)
    assert copies[0].read_bytes() == copies[1].read_bytes()
    dates = DATED.findall(b"".join(review.parts(copies[2].read_bytes()).values()))
    assert len(dates) > 4
    assert set(dates) == {b"2026-01-31T00:00:00Z"}


def test_fix_writes_changes_alone_or_plain_text_when_they_are_accepted(draft: Path) -> None:
    copy = draft.with_name("copy.docx")
    done = wgtip_here("check", "--fix", "--annotate", copy, "--ignore", "T001", draft)
    assert (done.returncode, done.stderr) == (0, f"2 tracked changes in {copy}\n".encode())
    assert review.comments(copy.read_bytes()) == {}
    assert (text_of(copy.read_bytes()), text_of(copy.read_bytes(), "reject")) == (f"{FIXED}\n", f"{TEXT}\n")
    done = wgtip_here("check", "--fix", "--accept", "--annotate", copy, "--ignore", "T001", draft)
    assert (done.returncode, done.stderr) == (0, f"2 fixed in {copy}\n".encode())
    assert text_of(copy.read_bytes(), "reject") == f"{FIXED}\n"


def test_a_draft_is_written_over_only_in_place(draft: Path) -> None:
    before = draft.read_bytes()
    for options in (["--fix"], ["--annotate", str(draft)]):
        refused = wgtip_here("check", *options, draft)
        assert (refused.returncode, refused.stdout, draft.read_bytes()) == (2, b"", before)
        assert b"--in-place" in refused.stderr
    done = wgtip_here("check", "--fix", "--in-place", "--ignore", "T001", draft)
    assert done.returncode == 0
    assert text_of(draft.read_bytes()) == f"{FIXED}\n"


def test_a_diff_shows_what_fixes_would_change_in_word(draft: Path) -> None:
    done = wgtip_here("check", "--diff", draft)
    assert b"+1. It saw 40 per cent of them." in done.stdout


def test_several_drafts_go_into_a_folder_under_their_names(draft: Path) -> None:
    other, folder = draft.with_name("other.docx"), draft.with_name("copies")
    other.write_bytes(typed(TEXT))
    (draft.with_name("plain.txt")).write_text(TEXT)
    folder.mkdir()
    done = wgtip_here("check", "--annotate", folder, draft, other, draft.with_name("plain.txt"))
    assert sorted(path.name for path in folder.iterdir()) == ["draft.docx", "other.docx"]
    assert b"plain.txt: only Word (.docx) and PDF can be annotated, not text" in done.stderr
    refused = wgtip_here("check", "--annotate", draft.with_name("one.docx"), draft, other)
    assert refused.returncode == 2
    assert b"it has to be a folder" in refused.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--accept"], "--accept needs --fix"),
        (["--in-place"], "--in-place needs --fix"),
        (["--most", "3"], "--most needs --annotate"),
        (["--diff", "--annotate", "a.docx"], "--diff writes nothing"),
        (["--annotate", "a.pdf"], "is a .docx"),
        (["--annotate", "a.docx", "--most", "0"], "--most"),
        (["--annotate", "a.docx", "--date", "today"], "--date"),
    ],
)
def test_options_that_have_nothing_to_do_are_wrong_usage(draft: Path, options: list[str], told: str) -> None:
    done = wgtip_here("check", *options, draft, folder=draft.parent)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert sorted(path.name for path in draft.parent.iterdir()) == ["draft.docx"]


def protected(edit: str) -> bytes:
    setting = f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>'
    return word(paragraph("1. It saw 40% of them."), settings=setting)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (protected("readOnly"), "protected against changes: lift the protection in Word first"),
        (
            word(paragraph("It saw 40%."), vbaProject=""),
            "a Word file with macros is not changed: save it as .docx first",
        ),
        (b"{\\rtf1 It saw 40%.}", "only .docx files of Word can be changed: save it as one"),
        (typed(TEXT)[:900], "a damaged or truncated Word file"),
    ],
    ids="protected macros rtf damaged".split(),
)
def test_what_cannot_be_annotated_is_one_line(tmp_path: Path, data: bytes, told: str) -> None:
    if b"vbaProject" in data:
        files = {name: part.decode() for name, part in review.parts(data).items()}
        kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
        rels = files["word/_rels/document.xml.rels"]
        files["word/_rels/document.xml.rels"] = re.sub(r'Type="[^"]*vbaProject"', f'Type="{kind}"', rels)
        data = zipped(files)
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    for options in (["--annotate", "copy.docx"], ["--fix", "--in-place"]):
        done = wgtip_here("check", *options, "draft.docx", folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"wgtip: draft.docx: {told}\n"
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_protection_that_asks_for_tracked_changes_is_kept_to(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(protected("trackedChanges"))
    assert wgtip_here("check", "--annotate", "b.docx", "a.docx", folder=tmp_path).returncode == 1
    assert text_of((tmp_path / "b.docx").read_bytes()) == "1. It saw 40 per cent of them.\n"


@pytest.mark.parametrize(("revisions", "kept"), [("accept", "40%"), ("reject", "60%")])
def test_a_draft_with_changes_is_annotated_in_the_state_that_is_named_and_says_so(
    tmp_path: Path, revisions: str, kept: str
) -> None:
    by = 'w:id="1" w:author="An Editor"'
    gone = run("60%").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    body = paragraph("1. It saw ", f"<w:ins {by}>{run('40%')}</w:ins><w:del {by}>{gone}</w:del>", " of them, and 5%.")
    (tmp_path / "a.docx").write_bytes(word(body))
    done = wgtip_here("check", "--revisions", revisions, "--annotate", "b.docx", "a.docx", folder=tmp_path)
    assert f"a.docx: has tracked changes; this is its state with all of them {revisions}ed\n".encode() in done.stderr
    assert b"2 comments and 1 tracked change in b.docx\n" in done.stderr
    copy = (tmp_path / "b.docx").read_bytes()
    assert text_of(review.settled(copy, accept=True, author="wgtip"), revisions) == (
        f"1. It saw {kept} of them, and 5 per cent.\n"
    )
    assert list(review.anchored(copy, accept=revisions == "accept").values()) == ["%", "%"]


def test_a_signature_that_no_longer_holds_is_told(tmp_path: Path) -> None:
    files = {name: part.decode() for name, part in review.parts(typed(TEXT)).items()}
    (tmp_path / "a.docx").write_bytes(zipped(files | {"_xmlsignatures/sig1.xml": "<Signature/>"}))
    done = wgtip_here("check", "--annotate", "b.docx", "a.docx", folder=tmp_path)
    assert b"a.docx: is signed; no signature holds for what is written here\n" in done.stderr


def test_only_so_many_findings_get_a_comment_the_gravest_first(tmp_path: Path) -> None:
    numbers = "\n\n".join(f"{number}. It saw {number}% of them." for number in (1, 2, 4))
    (tmp_path / "a.docx").write_bytes(typed(numbers))
    done = wgtip_here("check", "--most", "1", "--annotate", "b.docx", "a.docx", folder=tmp_path)
    assert re.search(rb"^a\.docx: \d of \d findings have no comment: see --most\n", done.stderr)
    ((first, *_),) = review.comments((tmp_path / "b.docx").read_bytes()).values()
    assert first.startswith("P301 error")


def test_standard_input_is_refused_a_copy() -> None:
    done = wgtip("check", "--annotate", "b.docx", "-", data=typed(TEXT))
    assert (done.returncode, done.stderr) == (2, b"wgtip: -: standard input cannot be annotated: name a file\n")


# PDF


def highlights(data: bytes) -> list[tuple[str, str]]:
    """The words under each highlight, and its note."""
    raw, found = pypdfium2.raw, []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for at in range(raw.FPDFPage_GetAnnotCount(page)):
            note = raw.FPDFPage_GetAnnot(page, at)
            words = ""
            for number in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
                corners = raw.FS_QUADPOINTSF()
                raw.FPDFAnnot_GetAttachmentPoints(note, number, corners)
                words += text.get_text_bounded(corners.x1 + 0.5, corners.y3 + 1, corners.x2 - 0.5, corners.y1 - 1)
            length = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
            value = (raw.FPDF_WCHAR * (length // 2))()
            raw.FPDFAnnot_GetStringValue(note, b"Contents", value, length)
            found.append((words, bytes(value).decode("utf-16-le").rstrip("\0")))
    return found


def test_a_pdf_gets_highlights_at_the_words_behind_its_own_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(typeset(TEXT))
    done = wgtip_here("check", "--annotate", "b.pdf", "--ignore", "T001", "a.pdf", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"2 comments in b.pdf\n")
    copy = (tmp_path / "b.pdf").read_bytes()
    assert copy.startswith(path.read_bytes())
    assert [words.strip() for words, _ in highlights(copy)] == ["%", "%"]
    assert all(note.startswith("N603 ") for _, note in highlights(copy))
    assert b"/M(" not in copy[len(path.read_bytes()) :]
    wgtip_here("check", "--annotate", "c.pdf", "--ignore", "T001", "a.pdf", folder=tmp_path)
    assert copy == (tmp_path / "c.pdf").read_bytes()
    assert text_of(copy) == text_of(path.read_bytes())


def test_the_fixes_of_a_pdf_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(typeset(TEXT))
    done = wgtip_here("check", "--fix", "--annotate", "b.pdf", "a.pdf", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"wgtip: a.pdf: only text and Word files can be fixed, not pdf: correct the original\n"
