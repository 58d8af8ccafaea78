"""Words: the characters of a page, set together as far as they touch, with their place and style.

PDFium hands over the characters in the order in which the page paints them. Asking it for the place of one costs more
than all that is done with it afterwards, so only the first and the last of a word are asked for, and the rest only
where these two disagree.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

MOST_CHARACTERS = 200_000  # on one page: a page of print has some 4,000
KERNED = 0.18  # of the height of a word: a narrower space that nobody typed comes from kerning
ASKED = 40  # spaces that tell whether a page types them
SMALLER = 0.87  # a height below this share of the other's is another size
NAME_LENGTH = 128
ITALIC, BOLD = 1 << 6, 1 << 18  # flags of a font (ISO 32000-1, table 123)

_WORD = re.compile(r"[^\s\x02\ufffe]*[\x02\ufffe]|[^\s\x02\ufffe]+")
_MAYBE_MARKED = re.compile(r"[^\W\d_]\W*\d+\W+\Z|[^\W\d_]\d+\W*[^\W\d_]")
_BOLD_NAME = re.compile(r"bold|black|heavy|-bd\b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obliq|-it\b", re.IGNORECASE)
_LETTERFORMS = str.maketrans(
    {
        "\x00": "\ufffd",
        "\x02": "-",
        "\ufffe": "-",
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
    }
)


class Style(NamedTuple):
    """How a word is set; `quarter` is the direction it runs in, in quarter turns to the left."""

    bold: bool
    italic: bool
    hidden: bool
    quarter: int


class Box(NamedTuple):
    """A place on the page in points, from the bottom left: from the font's descent to its ascent."""

    left: float
    bottom: float
    right: float
    top: float


class Word:
    """Characters that touch; `glued` where they belong to the word before, `across` where they run across the page."""

    __slots__ = ("across", "bottom", "glued", "left", "right", "style", "text", "top")

    def __init__(self, text: str, box: Box, style: Style, *, glued: bool = False) -> None:
        self.text = text
        self.left, self.bottom, self.right, self.top = box
        self.style = style
        self.glued = glued
        self.across = False

    @property
    def height(self) -> float:
        """From descent to ascent: some 1.1 times the size of the type."""
        return self.top - self.bottom


