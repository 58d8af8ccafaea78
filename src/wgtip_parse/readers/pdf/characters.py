"""Characters: what PDFium knows of the characters of one page, asked for as seldom as can be."""

from __future__ import annotations

import ctypes
import math
import re
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from wgtip_parse.readers.pdf.glyphs import Glyphs
from wgtip_parse.readers.pdf.leftward import runs_leftward

MOST_CHARACTERS = 200_000  # on one page: a page of print has some 4,000
ASKED = 24  # spaces that tell whether a page types them
NAME_LENGTH = 128
ITALIC, BOLD = 1 << 6, 1 << 18  # flags of a font (ISO 32000-1, table 123)

ASKEW = -1  # in the place of quarter turns
SKEW = 0.15  # from here on a line is not level: 8 degrees, more than a sheet lies askew in a scanner
HYPHEN, LOST = "\x02", "\ufffd"

FIRST_CODE = 0xF000  # of a font that is marked as one of symbols (OpenType, cmap, encoding 3.0)

_BY_CODE = re.compile("[\uf020-\uf07e]")
_PICTURES = re.compile("dings|symbol|bats", re.IGNORECASE)
_UNNAMED = "\ufffe"
_SUSPECT = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe]")
_EVERY = re.compile(r"[^ \t\r\n]")
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_BOLD_NAME = re.compile(r"bold|black|heavy|-bd\b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obliq|-it\b", re.IGNORECASE)


class CrowdedPageError(ValueError):
    """A page with more characters than are read."""


class Style(NamedTuple):
    """How a stroke is set."""

    bold: bool
    italic: bool
    hidden: bool


class Box(NamedTuple):
    """A place on the page in points, from the bottom left: from the font's descent to its ascent."""

    left: float
    bottom: float
    right: float
    top: float


