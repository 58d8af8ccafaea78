"""The numbers of lists and headings in an OpenDocument text, counted as office programs count (ODF 1.3, 19.880)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers.numerals import BULLET, written
from wgtip_parse.readers.odt.names import STYLE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_NUMBER = 6  # digits
OUTLINE = ""  # the name of the list of headings, whose style has none
_FORMATS = {  # by what a format begins with: office programs write more than one sign where letters are not Latin
    "01": "decimalZero",
    "1st": "ordinal",
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "а": "russianLower",
    "А": "russianUpper",
}
_PLACE = re.compile(r"%(\d{1,2})%")
_LIST_STYLES = (TEXT + "list-style", TEXT + "outline-style")


class Level(NamedTuple):
    """One level of a list: the format of its number, the text round it, its start; `kind` is empty where none shows."""

    kind: str
    text: str
    start: int


@dataclass(slots=True)
class Counter:
    """The counts of one list, level by level; lists that continue one another share it."""

    style: str | None
    numbers: dict[int, int] = field(default_factory=dict)

    def next(self, at: int, levels: dict[int, Level], start: int | None) -> None:
        """Count a paragraph of a level; those below it start again."""
        for above in range(1, at):
            self.numbers.setdefault(above, _start(levels, above))
        after = self.numbers[at] + 1 if at in self.numbers else _start(levels, at)
        self.numbers[at] = after if start is None else start
        for below in [level for level in self.numbers if level > at]:
            del self.numbers[below]


class Lists:
    """The list styles of one part by their names."""

    def __init__(self, *roots: _Element | None) -> None:
        elements = (each for root in roots if root is not None for each in root.iter(*_LIST_STYLES))
        self._styles = {_name(element): _levels(element) for element in elements}

    def levels(self, style: str | None) -> dict[int, Level]:
        """The levels of a style; none where it is not there."""
        return {} if style is None else self._styles.get(style, {})

    def label(self, style: str | None, counter: Counter, at: int) -> str:
        """What stands before a paragraph of a level that has been counted."""
        levels = self.levels(style)
        level = levels.get(at)
        if level is None or not level.kind:
            return ""
        if level.kind == "bullet":
            return BULLET

        def number(place: re.Match[str]) -> str:
            other = int(place[1])
            kind = levels[other].kind if other in levels else "decimal"
            return written(counter.numbers.get(other, 0), kind) if kind not in ("", "bullet") else ""

        return _PLACE.sub(number, level.text).strip()


def whole(text: str | None) -> int | None:
    """A whole number of an attribute, which in a damaged file may hold anything."""
    return int(text) if text is not None and len(text) <= LONGEST_NUMBER and text.isdecimal() else None


def _name(element: _Element) -> str:
    return element.get(STYLE + "name", "") if element.tag == TEXT + "list-style" else OUTLINE


def _levels(style: _Element) -> dict[int, Level]:
    return {whole(each.get(TEXT + "level")) or 1: _level(each) for each in style if isinstance(each.tag, str)}


def _level(element: _Element) -> Level:
    if element.tag in (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"):
        return Level("bullet", "", 1)
    at, start = whole(element.get(TEXT + "level")) or 1, whole(element.get(TEXT + "start-value"))
    code = element.get(STYLE + "num-format", "")
    shown = min(whole(element.get(TEXT + "display-levels")) or 1, at)
    places = ".".join(f"%{level}%" for level in range(at - shown + 1, at + 1)) if code else ""
    around = (element.get(STYLE + "num-prefix", ""), element.get(STYLE + "num-suffix", ""))
    text = places.join(around)
    kind = next((kind for beginning, kind in _FORMATS.items() if code.startswith(beginning)), "decimal")
    return Level(kind if text else "", text, 1 if start is None else start)


def _start(levels: dict[int, Level], at: int) -> int:
    return levels[at].start if at in levels else 1
