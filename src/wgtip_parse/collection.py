"""The set: which documents are of one meeting, in which order, and which of them are its final report.

Meetings are learnt from the mastheads alone. Documents are of one meeting if their symbols differ only in what was
added or changed, or if body and month are the same. What does not fit is a diagnostic, never a refusal.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from wgtip_parse import ordinals, symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Masthead, Report, SourceInfo
from wgtip_parse.symbols import Body, Symbol
from wgtip_parse.words import Words, words

NOT_IN_ID = re.compile(r"[^A-Za-z0-9.]+")
SHORTEST_RANGE = 3  # from so many missing addenda on, the first and the last stand for all

Role = Literal["part", "final"]
Bodies = tuple[Body, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """What the set knows of one report: its file, its language, its masthead and the symbol in it."""

    name: str
    sha256: str
    language: str
    masthead: Masthead
    symbol: Symbol | None
    role: Role

    @property
    def year(self) -> int | None:
        """The year of the meeting, or else the year in the symbol."""
        start = self.start
        if start is not None:
            return int(start[:4])
        return self.symbol.year if self.symbol else None

    @property
    def start(self) -> str | None:
        """The first day of the meeting, if it is printed."""
        return self.masthead.meeting.start if self.masthead.meeting else None

    @property
    def dates(self) -> tuple[str | None, str | None]:
        """The first and the last day of the meeting as printed."""
        meeting = self.masthead.meeting
        return (meeting.start, meeting.end) if meeting else (None, None)


@dataclass(frozen=True, slots=True)
class MeetingDocuments:
    """One meeting and its documents in order: the parts of the draft, then what is final."""

    id: str
    body: str | None
    organ: str | None
    ordinal: int | None
    year: int | None
    place: str | None
    start: str | None
    end: str | None
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """The meetings by date, and what does not fit, each with the name of the document that it is about."""

    meetings: tuple[MeetingDocuments, ...]
    diagnostics: tuple[tuple[str, Diagnostic], ...]


def document(report: Report) -> Document:
    """What the set has to know of a report."""
    return document_of(report.source, report.masthead)


def document_of(source: SourceInfo, masthead: Masthead) -> Document:
    """The same, where the rest of the report is not at hand."""
    symbol = symbols.parse(masthead.symbol) if masthead.symbol else None
    role = _role(masthead, symbol, words(source.language))
    return Document(source.name, source.sha256, source.language, masthead, symbol, role)


def collect(documents: Iterable[Document], bodies: Bodies | None = None) -> Collection:
    """The meetings that the documents are of; the result depends on the documents, never on their order."""
    known = symbols.bodies() if bodies is None else bodies
    ordered = [(_family(each), each) for each in sorted(documents, key=_order)]
    families = defaultdict(list)
    for name, each in ordered:
        families[name].append(each)
    meeting = {name: _most(meeting_id(each, known) for each in _dated(family)) for name, family in families.items()}
    meetings: dict[str | None, list[Document]] = defaultdict(list)
    for name, each in ordered:
        meetings[meeting[name]].append(each)
    diagnostics = [
        *_repeated(each for _, each in ordered),
        *(each for family in families.values() for each in _missing(family)),
        *(each for group in meetings.values() for each in _differing(group)),
    ]
    records = sorted((_record(group, known) for group in meetings.values()), key=_by_date)
    return Collection(tuple(records), tuple(sorted(diagnostics, key=_by_name)))


def meeting_id(of: Document, bodies: Bodies | None = None) -> str:
    """The stable name of the document's meeting: body and month, from this document alone."""
    body = body_stem(of, symbols.bodies() if bodies is None else bodies)
    when = of.start[:7] if of.start else of.year
    if body is None:
        return f"unnamed-{when or of.sha256[:8]}"
    return NOT_IN_ID.sub("-", body).strip("-") + (f"-{when}" if when else "")


def body_stem(of: Document, bodies: Bodies) -> str | None:
    """The stem of the body's symbols, from its name or the document's symbol; the name of a body not known."""
    name = of.masthead.body or of.masthead.organ
    named = symbols.body_named(name, bodies) if name else None
    if named is None and of.symbol is not None:
        named = symbols.body_of(of.symbol, bodies)
        return named.stem if named else of.symbol.stem
    return named.stem if named else name


