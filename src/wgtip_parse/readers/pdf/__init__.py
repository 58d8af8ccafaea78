"""The reader of PDF: characters with their places → lines in reading order → the plain form, page by page."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator
from functools import partial
from typing import Any

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.pdf.characters import Characters, CrowdedPageError
from wgtip_parse.readers.pdf.guard import guarded
from wgtip_parse.readers.pdf.lines import Line, lines_of
from wgtip_parse.readers.pdf.plain import plain
from wgtip_parse.readers.pdf.words import words_of
from wgtip_parse.source import Look, Source

MOST_PAGES = 5_000
REASONS = {4: "it is encrypted, and a password opens it", 5: "it is encrypted in a way that is not known here"}


def read_pdf(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of a PDF; raises ReadError where it cannot be opened, holds no text or takes more than its share."""
    library(name)  # before the child is made, which then need not import it
    text, looks = marshal.loads(guarded(name, partial(_packed, name, data)))
    return Source(name, text, hashlib.sha256(data).hexdigest(), "pdf", tuple(map(Look._make, looks))), ()


def read_here(name: str, data: bytes, raw: Any) -> tuple[str, list[Look]]:
    """The plain form of a PDF and the looks of its lines, read in this process without limits of time and memory."""
    text, looks = plain(list(_pages(name, data, raw)))
    if not text.strip():
        raise ReadError(f"{name}: no text in this PDF: it needs OCR (optical character recognition) first")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), looks  # half a character is none


def _packed(name: str, data: bytes) -> bytes:
    """The same as bytes that one process of ours hands to another: of all that can hold them, the quickest."""
    text, looks = read_here(name, data, library(name))
    return marshal.dumps((text, list(map(tuple, looks))))


def library(name: str) -> Any:
    """The library that reads PDF; raises ReadError where it is not installed."""
    try:
        import pypdfium2.raw as raw
    except ImportError as error:
        raise ReadError(f"{name}: reading PDF needs pypdfium2: pip install pypdfium2") from error
    return raw


def _pages(name: str, data: bytes, raw: Any) -> Iterator[list[Line]]:
    """The lines of each page."""
    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        reason = REASONS.get(raw.FPDF_GetLastError(), "damaged, or no PDF at all")
        raise ReadError(f"{name}: this PDF cannot be opened: {reason}")
    try:
        count = raw.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise ReadError(f"{name}: {count:,} pages; at most {MOST_PAGES:,} are read")
        for at in range(count):
            try:
                yield _page(raw.FPDF_LoadPage(document, at), raw)
            except CrowdedPageError as error:
                raise ReadError(f"{name}: page {at + 1} has {error}") from error
    finally:
        raw.FPDF_CloseDocument(document)


def _page(page: Any, raw: Any) -> list[Line]:
    """The lines of one page, which is closed again; none where the page is damaged."""
    if not page:
        return []
    textpage = raw.FPDFText_LoadPage(page)
    try:
        return _lines(Characters(textpage, raw)) if textpage else []
    finally:
        if textpage:
            raw.FPDFText_ClosePage(textpage)
        raw.FPDF_ClosePage(page)


def _lines(characters: Characters) -> list[Line]:
    return lines_of(words_of(characters), typed=characters.types_spaces)
