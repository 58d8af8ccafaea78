"""The first day of a meeting comes before the last.

Why: delegations travel by these dates.

Bad:
    The shared draft, changed:
    - Vienna, 11–14 October 2021
    + Vienna, 14–11 October 2021

Good:
    The shared draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the place and days of the meeting."""
    meeting = draft.report.masthead.meeting
    if meeting and meeting.start and meeting.end and meeting.end < meeting.start:
        span = masthead.place_of(draft, "meeting")
        message = "last day of the meeting before its first"
        yield MEETING_ENDS_BEFORE_IT_BEGINS.finding(span, message, "check the days")


MEETING_ENDS_BEFORE_IT_BEGINS = Rule(
    code="M117",
    name="meeting-ends-before-it-begins",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
