"""Recommendations stand under a heading that says so.

Why: readers look for them there, and count them there.

Bad:
    I. Deliberations

    Recommendation 1

    States parties should pay interpreters.

Good:
    I. Recommendations

    Recommendation 1

    States parties should pay interpreters.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Section
from wgtip_parse.rules.numbering import is_annex
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each recommendation of which no heading above it speaks of recommendations."""
    yield from _below(draft, draft.report.sections)


def _below(draft: Draft, sections: tuple[Section, ...]) -> Iterator[Diagnostic]:
    for section in sections:
        if "recommend" in section.title.lower() or is_annex(section):
            continue
        for block in section.blocks:
            if block.kind == "recommendation" and "." not in (block.number or ""):
                span = draft.places.label_of(block)
                message = f"recommendation {block.number} under another heading"
                hint = "move it to the recommendations"
                yield RECOMMENDATION_ELSEWHERE.finding(span, message, hint)
        yield from _below(draft, section.sections)


RECOMMENDATION_ELSEWHERE = Rule(
    code="R504",
    name="recommendation-elsewhere",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
