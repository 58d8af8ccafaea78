"""Where recommendations come from: a meeting, or a document that is of none."""

from __future__ import annotations

from dataclasses import dataclass

from wgtip_parse.emitters.citation import dates, document_title, meeting_title
from wgtip_parse.index.model import DocumentEntry, MeetingEntry, Recommendation, RecommendationIndex

NO_MEETING = "Documents without a meeting"
NONE = "none"  # stands for a meeting's id in the address of what is of none
YEAR = 4  # the characters of a date that are its year


@dataclass(frozen=True, slots=True)
class Origin:
    """A meeting or a document of none: `title` names it, `cited` stands before a place in one of its documents.

    `id` is that of the meeting, None for a document; `year` is the meeting's, or else that of the earliest date that
    one of its documents prints.
    """

    id: str | None
    title: str
    cited: str
    body: str | None
    organ: str | None
    state: str | None
    session: int | None
    year: int | None
    place: str | None
    start: str | None
    end: str | None


def origins(index: RecommendationIndex) -> dict[str, Origin]:
    """Where each recommendation comes from, by its id."""
    meetings = {each.id: of_meeting(each) for each in index.meetings}
    documents = {(each.name, each.sha256): of_document(each) for each in index.documents}
    return {each.id: _origin(each, meetings, documents) for each in index.recommendations}


def counted_origins(index: RecommendationIndex) -> tuple[int, int]:
    """How many meetings have recommendations, and how many documents without a meeting."""
    meetings = {each.meeting for each in index.recommendations if each.meeting is not None}
    files = {(each.source.name, each.source.sha256) for each in index.recommendations if each.meeting is None}
    return len(meetings), len(files)


def told_origins(index: RecommendationIndex) -> str:
    """The same in words: "3 meetings and 1 document without a meeting"."""
    meetings, documents = counted_origins(index)
    of_none = f"{counted(documents, 'document')} without a meeting"
    if not documents:
        return counted(meetings, "meeting")
    return f"{counted(meetings, 'meeting')} and {of_none}" if meetings else of_none


def counted(number: int, noun: str) -> str:
    """A number of things: "0 meetings", "1 meeting", "1,200 meetings"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def entries(index: RecommendationIndex) -> dict[tuple[str, str], DocumentEntry]:
    """Every document, of meetings and of none, by its name and SHA-256."""
    of_meetings = (each for meeting in index.meetings for each in meeting.documents)
    return {(each.name, each.sha256): each for each in (*of_meetings, *index.documents)}


def of_meeting(meeting: MeetingEntry) -> Origin:
    """A meeting as an origin."""
    title = meeting_title(meeting)
    return Origin(
        id=meeting.id,
        title=title,
        cited=title,
        body=meeting.body,
        organ=meeting.organ,
        state=meeting.state,
        session=meeting.ordinal,
        year=meeting.year or _year(min((each.date for each in meeting.documents if each.date), default=None)),
        place=meeting.place,
        start=meeting.start,
        end=meeting.end,
    )


def of_document(document: DocumentEntry) -> Origin:
    """A document without a meeting as an origin."""
    return Origin(
        id=None,
        title=document_title(document),
        cited=", ".join(part for part in (document.title, dates(document.date, document.date)) if part),
        body=document.body,
        organ=document.organ,
        state=None,
        session=None,
        year=_year(document.date),
        place=None,
        start=None,
        end=None,
    )


def _year(day: str | None) -> int | None:
    return int(day[:YEAR]) if day else None


def _origin(each: Recommendation, meetings: dict[str, Origin], documents: dict[tuple[str, str], Origin]) -> Origin:
    if each.meeting is not None:
        return meetings[each.meeting]
    return documents[each.source.name, each.source.sha256]
