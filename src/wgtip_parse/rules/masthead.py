"""The masthead as it stands in the source: where it ends, and where a field's words are printed."""

from __future__ import annotations

import datetime
import re

from wgtip_parse.rules.months import MONTHS
from wgtip_parse.rules.rule import Draft

Span = tuple[int, int]

_FIRST_LINE = re.compile(r"\S[^\n]*")


def is_there(draft: Draft) -> bool:
    """Whether a document has a masthead at all: a fragment without one lacks nothing."""
    head = draft.report.masthead
    return any((head.symbol, head.distribution, head.date, head.original_language)) and head.title is not None


def end(draft: Draft) -> int:
    """Where the body begins."""
    report = draft.report
    starts = [block.span[0] for block in report.blocks[:1]] + [section.span[0] for section in report.sections[:1]]
    return min(starts, default=len(draft.source.text))


def first_line(draft: Draft) -> Span:
    """The first line that is not blank: the place of what is missing above the body."""
    match = _FIRST_LINE.search(draft.source.text)
    return match.span() if match else (0, 0)


def find(draft: Draft, words: str | None) -> Span:
    """Where a field's words are printed, on however many lines; the first line where they are not found."""
    if words:
        pattern = r"[\s*]+".join(map(re.escape, words.split()))
        match = re.compile(pattern).search(draft.source.text, 0, end(draft))
        if match:
            return match.span()
    return first_line(draft)


def find_date(draft: Draft, iso: str) -> Span:
    """Where a date is printed, as "9 September 2019"; the first line where it is not found."""
    year, month, day_of_month = (int(part) for part in iso.split("-"))
    return find(draft, f"{day_of_month} {MONTHS[month - 1]} {year}")


def day(iso: str | None) -> datetime.date | None:
    """A date of the masthead; None where it is absent or no day of the calendar."""
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
