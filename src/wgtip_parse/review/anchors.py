"""Anchors: between which characters of a Word file a comment stands that is about a stretch of the source text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.readers.plain import Piece
from wgtip_parse.readers.word import names
from wgtip_parse.review.alignment import Spot
from wgtip_parse.review.opened import Opened

if TYPE_CHECKING:
    from lxml.etree import _Element


class Anchor(NamedTuple):
    """The first and the last character that a comment is about; that of a number that is counted is its paragraph.

    It is `apart` where the words stand in a header, a note or a box: there Word has no comments, so the anchor is what
    they hang on.
    """

    first: Spot
    last: Spot
    apart: bool = False


def anchor(opened: Opened, span: tuple[int, int]) -> Anchor | None:
    """The anchor for a stretch of the source text; None where the document has nothing to hang a comment on."""
    at = opened.at(span[0])
    ends = _ends(opened, at, span)
    if ends is None or not _is_in_body(opened, ends[0].piece.element):
        hung = _hung_on(opened, at)
        return None if hung is None else Anchor(hung, hung, apart=True)
    first, last = ends
    behind = opened.at(max(span[0], span[1] - 1))
    if at < behind < opened.in_order:
        further = _ends(opened, behind, (opened.blocks[behind][0], span[1]))
        if further is not None and _is_in_body(opened, further[1].piece.element):
            last = further[1]
    return Anchor(first, last)


def _ends(opened: Opened, at: int, span: tuple[int, int]) -> tuple[Spot, Spot] | None:
    """The first and last character of a stretch in a block; its whole paragraphs where it is not known which."""
    start, block = opened.blocks[at]
    if not block.trail:
        return None
    alignment = opened.alignment(at)
    here, end = span[0] - start, span[1] - start
    found = (
        alignment.words(here, end)
        or alignment.words(here, len(block.text))  # nothing stands there: what comes next
        or alignment.words(0, here)
    )
    if found is None:
        return _whole(block.trail[0].element), _whole(block.trail[-1].element)
    if alignment.words(here, end) is None:
        at_end = alignment.words(here, len(block.text)) is None
        found = (found[1], found[1]) if at_end else (found[0], found[0])
    return alignment.spot(found[0]), alignment.spot(found[1])


def _whole(element: _Element) -> Spot:
    """The paragraph that an element stands in, as a place."""
    above = (each for each in (element, *element.iterancestors()) if each.tag == names.PARAGRAPH)
    return Spot(Piece(next(above, element), ""), 0)


def _is_in_body(opened: Opened, element: _Element) -> bool:
    """Whether an element stands in the body's own text: in no header, note or box."""
    return _root(element) is opened.root and next(element.iterancestors(names.BOX), None) is None


def _hung_on(opened: Opened, at: int) -> Spot | None:
    """What in the body a block of another part hangs on: the mark of a note, a box, or else the first paragraph."""
    trail = opened.blocks[at][1].trail
    element = trail[0].element if trail else None
    if element is None or _root(element) is not opened.root:
        element = next(opened.root.iter(names.PARAGRAPH), None)
        return None if element is None else _whole(element)
    box = next(reversed(list(element.iterancestors(names.BOX))), element)
    return Spot(Piece(box, ""), 0)


def _root(element: _Element) -> _Element:
    return element.getroottree().getroot()
