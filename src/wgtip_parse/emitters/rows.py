"""The index as the rows of a table: one for each recommendation, and one for each meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from wgtip_parse.emitters.citation import document_url
from wgtip_parse.emitters.lines import lines, shown
from wgtip_parse.emitters.origins import Origin, origins
from wgtip_parse.index.model import Recommendation, RecommendationIndex

Cell = str | int | None


class Column(NamedTuple):
    """A column: its heading, its width in characters where it is wrapped, and what it says of a recommendation."""

    heading: str
    width: int
    cell: Callable[[Recommendation, Origin], Cell]


COLUMNS = (
    Column("id", 28, lambda each, _: each.id),
    Column("body", 24, lambda _, origin: origin.body),
    Column("session", 9, lambda _, origin: origin.session),
    Column("year", 7, lambda _, origin: origin.year),
    Column("place", 11, lambda _, origin: origin.place),
    Column("start", 11, lambda _, origin: origin.start),
    Column("end", 11, lambda _, origin: origin.end),
    Column("document", 26, lambda each, _: each.document),
    Column("number", 9, lambda each, _: each.number),
    Column("section", 28, lambda each, _: " › ".join(each.section)),
    Column("stem", 24, lambda each, _: each.stem),
    Column("text", 80, lambda each, _: "\n".join(map(str, lines(each)))),
    Column("addressees", 20, lambda each, _: _joined(found.value for found in each.addressees)),
    Column("verb", 12, lambda each, _: each.operative.verb if each.operative else None),
    Column("strength", 11, lambda each, _: each.strength),
    Column("topics", 28, lambda each, _: _joined(found.label for found in each.topics)),
    Column("references", 24, lambda each, _: _joined(found.target for found in each.references)),
    Column("earlier similar", 28, lambda each, _: _joined(found.id for found in each.similar)),
    Column("earlier same", 28, lambda each, _: _joined(found.id for found in each.similar if found.exact)),
    Column("earlier drafts", 28, lambda each, _: _joined(found.id for found in each.earlier)),
    Column("address", 30, lambda each, _: document_url(each.document)),
    Column("file", 24, lambda each, _: each.source.name),
    Column("line", 7, lambda each, _: each.source.line),
    Column("page", 7, lambda each, _: each.source.page),
)

MEETING_HEADINGS = ("id", "body", "organ", "session", "year", "place", "start", "end", "documents", "recommendations")


def rows(index: RecommendationIndex) -> Iterator[tuple[Cell, ...]]:
    """A row for each recommendation, in the order of the index."""
    origin = origins(index)
    for each in index.recommendations:
        yield tuple(_shown(column.cell(each, origin[each.id])) for column in COLUMNS)


def meeting_rows(index: RecommendationIndex) -> Iterator[tuple[Cell, ...]]:
    """A row for each meeting; its documents by symbol, or by name where they have none."""
    counts = Counter(each.meeting for each in index.recommendations)
    for meeting in index.meetings:
        documents = _joined(each.symbol or each.name for each in meeting.documents)
        named = (meeting.id, meeting.body, meeting.organ, meeting.ordinal, meeting.year)
        held = (meeting.place, meeting.start, meeting.end, documents, counts[meeting.id])
        yield tuple(map(_shown, (*named, *held)))


def _joined(values: Iterator[str]) -> str:
    """Every value once, in the order of their first."""
    return "; ".join(dict.fromkeys(values))


def _shown(cell: Cell) -> Cell:
    return shown(cell) if isinstance(cell, str) else cell
