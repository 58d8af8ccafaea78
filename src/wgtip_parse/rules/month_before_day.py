"""A date is written as day, month, year: 9 September 2019.

Why: one form of date lets every date be found.

Bad:
    1. The Group met on September 9, 2019.

Good:
    1. The Group met on 9 September 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.months import MONTH
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule

_YEAR = re.compile(r", (?<=[0-9], )((?:19|20)\d\d)\b")
_MONTH = re.compile(rf"\b({MONTH}) (\d{{1,2}})\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each date that begins with the month."""
    text = draft.source.text
    for match in matches(draft, _YEAR):
        before = _MONTH.search(text, max(0, match.start() - 15), match.start())
        if before and not is_quoted(text, before.start()):
            span = (before.start(), match.end())
            right = f"{before[2]} {before[1]} {match[1]}"
            hint = f"write {right}"
            fix = Fix.at(span, right, safe=True)
            yield MONTH_BEFORE_DAY.finding(span, "month before day", hint, fix)


MONTH_BEFORE_DAY = Rule(
    code="N612",
    name="month-before-day",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
    sign=r"^\d{1,2},$",
)