def _role(masthead: Masthead, symbol: Symbol | None, known: Words) -> Role:
    is_draft = masthead.title is not None and known.draft_title.match(masthead.title)
    return "part" if is_draft or masthead.addendum or (symbol is not None and symbol.is_draft) else "final"


def _order(of: Document) -> tuple[object, ...]:
    symbol = (0, of.symbol.order) if of.symbol else (1, ())
    return of.role == "final", symbol, of.masthead.date or "", of.sha256, of.name


def _family(of: Document) -> tuple[str, str]:
    """Documents whose symbols differ only in Add. and Rev. belong together; without a symbol each stands alone."""
    return ("symbol", str(of.symbol.base)) if of.symbol else ("file", f"{of.sha256} {of.name}")


def _dated(family: list[Document]) -> list[Document]:
    """Those that print the dates of the meeting, or all where none does."""
    return [each for each in family if each.start] or family


def _record(documents: list[Document], bodies: Bodies) -> MeetingDocuments:
    """The meeting as its documents tell it: of each fact what most of them print."""
    meetings = [each.masthead.meeting for each in documents if each.masthead.meeting]
    return MeetingDocuments(
        id=_most(meeting_id(each, bodies) for each in _dated(documents)) or "",
        body=_most(each.masthead.body or _registered(each, bodies) for each in documents),
        organ=_most(each.masthead.organ for each in documents),
        ordinal=_most(map(_ordinal, documents)),
        year=_most(each.year for each in documents),
        place=_most(each.place for each in meetings),
        start=_most(each.start for each in meetings),
        end=_most(each.end for each in meetings),
        documents=tuple(documents),
    )


def _ordinal(of: Document) -> int | None:
    return ordinals.parse(of.masthead.session, words(of.language)) if of.masthead.session else None


def _registered(of: Document, bodies: Bodies) -> str | None:
    body = symbols.body_of(of.symbol, bodies) if of.symbol else None
    return body.name if body else None


def _most(values: Iterable[T | None]) -> T | None:
    counted = Counter(value for value in values if value is not None).most_common(1)
    return counted[0][0] if counted else None


def _repeated(documents: Iterable[Document]) -> Iterator[tuple[str, Diagnostic]]:
    first: dict[str, Document] = {}
    for each in documents:
        if each.symbol is None:
            continue
        earlier = first.setdefault(str(each.symbol), each)
        if earlier is not each:
            yield each.name, _finding("C951", f"symbol {each.symbol} is also that of {earlier.name}", Severity.ERROR)


def _missing(family: list[Document]) -> Iterator[tuple[str, Diagnostic]]:
    if missing := _missing_addenda(family):
        yield family[-1].name, _finding("C952", f"{missing} not among the documents")


def _differing(group: list[Document]) -> Iterator[tuple[str, Diagnostic]]:
    expected = _most(each.dates for each in group if each.start)
    for each in group:
        if each.start and each.dates != expected:
            yield each.name, _finding("C953", f"meeting dates {_range(each.dates)} differ from {_range(expected)}")


def _missing_addenda(family: list[Document]) -> str | None:
    there = {each.symbol.addendum or 0 for each in family if each.symbol}
    if len(there) < 2 or family[0].symbol is None:
        return None  # one part, or copies of one, say nothing of the others
    base = family[0].symbol.base
    missing = [f"{base}/Add.{number}" if number else str(base) for number in range(max(there)) if number not in there]
    if len(missing) < SHORTEST_RANGE:
        return " and ".join(missing) + (" is" if len(missing) == 1 else " are") if missing else None
    return f"{missing[0]} to {missing[-1]} ({len(missing)} documents) are"


def _range(dates: tuple[str | None, str | None] | None) -> str:
    return " to ".join(each for each in dates or () if each)


def _finding(code: str, message: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, severity, message, (0, 0))


def _by_date(meeting: MeetingDocuments) -> tuple[str, str, str]:
    return meeting.start or str(meeting.year or ""), meeting.id, str(meeting.documents[0].symbol or "")


def _by_name(placed: tuple[str, Diagnostic]) -> tuple[str, str, str]:
    return placed[0], placed[1].code, placed[1].message
