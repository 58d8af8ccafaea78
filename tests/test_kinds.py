"""The kind of a document: its content decides, whatever its name says."""

import sys

import pytest

from wgtip_parse import readers

from .typeset import typeset

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")


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
    with pytest.raises(readers.ReadError, match=r"^a: .*pip install 'wgtip\[pdf\]'$"):
        readers.read_bytes("a", pdf_of_one_page())


def test_wordperfect_is_refused_by_its_name() -> None:
    with pytest.raises(readers.ReadError, match=r"^a\.txt: a WordPerfect document; save it as "):
        readers.read_bytes("a.txt", b"\xffWPC\x10\0\0\0")
