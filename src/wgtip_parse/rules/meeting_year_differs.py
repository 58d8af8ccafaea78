"""The dates of the meeting are the same in the masthead and in the text.

Why: the year is what is forgotten when last year's report is used again.

Bad:
    The shared draft, changed:
    - Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    - 1. The Working Group met in Vienna.
    + 1. The Working Group met in Vienna from 11 to 14 October 2020.

Good:
    The shared draft, changed:
    - Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    - 1. The Working Group met in Vienna.
    + 1. The Working Group met in Vienna from 11 to 14 October 2021, as it had from 4 to 7 May 2020.

Good:
    The shared draft, changed:
    - Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    - 1. The Working Group met in Vienna.
    + 1. The Working Group recalled the Conference on ports, held in Genoa from 11 to 14 October 2019.

Good:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    11–14 October 2021

    Draft report

    I. Introduction

    1. The Working Group recalled the Conference on ports, held in Genoa from 11 to 14 October 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.months import MONTH, MONTHS
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

NEAR = 80  # characters in which the place stands before the dates
_PLACE = re.compile(r"\b(?:in|at) ((?:the )?[A-Z][^.;:]*?),?$")
_FROM_TO = re.compile(rf"from (\d{{1,2}}) to (\d{{1,2}}) ({MONTH}) (\d{{4}})\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at dates with the days and month of the meeting and another year, unless they are of another place."""
    meeting = draft.report.masthead.meeting
    start, end = (masthead.day(meeting.start), masthead.day(meeting.end)) if meeting else (None, None)
    if start is None or end is None or start == end:
        return
    for match in matches(draft, _FROM_TO):
        same = (int(match[1]), int(match[2]), match[3]) == (start.day, end.day, MONTHS[end.month - 1])
        if same and int(match[4]) != end.year and _is_of_meeting(draft, match.start()):
            message = f"{match[4]}, where the masthead has {end.year}"
            yield MEETING_YEAR_DIFFERS.finding(match.span(), message, "check the year")


def _is_of_meeting(draft: Draft, at: int) -> bool:
    """Whether the place printed before the dates is that of the meeting, or none is."""
    meeting = draft.report.masthead.meeting
    place = _PLACE.search(" ".join(draft.source.text[max(0, at - NEAR) : at].split()))
    known = (meeting.place if meeting else None) or ""
    return place is None or place[1] in known


MEETING_YEAR_DIFFERS = Rule(
    code="N617",
    name="meeting-year-differs",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
