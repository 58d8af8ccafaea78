"""A recommendation says "should", not "shall" or "must".

Why: what a working group recommends does not bind the States.

Bad:
    I. Recommendations

    Recommendation 1

    States parties shall pay interpreters.

Good:
    I. Recommendations

    Recommendation 1

    States parties should pay interpreters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_BINDING = re.compile(r"\b(?:shall|must)\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at the word in each recommendation."""
    for block in draft.blocks:
        if block.kind != "recommendation":
            continue
        for match in _BINDING.finditer(draft.source.text, *block.span):
            span = match.span()
            message = f"{match[0]} in a recommendation"
            fix = Fix.at(match.span(), "should", safe=False)
            yield BINDING_RECOMMENDATION.finding(span, message, "write should", fix)


BINDING_RECOMMENDATION = Rule(
    code="R509",
    name="binding-recommendation",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
    sign="shall|must",
)
