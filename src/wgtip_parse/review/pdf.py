"""A PDF with remarks as highlights: the notes of viewers at the words, written behind the file as it was."""

from __future__ import annotations

import ctypes
import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import Any

from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.pdf import library
from wgtip_parse.readers.pdf.characters import Box, Characters
from wgtip_parse.readers.pdf.glyphs import Glyphs
from wgtip_parse.readers.pdf.guard import guarded
from wgtip_parse.review.places import found_on, painted
from wgtip_parse.review.remark import Remark
from wgtip_parse.source import PAGE_BREAK

AUTHOR = "wgtip"
YELLOW = (255, 220, 60, 110)  # red, green, blue and how far it covers
PRINTED = 1 << 2  # flag of an annotation (ISO 32000-1, table 165)
LONGEST = 600  # characters of one highlight: of what is longer the beginning is
SAME_LINE = 0.5  # of its height may a character stand above or below the one before it
ICON = 20.0  # points: the side of a note for words that are not found on their page

_IDENTIFIER = re.compile(
    rb"(/ID ?\[ ?(?:<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\)) ?)(?:<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\))", re.DOTALL
)


def highlighted(name: str, data: bytes, text: str, remarks: Sequence[Remark], date: str | None) -> bytes:
    """The PDF of these bytes and this source text with a highlight for each remark.

    `date` is one of PDF, "D:20260131000000Z"; without it the notes have none.
    """
    library(name)  # before the child is made, which then need not import it
    return guarded(name, partial(_highlighted, name, data, text, remarks, date))


def _highlighted(name: str, data: bytes, text: str, remarks: Sequence[Remark], date: str | None) -> bytes:
    raw = library(name)
    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise ReadError(f"{name}: this PDF cannot be opened")
    pages, glyphs = text.split(PAGE_BREAK), Glyphs(data)
    starts = [0, *accumulate(len(page) + 1 for page in pages)]
    of_page: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks:
        of_page[text.count(PAGE_BREAK, 0, remark.span[0])].append(remark)
    for number, here in of_page.items():
        page = raw.FPDF_LoadPage(document, number)
        _Page(page, raw, glyphs).highlight(pages[number], starts[number], here, date)
        raw.FPDF_ClosePage(page)
    copy = _saved(document, raw)
    raw.FPDF_CloseDocument(document)
    return _without_chance(data, copy)


class _Page:
    """One page, and where its characters stand."""

    def __init__(self, page: Any, raw: Any, glyphs: Glyphs) -> None:
        self._page, self._raw, self._glyphs = page, raw, glyphs

    def highlight(self, text: str, start: int, remarks: Sequence[Remark], date: str | None) -> None:
        """Highlight the words of remarks; `text` is that of the page, which begins at `start`."""
        self._textpage = self._raw.FPDFText_LoadPage(self._page)
        source, page = painted(text), painted(Characters(self._textpage, self._raw, self._glyphs).text)
        for remark in remarks:
            first, behind = (bisect_left(source.places, at - start) for at in remark.span)
            if first == behind:  # nothing stands there: the character before it or, at the top, behind it
                first, behind = max(0, first - 1), max(1, behind)
            places = found_on(page, source, first, min(behind, first + LONGEST, len(source.text)))
            self._annotate(list(self._lines(places)), "\n".join(remark.lines), date)
        self._raw.FPDFText_ClosePage(self._textpage)

    def _lines(self, places: Sequence[int]) -> Iterator[Box]:
        """The boxes of characters, those of a line as one."""
        line: Box | None = None
        for box in map(self._box, places):
            if line is None:
                line = box
            elif abs(box.bottom - line.bottom) <= SAME_LINE * (line.top - line.bottom) and box.left >= line.left:
                line = Box(line.left, min(line.bottom, box.bottom), max(line.right, box.right), max(line.top, box.top))
            else:
                yield line
                line = box
        if line is not None:
            yield line

    def _box(self, at: int) -> Box:
        rectangle = self._raw.FS_RECTF()
        self._raw.FPDFText_GetLooseCharBox(self._textpage, at, rectangle)
        return Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)

    def _annotate(self, boxes: list[Box], words: str, date: str | None) -> None:
        raw = self._raw
        if not boxes:
            top = raw.FPDF_GetPageHeightF(self._page)
            boxes = [Box(0.0, top - ICON, ICON, top)]
            note = raw.FPDFPage_CreateAnnot(self._page, raw.FPDF_ANNOT_TEXT)
        else:
            note = raw.FPDFPage_CreateAnnot(self._page, raw.FPDF_ANNOT_HIGHLIGHT)
            for left, bottom, right, top in boxes:
                corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
                raw.FPDFAnnot_AppendAttachmentPoints(note, corners)
            raw.FPDFAnnot_SetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *YELLOW)
        left, bottom, right, top = (
            pick(sides) for pick, sides in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
        )
        raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(left, top, right, bottom))
        raw.FPDFAnnot_SetFlags(note, PRINTED)
        for key, value in ((b"Contents", words), (b"T", AUTHOR), (b"M", date)):
            if value is not None:
                raw.FPDFAnnot_SetStringValue(note, key, _wide(value, raw))
        raw.FPDFPage_CloseAnnot(note)


def _wide(text: str, raw: Any) -> Any:
    """A text as the library takes it: UTF-16 with a NUL behind it."""
    data = text.encode("utf-16-le", "replace") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(data, len(data)), raw.FPDF_WIDESTRING)


def _saved(document: Any, raw: Any) -> bytes:
    """The file as it was, and behind it what has been added."""
    pieces: list[bytes] = []

    def write(_: Any, data: Any, size: int) -> int:
        pieces.append(ctypes.string_at(data, size))
        return 1

    writer = raw.FPDF_FILEWRITE(version=1)
    writer.WriteBlock = dict(raw.FPDF_FILEWRITE._fields_)["WriteBlock"](write)
    raw.FPDF_SaveAsCopy(document, writer, raw.FPDF_INCREMENTAL)
    return b"".join(pieces)


def _without_chance(data: bytes, copy: bytes) -> bytes:
    """The copy with an identifier that comes from its content, and not from chance."""
    added = copy[len(data) :]
    blank = _IDENTIFIER.sub(rb"\1<>", added)
    identifier = hashlib.sha256(data + blank).hexdigest()[:32].upper().encode()
    return copy[: len(data)] + _IDENTIFIER.sub(rb"\1<" + identifier + rb">", added)
