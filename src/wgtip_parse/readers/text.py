"""The reader of plain text: finds the encoding, drops the byte-order mark and makes every line end one line feed."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import NamedTuple

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.readers.error import ReadError
from wgtip_parse.source import Source

BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
LEGACY_ENCODINGS = {  # of the six official languages, by Python's name and the one that people know
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1256": "windows-1256",
    "gb18030": "GB 18030",
    "koi8_r": "KOI8-R",
    "mac_roman": "Mac Roman",
}
CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])  # a stray escape sequence makes no file binary
MOST_CONTROLS = 0.05
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def read_text(name: str, text: str) -> Source:
    """A Source of text that is decoded already; its SHA-256 is of the text in UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    return Source(name, _plain(data.decode("utf-8", "replace")), hashlib.sha256(data).hexdigest())


class Decoded(NamedTuple):
    """Text with its line ends as they are, the mark before it, and Python's name of its encoding."""

    text: str
    mark: bytes
    encoding: str


def read_text_bytes(name: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """A Source of a text file's bytes, and a warning where its encoding had to be guessed.

    Raises ReadError where the bytes are no text.
    """
    decoded = decode(data)
    if decoded is None or _is_binary(decoded.text):
        raise ReadError(f"{name}: not a text file")
    source = Source(name, _plain(decoded.text), hashlib.sha256(data).hexdigest())
    certain = decoded.mark or decoded.encoding == "utf-8"
    return source, () if certain else (_guessed(source, decoded.encoding),)


def decode(data: bytes) -> Decoded | None:
    """The text in the bytes, or None where they are none; without a mark anything but UTF-8 is a guess."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark) and (text := _strictly(data[len(mark) :], encoding)) is not None:
            return Decoded(text, mark, encoding)
    if b"\0" in data:
        return _decode_utf16(data)
    text = _strictly(data, "utf-8")
    return Decoded(text, b"", "utf-8") if text is not None else _decode_legacy(data)


def _decode_utf16(data: bytes) -> Decoded | None:
    """Latin text in UTF-16 has a NUL in every other byte, nearly always."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    alternate = max(even, odd) > len(data) / 4 and min(even, odd) < len(data) / 100
    text = _strictly(data, encoding) if alternate else None
    return None if text is None else Decoded(text, b"", encoding)


def _decode_legacy(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(LEGACY_ENCODINGS)).best()
    return None if best is None else Decoded(str(best), b"", best.encoding)


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
    message = f"not UTF-8: read as {LEGACY_ENCODINGS.get(encoding, encoding.upper())}"
    return Diagnostic("T001", Severity.WARNING, message, span, "save the document as UTF-8")
