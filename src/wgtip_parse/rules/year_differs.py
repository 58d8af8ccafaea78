"""Symbol, date and meeting of a draft are of one year.

Why: the year is what is forgotten when last year's masthead is used again.

Bad:
    The shared draft, changed:
    - CTOC/COP/WG.4/2021/L.1
    + CTOC/COP/WG.4/2020/L.1

Bad:
    The shared draft, changed:
    - 12 October 2021
    + 12 October 2020

Bad:
    The shared draft, changed:
    - Vienna, 11–14 October 2021
    + Vienna, 11–14 October 2020

Good:
    The shared draft.

Good:
    The shared draft, changed:
    - 12 October 2021
    + 12 November 2020

    - Vienna, 11–14 October 2021
    - Draft report
    - I. Introduction
    - 1. The Working Group met in Vienna.
    + Vienna, 11–14 May 2021
    + Draft programme of work
    + 1. The Working Group will meet in Vienna.

Good:
    United Nations

    E/2021/L.1

    Economic and Social Council

    Distr.: Limited

    11 July 2020

    Original: English

    2021 session

    25 July 2020–30 July 2021

    Draft programme of work

    1. The Council will meet in New York.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Masthead
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.stage import Stage

DATE = 1  # its place among symbol, date and meeting
NEAR = 60  # days about the end of a meeting in which its drafts are issued


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding, at the year that is alone against two others; a final report may be issued in another year,
    and so may papers of a meeting that goes on into the next.

    A paper for a meeting is issued months before it, in the year before as well: a date is wrong where it would be
    near the meeting in the other year.
    """
    head = draft.report.masthead
    symbol = symbols.parse(head.symbol) if head.symbol else None
    if symbol is None or symbol.year is None or draft.stage is Stage.FINAL:
        return
    if head.date is None or head.meeting is None or head.meeting.end is None:
        return
    if (head.meeting.start or head.meeting.end)[:4] != head.meeting.end[:4]:
        return
    years = [str(symbol.year), head.date[:4], head.meeting.end[:4]]
    odd = [at for at, year in enumerate(years) if years.count(year) == 1]
    if len(odd) != 1 or (odd[0] == DATE and not _is_near_meeting(head, symbol.year)):
        return
    message = f"{years[odd[0]]}, where the masthead has {years[odd[0] - 1]} elsewhere"
    span = masthead.place_of(draft, ("symbol", "date", "meeting")[odd[0]])
    yield YEAR_DIFFERS.finding(span, message, "check the year")


def _is_near_meeting(head: Masthead, year: int) -> bool:
    """Whether the day and month of the date, in another year, are near the end of the meeting."""
    end = masthead.day(head.meeting.end) if head.meeting else None
    issued = masthead.day(f"{year}{(head.date or '')[4:]}")
    return end is not None and issued is not None and abs((end - issued).days) <= NEAR


YEAR_DIFFERS = Rule(
    code="M116",
    name="year-differs",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
