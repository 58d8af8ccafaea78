"""Edits of a Word draft: which can be made in its runs without touching anything else, and how they are made there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.diagnostics import Edit
from wgtip_parse.readers.word import names
from wgtip_parse.readers.word.names import W
from wgtip_parse.review.alignment import Alignment, Spot
from wgtip_parse.review.opened import Opened
from wgtip_parse.review.runs import SPACE, TEXT, Runs, look_of

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "wgtip"
LOCKED = frozenset({"contentLocked", "sdtContentLocked"})

_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")  # a line end is a paragraph's or none
_SIGNS = frozenset(W + name for name in ("tab", "cr", "br", "noBreakHyphen"))
_EDITABLE = _SIGNS | {W + "t"}
_WEIGHTLESS = frozenset(W + name for name in ("rPr", "softHyphen", "lastRenderedPageBreak"))
_INLINE = frozenset(W + name for name in ("hyperlink", "smartTag", "customXml"))  # a change may stand in them
_BETWEEN = frozenset(
    W + name
    for name in "r bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd permStart permEnd".split()
)
_NEVER_INSIDE = frozenset({names.BOX, names.ALTERNATE})  # what is there twice, in the form of older programs as well


class Change(NamedTuple):
    """One edit in the file: the characters that go, and the text that comes behind them, in the look of a spot."""

    taken: tuple[Spot, ...]
    text: str
    beside: Spot
    is_behind: bool


class Mark(NamedTuple):
    """What is written at a tracked change besides its author."""

    ids: Iterator[int]
    date: str | None


def planned(opened: Opened, edits: Iterable[Edit]) -> list[Change] | None:
    """The edits as changes of the file; None where one of them cannot be made there safely."""
    changes = [_planned(opened, edit) for edit in edits]
    made = [change for change in changes if change is not None]
    return made if len(made) == len(changes) else None


def _planned(opened: Opened, edit: Edit) -> Change | None:
    start, block = opened.blocks[opened.at(edit.start)]
    if _UNWRITABLE.search(edit.text) or edit.end > start + len(block.text):
        return None
    alignment = opened.alignment(opened.at(edit.start))
    stretch = alignment.stretch(edit.start - start, edit.end - start)
    if stretch is None:
        return None
    if stretch[0] == stretch[1]:
        return _insertion(alignment, stretch[0], edit.text)
    taken = tuple(alignment.spots(*stretch))
    return Change(taken, edit.text, taken[0], True) if _is_plain(taken) else None


def _insertion(alignment: Alignment, at: int, text: str) -> Change | None:
    """An insertion beside the character before it or, where that is no place for it, beside the one behind it."""
    length = sum(len(piece.text) for piece in alignment.trail)
    beside = [(alignment.spot(each), each < at) for each in (at - 1, at) if 0 <= each < length]
    possible = [(spot, is_behind) for spot, is_behind in beside if _is_plain((spot,))]
    if not possible:
        return None
    outside = [each for each in possible if _parent(each[0]).tag == names.PARAGRAPH]
    if not outside and len(possible) < len(beside):
        return None  # at an end of a hyperlink, in it or not: that is for people to say
    spot, is_behind = (outside or possible)[0]
    return Change((), text, spot, is_behind)


def _is_plain(spots: tuple[Spot, ...]) -> bool:
    """Whether characters stand in runs of one parent that may be changed, with nothing between that is not theirs."""
    parent = _parent(spots[0])
    if any(not _is_free(spot) or _parent(spot) is not parent for spot in spots):
        return False
    runs = [spot.piece.element.getparent() for spot in spots]
    first, last = parent.index(runs[0]), parent.index(runs[-1])
    if first > last or any(each.tag not in _BETWEEN or _has_field(each) for each in parent[first : last + 1]):
        return False
    return all(
        _has_only_text(run, list(group)) for run, group in groupby(spots, lambda spot: spot.piece.element.getparent())
    )


def _parent(spot: Spot) -> _Element:
    """What the run of a character stands in, the element itself where it is in no run."""
    element: _Element = spot.piece.element
    run = element.getparent()
    if element.tag == names.PARAGRAPH or run is None or run.tag != names.RUN:
        return element
    parent = run.getparent()
    assert parent is not None, "a run that was read stands in a paragraph"
    return parent


def _is_free(spot: Spot) -> bool:
    """Whether a character is text of its own: of no field, no other person's change, no control that is locked."""
    element = spot.piece.element
    run = element.getparent()
    if spot.piece.is_result or element.tag not in _EDITABLE or run is None or run.tag != names.RUN:
        return False
    above = list(run.iterancestors())
    inline = [each.tag for each in above[: next(at for at, each in enumerate(above) if each.tag == names.PARAGRAPH)]]
    return all(tag in _INLINE for tag in inline) and not any(map(_forbids, above))


