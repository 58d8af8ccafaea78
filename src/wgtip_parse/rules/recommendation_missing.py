"""A recommendation that the text names by number is in the report.

Why: references are wrong from the day on which a recommendation is taken out.

Bad:
    I. Recommendations

    Recommendation 1

    States parties should pay interpreters.

    Recommendation 2

    The Secretariat should help to carry out Recommendation 7.

Good:
    I. Recommendations

    Recommendation 1

    States parties should pay interpreters.

    Recommendation 2

    The Secretariat should help to carry out Recommendation 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts

_NUMBERED = re.compile(r"ecommendation\s\d")  # begins with what is found quickly
_REFERENCE = re.compile(
    r"Recommendation\s(\d{1,3})(?=[\s,;.)])(?!\sof)|recommendation\s(\d{1,3})(?=\s(?:above|below|of\sthe\spresent\sreport)\b)"
)


def check(parts: Parts) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding at each such number, where the report is whole and has all its recommendations from the first."""
    for drafts in parts.wholes():
        yield from _check(drafts)


def _check(drafts: tuple[Draft, ...]) -> Iterator[tuple[Draft, Diagnostic]]:
    blocks = [block for draft in drafts for block in draft.blocks if block.kind == "recommendation"]
    known = {block.number for block in blocks}
    if "1" not in known:
        return
    for draft in drafts:
        labels = {block.span[0] for block in draft.blocks if block.kind == "recommendation"}
        for found in matches(draft, _NUMBERED):
            match = _REFERENCE.match(draft.source.text, max(0, found.start() - 1))
            number = match and (match[1] or match[2])
            if match and number not in known and match.start() not in labels:
                message = f"no recommendation {number} in the report"
                yield draft, RECOMMENDATION_MISSING.finding(match.span(), message, "check the number")


RECOMMENDATION_MISSING = MeetingRule(
    code="X813",
    name="recommendation-missing",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
