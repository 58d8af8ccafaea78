"""The index as the rows of tables: one for each recommendation, meeting, document and passage that was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from wgtip_parse.emitters.citation import document_url, place
from wgtip_parse.emitters.lines import lines, shown
from wgtip_parse.emitters.origins import Origin, entries, origins
from wgtip_parse.index.model import DocumentEntry, Recommendation, RecommendationIndex

Cell = str | int | None
Row = tuple[Cell, ...]


class Told(NamedTuple):
    """A recommendation, where it comes from, and its document."""

    each: Recommendation
    origin: Origin
    document: DocumentEntry


class Column(NamedTuple):
    """A column: its heading, its width in characters where it is wrapped, and what it says of a recommendation."""

    heading: str
    width: int
    cell: Callable[[Told], Cell]


COLUMNS = (
    Column("id", 28, lambda told: told.each.id),
    Column("body", 24, lambda told: told.origin.body),
    Column("organ", 24, lambda told: told.origin.organ),
    Column("State", 16, lambda told: told.origin.state),
    Column("session", 9, lambda told: told.origin.session),
    Column("year", 7, lambda told: told.origin.year),
    Column("place", 11, lambda told: told.origin.place),
    Column("start", 11, lambda told: told.origin.start),
    Column("end", 11, lambda told: told.origin.end),
    Column("document", 22, lambda told: told.each.document),
    Column("document title", 40, lambda told: told.document.title),
    Column("document date", 11, lambda told: told.document.date),
    Column("number", 20, lambda told: place(told.each)),
    Column("section", 28, lambda told: " › ".join(told.each.section)),
    Column("stem", 24, lambda told: told.each.stem),
    Column("text", 80, lambda told: "\n".join(map(str, lines(told.each)))),
    Column("addressees", 20, lambda told: _joined(found.value for found in told.each.addressees)),
    Column("from", 20, lambda told: _joined(told.each.recommenders)),
    Column("position", 11, lambda told: told.each.position),
    Column("verb", 12, lambda told: told.each.operative.verb if told.each.operative else None),
    Column("strength", 11, lambda told: told.each.strength),
    Column("deadline", 20, lambda told: told.each.deadline.text if told.each.deadline else None),
    Column("deadline date", 11, lambda told: told.each.deadline.date if told.each.deadline else None),
    Column("topics", 28, lambda told: _joined(found.label for found in told.each.topics)),
    Column("references", 24, lambda told: _joined(found.target for found in told.each.references)),
    Column("basis", 10, lambda told: told.each.basis),
    Column("earlier similar", 28, lambda told: _joined(found.id for found in told.each.similar)),
    Column("earlier same", 28, lambda told: _joined(found.id for found in told.each.similar if found.exact)),
    Column("same subject", 28, lambda told: _joined(found.id for found in told.each.same_subject)),
    Column("earlier drafts", 28, lambda told: _joined(found.id for found in told.each.earlier)),
    Column("address", 30, lambda told: document_url(told.each.document)),
    Column("file", 24, lambda told: told.each.source.name),
    Column("line", 7, lambda told: told.each.source.line),
    Column("page", 7, lambda told: told.each.source.page),
)

MEETING_HEADINGS = (
    "id", "body", "organ", "State", "session", "year", "place", "start", "end", "documents", "recommendations",
)  # fmt: skip
DOCUMENT_HEADINGS = ("file", "symbol", "title", "date", "organ", "body", "role", "meeting", "recommendations")
PASSED_OVER_HEADINGS = ("symbol", "number", "text", "reason", "file", "line")


def rows(index: RecommendationIndex) -> Iterator[Row]:
    """A row for each recommendation, in the order of the index."""
    origin, of_file = origins(index), entries(index)
    for each in index.recommendations:
        told = Told(each, origin[each.id], of_file[each.source.name, each.source.sha256])
        yield _row(column.cell(told) for column in COLUMNS)


def meeting_rows(index: RecommendationIndex) -> Iterator[Row]:
    """A row for each meeting; its documents by symbol, or by name where they have none."""
    counts = Counter(each.meeting for each in index.recommendations)
    for meeting in index.meetings:
        documents = _joined(each.symbol or each.name for each in meeting.documents)
        named = (meeting.id, meeting.body, meeting.organ, meeting.state, meeting.ordinal, meeting.year)
        yield _row((*named, meeting.place, meeting.start, meeting.end, documents, counts[meeting.id]))


def document_rows(index: RecommendationIndex) -> Iterator[Row]:
    """A row for each document, those of meetings first."""
    counts = Counter((each.source.name, each.source.sha256) for each in index.recommendations)
    of_meetings = ((meeting.id, each) for meeting in index.meetings for each in meeting.documents)
    for meeting, each in (*of_meetings, *((None, each) for each in index.documents)):
        named = (each.name, each.symbol, each.title, each.date, each.organ, each.body, each.role)
        yield _row((*named, meeting, counts[each.name, each.sha256]))


def passed_over_rows(index: RecommendationIndex) -> Iterator[Row]:
    """A row for each passage that looked like a recommendation and was not taken, with the reason."""
    for each in index.passed_over:
        yield _row((each.document, each.number, each.text, each.reason, each.name, each.line))


def _joined(values: Iterable[str]) -> str:
    """Every value once, in the order of their first."""
    return "; ".join(dict.fromkeys(values))


def _row(cells: Iterable[Cell]) -> Row:
    return tuple(shown(cell) if isinstance(cell, str) else cell for cell in cells)
