"""Pages: the lines of each page of a PDF, and what is wrong with it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.pdf import ocr
from wgtip_parse.readers.pdf.characters import LOST, Characters, CrowdedPageError
from wgtip_parse.readers.pdf.glyphs import Glyphs
from wgtip_parse.readers.pdf.legibility import is_legible
from wgtip_parse.readers.pdf.line import Line
from wgtip_parse.readers.pdf.lines import lines_of
from wgtip_parse.readers.pdf.remarks import Fault
from wgtip_parse.readers.pdf.words import words_of

MOST_PAGES = 5_000
FEW_CHARACTERS = 250  # a page with no more may be a scan with a stamp, a head and a number
MOST_OBJECTS = 10_000  # of a page, that are looked through for a picture
COVERING = 0.4  # share of a page that a picture of it covers at least
DEEPEST = 4  # forms inside one another
FOR_OCR = (Fault.NO_TEXT, Fault.PICTURE, Fault.UNREADABLE)
REASONS = {4: "it is encrypted, and a password opens it", 5: "it is encrypted in a way that is not known here"}


class Page(NamedTuple):
    """The lines of a page from top to bottom, and its fault, if any."""

    lines: list[Line]
    fault: Fault | None


def pages_of(name: str, data: bytes, raw: Any, program: str | None = None) -> Iterator[Page]:
    """Each page of a PDF; raises ReadError where it cannot be opened, or has more than is read.

    `program` reads the pages that are not to be read otherwise.
    """
    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        reason = REASONS.get(raw.FPDF_GetLastError(), "damaged, or no PDF at all")
        raise ReadError(f"{name}: this PDF cannot be opened: {reason}")
    try:
        count = raw.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise ReadError(f"{name}: {count:,} pages; at most {MOST_PAGES:,} are read")
        glyphs, seen = Glyphs(data), 0
        for at in range(count):
            try:
                page = _page(
                    raw.FPDF_LoadPage(document, at),
                    raw,
                    glyphs,
                    program if seen < ocr.MOST_PAGES else None,
                    titled=not at,
                )
                seen += page.fault in (*FOR_OCR, Fault.READ_BY_OCR)
                yield page
            except CrowdedPageError as error:
                raise ReadError(f"{name}: page {at + 1} has {error}") from error
    finally:
        raw.FPDF_CloseDocument(document)


def _page(page: Any, raw: Any, glyphs: Glyphs, program: str | None, *, titled: bool) -> Page:
    """A page, which is closed again."""
    if not page:
        return Page([], Fault.DAMAGED)
    textpage = raw.FPDFText_LoadPage(page)
    try:
        if not textpage:
            return Page([], Fault.DAMAGED)
        characters = Characters(textpage, raw, glyphs)
        lines = lines_of(words_of(characters), typed=characters.types_spaces, titled=titled)
        fault = _fault(page, lines, raw)
        words = ocr.words_on(page, raw, program) if program and fault in FOR_OCR else []
        return Page(lines_of(words, typed=True, titled=titled), Fault.READ_BY_OCR) if words else Page(lines, fault)
    finally:
        if textpage:
            raw.FPDFText_ClosePage(textpage)
        raw.FPDF_ClosePage(page)


def _fault(page: Any, lines: list[Line], raw: Any) -> Fault | None:
    if not lines:
        return Fault.NO_TEXT if raw.FPDFPage_CountObjects(page) else Fault.BLANK
    if sum(len(line.text) for line in lines) <= FEW_CHARACTERS and _is_picture(page, raw):
        return Fault.PICTURE
    text = "\n".join(line.text for line in lines)
    if not is_legible(text):
        return Fault.UNREADABLE
    return Fault.LOST_LETTERS if LOST in text else None


def _is_picture(page: Any, raw: Any) -> bool:
    """Whether one picture covers much of a page."""
    size = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
    return any(_area(each, raw) > COVERING * size for each in islice(_pictures(page, raw), MOST_OBJECTS))


def _pictures(page: Any, raw: Any) -> Iterator[Any]:
    for at in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        yield from _pictures_in(raw.FPDFPage_GetObject(page, at), raw, DEEPEST)


def _pictures_in(thing: Any, raw: Any, deepest: int) -> Iterator[Any]:
    """An object that is a picture, or a form that holds one, which is as large as it."""
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_IMAGE:
        yield thing
    elif kind == raw.FPDF_PAGEOBJ_FORM and deepest:
        inner = (raw.FPDFFormObj_GetObject(thing, at) for at in range(raw.FPDFFormObj_CountObjects(thing)))
        if any(True for each in inner for _ in _pictures_in(each, raw, deepest - 1)):
            yield thing


def _area(thing: Any, raw: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return (right.value - left.value) * (top.value - bottom.value)
