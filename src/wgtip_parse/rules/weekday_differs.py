"""A weekday is that of its date.

Why: when they differ, one of the two is wrong, and nobody knows which.

Bad:
    1. The Group met on Monday, 10 September 2019.

Good:
    1. The Group met on Tuesday, 10 September 2019.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.months import MONTH, MONTHS
from wgtip_parse.rules.rule import Draft, Rule

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAY = "day"
_DATED = re.compile(rf"{DAY}, (\d{{1,2}}) ({MONTH}) (\d{{4}})\b")  # begins with what is found quickly
_DAY = re.compile(rf"(?:{'|'.join(DAYS)})\Z")
LONGEST = len("Wednesday")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each weekday that its date does not have."""
    text = draft.source.text
    for match in _DATED.finditer(text):
        end = match.start() + len(DAY)
        printed = _DAY.search(text, max(0, end - LONGEST), end)
        right = _weekday(int(match[3]), match[2], int(match[1]))
        if printed and right and right != printed[0]:
            message = f"{match[1]} {match[2]} {match[3]} is a {right}"
            yield WEEKDAY_DIFFERS.finding((printed.start(), match.end()), message, "check the date")


def _weekday(year: int, month: str, day: int) -> str | None:
    try:
        return DAYS[datetime.date(year, MONTHS.index(month) + 1, day).weekday()]
    except ValueError:
        return None


WEEKDAY_DIFFERS = Rule(
    code="N613",
    name="weekday-differs",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
    sign="day,$",
)
