"""The kind of a document, told by its content: what it is named says nothing."""

from __future__ import annotations

import re
from enum import Enum, auto


class Kind(Enum):
    """What a document is; each kind but WordPerfect has a reader."""

    TEXT = auto()
    WORD = auto()
    OLD_WORD = auto()
    WORD_PERFECT = auto()
    RTF = auto()
    HTML = auto()
    PDF = auto()


BEGINNINGS = (
    (b"PK\x03\x04", Kind.WORD),  # a zip archive; what is in it, the reader finds out
    (b"PK\x05\x06", Kind.WORD),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_WORD),  # an OLE container, as encrypted new files are too
    (b"\xffWPC", Kind.WORD_PERFECT),
    (b"{\\rtf", Kind.RTF),
)
PDF = b"%PDF-"
WITHIN = 1024  # bytes in which the sign of a PDF has to begin, as readers of PDF allow
HEAD = 4096  # bytes in which the first tag of a page has to come

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def kind_of(data: bytes) -> Kind:
    """The kind of a document's bytes; what is of no other kind is text."""
    for beginning, kind in BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if _HTML.match(data[:HEAD]):
        return Kind.HTML
    return Kind.PDF if PDF in data[: WITHIN + len(PDF)] else Kind.TEXT
