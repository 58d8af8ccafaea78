"""The set: entries of many reports put together into one index, in the order of the meetings and of their documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from wgtip_parse import collection
from wgtip_parse.collection import Bodies, Collection, Document, MeetingDocuments
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.index import languages
from wgtip_parse.index.deliberations import link
from wgtip_parse.index.entry import ReportEntry
from wgtip_parse.index.model import DocumentEntry, MeetingEntry, PassedOver, Recommendation, RecommendationIndex
from wgtip_parse.index.occasions import occasions
from wgtip_parse.index.relating import Relate
from wgtip_parse.index.repeats import relatives
from wgtip_parse.index.versions import in_force

Findings = tuple[tuple[str, Diagnostic], ...]


def assemble(
    entries: Iterable[ReportEntry], bodies: Bodies, *, link_languages: bool = False, relate: Relate = relatives
) -> tuple[RecommendationIndex, Findings]:
    """The index, and what does not fit, each with the name of its document; whatever the order of the entries.

    `relate` finds what was said before.
    """
    in_order = sorted(entries, key=lambda each: (each.source.name, each.source.sha256))
    found_in = languages.linked(in_order) if link_languages else languages.Linked(tuple(in_order), ())
    in_languages = found_in.findings if link_languages else tuple(languages.not_linked(in_order))
    by_file = {(each.source.name, each.source.sha256): each for each in found_in.entries}
    collected = collection.collect(map(_document, by_file.values()), bodies)
    standing: list[Recommendation] = []
    passed_over: list[PassedOver] = []
    for group, meeting in _groups(collected):
        told = [(each, by_file[each.name, each.sha256]) for each in group]
        standing += _of_meeting(told, meeting)
        passed_over += (each for _, entry in told for each in entry.passed_over)
    named, findings = _told_apart(standing)
    findings += [finding for each in by_file.values() if (finding := _not_found(each, bodies))]
    meetings = tuple(_meeting(each, bodies) for each in collected.meetings)
    documents = tuple(_document_entry(each, bodies) for each in collected.documents)
    recommendations = tuple(
        each.model_copy(update=found._asdict()) if any(found) else each
        for each, found in zip(named, relate(named, list(occasions(named, meetings, documents))), strict=True)
    )
    index = RecommendationIndex(
        schema_version=1,
        meetings=meetings,
        documents=documents,
        recommendations=recommendations,
        passed_over=tuple(passed_over),
    )
    return index, tuple(sorted((*collected.diagnostics, *findings, *in_languages), key=_by_name))


def _groups(collected: Collection) -> Iterator[tuple[Sequence[Document], str | None]]:
    """The documents of each meeting, and of those that are of none the versions of one symbol."""
    for meeting in collected.meetings:
        yield meeting.documents, meeting.id
    versions: dict[str, list[Document]] = defaultdict(list)
    for each in collected.documents:
        versions[str(each.symbol.base) if each.symbol else f"{each.sha256} {each.name}"].append(each)
    for group in versions.values():
        yield group, None


def _of_meeting(documents: Sequence[tuple[Document, ReportEntry]], meeting: str | None) -> Iterator[Recommendation]:
    """What stands of a meeting, with what it was before and the deliberations that led to it."""
    force = in_force([(document, each) for (document, _), each in zip(documents, _joined(documents), strict=True)])
    told = [each for _, entry in documents for each in entry.deliberations]
    linked = link(told, force.recommendations) if told else {}
    for each in force.recommendations:
        earlier, outcomes = force.earlier.get(each.id, ()), linked.get(each.id, ())
        changed = {"meeting": meeting, "earlier": earlier, "deliberations": outcomes}
        yield each.model_copy(update=changed) if earlier or outcomes or each.meeting != meeting else each


def _joined(documents: Sequence[tuple[Document, ReportEntry]]) -> Iterator[tuple[Recommendation, ...]]:
    """The recommendations of each document; an addendum that begins within a chapter goes on with that of the last."""
    chapter: tuple[tuple[int, str], ...] = ()
    for document, entry in documents:
        outline = entry.outline
        above = tuple((level, title) for level, title in chapter if level < (outline.level or 1))
        goes_on = document.masthead.addendum and above
        yield tuple(
            _below(above, each) if goes_on and each.section and each.section[0] in outline.below else each
            for each in entry.recommendations
        )
        if outline.open:
            chapter = (*above, *outline.open)


def _below(chapter: tuple[tuple[int, str], ...], recommendation: Recommendation) -> Recommendation:
    titles = tuple(title for _, title in chapter)
    return recommendation.model_copy(update={"section": titles + recommendation.section})


def _told_apart(recommendations: Sequence[Recommendation]) -> tuple[list[Recommendation], list[tuple[str, Diagnostic]]]:
    """Ids made different where two documents of a meeting give one number to two recommendations."""
    seen: Counter[str] = Counter()
    named: list[Recommendation] = []
    again: dict[str, list[Recommendation]] = defaultdict(list)
    for each in recommendations:
        seen[each.id] += 1
        if seen[each.id] > 1:
            again[each.source.name].append(each)
            named.append(each.model_copy(update={"id": f"{each.id}-{seen[each.id]}"}))
        else:
            named.append(each)
    return named, [(name, _again(repeated)) for name, repeated in again.items()]


def _again(repeated: Sequence[Recommendation]) -> Diagnostic:
    """One finding for a document, however many of its numbers another has."""
    first, more = repeated[0], len(repeated) - 1
    others = f" and {more} more have" if more else " has"
    message = f"recommendation {first.number}{others} a number of another document of the meeting"
    return Diagnostic("C954", Severity.WARNING, message, first.source.span)


def _not_found(entry: ReportEntry, bodies: Bodies) -> tuple[str, Diagnostic] | None:
    """What a masthead has not told, so that the document is in the index without it."""
    head, known = entry.masthead, _document(entry)
    told = {
        "symbol": head.symbol,
        "date": head.date or known.start,
        "body": collection.body_printed(known, bodies) or head.organ,
    }
    missing = [field for field, value in told.items() if not value]
    if not missing:
        return None
    return entry.source.name, Diagnostic("C955", Severity.INFO, f"no {' and no '.join(missing)} found", (0, 0))


def _by_name(placed: tuple[str, Diagnostic]) -> tuple[str, str, str]:
    return placed[0], placed[1].code, placed[1].message


def _document(entry: ReportEntry) -> Document:
    return collection.document_of(entry.source, entry.masthead)


def _meeting(meeting: MeetingDocuments, bodies: Bodies) -> MeetingEntry:
    return MeetingEntry(
        id=meeting.id,
        body=meeting.body,
        organ=meeting.organ,
        state=meeting.state,
        ordinal=meeting.ordinal,
        year=meeting.year,
        place=meeting.place,
        start=meeting.start,
        end=meeting.end,
        documents=tuple(_document_entry(each, bodies) for each in meeting.documents),
    )


def _document_entry(document: Document, bodies: Bodies) -> DocumentEntry:
    symbol = document.symbol
    return DocumentEntry(
        symbol=str(symbol) if symbol else document.masthead.symbol,
        name=document.name,
        sha256=document.sha256,
        role=document.role,
        title=document.masthead.title,
        organ=document.masthead.organ,
        body=collection.body_printed(document, bodies),
        date=document.masthead.date,
        language=document.language,
    )
