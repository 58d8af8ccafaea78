"""Readers turn a file into a Source; this module finds the files and hands their bytes to the reader of their kind."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers import foreign, text
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.kinds import Kind, kind_of
from wgtip_parse.readers.revisions import Revisions
from wgtip_parse.readers.rewriting import rewrite
from wgtip_parse.source import Source

__all__ = [
    "MEGABYTE",
    "SIZE_LIMIT",
    "STANDARD_INPUT",
    "ReadError",
    "Revisions",
    "find",
    "read",
    "read_bytes",
    "read_text",
    "rewrite",
]

MEGABYTE = 1_000_000
SIZE_LIMIT = 64 * MEGABYTE
USUAL_SIZE = 100_000  # bytes: most documents are smaller
STANDARD_INPUT = "-"
SUFFIXES = (".doc", ".docm", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf", ".txt", ".xml")
WITH_REVISIONS = (Kind.WORD, Kind.OLD_WORD, Kind.ODT)

Read = tuple[Source, tuple[Diagnostic, ...]]
read_text = text.read_text


def find(folder: str, tell: Callable[[str], None]) -> list[str]:
    """The documents in a folder and the folders below it, sorted; hidden ones are passed over.

    Of a folder that cannot be listed `tell` is called with one line about it.
    """
    found: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: tell(_unlisted(error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [_forward(os.path.normpath(os.path.join(parent, name))) for name in files if _is_document(name)]
    return sorted(found)


def read(
    path: str,
    limit: int = SIZE_LIMIT,
    revisions: Revisions = Revisions.ACCEPT,
    standard_input: str = STANDARD_INPUT,
    *,
    ocr: bool = False,
) -> Read:
    """The source text of a file, or of standard input for "-", of at most `limit` bytes.

    `revisions` says what becomes of the tracked changes in a Word file, `standard_input` what that is called;
    `ocr`, that Tesseract is to read what is only a picture in a PDF.
    """
    name = _printable(standard_input if path == STANDARD_INPUT else path)
    try:
        with open(0 if path == STANDARD_INPUT else path, "rb", closefd=path != STANDARD_INPUT) as file:
            data = _beginning(file, limit + 1)
    except OSError as error:
        raise ReadError(f"{name}: {_cause(error)}") from error
    return read_bytes(name, data, limit, revisions, ocr=ocr)


def read_bytes(
    name: str, data: bytes, limit: int = SIZE_LIMIT, revisions: Revisions = Revisions.ACCEPT, *, ocr: bool = False
) -> Read:
    """The source text of a document's bytes, whose beginning and not whose name says of what kind they are."""
    if len(data) > limit:
        raise ReadError(f"{name}: larger than {limit / MEGABYTE:g} MB")
    if not data:
        raise ReadError(f"{name}: empty file")
    kind = kind_of(data)
    if said := _refused(kind, name, data):
        raise ReadError(f"{name}: {said}")
    return _reader(kind, revisions, ocr=ocr)(name, data)


def _reader(kind: Kind, revisions: Revisions, *, ocr: bool) -> Callable[[str, bytes], Read]:
    """The reader of a kind, imported only where a document of that kind comes."""
    if kind in WITH_REVISIONS:
        return partial(_reader_of_office(kind), revisions=revisions)
    if kind is Kind.RTF:
        from wgtip_parse.readers.rtf import read_rtf

        return read_rtf
    if kind is Kind.HTML:
        from wgtip_parse.readers.html import read_html

        return read_html
    if kind is Kind.AKN:
        from wgtip_parse.readers.akn import read_akn

        return read_akn
    if kind is Kind.PDF:
        from wgtip_parse.readers.pdf import read_pdf

        return partial(read_pdf, ocr=ocr)
    return text.read_text_bytes


def _reader_of_office(kind: Kind) -> Callable[..., Read]:
    """The reader of a kind whose documents may have tracked changes."""
    if kind is Kind.OLD_WORD:
        from wgtip_parse.readers.office import read_old_word

        return read_old_word
    if kind is Kind.ODT:
        from wgtip_parse.readers.odt import read_odt

        return read_odt
    from wgtip_parse.readers.word import read_word

    return read_word


def _refused(kind: Kind, name: str, data: bytes) -> str | None:
    """What a file is that is no document, though a reader could take it; None for all others."""
    if kind is Kind.HTML:
        return foreign.misnamed(name, data)
    return foreign.told(name, data) if kind is Kind.TEXT else None


def _is_document(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$"))  # "~$": Word has the document open


def _beginning(file: BinaryIO, size: int) -> bytes:
    """The first bytes of a file; room for all of them is made only where the file is large."""
    data = file.read(min(size, USUAL_SIZE))
    return data + file.read(size - USUAL_SIZE) if len(data) == USUAL_SIZE else data


def _printable(path: str) -> str:
    """A file name that is not UTF-8 has no place in JSON: its odd bytes become U+FFFD."""
    return _forward(os.fsencode(path).decode("utf-8", "replace"))


def _forward(path: str) -> str:
    """A path with forward slashes: what is written on one system names the same files on another."""
    return path.replace(os.sep, "/")


def _cause(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()


def _unlisted(error: OSError) -> str:
    return f"{_printable(error.filename)}: {_cause(error)}"
