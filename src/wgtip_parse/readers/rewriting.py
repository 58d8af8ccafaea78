"""Edits of a source text made in the file's bytes: what is not edited keeps its encoding, mark and line ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from wgtip_parse.diagnostics import Edit
from wgtip_parse.readers.text import decode

LINE_END = re.compile(r"\r\n|\r|\n")
MARK = "\ufeff"


def rewrite(data: bytes, edits: Iterable[Edit]) -> bytes | None:
    """The bytes of a text file with the edits made; edits do not overlap.

    None where the encoding has no such characters, or where the bytes would not come back as they were.
    """
    decoded = decode(data)
    if decoded is None or _encoded(decoded.text, decoded.mark, decoded.encoding) != data:
        return None
    text, line_end = decoded.text, _line_end(decoded.text)
    shift = len(MARK) if text.startswith(MARK) else 0
    wide = [match.start() - at for at, match in enumerate(re.finditer("\r\n", text[shift:]))]
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda each: each.start):
        start, end = (shift + offset + bisect_left(wide, offset) for offset in (edit.start, edit.end))
        pieces += [text[done:start], edit.text.replace("\n", line_end)]
        done = end
    return _encoded("".join([*pieces, text[done:]]), decoded.mark, decoded.encoding)


def _line_end(text: str) -> str:
    """The first of the file, which stands for all of them where it has to be made anew."""
    first = LINE_END.search(text)
    return first[0] if first else "\n"


def _encoded(text: str, mark: bytes, encoding: str) -> bytes | None:
    try:
        return mark + text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return None