class Characters:
    """The characters of one page as PDFium has them."""

    def __init__(self, textpage: Any, raw: Any) -> None:
        self.textpage = textpage
        self.raw = raw
        self.styles: dict[int, Style] = {}
        self._rectangle = raw.FS_RECTF()
        self._name = ctypes.create_string_buffer(NAME_LENGTH)
        self._flags = ctypes.c_int()
        self.text = self._read()

    def _read(self) -> str:
        """One character for each of PDFium's, so that an index means the same in both."""
        count = min(self.raw.FPDFText_CountChars(self.textpage), MOST_CHARACTERS)
        if count <= 0:
            return ""
        units = (ctypes.c_ushort * (count + 1))()
        written = self.raw.FPDFText_GetText(self.textpage, 0, count, units)
        text = bytes(units)[: 2 * (written - 1)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(chr(self.raw.FPDFText_GetUnicode(self.textpage, at) or 0xFFFD) for at in range(count))

    def box(self, at: int, quarter: int) -> Box:
        """The place of a character, upright, on a page whose text runs in a direction."""
        place = self._rectangle
        self.raw.FPDFText_GetLooseCharBox(self.textpage, at, place)
        box = Box(place.left, place.bottom, place.right, place.top)
        return turned(box, quarter) if quarter else box

    def style(self, at: int) -> Style:
        """The style of a character: asked for once for each text object of the page."""
        thing = self.raw.FPDFText_GetTextObject(self.textpage, at)
        key = ctypes.addressof(thing.contents) if thing else 0
        if key not in self.styles:
            self.styles[key] = self._style(at, thing)
        return self.styles[key]

    def _style(self, at: int, thing: Any) -> Style:
        raw = self.raw
        raw.FPDFText_GetFontInfo(self.textpage, at, self._name, NAME_LENGTH, self._flags)
        name = self._name.value.decode("utf-8", "replace")
        angle = raw.FPDFText_GetCharAngle(self.textpage, at)
        return Style(
            bold=bool(_BOLD_NAME.search(name)) or bool(self._flags.value & BOLD),
            italic=bool(_ITALIC_NAME.search(name)) or bool(self._flags.value & ITALIC),
            hidden=bool(thing) and raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
            quarter=-round(angle / (math.pi / 2)) % 4,  # PDFium counts to the right
        )

    def is_typed(self, at: int) -> bool:
        """Whether a space is in the file, and not only thought there because of a gap."""
        return not self.raw.FPDFText_IsGenerated(self.textpage, at)

    @cached_property
    def types_spaces(self) -> bool:
        """Whether the spaces of the page are in the file; some programs only move on."""
        spaces = [match.start() for match in islice(re.finditer(r"(?<=\w) (?=\w)", self.text), ASKED)]
        return sum(map(self.is_typed, spaces)) * 2 > len(spaces)


def words_of(characters: Characters) -> list[Word]:
    """The words of a page in the order in which it paints them, upright; those that run across come last."""
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(characters.text):
        start = match.start()
        pieces = list(_pieces(characters, start, match.end()))
        pieces[0].glued = bool(words) and (start == end or _is_kerned(words[-1], pieces[0], characters, start - 1))
        words += pieces
        end = match.end()
    return _upright(_visible(words))


def _is_kerned(before: Word, word: Word, characters: Characters, space: int) -> bool:
    """Whether the space between two words is none: nobody typed it, and it is narrower than any."""
    gap = word.left - before.right
    return (
        abs(gap) < KERNED * word.height
        and characters.text[space] == " "
        and characters.types_spaces
        and not characters.is_typed(space)
    )


def _pieces(characters: Characters, start: int, end: int) -> Iterator[Word]:
    """One word, or the parts of one that changes its size or line in the middle."""
    style = characters.style(start)
    text = characters.text[start:end]
    first = characters.box(start, style.quarter)
    last = characters.box(end - 1, style.quarter) if end - start > 1 else first
    if _agree(first, last) and not _MAYBE_MARKED.search(text):
        yield Word(text.translate(_LETTERFORMS), _around(first, last), style)
        return
    low, box = 0, first
    for at in range(1, len(text)):
        here = characters.box(start + at, style.quarter)
        if _agree(box, here):
            box = _around(box, here)
        else:
            yield Word(text[low:at].translate(_LETTERFORMS), box, characters.style(start + low), glued=low > 0)
            low, box = at, here
    yield Word(text[low:].translate(_LETTERFORMS), box, characters.style(start + low), glued=low > 0)


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top)
    )


def _agree(one: Box, other: Box) -> bool:
    """Whether two characters of one word stand on one line, the second to the right, in one size."""
    height, width = one.top - one.bottom, other.top - other.bottom
    if other.left < one.left - height / 2 or abs(other.bottom - one.bottom) > height * 0.3:
        return False
    return height * SMALLER <= width <= height / SMALLER or height <= 0


def _visible(words: list[Word]) -> list[Word]:
    """The words that are painted; all of them where none is: the hidden layer of a scanned page is its text."""
    painted = [word for word in words if not word.style.hidden]
    return painted if len(painted) * 2 > len(words) else words


def _upright(words: list[Word]) -> list[Word]:
    """Turn the page so that most of its text runs from left to right; what runs across becomes one word a line."""
    if all(word.style.quarter == 0 for word in words):
        return words
    sizes: Counter[int] = Counter()
    for word in words:
        sizes[word.style.quarter] += len(word.text)
    most = sizes.most_common(1)[0][0]
    across = _joined([word for word in words if word.style.quarter != most])
    for word in across:
        box = turned(Box(word.left, word.bottom, word.right, word.top), (most - word.style.quarter) % 4)
        word.left, word.bottom, word.right, word.top = box
        word.across = True
    return [word for word in words if word.style.quarter == most] + across


def _joined(words: list[Word]) -> list[Word]:
    """The lines of words that run across the page, each as one word whose place is all of theirs."""
    lines: list[Word] = []
    for word in words:
        last = lines[-1] if lines else None
        if last and last.style.quarter == word.style.quarter and abs(last.bottom - word.bottom) < word.height / 2:
            last.text += word.text if word.glued else f" {word.text}"
            last.left, last.right = min(last.left, word.left), max(last.right, word.right)
        else:
            lines.append(word)
    return lines


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
