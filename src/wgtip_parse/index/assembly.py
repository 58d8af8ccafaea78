"""The set: entries of many reports put together into one index, in the order of the meetings and of their documents."""

from __future__ import annotations

from collections.abc import Iterable

from wgtip_parse import collection
from wgtip_parse.collection import Bodies, Document, MeetingDocuments
from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.index.entry import ReportEntry
from wgtip_parse.index.model import DocumentEntry, MeetingEntry, Recommendation, RecommendationIndex

Findings = tuple[tuple[str, Diagnostic], ...]


def assemble(entries: Iterable[ReportEntry], bodies: Bodies) -> tuple[RecommendationIndex, Findings]:
    """The index, and what does not fit, each with the name of its document; whatever the order of the entries."""
    by_file = {(each.source.name, each.source.sha256): each for each in entries}
    collected = collection.collect(map(_document, by_file.values()), bodies)
    recommendations: list[Recommendation] = []
    for meeting in collected.meetings:
        for document in meeting.documents:
            recommendations += by_file[document.name, document.sha256].recommendations
    index = RecommendationIndex(
        schema_version=1,
        meetings=tuple(map(_meeting, collected.meetings)),
        recommendations=tuple(recommendations),
    )
    return index, collected.diagnostics


def _document(entry: ReportEntry) -> Document:
    return collection.document_of(entry.source, entry.masthead)


def _meeting(meeting: MeetingDocuments) -> MeetingEntry:
    return MeetingEntry(
        id=meeting.id,
        body=meeting.body,
        organ=meeting.organ,
        ordinal=meeting.ordinal,
        year=meeting.year,
        place=meeting.place,
        start=meeting.start,
        end=meeting.end,
        documents=tuple(map(_document_entry, meeting.documents)),
    )


def _document_entry(document: Document) -> DocumentEntry:
    symbol = document.symbol
    return DocumentEntry(
        symbol=str(symbol) if symbol else document.masthead.symbol,
        name=document.name,
        sha256=document.sha256,
        role=document.role,
    )
