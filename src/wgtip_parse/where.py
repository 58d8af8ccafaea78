"""Where people find an offset of a report: the number of its paragraph as printed, and the heading above it."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import itemgetter

from wgtip_parse.model import Block, Node, Report, Section
from wgtip_parse.places import Places
from wgtip_parse.source import Source

Stretch = tuple[int, int, str]  # from where to where, and what people call it


class Where(Node):
    """A printed number and heading: "12" is a paragraph, "Recommendation 12" a recommendation, "note 3" a footnote.

    What stands above the body is in the "masthead".
    """

    number: str | None
    heading: str | None


MASTHEAD = "masthead"
NOWHERE = Where(number=None, heading=None)


def where_in(source: Source, report: Report, places: Places) -> Callable[[int], Where]:
    """A function from offsets of the source text to where people find them."""

    @functools.cache  # a document without findings is not gone through
    def stretches() -> tuple[list[Stretch], list[Stretch], list[Stretch]]:
        blocks = (_of_block(block) for block in report.every_block() if block.number is not None)
        notes = ((*note.span, f"note {note.mark}") for note in report.footnotes if note.text is not None)
        sections = _of_sections(source, places, report.sections)
        return sorted(notes), sorted(blocks), sorted(sections)

    def where(offset: int) -> Where:
        notes, blocks, sections = stretches()
        number = _holding(notes, offset) or _holding(blocks, offset) or (MASTHEAD if offset < places.body else None)
        return _where(number, _holding(sections, offset))

    return where


@functools.lru_cache(maxsize=256)  # of several findings in one paragraph
def _where(number: str | None, heading: str | None) -> Where:
    return Where(number=number, heading=heading)


def number_of(block: Block) -> str:
    """What people call a block that has a number."""
    return f"Recommendation {block.number}" if block.kind == "recommendation" else str(block.number)


def _of_block(block: Block) -> Stretch:
    return block.span[0], block.span[1] + 1, number_of(block)


def _of_sections(source: Source, places: Places, sections: tuple[Section, ...]) -> Iterator[Stretch]:
    """The reach of each heading: from where it begins to the next heading, or to the end of what it stands above."""
    for section in sections:
        start, end = places.heading_of(section)
        printed = " ".join(source.text[start:end].split())
        below = section.sections[0].span[0] if section.sections else section.span[1] + 1
        yield section.span[0], below, printed
        yield from _of_sections(source, places, section.sections)


def _holding(spans: list[Stretch], offset: int) -> str | None:
    """What the last of the spans that begin before an offset is called, if it reaches over the offset."""
    at = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return spans[at][2] if at >= 0 and offset < spans[at][1] else None
