"""Glyphs: the letters of signs that PDFium cannot name, by the names that fonts give them in their encodings.

PDFium hands over the code of such a sign. What a font calls the sign at a code stands in the file, in the list of
differences of its encoding (ISO 32000-1, 9.6.6): "f_f_i" and "uni00660069" are letters (Adobe Glyph List
Specification). The file is looked through only where there is such a sign.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cached_property

MOST_BYTES = 32_000_000  # of packed objects, unpacked
MOST_OBJECTS = 200_000
MOST_SIGNS = 4_000  # of several letters in a document, each with a place in the private use area
PRIVATE = 0x10_0000

_OBJECT = re.compile(rb"(\d{1,9}) \d{1,5} obj\b(.*?)endobj", re.DOTALL)
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_NUMBER_OF = re.compile(rb"/N\s+(\d{1,7})")
_FIRST = re.compile(rb"/First\s+(\d{1,9})")
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_BASE = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
_ENCODING = re.compile(rb"/Encoding\s+(\d{1,9}) \d{1,5} R")
_DIFFERENCES = re.compile(rb"/Differences\s*(?:\[([^\]]*)\]|(\d{1,9}) \d{1,5} R)")
_TOKEN = re.compile(rb"(\d{1,5})|/([^\s/<>\[\]()]+)")
_SUBSET = re.compile(r"[A-Z]{6}\+")
_BY_CODE = re.compile(r"uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6})")
_LIGATURES = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ"}


class Glyphs:
    """The letters of the signs of one PDF; of several letters each sign has one character of its own in `private`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.private: dict[int, str] = {}
        self._signs: dict[str, str] = {}

    def sign(self, font: str, code: int) -> str | None:
        """One character for the sign at a code of a font; None where the font does not say what it is."""
        letters = self._letters.get((_SUBSET.sub("", font), code))
        if letters is None or len(letters) == 1:
            return letters
        if letters not in self._signs and len(self.private) < MOST_SIGNS:
            own = PRIVATE + len(self.private)
            self._signs[letters] = _LIGATURES.get(letters) or chr(own)
            self.private[own] = letters
        return self._signs.get(letters)

    @cached_property
    def _letters(self) -> dict[tuple[str, int], str]:
        """The letters at each code of each font; two fonts of one name that differ have none."""
        found: dict[tuple[str, int], str | None] = {}
        objects = dict(_objects(self._data))
        for each in objects.values():
            base = _BASE.search(each)
            if base:
                name = _SUBSET.sub("", base[1].decode("latin-1"))
                for code, letters in _differences(each, objects):
                    key = (name, code)
                    found[key] = letters if found.get(key, letters) == letters else None
        return {key: letters for key, letters in found.items() if letters}


def letters_of(name: str) -> str | None:
    """The letters that the name of a glyph stands for (Adobe Glyph List Specification); None if it has none."""
    parts = [_part(part) for part in name.partition(".")[0].split("_")]
    return "".join(part for part in parts if part) if all(parts) else None


def _part(name: str) -> str | None:
    if len(name) == 1 or name in _LIGATURES:
        return name
    by_code = _BY_CODE.fullmatch(name)
    if by_code is None:
        return None
    codes = re.findall("....", by_code[1]) if by_code[1] else [by_code[2]]
    letters = [chr(number) for code in codes if (number := int(code, 16)) <= 0x10FFFF]
    return "".join(letters).encode("utf-8", "ignore").decode() or None


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects of a file by their numbers, those that are packed too; later ones take the place of earlier ones."""
    room = MOST_BYTES
    for _, found in zip(range(MOST_OBJECTS), _OBJECT.finditer(data), strict=False):
        yield int(found[1]), found[2]
        if _PACKED.search(found[2], 0, 1_000) and room > 0:
            unpacked = _unpacked(found[2], room)
            room -= len(unpacked)
            yield from _parts(found[2], unpacked)


def _unpacked(stream: bytes, most: int) -> bytes:
    packed = _STREAM.search(stream)
    try:
        return zlib.decompressobj().decompress(packed[1], most) if packed else b""
    except zlib.error:
        return b""


def _parts(stream: bytes, unpacked: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects in a stream of them: their numbers and places stand at its beginning."""
    number, first = _NUMBER_OF.search(stream), _FIRST.search(stream)
    if number is None or first is None:
        return
    begin = int(first[1])
    head = [int(each) for each in unpacked[:begin].split()[: 2 * int(number[1])] if each.isdigit()]
    places = [*head[1::2], len(unpacked) - begin]
    for own, start, stop in zip(head[::2], places, places[1:], strict=False):
        yield own, unpacked[begin + start : begin + stop]


def _differences(font: bytes, objects: dict[int, bytes]) -> Iterator[tuple[int, str]]:
    """The codes of a font whose signs its encoding names by letters."""
    given = _ENCODING.search(font)
    found = _DIFFERENCES.search(objects.get(int(given[1]), b"") if given else font)
    if found is None:
        return
    code = 0
    for number, name in _TOKEN.findall(found[1] if found[1] is not None else objects.get(int(found[2]), b"")):
        if number:
            code = int(number)
            continue
        letters = letters_of(name.decode("latin-1"))
        if letters:
            yield code, letters
        code += 1
