"""The styles of a Word file: what a paragraph or run has from its style and the styles which that one is based on."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers.word.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, W
from wgtip_parse.readers.word.properties import (
    PLAIN_PARAGRAPH,
    PLAIN_RUN,
    ParagraphProperties,
    RunProperties,
    paragraph_properties,
    run_properties,
    value,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 30  # styles, one based on the next: more of them run in a circle

# "_ H _Ch", "_ H_2/3", "_ H_1_G", "Title_H1" of the UN templates, and Word's own
_HEADING = re.compile(r"_+ ?H[ _]|Title_H|heading \d", re.IGNORECASE)


class Style(NamedTuple):
    """What a style gives to its paragraphs and runs, and its name."""

    name: str | None
    is_heading: bool
    has_leader: bool
    is_bold: bool
    is_italic: bool
    is_hidden: bool
    list_id: str | None
    level: str | None
    names_list: str | None  # the style of the chain that names the list


class Styles:
    """The styles of one file by their identifiers."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._elements = {each.get(W + "styleId"): each for each in found}
        defaults = (each for each in found if each.get(W + "default") in ("1", "true"))
        paragraphs = (each.get(W + "styleId") for each in defaults if each.get(W + "type") == "paragraph")
        self.default = next(paragraphs, None)
        self.get = cache(self._get)

    def _get(self, identifier: str | None) -> Style:
        """The style of an identifier; a style that is not there gives nothing."""
        chain = self._chain(identifier)
        paragraphs = [_paragraph(each) for each in chain]
        runs = [_run(each) for each in chain]
        naming = next((at for at, each in enumerate(paragraphs) if each.list_id is not None), None)
        return Style(
            value(chain[0], "name") if chain else None,
            any(each.is_outlined for each in paragraphs) or any(map(_is_named_heading, chain)),
            any(each.has_leader for each in paragraphs),
            _first([each.is_bold for each in runs]),
            _first([each.is_italic for each in runs]),
            _first([each.is_hidden for each in runs]),
            None if naming is None else paragraphs[naming].list_id,
            next((each.level for each in paragraphs if each.level is not None), None),
            None if naming is None else chain[naming].get(W + "styleId"),
        )

    def _chain(self, style: str | None) -> list[_Element]:
        chain: list[_Element] = []
        while style in self._elements and len(chain) < DEEPEST:
            chain.append(self._elements[style])
            style = value(chain[-1], "basedOn")
        return chain


def _paragraph(style: _Element) -> ParagraphProperties:
    element = style.find(PARAGRAPH_PROPERTIES)
    return PLAIN_PARAGRAPH if element is None else paragraph_properties(element)


def _run(style: _Element) -> RunProperties:
    element = style.find(RUN_PROPERTIES)
    return PLAIN_RUN if element is None else run_properties(element)


def _is_named_heading(style: _Element) -> bool:
    return _HEADING.match(value(style, "name") or "") is not None


def _first(switches: list[bool | None]) -> bool:
    """The switch of the nearest style that has one; off where none has."""
    return next((each for each in switches if each is not None), False)
