"""A heading begins with a capital.

Why: with a small letter it looks like the rest of a line that was cut.

Bad:
    I. introduction

    1. The Working Group met in Vienna.

Good:
    I. Introduction

    1. The Working Group met in Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the first letter of each such heading."""
    for section in draft.sections:
        if section.number is not None and section.title[:1].islower() and not section.title[1:2].isupper():
            start = draft.places.title_of(section)[0]
            capital = section.title[0].upper()
            fix = Fix.at((start, start + 1), capital, safe=True)
            span = (start, start + 1)
            message = "heading begins with a small letter"
            hint = f"write {capital}"
            yield HEADING_IN_LOWER_CASE.finding(span, message, hint, fix)


HEADING_IN_LOWER_CASE = Rule(
    code="S219",
    name="heading-in-lower-case",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
