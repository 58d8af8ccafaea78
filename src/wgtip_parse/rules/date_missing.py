"""A masthead has the date of the document, as in 12 October 2021.

Why: two drafts of one text are told apart by their dates.

Bad:
    The shared draft, changed:
    - 12 October 2021

Bad:
    The shared draft, changed:
    - 12 October 2021
    + October 12, 2021

Good:
    The shared draft.

Good:
    The shared draft, changed:
    - Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    - 12 October 2021
    + 12 October2021
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.months import MONTH
from wgtip_parse.rules.rule import Draft, Rule

_DATE = re.compile(rf"\d ?(?:{MONTH}) ?\d{{4}}")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the symbol, or at a date of another form."""
    head = draft.report.masthead
    if head.date is None and masthead.is_there(draft) and head.distribution and not _is_dated(draft):
        span = masthead.place_of(draft, "symbol")
        hint = "add the date as day, month and year"
        yield DATE_MISSING.finding(span, "no date in the masthead", hint)


def _is_dated(draft: Draft) -> bool:
    """Whether a date is printed beside the dates of the meeting, in a form of its own."""
    meeting = draft.places.pieces_of("meeting")
    dates = _DATE.finditer(draft.source.text, 0, draft.places.body)
    return any(not any(start <= date.start() < end for start, end in meeting) for date in dates)


DATE_MISSING = Rule(
    code="M107",
    name="date-missing",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
