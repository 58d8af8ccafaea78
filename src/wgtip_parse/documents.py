"""What the set knows of one report: its file, its masthead, the symbol in it and whether it is a part of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wgtip_parse import symbols
from wgtip_parse.model import Masthead, Report, SourceInfo
from wgtip_parse.symbols import Symbol
from wgtip_parse.words import words

Role = Literal["part", "final"]
Dates = tuple[str | None, str | None]
NO_DATES: Dates = (None, None)


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
    def start(self) -> str | None:
        """The first day of the meeting, if it is printed."""
        return self.dates[0]

    @property
    def dates(self) -> Dates:
        """The first and the last day of the meeting as printed."""
        meeting = self.masthead.meeting
        return (meeting.start, meeting.end) if meeting else NO_DATES

    @property
    def lines(self) -> tuple[str, ...]:
        """The title and what the masthead has besides its fields, in this order."""
        title = self.masthead.title
        return (title, *self.masthead.other) if title else self.masthead.other


def document(report: Report) -> Document:
    """What the set has to know of a report."""
    return document_of(report.source, report.masthead)


def document_of(source: SourceInfo, masthead: Masthead) -> Document:
    """The same, where the rest of the report is not at hand."""
    symbol = symbols.parse(masthead.symbol) if masthead.symbol else None
    is_draft = masthead.title is not None and words(source.language).draft_title.match(masthead.title)
    role: Role = "part" if is_draft or masthead.addendum or (symbol is not None and symbol.is_draft) else "final"
    return Document(source.name, source.sha256, source.language, masthead, symbol, role)
