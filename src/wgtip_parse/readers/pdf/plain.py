"""The plain form: the lines of all pages as text, with blank lines between blocks and a form feed between pages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from wgtip_parse.readers.pdf.lines import Line
from wgtip_parse.source import PAGE_BREAK

MORE = 0.3  # of the height of a line: so much wider than usual is the distance that parts two blocks
NEAREST, FARTHEST = -0.3, 1.5  # of the height of a line: between these a distance may be the usual one
OFTEN = 0.15  # a share of the lines


def plain(pages: list[list[Line]]) -> str:
    """The text of a document."""
    usual = _usual_distance(pages)
    return f"\n{PAGE_BREAK}".join("\n".join(_page(lines, usual)) for lines in pages) + "\n"


def _page(lines: list[Line], usual: float) -> list[str]:
    printed: list[str] = []
    above: Line | None = None
    for line in lines:
        if above is not None and _distance(above, line) > usual + MORE:
            printed.append("")
        printed.append(line.text)
        above = line
    return printed


def _distance(above: Line, below: Line) -> float:
    """The white between two lines, by the height of the lower one."""
    return (above.bottom - below.top) / (min(above.height, below.height) or 1.0)


def _usual_distance(pages: list[list[Line]]) -> float:
    """The distance of a wrapped line from the line above: the smallest that occurs often."""
    distances: Counter[float] = Counter()
    for lines in pages:
        for above, below in pairwise(lines):
            distance = _distance(above, below)
            if NEAREST < distance < FARTHEST:
                distances[round(distance, 1)] += 1
    often = OFTEN * sum(distances.values())
    return min((distance for distance, times in distances.items() if times >= often), default=0.0)
