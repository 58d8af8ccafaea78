"""Automatic numbering: the number that Word prints before a paragraph (ECMA-376, part 1, 17.9).

Counts as Word does: lists share the count of their abstract list, a level starts again below a higher one, a list with
a start of its own starts once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers.numerals import BULLET, written
from wgtip_parse.readers.word.names import RUN_PROPERTIES, W
from wgtip_parse.readers.word.properties import ParagraphProperties, is_on, value
from wgtip_parse.readers.word.styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_LIST = "0"
LONGEST_NUMBER = 6  # digits
_PLACE = re.compile(r"%(\d)")


class Level(NamedTuple):
    """One level of a list: the format of its number, the text round it, its start, and below what it starts again."""

    kind: str
    text: str
    start: int
    restart: int | None
    legal: bool
    hidden: bool


class List(NamedTuple):
    """One list: the abstract list whose count it shares, its levels, and the levels that it starts anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the paragraphs of one document in their order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self.styles = styles
        self.linked: dict[tuple[str, str], int] = {}
        self.lists: dict[str, List] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()
        if root is not None:
            self._read(root)

    def label(self, properties: ParagraphProperties, style: Style) -> str:
        """What stands before the paragraph with these properties; counts it, so ask once for each, in order."""
        found = self._place(properties, style)
        if found is None:
            return ""
        list_id, at = found
        numbered = self.lists[list_id]
        counts = self._count(list_id, numbered, at)
        level = numbered.levels.get(at)
        if level is None or level.hidden:
            return ""
        if level.kind == "bullet":
            return BULLET if level.text.strip() else ""
        return _PLACE.sub(lambda place: self._number(numbered, counts, int(place[1]) - 1, level), level.text).strip()

    def _number(self, numbered: List, counts: dict[int, int], at: int, level: Level) -> str:
        kind = "decimal" if level.legal or at not in numbered.levels else numbered.levels[at].kind
        return written(counts.get(at, 0), kind)

    def _place(self, properties: ParagraphProperties, style: Style) -> tuple[str, int] | None:
        """The list and level of a paragraph, from its own properties or from its style."""
        list_id, named_by = properties.list_id, None
        if list_id is None:
            list_id, named_by = style.list_id, style.names_list
        if list_id is None or list_id == NO_LIST or list_id not in self.lists:
            return None
        linked = self.linked.get((named_by or "", self.lists[list_id].abstract))
        return list_id, linked if linked is not None else _whole(properties.level or style.level, 0)

    def _count(self, list_id: str, numbered: List, at: int) -> dict[int, int]:
        """The counts of all levels once this paragraph is counted."""
        counts = self.counts.setdefault(numbered.abstract, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for level in numbered.starts:
                counts.pop(level, None)
        for level in range(at):
            counts.setdefault(level, _start(numbered, level))
        counts[at] = counts[at] + 1 if at in counts else _start(numbered, at)
        for level in [deeper for deeper in counts if deeper > at]:
            restart = numbered.levels[level].restart if level in numbered.levels else None
            if restart is None or 0 < at + 1 <= restart:
                del counts[level]
        return counts

    def _read(self, root: _Element) -> None:
        abstracts: dict[str, dict[int, Level]] = {}
        by_style: dict[str, str] = {}
        for element in root.findall(W + "abstractNum"):
            identifier = element.get(W + "abstractNumId", "")
            abstracts[identifier] = {
                _whole(each.get(W + "ilvl"), 0): _level(each) for each in element.findall(W + "lvl")
            }
            self._link(identifier, element)
            if link := value(element, "numStyleLink"):
                by_style[identifier] = link
        numbers = {element.get(W + "numId", ""): element for element in root.findall(W + "num")}
        for list_id, element in numbers.items():
            abstract = value(element, "abstractNumId") or ""
            if abstract in by_style:  # the list is kept with a style of its own
                other = numbers.get(self.styles.get(by_style[abstract]).list_id or "")
                abstract = value(other, "abstractNumId") or abstract
            self.lists[list_id] = _overridden(abstract, abstracts.get(abstract, {}), element)

    def _link(self, abstract: str, element: _Element) -> None:
        for level in element.findall(W + "lvl"):
            if style := value(level, "pStyle"):
                self.linked[style, abstract] = _whole(level.get(W + "ilvl"), 0)


def _overridden(abstract: str, levels: dict[int, Level], element: _Element) -> List:
    """A list with what it changes of its abstract list."""
    levels, starts = dict(levels), {}
    for override in element.findall(W + "lvlOverride"):
        at = _whole(override.get(W + "ilvl"), 0)
        replaced = override.find(W + "lvl")
        if replaced is not None:
            levels[at] = _level(replaced)
        if (start := value(override, "startOverride")) is not None:
            starts[at] = _whole(start, 1)
    return List(abstract, levels, starts)


def _level(element: _Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        _whole(value(element, "start"), 0),
        None if restart is None else _whole(restart, 0),
        element.find(W + "isLgl") is not None,
        is_on(element.find(f"{RUN_PROPERTIES}/{W}vanish")),
    )


def _start(numbered: List, at: int) -> int:
    if at in numbered.starts:
        return numbered.starts[at]
    return numbered.levels[at].start if at in numbered.levels else 1


def _whole(text: str | None, otherwise: int) -> int:
    """A whole number of a damaged file may be none."""
    return int(text) if text is not None and len(text) <= LONGEST_NUMBER and text.isdecimal() else otherwise
