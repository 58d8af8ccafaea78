"""The set: which documents are of one meeting, in which order, and which of them are its final report.

Meetings are learnt from the mastheads alone. Documents are of one meeting if they name the same session of a body, or
the same body and month, and so are the parts of one report. What does not fit is a diagnostic, never a refusal.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wgtip_parse import symbols
from wgtip_parse.bodies import Bodies, body_printed
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.documents import NO_DATES, Dates, Document, document, document_of
from wgtip_parse.membership import Membership, is_of_none, membership
from wgtip_parse.words import ENGLISH

__all__ = [
    "Bodies",
    "Collection",
    "Document",
    "MeetingDocuments",
    "body_printed",
    "collect",
    "dates_differ",
    "document",
    "document_of",
]

SHORTEST_RANGE = 3  # from so many missing addenda on, the first and the last stand for all

T = TypeVar("T")
Member = tuple[Document, Membership | None]


@dataclass(frozen=True, slots=True)
class MeetingDocuments:
    """One meeting and its documents in order: the parts of the draft, then what is final."""

    id: str
    body: str | None
    organ: str | None
    state: str | None
    ordinal: int | None
    year: int | None
    place: str | None
    start: str | None
    end: str | None
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """The meetings by date, the documents of none, and what does not fit, each with the name of its document."""

    meetings: tuple[MeetingDocuments, ...]
    documents: tuple[Document, ...]
    diagnostics: tuple[tuple[str, Diagnostic], ...]


def collect(documents: Iterable[Document], bodies: Bodies | None = None) -> Collection:
    """The meetings that the documents are of; the result depends on the documents, never on their order."""
    known = symbols.bodies() if bodies is None else bodies
    families: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for each in sorted(documents, key=_order):
        families[_family(each)].append((each, membership(each, known)))
    told = [tuple(_of_one_report(family, known)) for family in families.values()]
    members = sorted(_joined(tuple(_told_apart(told))), key=lambda member: _order(member[0]))
    groups: dict[str, list[tuple[Document, Membership]]] = defaultdict(list)
    for each, own in members:
        if own is not None:
            groups[own.id].append((each, own))
    diagnostics = [
        *_repeated(each for each, _ in members),
        *(each for family in families.values() for each in _missing([part for part, _ in family])),
        *(each for group in groups.values() for each in _differing(group)),
    ]
    return Collection(
        tuple(sorted(map(_record, groups.values()), key=_by_date)),
        tuple(each for each, own in members if own is None),
        tuple(sorted(diagnostics, key=_by_name)),
    )


def dates_differ(dates: Dates | None, expected: Dates | None) -> Diagnostic:
    """What is said of a document that prints other dates for its meeting than is expected."""
    return _finding("C953", f"meeting dates {_range(dates)} differ from {_range(expected)}")


def _order(of: Document) -> tuple[object, ...]:
    symbol = (0, of.symbol.order) if of.symbol else (1, ())
    return of.role == "final", symbol, of.language != ENGLISH, of.masthead.date or "", of.sha256, of.name


def _family(of: Document) -> tuple[str, str]:
    """Documents whose symbols differ only in Add. and Rev. belong together; without a symbol each stands alone."""
    return ("symbol", str(of.symbol.base)) if of.symbol else ("file", f"{of.sha256} {of.name}")


def _of_one_report(family: Sequence[Member], known: Bodies) -> Iterator[Member]:
    """The parts of a report are of the meeting that most of them name, unless they name another session themselves."""
    told = [own for _, own in family if own is not None]
    by_month = [own for own in told if _is_by_month(own)]
    by_session = {own.id: own for own in told if not _is_by_month(own)}
    sole = next(iter(by_session.values())) if len(by_session) == 1 else None
    usual = sole or (None if by_session else _first_of_most(by_month))
    for each, own in family:
        is_open = (own is None or _is_by_month(own)) and not is_of_none(each, known)
        yield each, replace(usual, dates=each.dates) if is_open and usual else own


def _joined(members: Sequence[Member]) -> Iterator[Member]:
    """Who names only the month of a meeting is of the session of that body in that month, if there is but one."""
    sessions: dict[tuple[str, str], dict[str, Membership]] = defaultdict(dict)
    for _, own in members:
        if own is not None and own.dates[0] and not _is_by_month(own):
            sessions[own.stem, own.dates[0][:7]][own.id] = own
    for each, own in members:
        found = sessions.get((own.stem, own.dates[0][:7])) if own and own.dates[0] and _is_by_month(own) else None
        yield each, replace(*found.values(), dates=own.dates) if own and found and len(found) == 1 else own


def _told_apart(families: Sequence[Sequence[Member]]) -> Iterator[Member]:
    """Two meetings of one body in one month that do not touch have two ids: that of the later ends in its first day."""
    held = [_most(own.dates for _, own in family if own and own.dates[0]) or NO_DATES for family in families]
    spans = {
        (own.id, dates[0], dates[1] or dates[0])
        for family, dates in zip(families, held, strict=True)
        for _, own in family
        if own and _is_by_month(own) and dates[0]
    }
    last: dict[str, tuple[str, str]] = {}
    names: dict[tuple[str, str], str] = {}
    for id_, start, end in sorted(spans):
        name, until = last.get(id_, (id_, start))
        names[id_, start] = name if start <= until else f"{id_}-{start[8:]}"
        last[id_] = names[id_, start], max(until, end)
    for family, (first, _) in zip(families, held, strict=True):
        for each, own in family:
            yield each, replace(own, id=names.get((own.id, first or ""), own.id)) if own else None


def _is_by_month(own: Membership) -> bool:
    return own.session is None and own.state is None


def _first_of_most(told: Sequence[Membership]) -> Membership | None:
    usual = _most(own.id for own in told)
    return next((own for own in told if own.id == usual), None)


def _record(group: Sequence[tuple[Document, Membership]]) -> MeetingDocuments:
    """The meeting as its documents tell it: of each fact what most of them print, of those in English if there are."""
    documents = tuple(document for document, _ in group)
    group = [each for each in group if each[0].language == ENGLISH] or group
    dated = [(document, own) for document, own in group if own.dates[0]]
    start, end = _most(own.dates for _, own in dated) or (None, None)
    return MeetingDocuments(
        id=group[0][1].id,
        body=_most(own.name for _, own in group),
        organ=_most(document.masthead.organ for document, _ in group),
        state=_most(own.state for _, own in group) or None,
        ordinal=_most(own.session.ordinal for _, own in group if own.session),
        year=_most(own.year for _, own in group),
        place=_most(each.masthead.meeting.place for each, _ in dated if each.masthead.meeting),
        start=start,
        end=end,
        documents=documents,
    )


def _most(values: Iterable[T | None]) -> T | None:
    counted = Counter(value for value in values if value is not None).most_common(1)
    return counted[0][0] if counted else None


def _repeated(documents: Iterable[Document]) -> Iterator[tuple[str, Diagnostic]]:
    first: dict[tuple[str, str], Document] = {}
    for each in documents:
        if each.symbol is None:
            continue
        earlier = first.setdefault((str(each.symbol), each.language), each)
        if earlier is not each:
            yield each.name, _finding("C951", f"symbol {each.symbol} is also that of {earlier.name}", Severity.ERROR)


def _missing(family: list[Document]) -> Iterator[tuple[str, Diagnostic]]:
    if missing := _missing_addenda(family):
        yield family[-1].name, _finding("C952", f"{missing} not among the documents")


def _differing(group: Sequence[tuple[Document, Membership]]) -> Iterator[tuple[str, Diagnostic]]:
    expected = _most(own.dates for _, own in group if own.dates[0])
    for each, own in group:
        if own.dates[0] and own.dates != expected:
            yield each.name, dates_differ(own.dates, expected)


def _missing_addenda(family: list[Document]) -> str | None:
    there = {each.symbol.addendum or 0 for each in family if each.symbol}
    if len(there) < 2 or family[0].symbol is None:
        return None  # one part, or copies of one, say nothing of the others
    base = family[0].symbol.base
    missing = [f"{base}/Add.{number}" if number else str(base) for number in range(max(there)) if number not in there]
    if len(missing) < SHORTEST_RANGE:
        return " and ".join(missing) + (" is" if len(missing) == 1 else " are") if missing else None
    return f"{missing[0]} to {missing[-1]} ({len(missing)} documents) are"


def _range(dates: Dates | None) -> str:
    return " to ".join(each for each in dates or () if each)


def _finding(code: str, message: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, severity, message, (0, 0))


def _by_date(meeting: MeetingDocuments) -> tuple[str, str, str]:
    """By the first day, or else the year, or else the day on which the first of its documents was issued."""
    issued = min((each.masthead.date for each in meeting.documents if each.masthead.date), default="")
    return meeting.start or str(meeting.year or "") or issued, meeting.id, str(meeting.documents[0].symbol or "")


def _by_name(placed: tuple[str, Diagnostic]) -> tuple[str, str, str]:
    return placed[0], placed[1].code, placed[1].message
