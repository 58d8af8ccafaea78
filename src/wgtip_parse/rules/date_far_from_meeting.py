"""A draft report is dated within two weeks of the meeting.

Why: a date of another month comes from the last draft that was used as a pattern.

Bad:
    The shared draft, changed:
    - 12 October 2021
    + 12 December 2021

Good:
    The shared draft.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule

NEAR = datetime.timedelta(days=14)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the date of a draft, where its year is right."""
    head = draft.report.masthead
    if head.meeting is None or not (head.title or "").startswith("Draft report"):
        return
    dated, start, end = masthead.day(head.date), masthead.day(head.meeting.start), masthead.day(head.meeting.end)
    if dated is None or start is None or end is None or dated.year not in (start.year, end.year):
        return
    if not start - NEAR <= dated <= end + NEAR:
        span = masthead.place_of(draft, "date")
        message = "dated more than two weeks from the meeting"
        yield DATE_FAR_FROM_MEETING.finding(span, message, "check day and month")


DATE_FAR_FROM_MEETING = Rule(
    code="M108",
    name="date-far-from-meeting",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
