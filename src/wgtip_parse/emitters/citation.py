"""How meetings and recommendations are cited, and the web addresses of their documents, which are never fetched."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

from wgtip_parse.index.model import DocumentEntry, MeetingEntry, Recommendation, Similar

DOCUMENTS = "https://undocs.org/en/"
LABELLED = re.compile(r"-R[^-]+(?:-\d+)?$")  # how the index names what has a number of its own: docs/index.md, "Names"
MONTHS = "January February March April May June July August September October November December".split()


def meeting_title(meeting: MeetingEntry, longest: int | None = None) -> str:
    """A meeting by its body, place and dates: "Working Group on Firearms, Vienna, 9–11 September 2019".

    The body is cut behind a word where it is longer than `longest`; the review of a State names it.
    """
    named = meeting.body or meeting.organ
    if named is None:
        named = next((each.symbol or each.name for each in meeting.documents), meeting.id)
    named = shortened(named, longest)
    if meeting.ordinal is not None:
        named = f"{named} ({_ordinal(meeting.ordinal)})"
    review = f"review of {meeting.state}" if meeting.state else None
    return ", ".join(part for part in (named, review, place_and_dates(meeting)) if part)


def document_title(document: DocumentEntry) -> str:
    """A document that is of no meeting: "A/78/9, Letter dated 3 May 2024, 6 May 2024"; by its file without a symbol."""
    named = (document.symbol or document.name, document.title, _day(document.date))
    return ", ".join(part for part in named if part)


def place_and_dates(meeting: MeetingEntry) -> str:
    """Where and when: "Vienna, 9–11 September 2019"; the year where no more is known."""
    when = dates(meeting.start, meeting.end) or (str(meeting.year) if meeting.year else None)
    return ", ".join(part for part in (meeting.place, when) if part)


def shortened(text: str, longest: int | None) -> str:
    """The text, cut behind a word where it is longer than `longest`."""
    if longest is None or len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[:longest]}…"


def dates(start: str | None, end: str | None) -> str | None:
    """Two dates as they are printed: "9–11 September 2019", "30 June–4 July 2025"."""
    if start is None or end is None:
        return _day(start or end)
    if start == end:
        return _day(end)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first.year != last.year:
        return f"{_day(start)}–{_day(end)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]}–{_day(end)}"
    return f"{first.day}–{_day(end)}"


def label(recommendation: Recommendation) -> str:
    """What a recommendation is called in its document: "Recommendation 51", "Paragraph 16 (a)"."""
    if recommendation.number is None:
        return "Unnumbered recommendation"
    kind = "Recommendation" if LABELLED.search(recommendation.id) else "Paragraph"
    return f"{kind} {recommendation.number}"


def reference(recommendation: Recommendation) -> str:
    """The document and the place in it: "CTOC/COP/WG.4/2019/L.1, recommendation 51", "A/HRC/59/15, para. 140.7"."""
    return f"{recommendation.document or recommendation.source.name}, {place(recommendation)}"


def place(recommendation: Recommendation) -> str:
    """Its place in the document, which no spreadsheet takes for a number: "recommendation 51", "para. 140.10"."""
    called = label(recommendation)
    return (called[0].lower() + called[1:]).replace("paragraph", "para.", 1)


def told_likeness(similar: Similar) -> str:
    """How like an earlier recommendation is: "word for word", "87 %"."""
    return "word for word" if similar.exact else f"{similar.score:.0f} %"


def document_url(symbol: str | None) -> str | None:
    """The address at which the UN's resolver shows a document in English."""
    return None if symbol is None else DOCUMENTS + quote(symbol, safe="/()")


def _day(day: str | None) -> str | None:
    if day is None:
        return None
    of = date.fromisoformat(day)
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
