"""A draft report is dated within two weeks of the meeting.

Why: a date of another month comes from the last draft that was used as a pattern.

Bad:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 December 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Draft report

    I. Introduction

    1. The Working Group met in Vienna.

Good:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Draft report

    I. Introduction

    1. The Working Group met in Vienna.
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
