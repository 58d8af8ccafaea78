"""A Word draft written again: with its findings as comments and its fixes as tracked changes, or as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from wgtip_parse.diagnostics import Edit
from wgtip_parse.readers.word import names
from wgtip_parse.review.anchors import Anchor, anchor
from wgtip_parse.review.changes import Change, Mark, cut, make, planned
from wgtip_parse.review.comments import Marks, part_of_comments, write
from wgtip_parse.review.opened import Opened
from wgtip_parse.review.remark import Remark
from wgtip_parse.review.runs import Runs

LONGEST_ID = 9  # digits: Word's are of 32 bits
LONGEST_QUOTATION = 200  # characters of words that stand where no comment can


def rewritten(opened: Opened, edits: Iterable[Edit]) -> bytes | None:
    """The file with edits made as plain text; None where one cannot be made. The draft is used up."""
    changes = planned(opened, edits)
    return None if changes is None else _written(opened, changes, [], None)


def reviewed(opened: Opened, edits: Iterable[Edit], remarks: Sequence[Remark], date: str | None) -> bytes | None:
    """The file with edits as tracked changes, and remarks as comments; None where an edit cannot be made.

    `date` stands at both, as Word writes dates; without it they have none. The draft is used up.
    """
    changes = planned(opened, edits)
    return None if changes is None else _written(opened, changes, remarks, Mark(_ids(opened), date))


def _written(opened: Opened, changes: Sequence[Change], remarks: Sequence[Remark], mark: Mark | None) -> bytes:
    runs = Runs(mark.ids if mark else _ids(opened))
    anchors = [(found, remark) for remark in remarks if (found := anchor(opened, remark.span)) is not None]
    for change in changes:
        cut(change, runs)
        opened.parts.change(change.beside.piece.element)
    for found, _ in anchors:
        runs.cut_before(found.first)
        runs.cut_behind(found.last)
    runs.part()
    made = [element for change in changes for element in make(change, runs, mark)]
    if mark is not None and anchors:
        marks = Marks(runs, made)
        comments = [(next(mark.ids), _lines(opened, *each)) for each in anchors]
        for (identifier, _), (found, _) in zip(comments, anchors, strict=True):
            marks.put(found, identifier)
        opened.parts.change(opened.root)
        write(opened.parts, comments, mark.date)
    return opened.parts.written()


def _lines(opened: Opened, found: Anchor, remark: Remark) -> tuple[str, ...]:
    """The paragraphs of a comment; it quotes the words that it cannot stand at."""
    words = " ".join(opened.text[slice(*remark.span)].split())
    if not found.apart or not words:
        return remark.lines
    if len(words) > LONGEST_QUOTATION:
        words = f"{words[:LONGEST_QUOTATION]}…"
    return (*remark.lines, f"“{words}”")


def _ids(opened: Opened) -> Iterator[int]:
    """Numbers that nothing in the file has."""
    part_of_comments(opened.parts)  # read, it is one of the parts
    roots = [opened.root, *opened.parts.others()]
    found = (identifier for root in roots for identifier in root.xpath("//@w:id", namespaces={"w": names.MAIN}))
    taken = (int(each) for each in found if each.isdecimal() and len(each) <= LONGEST_ID)
    return count(max(taken, default=0) + 1)
