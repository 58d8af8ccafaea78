"""The words of a recommendation in lines, one for each item, as a person sets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wgtip_parse.index.model import Recommendation
from wgtip_parse.model import Subparagraph

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PICTURES = 0x2400  # the block of Unicode that shows control characters, in their order
DELETE, PICTURE_OF_DELETE = 0x7F, "\u2421"


class Line(NamedTuple):
    """Words with the marker before them, and how deep their list lies: 0 is the recommendation itself."""

    depth: int
    marker: str | None
    text: str

    def __str__(self) -> str:
        return self.text if self.marker is None else f"{self.marker} {self.text}".rstrip()


def lines(recommendation: Recommendation) -> Iterator[Line]:
    """The text, its items and what closes it; the stem that an item continues is not among them."""
    if recommendation.text:
        yield Line(0, None, recommendation.text)
    yield from _items(recommendation.subparagraphs, 1)
    if recommendation.closing:
        yield Line(0, None, recommendation.closing)


def shown(text: str) -> str:
    """The text with control characters replaced by their pictures, so that no terminal obeys them."""
    return CONTROL.sub(_picture, text)


def _items(items: Iterable[Subparagraph], depth: int) -> Iterator[Line]:
    for item in items:
        bare = item.marker == "•" or "." in item.marker
        yield Line(depth, item.marker if bare else f"({item.marker})", item.text)
        yield from _items(item.subparagraphs, depth + 1)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < DELETE:
        return chr(PICTURES + code)
    return PICTURE_OF_DELETE if code == DELETE else f"\\x{code:02x}"
