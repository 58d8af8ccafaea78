"""The styles of a Word file: what a paragraph or run has from its style and the styles which that one is based on."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers.word.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 30  # styles, one based on the next: more of them run in a circle
BODY_LEVEL = 9  # the outline level that says "no heading"
FALSE = frozenset({"0", "false", "off"})

_UN_HEADING = re.compile(r"_+ ?H[ _]|Title_H", re.IGNORECASE)  # "_ H _Ch", "_ H_2/3", "_ H_1_G" of the UN templates
_HEADING = re.compile(r"heading \d", re.IGNORECASE)


class NumberingOfStyle(NamedTuple):
    """The list and level that a style's paragraphs are numbered in, and the style of the chain that names the list."""

    list_id: str | None
    level: str | None
    style: str | None


class Styles:
    """The styles of one file by their identifiers."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self.elements = {each.get(W + "styleId"): each for each in found}
        self.default = next(
            (
                each.get(W + "styleId")
                for each in found
                if each.get(W + "type") == "paragraph" and each.get(W + "default") in ("1", "true")
            ),
            None,
        )
        self.is_heading = cache(self._is_heading)
        self.is_on = cache(self._is_on)
        self.has_leader = cache(self._has_leader)
        self.numbering = cache(self._numbering)

    def _chain(self, style: str | None) -> list[_Element]:
        chain: list[_Element] = []
        while style in self.elements and len(chain) < DEEPEST:
            chain.append(self.elements[style])
            style = value(chain[-1], "basedOn")
        return chain

    def _is_heading(self, style: str | None) -> bool:
        for each in self._chain(style):
            name = value(each, "name") or ""
            level = value(each.find(PARAGRAPH_PROPERTIES), "outlineLvl")
            if _UN_HEADING.match(name) or _HEADING.match(name) or is_outlined(level):
                return True
        return False

    def _is_on(self, style: str | None, toggle: str) -> bool:
        """Whether a toggle (bold, italic, hidden) is on in a style."""
        for each in self._chain(style):
            switched = switch(each.find(RUN_PROPERTIES), toggle)
            if switched is not None:
                return switched
        return False

    def _has_leader(self, style: str | None) -> bool:
        return any(has_leader(each.find(PARAGRAPH_PROPERTIES)) for each in self._chain(style))

    def _numbering(self, style: str | None) -> NumberingOfStyle:
        list_id = level = named_by = None
        for each in self._chain(style):
            properties = each.find(PARAGRAPH_PROPERTIES)
            numbering = None if properties is None else properties.find(W + "numPr")
            if list_id is None and (list_id := value(numbering, "numId")) is not None:
                named_by = each.get(W + "styleId")
            level = level or value(numbering, "ilvl")
        return NumberingOfStyle(list_id, level, named_by)


def value(parent: _Element | None, name: str) -> str | None:
    """The value of a child element, None where there is none."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def switch(properties: _Element | None, toggle: str) -> bool | None:
    """Whether run properties switch a toggle on or off; None where they leave it as it is."""
    child = None if properties is None else properties.find(W + toggle)
    return None if child is None else child.get(VAL) not in FALSE


def is_outlined(level: str | None) -> bool:
    """Whether an outline level is a heading's."""
    return level is not None and level.isdigit() and int(level) < BODY_LEVEL


def has_leader(properties: _Element | None) -> bool:
    """Whether a tab of these paragraph properties fills its space with dots, as in a table of contents."""
    tabs = None if properties is None else properties.find(W + "tabs")
    return tabs is not None and any(tab.get(W + "leader") not in (None, "none") for tab in tabs)
