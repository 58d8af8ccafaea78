"""Recommendations are numbered consecutively through all the parts of a meeting's report.

Why: a number that nobody can find is taken for a recommendation that was lost between two drafts.

Bad:
    II. Recommendations

    Recommendation 1

    States parties should register recruitment agencies.

    Recommendation 2

    States parties should pay interpreters.

    Recommendation 4

    States parties should protect witnesses.

Good:
    II. Recommendations

    Recommendation 1

    States parties should register recruitment agencies.

    Recommendation 2

    States parties should pay interpreters.

    Recommendation 3

    States parties should protect witnesses.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import recommendations
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts
from wgtip_parse.rules.series import Kind
from wgtip_parse.rules.through_parts import through_parts


def check(parts: Parts) -> Iterator[tuple[Draft, Diagnostic]]:
    """A finding at the number behind each gap, or at what lost its number."""
    return through_parts(RECOMMENDATION_NUMBER_GAP, Kind.GAP, "recommendation ", parts, recommendations)


RECOMMENDATION_NUMBER_GAP = MeetingRule(
    code="R502",
    name="recommendation-number-gap",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
