"""The reader of PDF: the text of each page, with a form feed between pages."""

from __future__ import annotations

import hashlib

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.readers.error import ReadError
from wgtip_parse.source import PAGE_BREAK, Source

MAGIC = b"%PDF-"
WITHIN = 1024  # bytes in which the magic has to begin, as readers of PDF allow


def is_pdf(data: bytes) -> bool:
    """Whether the bytes say that they are a PDF."""
    return MAGIC in data[: WITHIN + len(MAGIC)]


def read_pdf(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The Source of a PDF; raises ReadError where it cannot be opened."""
    try:
        import pypdfium2
    except ImportError as error:
        raise ReadError(f"{name}: reading PDF needs pypdfium2: pip install 'wgtip[pdf]'") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{name}: not a PDF that can be opened") from error
    pages = [page.get_textpage().get_text_bounded() for page in document]
    text = PAGE_BREAK.join(pages).replace("\r\n", "\n")
    return Source(name, text, hashlib.sha256(data).hexdigest(), "pdf"), ()
