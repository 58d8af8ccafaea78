"""Occasions: when and where each recommendation was made, and which is earlier: never the draft of what is final.

The date is that of the meeting, or else the earliest that one of its documents prints, or else the year; a document
that is of no meeting has its own. What has no date is neither earlier nor later than anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wgtip_parse import symbols
from wgtip_parse.index.model import DocumentEntry, MeetingEntry, Recommendation
from wgtip_parse.symbols import Symbol

YEAR = 4  # digits, with which a date begins

File = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a recommendation was made (an ISO 8601 date, month or year), at which meeting, of which State's review.

    `session` is what the symbol says of it, and `version` the symbol that all issues of the document share.
    """

    when: str | None
    meeting: str | None
    state: str | None
    file: File
    final: bool
    session: str | None
    version: str | None

    def is_before(self, other: Occasion) -> bool:
        """Whether this was earlier for certain: where one date says less than the other, both are cut to that."""
        if self.when is None or other.when is None or self._is_version_of(other):
            return False
        length = min(len(self.when), len(other.when))
        return self.when[:length] < other.when[:length] and (self.meeting is None or self.meeting != other.meeting)

    def is_beside(self, other: Occasion) -> bool:
        """Whether both stand in one document, or in two of one meeting that are no versions of one text."""
        if self.file == other.file:
            return True
        of_one_meeting = self.meeting is not None and self.meeting == other.meeting
        return of_one_meeting and self.final == other.final and (self.version is None or self.version != other.version)

    def _is_version_of(self, other: Occasion) -> bool:
        """A draft and the final report of one session, by their symbols, or by the year: another organ may issue it."""
        if self.final == other.final or self.when is None or other.when is None:
            return False
        return self.when[:YEAR] == other.when[:YEAR] or (self.session is not None and self.session == other.session)


def occasions(
    recommendations: Sequence[Recommendation], meetings: Sequence[MeetingEntry], documents: Sequence[DocumentEntry]
) -> Iterator[Occasion]:
    """The occasion of each recommendation."""
    known = {(each.name, each.sha256): _occasion(each, None) for each in documents}
    for meeting in meetings:
        known.update({(each.name, each.sha256): _occasion(each, meeting) for each in meeting.documents})
    for each in recommendations:
        yield known[each.source.name, each.source.sha256]


def _occasion(document: DocumentEntry, meeting: MeetingEntry | None) -> Occasion:
    symbol = symbols.parse(document.symbol) if document.symbol else None
    return Occasion(
        when=_date(meeting) if meeting else document.date or _year(symbol),
        meeting=meeting.id if meeting else None,
        state=meeting.state if meeting else None,
        file=(document.name, document.sha256),
        final=document.role == "final",
        session=f"{symbol.stem} {symbol.period}" if symbol and symbol.period else None,
        version=f"{symbol.base} {symbol.addendum}" if symbol else None,
    )


def _date(meeting: MeetingEntry) -> str | None:
    printed = [each.date for each in meeting.documents if each.date]
    return meeting.start or min(printed, default=str(meeting.year) if meeting.year else None)


def _year(symbol: Symbol | None) -> str | None:
    return str(symbol.year) if symbol and symbol.year else None
