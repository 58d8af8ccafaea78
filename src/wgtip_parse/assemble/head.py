"""The masthead of the whole: what all parts have in common, and what is given; what is not known stays open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from wgtip_parse.draft import Draft
from wgtip_parse.model import Masthead, Meeting
from wgtip_parse.words import Words

COMMON = ("organ", "body", "original_language", "session", "meeting")  # of a meeting; the rest is of a document
EN_DASH = "–"


class Given(NamedTuple):
    """The fields of the final report that its parts cannot know."""

    symbol: str | None = None
    title: str | None = None
    date: str | None = None
    distribution: str | None = None


def masthead(drafts: Sequence[Draft], given: Given) -> Masthead:
    """The masthead of the whole."""
    heads = [draft.report.masthead for draft in drafts]
    fields: dict[str, Any] = dict.fromkeys(Masthead.model_fields)
    for name in COMMON:
        values = [value for head in heads if (value := getattr(head, name)) is not None]
        fields[name] = values[0] if values and all(each == values[0] for each in values) else None
    return Masthead(**fields | given._asdict() | {"addendum": False, "other": ()})


def lines(head: Masthead, known: Words) -> Iterator[str]:
    """The masthead as lines of the plain form."""
    if head.organ or head.body or head.symbol:
        yield known.word("organization")
    yield from filter(None, (head.symbol, head.organ))
    if head.distribution:
        yield " ".join((known.word("distributed"), head.distribution))
    if head.date:
        yield _day(date.fromisoformat(head.date), known)
    if head.original_language:
        yield " ".join((known.word("originally"), head.original_language))
    yield from filter(None, (head.body, head.session))
    if head.meeting:
        yield _meeting(head.meeting, known)
    yield from filter(None, (head.title,))


def _meeting(meeting: Meeting, known: Words) -> str:
    """ "Vienna, 11–14 October 2021", or over the end of a month "28 June–2 July 2021"."""
    days = [date.fromisoformat(day) for day in (meeting.start, meeting.end) if day]
    told = _day(days[-1], known) if days else ""
    if len(days) == 2 and days[0] != days[1]:
        first, last = days
        begun = _day(first, known)
        if first.year == last.year:
            begun = begun.removesuffix(f" {first.year}")
            begun = str(first.day) if first.month == last.month else begun
        told = f"{begun}{EN_DASH}{told}"
    return ", ".join(filter(None, (meeting.place, told)))


def _day(day: date, known: Words) -> str:
    return f"{day.day} {known.listed('months')[day.month - 1]} {day.year}"
