"""Comments of a Word file: their marks in the text, and the part that holds their words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.names import RELATIONSHIPS, W
from wgtip_parse.review.anchors import Anchor
from wgtip_parse.review.changes import AUTHOR
from wgtip_parse.review.opened import CONTENT_TYPES, Parts
from wgtip_parse.review.runs import SPACE, Runs

if TYPE_CHECKING:
    from lxml.etree import _Element

INITIALS = "wg"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_RANGE_START, _RANGE_END, _REFERENCE = (
    W + name for name in "commentRangeStart commentRangeEnd commentReference".split()
)
_MAY_HOLD = (
    frozenset({names.PARAGRAPH, W + "hyperlink", W + "smartTag", W + "customXml"}) | names.INSERTED | names.DELETED
)
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class Marks:
    """Puts the marks of comments into the text, round changes that were made there before."""

    def __init__(self, runs: Runs, changes: Iterable[_Element]) -> None:
        self._runs = runs
        self._changes = dict.fromkeys(changes)
        self._ends: dict[_Element, None] = {}  # marks of ours behind which the next one stands

    def put(self, anchor: Anchor, identifier: int) -> None:
        """Put the marks of one comment round its anchor."""
        first, last = self._runs.element(anchor.first), self._runs.element(anchor.last)
        start, end, reference = (
            first.makeelement(tag, {names.ID: str(identifier)}, first.nsmap)
            for tag in (_RANGE_START, _RANGE_END, _REFERENCE)
        )
        run = first.makeelement(names.RUN, nsmap=first.nsmap)
        run.append(reference)
        self._ends |= dict.fromkeys((end, run))
        if first.tag == names.PARAGRAPH:
            has_properties = len(first) > 0 and first[0].tag == names.PARAGRAPH_PROPERTIES
            first.insert(int(has_properties), start)
        else:
            self._unit(first).addprevious(start)
        if last.tag == names.PARAGRAPH:
            last.extend((end, run))
        else:
            self._close(self._unit(last), end, run)

    def _close(self, unit: _Element, end: _Element, run: _Element) -> None:
        behind = unit.getnext()
        if unit in self._changes and behind is not None and behind in self._changes and behind.tag in names.INSERTED:
            unit = behind  # what is put in the place of the words
        unit = self._behind_marks(unit)
        unit.addnext(end)
        outer = end
        while (parent := outer.getparent()) is not None and parent.tag != names.PARAGRAPH:
            outer = parent
        self._behind_marks(outer).addnext(run)

    def _behind_marks(self, unit: _Element) -> _Element:
        while (behind := unit.getnext()) is not None and behind in self._ends:
            unit = behind
        return unit

    def _unit(self, element: _Element) -> _Element:
        """What a mark may stand beside: the run of an element, or what it is in as a whole."""
        while (parent := element.getparent()) is not None:
            if parent.tag in _MAY_HOLD and parent not in self._changes:
                return element
            element = parent
        return element


def write(parts: Parts, comments: Sequence[tuple[int, tuple[str, ...]]], date: str | None) -> None:
    """Write the words of comments by their numbers behind those that are there; makes the part where there is none."""
    root = part_of_comments(parts)
    if root is None:
        root = _new_part(parts)
    for identifier, lines in comments:
        comment = root.makeelement(W + "comment", nsmap=root.nsmap)
        comment.set(names.ID, str(identifier))
        comment.set(W + "author", AUTHOR)
        if date is not None:
            comment.set(W + "date", date)
        comment.set(W + "initials", INITIALS)
        comment.extend(_paragraph(comment, line) for line in lines)
        root.append(comment)
    parts.change(root)


def part_of_comments(parts: Parts) -> _Element | None:
    """The root of the part that holds the comments of the document, where it has any."""
    return parts.parse(parts.related(parts.document, "comments"))


def _paragraph(comment: _Element, line: str) -> _Element:
    paragraph, run = (comment.makeelement(tag, nsmap=comment.nsmap) for tag in (names.PARAGRAPH, names.RUN))
    words = comment.makeelement(W + "t", {SPACE: "preserve"})
    words.text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", line)
    run.append(words)
    paragraph.append(run)
    return paragraph


def _new_part(parts: Parts) -> _Element:
    from lxml import etree

    folder, file = posixpath.split(parts.document)
    root = etree.Element(W + "comments", nsmap={"w": names.MAIN})
    path = next(path for path in _paths(folder) if path not in parts.entries)
    parts.add(path, root)
    types = parts.parse(CONTENT_TYPES)
    if types is not None:
        override = types.makeelement(TYPES + "Override", {"PartName": f"/{path}", "ContentType": KIND}, types.nsmap)
        types.append(override)
        parts.change(types)
    relationships = posixpath.join(folder, "_rels", f"{file}.rels")
    related = parts.parse(relationships)
    if related is None:
        related = etree.Element(PACKAGE + "Relationships", nsmap={None: PACKAGE[1:-1]})
        parts.add(relationships, related)
    taken = {each.get("Id") for each in related}
    identifier = next(name for name in _names() if name not in taken)
    attributes = {"Id": identifier, "Type": f"{RELATIONSHIPS}/comments", "Target": posixpath.basename(path)}
    related.append(related.makeelement(PACKAGE + "Relationship", attributes, related.nsmap))
    parts.change(related)
    return root


def _paths(folder: str) -> Iterator[str]:
    yield f"{folder}/comments.xml"
    yield from (f"{folder}/comments{number}.xml" for number in count(1))


def _names() -> Iterator[str]:
    return (f"wgtip{number}" for number in count(1))
