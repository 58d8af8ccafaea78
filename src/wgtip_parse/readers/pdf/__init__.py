"""The reader of PDF: characters with their places → lines in reading order → the plain form, page by page."""

from __future__ import annotations

import hashlib
import marshal
from functools import partial
from typing import Any

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.pdf.guard import guarded
from wgtip_parse.readers.pdf.pages import MOST_PAGES, pages_of
from wgtip_parse.readers.pdf.plain import plain
from wgtip_parse.readers.pdf.remarks import Remark, diagnostics
from wgtip_parse.source import Look, Source

__all__ = ["MOST_PAGES", "read_here", "read_pdf"]


def read_pdf(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of a PDF, and what is to be said of its pages.

    Raises ReadError where it cannot be opened, holds no text or takes more than its share.
    """
    library(name)  # before the child is made, which then need not import it
    text, looks, remarks = marshal.loads(guarded(name, partial(_packed, name, data)))
    source = Source(name, text, hashlib.sha256(data).hexdigest(), "pdf", tuple(map(Look._make, looks)))
    return source, tuple(diagnostics(map(Remark._make, remarks), text))


def read_here(name: str, data: bytes, raw: Any) -> tuple[str, list[Look], list[Remark]]:
    """The plain form of a PDF, the looks of its lines, the faults of its pages; without limits of time and memory."""
    pages = list(pages_of(name, data, raw))
    text, looks = plain([page.lines for page in pages])
    if not text.strip():
        raise ReadError(f"{name}: no text in this PDF: it needs OCR (optical character recognition) first")
    remarks = [Remark(number, page.fault.name) for number, page in enumerate(pages, 1) if page.fault]
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # half a character is none
    return whole, looks, remarks


def _packed(name: str, data: bytes) -> bytes:
    """The same as bytes that one process of ours hands to another: of all that can hold them, the quickest."""
    text, looks, remarks = read_here(name, data, library(name))
    return marshal.dumps((text, list(map(tuple, looks)), list(map(tuple, remarks))))


def library(name: str) -> Any:
    """The library that reads PDF; raises ReadError where it is not installed."""
    try:
        import pypdfium2.raw as raw
    except ImportError as error:
        raise ReadError(f"{name}: reading PDF needs pypdfium2: pip install pypdfium2") from error
    return raw
