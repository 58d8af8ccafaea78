"""Something stands under every heading.

Why: an empty section has lost its text, or its heading was moved without it.

Bad:
    I. Introduction

    II. Deliberations

    1. The Working Group met in Vienna.

Good:
    I. Introduction

    1. The Working Group met in Vienna.

    II. Deliberations

    2. Farms were discussed.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import is_part
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each numbered heading with nothing below it."""
    for section in draft.report.every_section():
        is_empty = not section.blocks and not section.sections
        if section.number is not None and is_empty and not is_part(section):
            span = draft.places.number_of(section)
            message = f"nothing under heading {section.number}"
            hint = "restore its text, or take the heading out"
            yield EMPTY_SECTION.finding(span, message, hint)


EMPTY_SECTION = Rule(
    code="S207",
    name="empty-section",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
