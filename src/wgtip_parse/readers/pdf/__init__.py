"""The reader of PDF: characters with their places → lines in reading order → the plain form, page by page."""

from __future__ import annotations

import hashlib
import marshal
import shutil
from functools import partial
from typing import Any

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.pdf.guard import guarded
from wgtip_parse.readers.pdf.ocr import PROGRAM
from wgtip_parse.readers.pdf.pages import MOST_PAGES, pages_of
from wgtip_parse.readers.pdf.plain import plain
from wgtip_parse.readers.pdf.remarks import Remark, diagnostics
from wgtip_parse.source import Look, Source

__all__ = ["MOST_PAGES", "read_here", "read_pdf"]


def read_pdf(name: str, data: bytes, ocr: bool = False) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of a PDF, and what is to be said of its pages; with `ocr`, Tesseract reads those that are pictures.

    Raises ReadError where it cannot be opened, holds no text or takes more than its share, or Tesseract is not there.
    """
    program = _tesseract(name) if ocr else None
    library(name)  # before the child is made, which then need not import it
    text, looks, remarks = marshal.loads(guarded(name, partial(_packed, name, data, program)))
    source = Source(name, text, hashlib.sha256(data).hexdigest(), "pdf", tuple(map(Look._make, looks)))
    return source, tuple(diagnostics(map(Remark._make, remarks), text))


def read_here(name: str, data: bytes, raw: Any, program: str | None = None) -> tuple[str, list[Look], list[Remark]]:
    """The plain form of a PDF, the looks of its lines, the faults of its pages; without limits of time and memory."""
    pages = list(pages_of(name, data, raw, program))
    text, looks = plain([page.lines for page in pages])
    if not text.strip():
        how = "and OCR has seen none" if program else "it needs OCR (optical character recognition), as --ocr does it"
        raise ReadError(f"{name}: no text in this PDF: {how}")
    remarks = [Remark(number, page.fault.name) for number, page in enumerate(pages, 1) if page.fault]
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # half a character is none
    return whole, looks, remarks


def _packed(name: str, data: bytes, program: str | None) -> bytes:
    """The same as bytes that one process of ours hands to another: of all that can hold them, the quickest."""
    text, looks, remarks = read_here(name, data, library(name), program)
    return marshal.dumps((text, list(map(tuple, looks)), list(map(tuple, remarks))))


def _tesseract(name: str) -> str:
    program = shutil.which(PROGRAM)
    if program is None:
        raise ReadError(f"{name}: OCR needs Tesseract: there is no {PROGRAM} on the PATH")
    return program


def library(name: str) -> Any:
    """The library that reads PDF; raises ReadError where it is not installed."""
    try:
        import pypdfium2.raw as raw
    except ImportError as error:
        raise ReadError(f"{name}: reading PDF needs pypdfium2: pip install pypdfium2") from error
    return raw
