"""The reader of plain text: finds the encoding, drops the byte-order mark and makes every line end one line feed."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.readers.encodings import ESCAPED, LEGACY, encoding_of
from wgtip_parse.readers.error import ReadError
from wgtip_parse.readers.foreign import DOCUMENT_SUFFIXES
from wgtip_parse.source import Source

BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])  # a stray escape sequence makes no file binary
MOST_CONTROLS = 0.05
MOST_TOLD = 100  # bytes that are no character, each of which is told by itself
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def read_text(name: str, text: str) -> Source:
    """A Source of text that is decoded already; its SHA-256 is of the text in UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    return Source(name, _plain(data.decode("utf-8", "replace")), hashlib.sha256(data).hexdigest())


class Decoded(NamedTuple):
    """Text with its line ends as they are, the mark before it, and Python's name of its encoding.

    A byte that is no character stands in it as "surrogateescape" writes it, so that it comes back as it was.
    """

    text: str
    mark: bytes
    encoding: str


def read_text_bytes(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """A Source of a text file's bytes, with a warning where its encoding had to be guessed and at each bad byte.

    Raises ReadError where the bytes are no text.
    """
    decoded = decode(data)
    if decoded is None or _is_binary(decoded.text):
        raise ReadError(f"{name}: not a text file")
    text = _plain(decoded.text)
    source = Source(name, ESCAPED.sub(REPLACEMENT, text), hashlib.sha256(data).hexdigest())
    if not source.text.strip():
        raise ReadError(f"{name}: a text file without text")
    certain = decoded.mark or decoded.encoding == "utf-8"
    said = [] if certain else [_guessed(source, decoded.encoding)]
    return source, (*_misnamed(name), *said, *_bad_bytes(text, decoded.encoding))


def decode(data: bytes) -> Decoded | None:
    """The text in the bytes, or None where they are none; without a mark anything but UTF-8 is a guess."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_declared(data[len(mark) :], encoding), mark, encoding)
    if b"\0" in data:
        return _decode_utf16(data)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, b"", "utf-8")
    found = encoding_of(data)
    return None if found is None else Decoded(data.decode(found, "surrogateescape"), b"", found)


def _declared(data: bytes, encoding: str) -> str:
    """Text in the encoding that a mark names, whatever is wrong with it."""
    if encoding == "utf-8":
        return data.decode(encoding, "surrogateescape")
    return data.decode(encoding, "replace").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decode_utf16(data: bytes) -> Decoded | None:
    """Latin text in UTF-16 has a NUL in every other byte, nearly always."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    alternate = max(even, odd) > len(data) / 4 and min(even, odd) < len(data) / 100
    text = _strictly(data, encoding) if alternate else None
    return None if text is None else Decoded(text, b"", encoding)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    return "\0" in text or len(data) - len(data.translate(None, CONTROLS)) > len(text) * MOST_CONTROLS


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _guessed(source: Source, encoding: str) -> Diagnostic:
    first = NOT_ASCII.search(source.text)
    span = first.span() if first else (0, 0)
    message = f"not UTF-8: read as {LEGACY.get(encoding, encoding.upper())}"
    return Diagnostic("T001", Severity.WARNING, message, span, "save the document as UTF-8")


def _bad_bytes(text: str, encoding: str) -> Iterator[Diagnostic]:
    """A warning at each byte that is no character, and one for all that are too many to be told."""
    name = LEGACY.get(encoding, encoding.upper())
    hint = "put the character that was meant in the place of U+FFFD"
    found = list(ESCAPED.finditer(text))
    for match in found[:MOST_TOLD]:
        message = f"byte 0x{ord(match[0]) & 0xFF:02X} is no {name}: read as U+FFFD"
        yield Diagnostic("T951", Severity.WARNING, message, match.span(), hint)
    if more := found[MOST_TOLD:]:
        message = f"{len(more):,} more bytes that are no {name}, from here on"
        yield Diagnostic("T951", Severity.WARNING, message, more[0].span(), hint)


def _misnamed(name: str) -> Iterator[Diagnostic]:
    """A warning where text bears the name of another kind: it may not be the document that was meant."""
    suffix = os.path.splitext(name)[1].lower()
    if suffix in DOCUMENT_SUFFIXES:
        message = f"named {suffix}, but its content is plain text"
        yield Diagnostic("T952", Severity.WARNING, message, (0, 0), "give the document itself, or name the file .txt")