class Characters:
    """The characters of one page as PDFium has them."""

    def __init__(self, textpage: Any, raw: Any, glyphs: Glyphs) -> None:
        self.textpage = textpage
        self.raw = raw
        self.glyphs = glyphs
        self._page = ctypes.cast(textpage, ctypes.c_void_p).value
        self._stroke = _by_address(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
        self._mode = _by_address(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
        self._loose_box = _by_address(
            raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
        )
        self._rectangle = (ctypes.c_float * 4)()  # left, top, right, bottom, as in FS_RECTF
        self._rectangle_at = ctypes.addressof(self._rectangle)
        self._styles: dict[int | None, Style] = {}
        self._name = ctypes.create_string_buffer(NAME_LENGTH)
        self._flags = ctypes.c_int()
        self.text = self._read()

    def _read(self) -> str:
        """One character for each of PDFium's, so that an index means the same in both."""
        count = self.raw.FPDFText_CountChars(self.textpage)
        if count > MOST_CHARACTERS:
            raise CrowdedPageError(f"{count:,} characters; at most {MOST_CHARACTERS:,} are read")
        if count <= 0:
            return ""
        units = (ctypes.c_ushort * (count + 1))()
        written = self.raw.FPDFText_GetText(self.textpage, 0, count, units)
        text = bytes(units)[: 2 * (written - 1)].decode("utf-16-le", "replace")
        if len(text) != count:
            codes = (self.raw.FPDFText_GetUnicode(self.textpage, at) for at in range(count))
            text = "".join(chr(code or ord(_UNNAMED)) for code in codes)
        suspects = _EVERY if self._has_errors(text) else _SUSPECT
        text = suspects.sub(self._named, text) if suspects.search(text) else text
        return _BY_CODE.sub(self._letter_or_picture, text) if _BY_CODE.search(text) else text

    def _has_errors(self, text: str) -> bool:
        """Whether PDFium could not name some of the signs of a page: a few are asked."""
        asked = range(0, len(text), len(text) // ASKED + 1)
        return any(self.raw.FPDFText_HasUnicodeMapError(self.textpage, at) > 0 for at in asked)

    def _named(self, suspect: re.Match[str]) -> str:
        """A sign that is none, or may be none, as its font names it; a hyphen at the end of a line has one of these."""
        raw, at, sign = self.raw, suspect.start(), suspect[0]
        if raw.FPDFText_IsHyphen(self.textpage, at) > 0:
            return HYPHEN
        if sign != _UNNAMED and raw.FPDFText_HasUnicodeMapError(self.textpage, at) < 1:
            return LOST if _SUSPECT.match(sign) else sign
        code = raw.FPDFText_GetUnicode(self.textpage, at)
        return self.glyphs.sign(self._font(at), code) or (LOST if _SUSPECT.match(sign) else sign)

    def _font(self, at: int) -> str:
        """The name of the font of a character."""
        self.raw.FPDFText_GetFontInfo(self.textpage, at, self._name, NAME_LENGTH, self._flags)
        return self._name.value.decode("utf-8", "replace")

    def _letter_or_picture(self, by_code: re.Match[str]) -> str:
        """The letter at a code of a font that names none: ASCII stands there, if the font is not one of pictures."""
        is_picture = _PICTURES.search(self._font(by_code.start()))
        return by_code[0] if is_picture else chr(ord(by_code[0]) - FIRST_CODE)

    def place(self, start: int, stop: int) -> tuple[Box, int]:
        """The place of characters, upright, and the direction that they run in, in quarter turns to the left.

        What runs ASKEW, as a word behind the text does, has the place that it covers.
        """
        left, top, right, bottom = self._box(start)
        if stop - start == 1:
            quarter = self._quarter(start)
        else:
            last_left, last_top, last_right, last_bottom = self._box(stop - 1)
            quarter = _direction(last_left - left, last_bottom - bottom)
            left, bottom = min(left, last_left), min(bottom, last_bottom)
            right, top = max(right, last_right), max(top, last_top)
        box = Box(left, bottom, right, top)
        return turned(box, quarter) if quarter else box, quarter

    def stroke(self, at: int) -> int | None:
        """Which stroke paints a character; None for a space that is none."""
        address: int | None = self._stroke(self._page, at)
        return address

    def style(self, at: int, stroke: int | None) -> Style:
        """The style of a character: looked up once for each stroke."""
        if stroke not in self._styles:
            raw = self.raw
            raw.FPDFText_GetFontInfo(self.textpage, at, self._name, NAME_LENGTH, self._flags)
            bold, italic = _weight_and_slope(self._name.value, self._flags.value)
            hidden = self._mode(stroke) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
            self._styles[stroke] = Style(bold, italic, hidden)
        return self._styles[stroke]

    def _box(self, at: int) -> list[float]:
        """Left, top, right and bottom of a character."""
        self._loose_box(self._page, at, self._rectangle_at)
        return self._rectangle[:]

    def _quarter(self, at: int) -> int:
        """The direction in which the line of a character runs, in quarter turns to the left."""
        turns: float = self.raw.FPDFText_GetCharAngle(self.textpage, at) / (math.pi / 2)  # to the right
        return ASKEW if abs(turns - round(turns)) > SKEW else -round(turns) % 4

    def is_typed(self, at: int) -> bool:
        """Whether a space is in the file, and not only thought there because of a gap."""
        return not self.raw.FPDFText_IsGenerated(self.textpage, at)

    @cached_property
    def runs_leftward(self) -> bool:
        """Whether most of the page is in a script that runs from right to left."""
        return runs_leftward(self.text)

    @cached_property
    def types_spaces(self) -> bool:
        """Whether the spaces of the page are in the file, those inside its strokes; some programs only move on."""
        step = len(self.text) // ASKED + 1
        spaces = {self.text.find(" ", at) for at in range(1, len(self.text) - 1, step)} - {-1, len(self.text) - 1}
        inside = [at for at in spaces if self.stroke(at - 1) == self.stroke(at + 1) is not None]
        if inside:
            return all(map(self.is_typed, inside))
        return sum(map(self.is_typed, spaces)) * 2 > len(spaces)  # a stroke a word, as a machine that reads has it


def _by_address(function: Any, gives: Any, *takes: Any) -> Any:
    """The same function of the library with bare addresses for pointers, which take longer to make and to check."""
    return ctypes.CFUNCTYPE(gives, *takes)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def _direction(over: float, up: float) -> int:
    """The direction from the first character to the last, in quarter turns to the left; ASKEW between two."""
    if min(abs(over), abs(up)) > SKEW * max(abs(over), abs(up)):
        return ASKEW
    if abs(over) >= abs(up):
        return 0 if over >= 0 else 2
    return 1 if up > 0 else 3


@lru_cache(maxsize=256)
def _weight_and_slope(name: bytes, flags: int) -> tuple[bool, bool]:
    """Whether a font is bold, and whether it is italic."""
    words = name.decode("utf-8", "replace")
    bold = bool(_BOLD_NAME.search(words)) or bool(flags & BOLD)
    return bold, bool(_ITALIC_NAME.search(words)) or bool(flags & ITALIC)


def turned(box: Box, quarter: int) -> Box:
    """A place on the page after the page is turned to the right by quarter turns."""
    left, bottom, right, top = box
    if quarter == 1:
        return Box(bottom, -right, top, -left)
    if quarter == 2:
        return Box(-right, -top, -left, -bottom)
    if quarter == 3:
        return Box(-top, left, -bottom, right)
    return box
