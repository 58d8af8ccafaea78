"""How a UN document is set: the masthead above its first page, and where the markers of its lists stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wgtip_parse.office.document import LEFT, STEP, Document
from wgtip_parse.office.lists import Place
from wgtip_parse.office.markup import paragraph, run, table
from wgtip_parse.office.parts import MEASURE

ORGANIZATION = "United Nations"
RIGHT = 3400  # twentieths of a point for the symbol, and below it the distribution, the date and the language
WIDTHS = (MEASURE - RIGHT, RIGHT)
THIN, THICK = 4, 12  # eighths of a point


def masthead(left: str, symbol: str, organ: str, particulars: Sequence[str]) -> str:
    """The masthead: what stands left and right above its rule, and what left and right below it."""
    above = (paragraph("Publication", run(left)), paragraph("Publication", run(symbol), '<w:jc w:val="right"/>'))
    below = (paragraph("XLarge", run(organ)), _stacked(particulars))
    if not organ and not particulars:
        return table("TableNormal", WIDTHS, (above,), rules=(THICK,))
    return table("TableNormal", WIDTHS, (above, below), rules=(THIN, THICK))


def item(document: Document, depth: int, marker: str, inside: str) -> None:
    """An item of a list that lies so deep, from 1; its number runs before it."""
    document.add_numbered("SingleTxt", marker, _place(depth), inside)


def _place(depth: int) -> Place:
    """The first list goes on at the margin of the text, those in it behind their markers, as the UN sets them."""
    first = LEFT + depth * STEP
    return Place(left=LEFT if depth == 1 else first + STEP, first=first, words=first + STEP)


def _stacked(lines: Iterable[str]) -> str:
    return "".join(paragraph("Distribution", run(line)) for line in lines) or paragraph("Distribution", "")
