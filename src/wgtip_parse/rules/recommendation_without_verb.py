"""A recommendation says that somebody should act, or is encouraged, invited or requested to.

Why: without such a word it is a statement, and nobody can follow it up.

Bad:
    I. Recommendations

    Recommendation 1

    Interpreters are paid.

Good:
    I. Recommendations

    Recommendation 1

    States parties should pay interpreters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule

USUAL = " should "
_RECOMMENDS = re.compile(
    r"\b(?:should|shall|must|may|need to|recommends?|encourag\w+|invit\w+|request\w*|"
    r"urg\w+|call\w* (?:up)?on|consider\w*)\b"
)
_IMPERATIVE = re.compile(r"[A-Z][a-z]+e? (?:the|a|an|all|its|their|that|and|more)\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each recommendation without one."""
    for block in draft.blocks:
        if block.kind != "recommendation" or "." in (block.number or "") or not block.text:
            continue
        if USUAL in block.text:  # seen faster than the others
            continue
        if not _RECOMMENDS.search(block.text) and not _IMPERATIVE.match(block.text):
            span = draft.places.label_of(block)
            message = f"recommendation {block.number} recommends nothing"
            yield RECOMMENDATION_WITHOUT_VERB.finding(span, message, "say who should act")


RECOMMENDATION_WITHOUT_VERB = Rule(
    code="R507",
    name="recommendation-without-verb",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
