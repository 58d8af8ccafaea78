"""Every date is a day of the calendar.

Why: a day that does not exist stands for another that does.

Bad:
    1. The Group met on 31 September 2019.

Bad:
    1. The Group met on 42 October.

Good:
    1. The Group met on 30 September 2019.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.months import MONTH, MONTHS, months
from wgtip_parse.rules.prose import is_prose
from wgtip_parse.rules.rule import Draft, Rule

LEAP_YEAR = 2000
_MONTH = re.compile(rf" ({MONTH})(?: (\d{{4}}))?\b")
_DAY = re.compile(r"(?<![\w/.,–-])\d{1,2}\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each day that its month does not have, in the masthead and in prose."""
    text, body = draft.source.text, draft.places.body
    anywhere = (match for start, _ in months(draft) if start > body and (match := _MONTH.match(text, start - 1)))
    for match in (*_MONTH.finditer(text, 0, body), *anywhere):
        day = _DAY.search(text, max(0, match.start() - 4), match.start())
        if day and not _is_of_calendar(day[0], match) and (match.start() < body or is_prose(draft, match.start() + 1)):
            span = (day.start(), match.end())
            message = f"no {text[slice(*span)]} in the calendar"
            yield IMPOSSIBLE_DATE.finding(span, message, "check the date")


def _is_of_calendar(day: str, of: re.Match[str]) -> bool:
    year = max(1, int(of[2] or LEAP_YEAR))
    return 1 <= int(day) <= calendar.monthrange(year, MONTHS.index(of[1]) + 1)[1]


IMPOSSIBLE_DATE = Rule(
    code="N610",
    name="impossible-date",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
