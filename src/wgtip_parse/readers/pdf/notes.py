"""Footnotes: where the small print at the foot of a page begins, which the plain form parts from the text by a rule."""

from __future__ import annotations

from collections import Counter

from wgtip_parse.readers.pdf.line import Line

SMALL = 0.93  # of the height that most of the text has
RULE = "_" * 18

_DRAWN = frozenset("_ ")


def body_height(pages: list[list[Line]]) -> float:
    """The height of line that most characters of a document have."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.height, 1)] += len(line.text)
    return max(sizes, key=lambda height: (sizes[height], height), default=0.0)


def first_note(blocks: list[list[Line]], body: float) -> Line | None:
    """The line before which the rule is missing: the first of the small print, where a mark begins one of its lines.

    None where there is no such print, or where its rule is printed and not drawn.
    """
    has_foot = len(blocks) > 1 and not any(line.marked for line in blocks[-1])
    lines = [line for block in (blocks[:-1] if has_foot else blocks) for line in block]
    start = len(lines)
    while start and lines[start - 1].height < SMALL * body and not is_rule(lines[start - 1]):
        start -= 1
    small = lines[start:]
    is_ruled = start > 0 and is_rule(lines[start - 1])
    return small[0] if start and not is_ruled and any(line.marked for line in small) else None


def is_rule(line: Line) -> bool:
    """Whether a line is the rule above the notes, printed."""
    return set(line.text) <= _DRAWN
