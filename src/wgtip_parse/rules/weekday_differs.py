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
_DATED = re.compile(rf"({'|'.join(DAYS)}), (\d{{1,2}}) ({MONTH}) (\d{{4}})\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each weekday that its date does not have."""
    if "day, " not in draft.source.text:
        return
    for match in _DATED.finditer(draft.source.text):
        try:
            day = datetime.date(int(match[4]), MONTHS.index(match[3]) + 1, int(match[2]))
        except ValueError:
            continue
        if DAYS[day.weekday()] != match[1]:
            message = f"{match[2]} {match[3]} {match[4]} is a {DAYS[day.weekday()]}"
            yield WEEKDAY_DIFFERS.finding(match.span(), message, "check the date")


WEEKDAY_DIFFERS = Rule(
    code="N613",
    name="weekday-differs",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
