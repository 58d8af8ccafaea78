"""The kind of a document: its content decides, whatever its name says."""

import subprocess
import sys
from pathlib import Path

import pytest

from wgtip_parse import readers
from wgtip_parse.readers.kinds import Kind, kind_of

from .typeset import typeset


def pdf_of_one_page() -> bytes:
    return typeset("1. One.\n")


def test_a_pdf_named_text_is_read_as_pdf() -> None:
    assert readers.read_bytes("a.txt", pdf_of_one_page())[0].format == "pdf"


def test_text_named_pdf_is_read_as_text() -> None:
    assert readers.read_bytes("a.pdf", b"1. One.\n")[0].format == "text"


def test_a_pdf_is_known_within_the_first_1024_bytes_and_no_later() -> None:
    data = pdf_of_one_page()
    assert readers.read_bytes("a", b" " * 1024 + data)[0].format == "pdf"
    assert readers.read_bytes("a", b" " * 1025 + data)[0].format == "text"


def test_without_its_library_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(readers.ReadError, match=r"^a: .*pip install pypdfium2$"):
        readers.read_bytes("a", pdf_of_one_page())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04...", Kind.WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", Kind.OLD_WORD),
        (b"{\\rtf1 x}", Kind.RTF),
        (b"<!DOCTYPE html>", Kind.HTML),
        ("<html>".encode("utf-16"), Kind.HTML),
        (b"\xef\xbb\xbf<?xml version='1.0'?><?a b?>\n<html xmlns='x'>", Kind.HTML),
        (b"<p class=a>1. One.</p>", Kind.HTML),
        (b"<meta charset=utf-8>", Kind.HTML),
        (b"<htmlish>", Kind.TEXT),
        (b"<person> said", Kind.TEXT),
        (b"x{\\rtf1 x}", Kind.TEXT),
        (b"1. One.", Kind.TEXT),
    ],
    ids=repr,
)
def test_the_beginning_tells_the_kind(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


def test_reading_text_imports_no_other_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. One.\n")
    code = "import sys; from wgtip_parse import readers; readers.read('a.txt'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = {name.removeprefix("wgtip_parse.readers.") for name in done.stdout.split()}
    assert "text" in loaded
    assert not loaded & {"word", "odt", "html", "rtf", "pdf", "office", "lxml", "subprocess", "zipfile", "json"}
