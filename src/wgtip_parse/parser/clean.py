"""Clean text: the words of a block from its pieces of the source, joined and cleaned as the data contract says."""

from __future__ import annotations

import re
from bisect import bisect_left

_HYPHEN_AT_LINE_END = re.compile(r"-(?<=[^\W\d_]-)\s*\n\s*(?=[^\W\d_])")  # begins with what is searched fastest
_ITALICS = re.compile(r"\*(?=\S)([^*]*[^*\s])\*")


class Cleaner:
    """Takes words out of the source text; `marks` are the spans of footnote marks, in order."""

    def __init__(self, text: str, marks: list[tuple[int, int]]) -> None:
        self.text = text
        self.marks = marks
        self.starts = [start for start, _ in marks]

    def of(self, pieces: list[tuple[int, int]]) -> str:
        """The words of the pieces: white space folded, footnote marks and the asterisks of italics taken out."""
        if len(pieces) == 1 and not self.marks:
            raw = self.text[pieces[0][0] : pieces[0][1]]
        else:
            raw = "\n".join("".join(self.text[a:b] for a, b in self.uncut(*piece)) for piece in pieces)
        if "\n" in raw:
            raw = _HYPHEN_AT_LINE_END.sub("-", raw)
        if "*" in raw:
            raw = _ITALICS.sub(r"\1", raw)
        if raw.isprintable() and "  " not in raw:  # no white space but single spaces
            return raw.strip(" ")
        return " ".join(raw.split())

    def uncut(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a span between the footnote marks in it."""
        at = bisect_left(self.starts, start)
        if at and self.marks[at - 1][1] > start:  # the space before a mark may lie outside
            at -= 1
        parts = []
        while at < len(self.marks) and self.starts[at] < end:
            low, high = self.marks[at]
            if low > start:
                parts.append((start, low))
            start = max(start, high)
            at += 1
        if start < end:
            parts.append((start, end))
        return parts
