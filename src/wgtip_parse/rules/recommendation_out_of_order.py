"""The numbers of recommendations ascend in the order of the text.

Why: the index of recommendations follows the numbers, and the discussion follows the text.

Bad:
    II. Recommendations

    Recommendation 1

    States parties should register recruitment agencies.

    Recommendation 3

    States parties should protect witnesses.

    Recommendation 2

    States parties should pay interpreters.

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
    """A finding at each number that stands in the wrong place."""
    return through_parts(RECOMMENDATION_OUT_OF_ORDER, Kind.DISORDER, "recommendation ", parts, recommendations)


RECOMMENDATION_OUT_OF_ORDER = MeetingRule(
    code="R516",
    name="recommendation-out-of-order",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
