"""A date is written as day, month, year: 9 September 2019.

Why: one form of date lets every date be found.

Bad:
    1. The Group met on 9th September 2019.

Bad:
    1. The Group met on the 9th of September.

Good:
    1. The Group met on 9 September 2019, at its 9th meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.months import months
from wgtip_parse.rules.prose import is_prose
from wgtip_parse.rules.rule import Draft, Rule

LONGEST = len("1st of ")
_ORDINAL = re.compile(r"[0-9]((?:st|nd|rd|th)(?: of)?) \Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the letters behind the day."""
    for start, _ in months(draft):
        match = _ORDINAL.search(draft.source.text, max(0, start - LONGEST), start)
        if match and is_prose(draft, start):
            fix = Fix.at(match.span(1), "", safe=True)
            message = f"{match[1]} in a date"
            yield ORDINAL_IN_DATE.finding(match.span(1), message, "write the day as a figure", fix)


ORDINAL_IN_DATE = Rule(
    code="N608",
    name="ordinal-in-date",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
    sign=r"\d(?:st|nd|rd|th)$",
)
