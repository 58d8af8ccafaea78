"""Runs of a paragraph, parted where a change or a comment begins or ends; each part keeps the look of the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.names import W
from wgtip_parse.review.alignment import Spot

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT = frozenset({W + "t", W + "delText"})
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LOOK_CHANGED = W + "rPrChange"


class Runs:
    """Where runs are to be parted; after `part` each place that was marked is between two runs."""

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids
        self._cuts: dict[_Element, set[int]] = defaultdict(set)
        self._parts: dict[_Element, tuple[list[int], list[_Element]]] = {}

    def cut_before(self, spot: Spot) -> None:
        """Have a run begin with a character."""
        self._cuts[spot.piece.element].add(spot.offset)

    def cut_behind(self, spot: Spot) -> None:
        """Have a run end with a character."""
        self._cuts[spot.piece.element].add(spot.offset + 1)

    def part(self) -> None:
        """Part all runs that were marked."""
        runs: dict[_Element, None] = {}
        for element in self._cuts:
            run = element.getparent()
            if run is not None and run.tag == names.RUN:
                runs[run] = None
        for run in runs:
            self._part(run)

    def element(self, spot: Spot) -> _Element:
        """The element that a character stands in now."""
        return self.elements(spot, spot)[0]

    def elements(self, first: Spot, last: Spot) -> list[_Element]:
        """The elements that the characters of one piece stand in now, from one to another."""
        if first.piece.element not in self._parts:
            return [first.piece.element]
        starts, parts = self._parts[first.piece.element]
        return parts[bisect_right(starts, first.offset) - 1 : bisect_right(starts, last.offset)]

    def _part(self, run: _Element) -> None:
        groups: list[list[_Element]] = [[]]
        for child in list(run):
            if child.tag == names.RUN_PROPERTIES:
                continue
            cuts = self._cuts.get(child, set())
            if 0 in cuts:
                groups.append([])
            parts = self._parts_of(child, cuts)
            groups[-1].append(parts[0])
            groups += [[part] for part in parts[1:]]
            if cuts and max(cuts) >= _length(child):
                groups.append([])
        self._set_apart(run, [group for group in groups if group])

    def _set_apart(self, run: _Element, groups: list[list[_Element]]) -> None:
        """Leave the first group of elements in a run, and put each other one into a run like it."""
        look = run.find(names.RUN_PROPERTIES)
        last = run
        for group in groups[1:]:
            part = run.makeelement(run.tag, run.attrib, run.nsmap)
            if look is not None:
                part.append(deepcopy(look))
                for change in part[0].findall(LOOK_CHANGED):
                    change.set(names.ID, str(next(self._ids)))
            part.extend(group)
            last.addnext(part)
            last = part

    def _parts_of(self, element: _Element, cuts: set[int]) -> list[_Element]:
        text = element.text or ""
        inner = sorted(cut for cut in cuts if 0 < cut < len(text))
        if element.tag not in TEXT or not inner:
            return [element]
        parts = [element, *(element.makeelement(element.tag, element.attrib, element.nsmap) for _ in inner)]
        starts = [0, *inner]
        for part, start, end in zip(parts, starts, [*inner, len(text)], strict=True):
            part.text = text[start:end]
            part.set(SPACE, "preserve")
        self._parts[element] = starts, parts
        return parts


def look_of(run: _Element) -> _Element | None:
    """A copy of how a run looks, without tracked changes of that."""
    look = run.find(names.RUN_PROPERTIES)
    if look is None:
        return None
    look = deepcopy(look)
    look.tail = None
    for change in look.findall(LOOK_CHANGED):
        look.remove(change)
    return look


def _length(element: _Element) -> int:
    return len(element.text or "") if element.tag in TEXT else 1