def _forbids(element: _Element) -> bool:
    if element.tag in _NEVER_INSIDE:
        return True
    properties = element.find(names.CONTENT_CONTROL_PROPERTIES) if element.tag == names.CONTENT_CONTROL else None
    if properties is None:
        return False
    lock = properties.find(W + "lock")
    return properties.find(W + "dataBinding") is not None or (lock is not None and lock.get(names.VAL) in LOCKED)


def _has_field(element: _Element) -> bool:
    return element.find(W + "fldChar") is not None


def _has_only_text(run: _Element, spots: list[Spot]) -> bool:
    """Whether nothing but text stands in a run between the first and the last of the characters."""
    first, last = (run.index(spots[at].piece.element) for at in (0, -1))
    return all(each.tag in _EDITABLE or each.tag in _WEIGHTLESS for each in run[first : last + 1])


def cut(change: Change, runs: Runs) -> None:
    """Have the runs parted where a change begins and ends."""
    if change.taken:
        runs.cut_before(change.taken[0])
        runs.cut_behind(change.taken[-1])
    elif change.is_behind:
        runs.cut_behind(change.beside)
    else:
        runs.cut_before(change.beside)


def make(change: Change, runs: Runs, mark: Mark | None) -> list[_Element]:
    """Make a change whose runs have been parted: tracked with a mark, else as plain text; gives what is new."""
    beside = _run_of(runs, change.beside)
    coming = _new_run(beside, change.text) if change.text else None
    going = _going(change, runs)
    last = going[-1] if going else beside
    if mark is None:
        _place(coming, last, is_behind=change.is_behind)
        for run in going:
            _remove(run)
        return []
    deleted = [_wrapped(list(group), mark) for _, group in groupby(going, _Neighbours())]
    if coming is None:
        return deleted
    inserted = _tracked(beside, "ins", mark)
    inserted.append(coming)
    _place(inserted, deleted[-1] if deleted else beside, is_behind=change.is_behind)
    return [*deleted, inserted]


def _going(change: Change, runs: Runs) -> list[_Element]:
    """The runs that a change takes away, in order."""
    elements: list[_Element] = []
    for _, group in groupby(change.taken, lambda spot: spot.piece.element):
        spots = list(group)
        elements += runs.elements(spots[0], spots[-1])
    parents = (element.getparent() for element in elements)
    return list(dict.fromkeys(run for run in parents if run is not None))


class _Neighbours:
    """Gives runs that follow each other directly one number."""

    def __init__(self) -> None:
        self._last: _Element | None = None
        self._number = 0

    def __call__(self, run: _Element) -> int:
        self._number += self._last is None or run.getprevious() is not self._last
        self._last = run
        return self._number


def _run_of(runs: Runs, spot: Spot) -> _Element:
    run = runs.element(spot).getparent()
    assert run is not None, "what is changed stands in a run"
    return run


def _new_run(beside: _Element, text: str) -> _Element:
    run = beside.makeelement(names.RUN, nsmap=beside.nsmap)
    look = look_of(beside)
    if look is not None:
        run.append(look)
    words = run.makeelement(W + "t", {SPACE: "preserve"})
    words.text = text
    run.append(words)
    return run


def _wrapped(runs: list[_Element], mark: Mark) -> _Element:
    """Runs that follow each other, in one tracked deletion."""
    deleted = _tracked(runs[0], "del", mark)
    runs[0].addprevious(deleted)
    for run in runs:
        for child in run:
            if child.tag in TEXT:
                child.tag = W + "delText"
                child.set(SPACE, "preserve")
        deleted.append(run)
    return deleted


def _tracked(beside: _Element, name: str, mark: Mark) -> _Element:
    element = beside.makeelement(W + name, nsmap=beside.nsmap)
    element.set(names.ID, str(next(mark.ids)))
    element.set(W + "author", AUTHOR)
    if mark.date is not None:
        element.set(W + "date", mark.date)
    return element


def _place(element: _Element | None, beside: _Element, *, is_behind: bool) -> None:
    if element is not None:
        (beside.addnext if is_behind else beside.addprevious)(element)


def _remove(run: _Element) -> None:
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
