"""No two recommendations of a meeting have the same number.

Why: recommendations are quoted by number for years; one number must stand for one text.

Bad:
    II. Recommendations

    Recommendation 1

    States parties should register recruitment agencies.

    Recommendation 2

    States parties should pay interpreters.

    Recommendation 2

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
    """A finding at the second use of a number."""
    return through_parts(RECOMMENDATION_NUMBER_DUPLICATE, Kind.DUPLICATE, "recommendation ", parts, recommendations)


RECOMMENDATION_NUMBER_DUPLICATE = MeetingRule(
    code="R501",
    name="recommendation-number-duplicate",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
