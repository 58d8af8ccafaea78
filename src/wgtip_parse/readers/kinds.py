"""The kind of a document, told by its content: what it is named says nothing."""

from __future__ import annotations

import re
from enum import Enum, auto


class Kind(Enum):
    """What a document is; each kind has a reader."""

    TEXT = auto()
    WORD = auto()
    OLD_WORD = auto()
    ODT = auto()
    RTF = auto()
    HTML = auto()
    PDF = auto()
    AKN = auto()


BEGINNINGS = (
    (b"PK\x03\x04", Kind.WORD),  # a zip archive; what is in it, the reader finds out
    (b"PK\x05\x06", Kind.WORD),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_WORD),  # an OLE container, as encrypted new files are too
    (b"{\\rtf", Kind.RTF),
)
PDF = b"%PDF-"
WITHIN = 1024  # bytes in which the sign of a PDF has to begin, as readers of PDF allow
HEAD = 4096  # bytes in which the first tag of a page has to come
PROLOG = 65_536  # bytes in which the first tag of Akoma Ntoso has to come, behind comments and what is declared

_HTML = re.compile(
    rb"\s*(?:(?:<\?[^>]*>|<!--.*?-->)\s*)*<(?:!doctype\s+html|html|head|body|meta|title|h[1-6]|p|div|table|span)\b(?!/)",
    re.IGNORECASE | re.DOTALL,
)
_AKN = re.compile(
    rb"\s*(?:(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*)*<(?:[\w.-]+:)?akomaNtoso\b", re.DOTALL
)
_ODT, _WORD = b"content.xml", b"_rels/.rels"  # the part that only one of them has; names in an archive are readable
_OPENS_XML = (b"<", b" ", b"\t", b"\r", b"\n", b"\xef", b"\xff", b"\xfe")  # or white space, or a byte-order mark
_OF_16_BITS = (b"\xff\xfe<\0", b"\xfe\xff\0<")


def kind_of(data: bytes) -> Kind:
    """The kind of a document's bytes; what is of no other kind is text."""
    for beginning, kind in BEGINNINGS:
        if data.startswith(beginning):
            return Kind.ODT if kind is Kind.WORD and _ODT in data and _WORD not in data else kind
    if _HTML.match(_tag(data, HEAD)):
        return Kind.HTML
    if data[:1] in _OPENS_XML and _AKN.match(_tag(data, PROLOG)):
        return Kind.AKN
    return Kind.PDF if PDF in data[: WITHIN + len(PDF)] else Kind.TEXT


def _tag(data: bytes, within: int) -> bytes:
    """Where the first tag of a page is to be: without a byte-order mark, a byte for each sign."""
    if data.startswith(_OF_16_BITS):
        return data[2:within].replace(b"\0", b"")
    return data[:within].removeprefix(b"\xef\xbb\xbf")
