"""The styles of an OpenDocument text: what paragraphs and words have from their style and from those it is based on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers.odt.names import FO, STYLE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 30  # styles, one based on the next: more of them run in a circle

Key = tuple[str, str]  # family and name


class Style(NamedTuple):
    """What a style gives to its paragraphs or words; None where it says nothing."""

    name: str | None = None
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_hidden: bool | None = None
    is_raised: bool = False
    is_heading: bool = False
    has_leader: bool = False  # a tab fills its space with dots, as in a table of contents
    list_style: str | None = None
    master_page: str | None = None


class Styles:
    """The styles of one part by family and name; those of its own hide the common ones of the same name."""

    def __init__(self, *roots: _Element | None) -> None:
        self._elements: dict[Key, _Element] = {}
        for element in (each for root in roots if root is not None for each in root.iter(STYLE + "style")):
            key = (element.get(STYLE + "family", ""), element.get(STYLE + "name", ""))
            self._elements[key] = element
        self.get = cache(self._get)

    def _get(self, family: str, name: str | None) -> Style:
        """The style of a name; one that is not there gives nothing."""
        chain = list(self._chain(family, name or ""))
        own = [_own(each) for each in chain]
        named = next((each for each in chain if not _is_automatic(each)), None)
        return Style(
            None if named is None else named.get(STYLE + "display-name") or named.get(STYLE + "name"),
            _first(each.is_bold for each in own),
            _first(each.is_italic for each in own),
            _first(each.is_hidden for each in own),
            any(each.is_raised for each in own),
            any(each.is_heading for each in own),
            any(each.has_leader for each in own),
            next((each.list_style for each in own if each.list_style is not None), None),
            next((each.master_page for each in own if each.master_page), None),
        )

    def _chain(self, family: str, name: str) -> Iterable[_Element]:
        for _ in range(DEEPEST):
            element = self._elements.get((family, name))
            if element is None:
                return
            yield element
            name = element.get(STYLE + "parent-style-name", "")


def _own(element: _Element) -> Style:
    """What a style says itself."""
    properties = element.find(STYLE + "text-properties")
    words = {} if properties is None else {str(name): str(value) for name, value in properties.attrib.items()}
    weight, slant = words.get(FO + "font-weight"), words.get(FO + "font-style")
    shown, position = words.get(TEXT + "display"), words.get(STYLE + "text-position", "")
    stops = element.iter(STYLE + "tab-stop")
    return Style(
        None,
        None if weight is None else weight == "bold" or weight in ("600", "700", "800", "900"),
        None if slant is None else slant in ("italic", "oblique"),
        None if shown is None else shown == "none",
        position.startswith("super") or (position[:1].isdigit() and not position.startswith("0%")),
        element.get(STYLE + "default-outline-level", "") != "",
        any(stop.get(STYLE + "leader-style", "none") != "none" for stop in stops),
        element.get(STYLE + "list-style-name"),
        element.get(STYLE + "master-page-name"),
    )


def _is_automatic(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and str(parent.tag).endswith("}automatic-styles")


def _first(switches: Iterable[bool | None]) -> bool | None:
    """The switch of the nearest style that has one."""
    return next((each for each in switches if each is not None), None)
