"""Every recommendation has its text.

Why: an empty one is a text that was lost.

Bad:
    I. Recommendations

    Recommendation 1

    Recommendation 2

    States parties should pay interpreters.

Good:
    I. Recommendations

    Recommendation 1

    States parties should pay interpreters.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each heading without text."""
    for block in draft.blocks:
        if block.kind == "recommendation" and not block.text and not block.subparagraphs:
            message = f"recommendation {block.number} is empty"
            hint = "restore its text, or take the heading out"
            yield EMPTY_RECOMMENDATION.finding(block.span, message, hint)


EMPTY_RECOMMENDATION = Rule(
    code="R503",
    name="empty-recommendation",
    severity=Severity.ERROR,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
