"""The text gives the meeting the ordinal and the days that the masthead gives it.

Why: they are what is forgotten when last year's report is used again.

Bad:
    United Nations

    CTOC/COP/WG.4/2021/5

    Distr.: General

    18 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Report of the Working Group on its tenth meeting

    I. Introduction

    1. The Working Group held its ninth meeting from 11 to 14 October 2021.

Good:
    United Nations

    CTOC/COP/WG.4/2021/5

    Distr.: General

    18 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Report of the Working Group on its tenth meeting

    I. Introduction

    1. The Working Group held its tenth meeting from 11 to 14 October 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from wgtip_parse import ordinals
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.months import MONTHS
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.words import words

_MET = re.compile("held|convened|opened")
OPENING = 3  # paragraphs in which a report says when and for which time its body met


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at another ordinal, and at other days of the same month, in the opening paragraphs."""
    for block in islice((block for block in draft.blocks if block.number), OPENING):
        told = words().body_met.finditer(draft.source.text, *block.span) if _MET.search(block.text) else ()
        for match in told:
            yield from _ordinal(draft, match.span("ordinal"), match["kind"].lower())
            yield from _days(draft, match.span("days")) if match["days"] else ()


def _ordinal(draft: Draft, span: tuple[int, int], kind: str) -> Iterator[Diagnostic]:
    head = draft.report.masthead
    own = head.session if head.organ is None or head.body is None else None  # else it may be the session of the organ
    told = [each for each in (own, head.title) if each and kind in each.lower()]
    known = {ordinals.parse(each, words()) for each in told} - {None}
    said = draft.source.text[slice(*span)]
    if len(known) == 1 and ordinals.parse(said, words()) not in known:
        message = f"{said} {kind}, in the masthead number {known.pop()}"
        yield MEETING_TOLD_DIFFERENTLY.finding(span, message, "check the ordinal")


def _days(draft: Draft, span: tuple[int, int]) -> Iterator[Diagnostic]:
    meeting = draft.report.masthead.meeting
    start, end = (masthead.day(meeting.start), masthead.day(meeting.end)) if meeting else (None, None)
    match = words().from_to.match(draft.source.text, *span)
    if match is None or start is None or end is None or start.month != end.month:
        return
    same_month = (match["month"], match["year"]) == (MONTHS[end.month - 1], str(end.year))
    if same_month and (int(match["first"]), int(match["last"])) != (start.day, end.day):
        message = f"{match['first']} to {match['last']}, where the masthead has {start.day} to {end.day}"
        yield MEETING_TOLD_DIFFERENTLY.finding(span, message, "check the days")


MEETING_TOLD_DIFFERENTLY = Rule(
    code="N624",
    name="meeting-told-differently",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
    sign=_MET.pattern,
)
