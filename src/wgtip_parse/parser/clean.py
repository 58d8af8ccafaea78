"""Clean text: the words of a block from its pieces of the source, joined and cleaned as the data contract says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from wgtip_parse.model import Span

_HYPHEN_AT_LINE_END = re.compile(r"-(?<=[^\W\d_]-)\s*\n\s*(?=[^\W\d_])")  # begins with what is searched fastest
_INSIDE = re.compile(r"[^\s*](?:.*[^\s*])?", re.DOTALL)
_INSIDE = re.compile(r"[^\s*](?:.*[^\s*])?", re.DOTALL)
_ITALICS = re.compile(r"\*(?=\S)([^*]*[^*\s])\*")


class Cleaner:
    """Takes words out of the source text; `marks` are the spans of footnote marks, in order."""

    def __init__(self, text: str, marks: list[Span]) -> None:
        self.text = text
        self.marks = marks
        self.starts = [start for start, _ in marks]

    def of(self, pieces: list[Span]) -> str:
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

    def place(self, pieces: list[Span]) -> Span:
        """From the first word of the pieces to the last; footnote marks and asterisks at the ends are left out."""
        start, end = self._inside(pieces[0][0], pieces[-1][1])
        return self._inside(*self._between_marks(start, end)) if self.marks else (start, end)

    def _inside(self, start: int, end: int) -> Span:
        """A span without the asterisks and white space at its ends, unless there is nothing else."""
        inside = _INSIDE.search(self.text, start, end)
        return inside.span() if inside else (start, end)

    def _between_marks(self, start: int, end: int) -> Span:
        """A span without the footnote marks that it begins and ends with."""
        first = bisect_right(self.starts, start) - 1
        if first >= 0:
            start = max(start, self.marks[first][1])
        last = bisect_left(self.starts, end) - 1
        if last >= 0 and self.marks[last][1] >= end > self.marks[last][0] >= start:
            end = self.marks[last][0]
        return start, end

    def place(self, pieces: list[Span]) -> Span:
        """From the first word of the pieces to the last; footnote marks and asterisks at the ends are left out."""
        start, end = self._inside(pieces[0][0], pieces[-1][1])
        return self._inside(*self._between_marks(start, end)) if self.marks else (start, end)

    def _inside(self, start: int, end: int) -> Span:
        """A span without the asterisks and white space at its ends, unless there is nothing else."""
        inside = _INSIDE.search(self.text, start, end)
        return inside.span() if inside else (start, end)

    def _between_marks(self, start: int, end: int) -> Span:
        """A span without the footnote marks that it begins and ends with."""
        first = bisect_right(self.starts, start) - 1
        if first >= 0:
            start = max(start, self.marks[first][1])
        last = bisect_left(self.starts, end) - 1
        if last >= 0 and self.marks[last][1] >= end > self.marks[last][0] >= start:
            end = self.marks[last][0]
        return start, end

    def uncut(self, start: int, end: int) -> list[Span]:
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
