"""Old Word files go through LibreOffice, where it is; the numbers of new ones are checked against it when asked."""

from __future__ import annotations

import functools
import hashlib
import os
import random
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.cases import SAMPLES, source
from tests.test_pdf import without_places
from tests.word import abstract, level, listed, paragraph, typed, word
from wgtip_parse import readers
from wgtip_parse.parser import parse_source
from wgtip_parse.readers import office

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
WORD_STREAM = "WordDocument".encode("utf-16-le")
MEETING = next(path for path in SAMPLES if path.name == "meeting-2021-L.1.txt")
ANOTHER = next(path for path in SAMPLES if path.name == "meeting-2022-L.1.txt")
ASKED = "WGTIP_OFFICE"  # an environment variable: LibreOffice takes its time


@functools.cache
def can_convert() -> bool:
    """Whether LibreOffice is here with its writer, without which it opens no document."""
    if not shutil.which("soffice"):
        return False
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text("A report.\n")
        command = ["soffice", "--headless", f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(Path(folder) / "a.txt")]
        subprocess.run(command, check=False, capture_output=True, timeout=300)
        return (Path(folder) / "a.pdf").exists()


@pytest.fixture
def libreoffice() -> None:
    """LibreOffice; a test that needs it is skipped where it is not."""
    if not can_convert():
        pytest.skip("LibreOffice is not installed, or without its writer")


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in the place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def converted(data: bytes, suffix: str, kind: str, folder: Path) -> bytes:
    """What LibreOffice makes of a file."""
    (folder / f"a.{suffix}").write_bytes(data)
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(folder / "out"), str(folder / f"a.{suffix}")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return next((folder / "out").iterdir()).read_bytes()


@pytest.mark.usefixtures("libreoffice")
def test_an_old_word_file_has_the_tree_of_the_new_one(tmp_path: Path) -> None:
    new = typed(MEETING.read_text(encoding="utf-8"))
    old = converted(new, "docx", "doc", tmp_path)
    read, _ = readers.read_bytes("a.doc", old)
    assert (read.format, read.sha256) == ("word", hashlib.sha256(old).hexdigest())
    assert without_places(parse_source(read).report) == without_places(
        parse_source(source(MEETING.read_text(encoding="utf-8"))).report
    )


@pytest.mark.usefixtures("libreoffice")
def test_a_pdf_that_libreoffice_makes_has_the_sections_of_the_text(tmp_path: Path) -> None:
    text = ANOTHER.read_text(encoding="utf-8")
    read, _ = readers.read_bytes("a.pdf", converted(typed(text), "docx", "pdf", tmp_path))
    found, expected = (parse_source(each).report.sections for each in (read, source(text)))
    assert len(expected) > 1
    assert [without_places(section) for section in found] == [without_places(section) for section in expected]


def test_without_libreoffice_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(readers.ReadError, match=r"^a: an old Word file: install LibreOffice, or save it as \.docx$"):
        readers.read_bytes("a", OLE + WORD_STREAM)


def test_the_converter_s_file_is_read_and_nothing_of_it_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new.docx").write_bytes(word(paragraph("One.")))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    program(
        tmp_path,
        f'echo "$@" > {tmp_path}/said; for last; do :; done; cp {tmp_path}/new.docx "${{last%.doc}}.docx"',
        monkeypatch,
    )
    assert readers.read_bytes("a", OLE + WORD_STREAM)[0].text == "One.\n"
    assert "--headless" in (tmp_path / "said").read_text()
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("script", ["exit 1", "exit 0"], ids=["fails", "makes nothing"])
def test_a_conversion_that_fails_is_one_line(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, script, monkeypatch)
    with pytest.raises(readers.ReadError, match=r"^a: LibreOffice cannot convert this file$"):
        readers.read_bytes("a", OLE + WORD_STREAM)


def test_a_conversion_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "exec tail -f /dev/null", monkeypatch)
    monkeypatch.setattr(office, "TIME_LIMIT", 0.2)
    with pytest.raises(readers.ReadError, match=r"^a: LibreOffice took more than 0\.2 seconds$"):
        readers.read_bytes("a", OLE + WORD_STREAM)


@pytest.mark.parametrize(
    ("stream", "cause"),
    [
        ("EncryptedPackage", "an Office file under a password; save it without one"),
        ("Workbook", "a spreadsheet (Excel); save its text as .docx, PDF or plain text"),
        ("PowerPoint Document", "a presentation (PowerPoint); save it as PDF"),
        ("Something", "an OLE file, but no Word document in it"),
    ],
)
def test_what_else_an_ole_file_may_be_is_said(stream: str, cause: str) -> None:
    with pytest.raises(readers.ReadError, match=f"^a: {re.escape(cause)}$"):
        readers.read_bytes("a", OLE + stream.encode("utf-16-le"))


def test_an_old_word_file_under_a_password_is_said_to_be_so() -> None:
    entry = WORD_STREAM.ljust(office._SECTOR_OF_STREAM, b"\0") + (1).to_bytes(4, "little")
    head = (OLE[:8] + entry).ljust(2 * office.SECTOR, b"\0")
    locked, open_ = (head + b"\xec\xa5".ljust(10, b"\0") + flags for flags in (b"\0\x01", b"\0\0"))
    with pytest.raises(readers.ReadError, match=r"^a: a Word file under a password; save it without one$"):
        readers.read_bytes("a", locked)
    assert not office._is_locked(open_)


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.skipif(ASKED not in os.environ, reason=f"set {ASKED}=1 to check numbers against LibreOffice")
def test_numbers_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    chance = random.Random(5)
    documents = [_numbered(chance) for _ in range(20)]
    for at, data in enumerate(documents):
        (tmp_path / f"{at}").mkdir()
        printed = converted(data, "docx", "txt:Text (encoded):UTF8", tmp_path / f"{at}").decode("utf-8-sig")
        ours = readers.read_bytes("a", data)[0].text
        assert ours.split() == printed.split()
    assert len(documents) == 20


def _numbered(chance: random.Random) -> bytes:
    """A document of paragraphs in lists of several levels, with restarts as Word writes them."""
    kinds = ["decimal", "lowerLetter", "lowerRoman", "upperRoman", "upperLetter"]
    abstracts = "".join(
        abstract(
            each, *(level(at, chance.choice(kinds), f"(%{at + 1})", start=chance.randint(1, 4)) for at in range(4))
        )
        for each in (1, 2)
    )
    lists = [listed(1, 1), listed(2, 2)]
    current = {1: 1, 2: 2}
    body = ""
    for count in range(60):
        which, at = chance.choice((1, 2)), chance.randrange(4)
        if chance.random() < 0.08:  # Word begins a list anew with a paragraph of the level that starts again
            lists.append(listed(len(lists) + 1, which, start_0=chance.randint(1, 30)))
            current[which], at = len(lists), 0
        body += paragraph(f"word{count}", numbering=(current[which], at))
        body += paragraph("between") if chance.random() < 0.1 else ""
    return word(
        body,
        numbering=abstracts + "".join(lists),
    )
