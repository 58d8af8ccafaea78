"""The properties of paragraphs and runs, each element read in one pass over its children, since there are so many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.names import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADING_LEVELS = frozenset("012345678")  # of an outline; 9 says "no heading"

_FALSE = frozenset({"0", "false", "off"})
_BOLD, _ITALIC, _HIDDEN, _POSITION = W + "b", W + "i", W + "vanish", W + "vertAlign"
_PLACE_IN_LIST = {W + "numId": "list_id", W + "ilvl": "level"}
_LIST, _LEVEL_OF_OUTLINE, _TABS, _FRAME, _CHANGE = (
    W + name for name in "numPr outlineLvl tabs framePr pPrChange".split()
)


class RunProperties(NamedTuple):
    """The style of a run, and what it switches on or off; None where it leaves that to its style."""

    style: str | None = None
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_hidden: bool | None = None
    is_superscript: bool = False


class ParagraphProperties(NamedTuple):
    """The style of a paragraph, its list and level in it, and what else tells how it is to be read."""

    style: str | None = None
    list_id: str | None = None
    level: str | None = None
    is_outlined: bool = False
    has_leader: bool = False  # a tab fills its space with dots, as in a table of contents
    is_framed: bool = False
    end: tuple[str, ...] = ()  # what the properties of the paragraph's end are named: revisions among them
    before: _Element | None = None  # the properties before a tracked change of them


PLAIN_RUN = RunProperties()
PLAIN_PARAGRAPH = ParagraphProperties()


def run_properties(element: _Element) -> RunProperties:
    """What a w:rPr says."""
    style = bold = italic = hidden = None
    superscript = False
    for child in element:
        tag = child.tag
        if tag == _BOLD:
            bold = is_on(child)
        elif tag == _ITALIC:
            italic = is_on(child)
        elif tag == _HIDDEN:
            hidden = is_on(child)
        elif tag == names.RUN_STYLE:
            style = child.get(VAL)
        elif tag == _POSITION:
            superscript = child.get(VAL) == "superscript"
    return RunProperties(style, bold, italic, hidden, superscript)


def paragraph_properties(element: _Element) -> ParagraphProperties:
    """What a w:pPr says."""
    found: dict[str, object] = {}
    for child in element:
        tag = child.tag
        if tag == names.PARAGRAPH_STYLE:
            found["style"] = child.get(VAL)
        elif tag == _LIST:
            found |= {_PLACE_IN_LIST[each.tag]: each.get(VAL) for each in child if each.tag in _PLACE_IN_LIST}
        elif tag == _TABS:
            found["has_leader"] = any(tab.get(W + "leader", "none") != "none" for tab in child)
        elif tag == names.RUN_PROPERTIES:
            found["end"] = tuple(str(each.tag) for each in child)
        elif tag == _LEVEL_OF_OUTLINE:
            found["is_outlined"] = child.get(VAL) in HEADING_LEVELS
        elif tag == _FRAME:
            found["is_framed"] = True
        elif tag == _CHANGE:
            found["before"] = child.find(names.PARAGRAPH_PROPERTIES)
    return ParagraphProperties(**found) if found else PLAIN_PARAGRAPH  # type: ignore[arg-type]


def value(parent: _Element | None, name: str) -> str | None:
    """The value of a child element, None where there is none."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def is_on(element: _Element | None) -> bool:
    """Whether an element that is a switch is there and not switched off."""
    return element is not None and element.get(VAL) not in _FALSE
