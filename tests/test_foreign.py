"""What is no document is refused in one line, which says what it is and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shell import wgtip_here
from tests.word import paragraph, word, zipped
from wgtip_parse import readers
from wgtip_parse.readers import foreign

LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"5e" * 32 + b"\nsize 20480\n"
ERROR_PAGE = b"<!DOCTYPE html><html><head><title>Page not\n found &amp; gone</title></head><body><h1>Gone</h1></body>"


def lock_of_word(size: int, user: str, name_again_at: int) -> bytes:
    """A lock file: the user's name in bytes, and again in two-byte letters behind its length."""
    length = len(user).to_bytes(1, "little")
    return ((length + user.encode()).ljust(name_again_at) + length + b"\0" + user.encode("utf-16-le")).ljust(size, b" ")


FOREIGN = {
    "LFS": (LFS, "a pointer of Git LFS, which stands for the document: fetch it with `git lfs pull`"),
    "LFS with extensions": (
        LFS.replace(b"\noid", b"\next-0-a sha256:00\noid"),
        "a pointer of Git LFS, which stands for the document: fetch it with `git lfs pull`",
    ),
    "git-annex": (
        b"/annex/objects/SHA256E-s1--00.pdf\n",
        "a pointer of git-annex, which stands for the document: fetch it with `git annex get`",
    ),
    "Word's lock": (
        lock_of_word(162, "A. Person", 54),
        "a lock file, which says that somebody has the document open: give the document itself",
    ),
    "Excel's lock": (
        lock_of_word(165, "A. Person", 55),
        "a lock file, which says that somebody has the document open: give the document itself",
    ),
    "LibreOffice's lock": (
        b",person,host,01.02.2031 10:11,file:///home/person/.config/libreoffice/4;",
        "a lock file, which says that somebody has the document open: give the document itself",
    ),
    "XML": (
        b'\xef\xbb\xbf<?xml version="1.0"?><!-- a --><Error><Code>AccessDenied</Code></Error>',
        "an XML file (<Error>); give the document as text, Word (.docx), .odt or PDF",
    ),
    "XML with entities": (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "an XML file; give the document as text, Word (.docx), .odt or PDF",
    ),
    "XML without a declaration": (
        b"<feed a='b'><entry/></feed>\n",
        "an XML file (<feed>); give the document as text, Word (.docx), .odt or PDF",
    ),
    "XML in UTF-16": (
        '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"),
        "an XML file (<a>); give the document as text, Word (.docx), .odt or PDF",
    ),
    "Word as XML": (
        b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"></pkg:package>',
        "a Word document saved as XML; give the document as text, Word (.docx), .odt or PDF",
    ),
    "JSON": (b'{"error": "not found"}\n', "data (JSON); give the document itself"),
    "JSON lines": (b'{"a": 1}\n{"a": 2}\n', "data (JSON); give the document itself"),
    "our JSON": (
        json.dumps({"schema_version": 1, "masthead": {}}).encode(),
        "a report that wgtip has parsed (JSON); give the document itself",
    ),
    "MIME": (
        b"From: person\nSubject: a\n b\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>",
        "a web archive or a message (MIME); save the document as .docx, .html or PDF",
    ),
    "zeros": (
        b"\0" * 4096,
        "nothing but zeros, as a copy or a download leaves that was broken off; fetch it again",
    ),
    "WordPerfect": (b"\xffWPC\x10\0\0\0", "a WordPerfect document; save it as .docx, with LibreOffice for one"),
    "PostScript": (b"%!PS-Adobe-3.0\n", "a PostScript file; make a PDF of it"),
    "picture": (
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        "a picture (JPEG), whose words need OCR (optical character recognition) first",
    ),
    "gzip": (b"\x1f\x8b\x08\0", "an archive (gzip): unpack it and give the documents in it"),
    "SQLite": (
        b"SQLite format 3\0",
        "a database (SQLite); wgtip search, show and stats read one that wgtip compile has written",
    ),
    "xlsx": (
        zipped({"_rels/.rels": "<a/>", "xl/workbook.xml": "<a/>"}),
        "a spreadsheet (Excel); save its text as .docx, PDF or plain text",
    ),
    "pptx": (zipped({"ppt/presentation.xml": "<a/>"}), "a presentation (PowerPoint); save it as PDF"),
    "EPUB": (
        zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}),
        "an e-book (EPUB); save it as .docx or PDF",
    ),
}
TEXTS = (
    b"[15. The Committee met.]",
    b"[1]",
    b"{draft}",
    b"version https://git-lfs.github.com/spec/v1 is what a pointer begins with.\n",
    LFS + b"x" * foreign.LONGEST_POINTER,
    b"<person> said: 1. One.",
    b"Note: the text\nSubject: none\n\n1. One. MIME-Version: 1.0",
    b"Draft, 1. One, 01.02.2031 10:11, file:///a; and more",
    b"1" * 162,
)


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_of_another_kind_is_named(kind: str) -> None:
    data, told = FOREIGN[kind]
    for name in ("a.txt", "a.pdf"):
        with pytest.raises(readers.ReadError) as caught:
            readers.read_bytes(name, data)
        assert str(caught.value) == f"{name}: {told}"


@pytest.mark.parametrize("name", ["reports/~$draft.docx", ".~lock.draft.odt#"])
def test_a_lock_file_is_known_by_its_name_too(name: str) -> None:
    with pytest.raises(readers.ReadError, match="a lock file, which says that somebody has the document open"):
        readers.read_bytes(name, b"\x06Person")


@pytest.mark.parametrize("data", TEXTS)
def test_a_text_that_looks_a_little_like_it_is_read(data: bytes) -> None:
    assert readers.read_bytes("a.txt", data)[0].text == data.decode()


@pytest.mark.parametrize("name", ["a.pdf", "a.DOCX", "a.odt", "a.rtf"])
def test_an_error_page_in_the_place_of_a_document_is_named(name: str) -> None:
    suffix = name[1:].lower()
    with pytest.raises(readers.ReadError) as caught:
        readers.read_bytes(name, ERROR_PAGE)
    told = f"a web page (“Page not found & gone”), though it is named {suffix}"
    assert str(caught.value) == f"{name}: {told}: fetch the document again, or name it .html if this is it"


@pytest.mark.parametrize("name", ["a.html", "a.doc", "-"])
def test_a_page_under_any_other_name_is_read(name: str) -> None:
    assert readers.read_bytes(name, ERROR_PAGE)[0].format == "html"


def test_such_files_are_counted_as_unreadable_beside_documents(tmp_path: Path) -> None:

    files = {"L.1.pdf": LFS, "Add.1.docx": LFS, "Add.2.pdf": ERROR_PAGE, "ok.docx": word(paragraph("1. One."))}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    for command in (["parse"], ["check"], ["compile", "--format", "json"]):
        done = wgtip_here(*command, ".", folder=tmp_path)
        assert done.returncode == 1
        assert sum(b": a pointer of Git LFS" in line for line in done.stderr.splitlines()) == 2
        assert sum(b": a web page" in line for line in done.stderr.splitlines()) == 1


@given(st.binary(min_size=1, max_size=200), st.sampled_from([b"{", b"[", b"<", b"<?xml", b"\xff\xfe<\0", b"A: ", b""]))
def test_any_beginning_is_survived(data: bytes, beginning: bytes) -> None:
    told = foreign.told("a", beginning + data)
    assert told is None or "\n" not in told
