"""Type: which lines stand out by their look, measured by the look that most of a document has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from wgtip_parse.parser.lines import Line
from wgtip_parse.source import Look

COMMON = 0.3  # a share of the lines: type that so many have does not stand out
LARGER = 1.08  # of the size of the body


_LEVEL = re.compile(r"\d")


class Type:
    """The common type of a document's lines."""

    def __init__(self, lines: Iterable[Line]) -> None:
        printed = [line.look for line in lines if line.look.page is not None]
        sizes = Counter(round(look.size, 1) for look in printed if look.size)
        few = len(printed) * COMMON if printed else 1
        self._bold = sum(look.bold for look in printed) < few
        self._italic = sum(look.italic for look in printed) < few
        self.size = max(sizes, key=lambda size: (sizes[size], size), default=0.0)

    def is_bold(self, look: Look) -> bool:
        """Whether a line is bold where most are not."""
        return look.bold and self._bold

    def is_italic(self, look: Look) -> bool:
        """Whether a line is in italics where most are not."""
        return look.italic and self._italic

    def is_large(self, look: Look) -> bool:
        """Whether a line is set in larger type than most."""
        return bool(look.size and self.size and look.size > self.size * LARGER)

    def rank(self, look: Look) -> tuple[float, bool, bool]:
        """How high headings of a look stand: by the level of the file's own style, else by size, bold and italic."""
        level = _LEVEL.search(look.style or "") if look.heading else None
        return -float(level[0]) if level else float(round(look.size or 0.0)), self.is_bold(look), not look.italic

    def stands_out(self, look: Look) -> bool:
        """Whether a line is a heading by its look, as far as one line can tell."""
        return look.heading or self.is_bold(look) or self.is_italic(look)

    def parts(self, above: Line, line: Line) -> bool:
        """Whether a line begins a block because it looks other than the line above it."""
        if above.look is line.look:
            return False
        here, there = self.stands_out(line.look), self.stands_out(above.look)
        if line.blank:
            return (here or there) and not line.look.cells
        return here != there
