"""Tracked changes of an OpenDocument text: what was put in and what was taken out, by their identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wgtip_parse.readers.odt.names import PARAGRAPHS, TEXT, XML_ID

if TYPE_CHECKING:
    from lxml.etree import _Element

REGION, INSERTION, DELETION = (TEXT + name for name in ("changed-region", "insertion", "deletion"))


class Changes:
    """The changes of a document where they are rejected; where they are accepted nothing is asked of them."""

    def __init__(self, body: _Element) -> None:
        self.inserted: set[str] = set()
        self.deleted: dict[str, list[_Element]] = {}
        for region in body.iter(REGION):
            identifier = region.get(XML_ID) or region.get(TEXT + "id") or ""
            if region.find(INSERTION) is not None:
                self.inserted.add(identifier)
            elif (deletion := region.find(DELETION)) is not None:
                self.deleted[identifier] = [each for each in deletion if each.tag in PARAGRAPHS]
