"""An en dash joins the first and the last day of a meeting, without spaces.

Why: a hyphen joins words; ranges of figures take the dash.

Bad:
    The shared draft, changed:
    - Vienna, 11–14 October 2021
    + Vienna, 11-14 October 2021

Bad:
    The shared draft, changed:
    - Vienna, 11–14 October 2021
    + Vienna, 11 – 14 October 2021

Good:
    The shared draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_RANGE = re.compile(r"(?<![\d-])\d{1,2}([^\S\n]*-[^\S\n]*|[^\S\n]+–[^\S\n]*|–[^\S\n]+)\d{1,2} [A-Z][a-z]{2,8} \d{4}")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at what joins the days in the masthead."""
    for match in _RANGE.finditer(draft.source.text, 0, draft.places.body):
        fix = Fix.at(match.span(1), "–", safe=True)
        span = match.span(1)
        message = "no plain en dash between the days"
        yield HYPHEN_IN_MEETING_DATES.finding(span, message, "write –", fix)


HYPHEN_IN_MEETING_DATES = Rule(
    code="M115",
    name="hyphen-in-meeting-dates",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
)
