"""Where text came from: the source text, offsets into it and the lines, columns and pages they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

PAGE_BREAK = "\f"


class Look(NamedTuple):
    """What a line looks like where it stands; None is what the file does not tell.

    `page` counts from 1; `indent` is the distance from the left edge of the page and `width` that from there to the end
    of the line, in points (of plain text, in characters); `gap` is the white above it in heights of a line, None where
    it is the first of its page (of plain text, in blank lines); `size` is the height of its type in points. `bold` and
    `italic` say what all of it is; `bold_to` is how many characters at its beginning are bold where not all are, 0
    where none is. `in_cell` says that it is a line of a cell of running text beside which another stands, which were
    read one after the other. `style` is the file's own name for its kind (a Word style, an HTML tag), `heading` that
    the file calls it a heading, `cells` how many cells of a table stand in it, 0 outside of tables.
    """

    page: int | None = None
    indent: float | None = None
    width: float | None = None
    gap: float | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    style: str | None = None
    heading: bool = False
    cells: int = 0
    bold_to: int = 0
    in_cell: bool = False


class Position(NamedTuple):
    """A place for people: line, column, page and paragraph of the file, counted from 1; columns count characters."""

    line: int
    column: int
    page: int | None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The source text of one document: decoded, byte-order mark dropped, every line end one line feed.

    Spans and lines of every tree, token and diagnostic count in `text`; `sha256` is of the file's bytes. Of a Word file
    `paragraph_starts` has the offsets at which its blocks begin, each with the number of its paragraph in the body.
    `looks` has one look for each line that is not blank, in order; of plain text it is empty: `looks_of_text` tells.
    `carrier` is the file that was read, where that is not the document itself but a tree that carries its text along.
    """

    name: str
    text: str
    sha256: str
    format: str = "text"
    looks: tuple[Look, ...] = ()
    paragraph_starts: tuple[tuple[int, int | None], ...] = ()
    carrier: str | None = field(default=None, compare=False)
    _line_starts: list[int] = field(default_factory=list, compare=False, repr=False)
    _page_breaks: list[int] = field(default_factory=list, compare=False, repr=False)

    def position(self, offset: int) -> Position:
        """The line and column of an offset, its page where form feeds part pages, its paragraph in a Word file."""
        if not self._line_starts:
            self._line_starts.extend(_line_starts(self.text))
            self._page_breaks.extend(match.start() for match in re.finditer(PAGE_BREAK, self.text))
        line = bisect_right(self._line_starts, offset)
        page = bisect_right(self._page_breaks, offset) + 1 if self._page_breaks else None
        return Position(line, offset - self._line_starts[line - 1] + 1, page, self._paragraph(offset))

    def _paragraph(self, offset: int) -> int | None:
        if not self.paragraph_starts:
            return None
        at = bisect_right(self.paragraph_starts, offset, key=itemgetter(0))
        return self.paragraph_starts[at - 1][1] if at else None


def looks_of_text(text: str) -> tuple[Look, ...]:
    """The look of each line of a plain text that is not blank, as far as characters, blank lines and form feeds tell.

    Where no form feed parts pages there is no page; a line is on the page that it begins on.
    """
    looks: list[Look] = []
    is_paged = PAGE_BREAK in text
    page, gap = 1, None
    for line in text.split("\n"):
        words = line.strip()
        before, _, behind = line.partition(words) if words else (line, "", "")
        if PAGE_BREAK in before:
            page, gap = page + before.count(PAGE_BREAK), None
        if words:
            indent = len(before) - before.rfind(PAGE_BREAK) - 1
            looks.append(Look(page if is_paged else None, indent, len(words), gap))
            turns = (words + behind).count(PAGE_BREAK)
            page, gap = page + turns, None if turns else 0
        elif gap is not None:
            gap += 1
    return tuple(looks)


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
