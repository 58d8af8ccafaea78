"""Whether a tree differs from an earlier one only where edits were meant to change it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from wgtip_parse.diagnostics import Edit
from wgtip_parse.model import Block, Footnote, Report, Section, Span, Subparagraph

Part = Section | Block | Subparagraph

CHILDREN = frozenset({"blocks", "sections", "subparagraphs"})


class Changes:
    """Edits that do not overlap, in the order of the text, and how far what stands behind each has moved."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = sorted(edits, key=lambda edit: (edit.start, edit.end))
        self._starts = [edit.start for edit in self.edits]
        self._ends = [edit.end for edit in self.edits]
        self._moved = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in self.edits)]

    def touch(self, span: Span) -> list[Edit]:
        """The edits that lie in a span or at an end of it."""
        return self.edits[slice(*self._touching(span))]

    def allow(self, before: int, after: int) -> bool:
        """Whether an offset may have moved from one place to the other; inside an edit it may be anywhere."""
        first, behind = self._touching((before, before))
        low = min([before, *self._starts[first:behind]]) + self._moved[first]
        high = max([before, *self._ends[first:behind]]) + self._moved[behind]
        return low <= after <= high

    def _touching(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._ends, span[0]), bisect_right(self._starts, span[1])


def differs_only_by(edits: Iterable[Edit], before: Report, after: Report) -> bool:
    """Whether both have the same parts, each where the edits moved it, and none differs that has no edit in it."""
    changes = Changes(edits)
    return (
        before.source.language == after.source.language
        and (before.masthead == after.masthead or _touches_masthead(changes, before))
        and _same_notes(changes, before.footnotes, after.footnotes)
        and _same_parts(changes, (*before.blocks, *before.sections), (*after.blocks, *after.sections))
    )


def _touches_masthead(changes: Changes, report: Report) -> bool:
    parts: tuple[Part, ...] = (*report.blocks, *report.sections)
    body = [part.span[0] for part in parts]
    return any(not body or edit.end < min(body) for edit in changes.edits)


def _same_notes(changes: Changes, before: Sequence[Footnote], after: Sequence[Footnote]) -> bool:
    return len(before) == len(after) and all(
        (one.mark, one.text) == (other.mark, other.text)
        or changes.touch(one.span)
        or (one.anchor is not None and changes.touch((one.anchor, one.anchor + len(one.mark))))
        for one, other in zip(before, after, strict=True)
    )


def _same_parts(changes: Changes, before: Sequence[Part], after: Sequence[Part]) -> bool:
    return len(before) == len(after) and all(
        _same_part(changes, one, other) for one, other in zip(before, after, strict=True)
    )


def _same_part(changes: Changes, before: Part, after: Part) -> bool:
    return (
        type(before) is type(after)
        and all(changes.allow(*ends) for ends in zip(before.span, after.span, strict=True))
        and (_own(before) == _own(after) or _touches(changes, before))
        and _same_parts(changes, _children(before), _children(after))
    )


def _touches(changes: Changes, part: Part) -> bool:
    """Whether an edit is in what a part says itself: a heading, or words before, between and behind its items."""
    children = _children(part)
    end = children[0].span[0] if children and isinstance(part, Section) else part.span[1]
    return any(
        not any(child.span[0] <= edit.start and edit.end <= child.span[1] for child in children)
        for edit in changes.touch((part.span[0], end))
    )


def _own(part: Part) -> dict[str, object]:
    return part.model_dump(exclude={*CHILDREN, "span"})


def _children(part: Part) -> tuple[Part, ...]:
    return (*part.blocks, *part.sections) if isinstance(part, Section) else part.subparagraphs
