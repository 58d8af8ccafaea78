"""A heading has no full stop, semicolon or colon at its end.

Why: with one it is taken for a paragraph that lost its number.

Bad:
    I. Summary of deliberations:

    1. The Working Group met in Vienna.

Good:
    I. Summary of deliberations

    1. The Working Group met in Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_unwrapped, is_wrapped
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the mark that ends a heading of several words, save in wrapped text."""
    if is_wrapped(draft):
        return
    marks = (".", ";", ":", ",") if is_unwrapped(draft) else (".",)
    for section in draft.sections:
        if section.title.endswith(marks) and section.number is not None and " " in section.title:
            end = draft.places.title_of(section)[1]
            fix = Fix.at((end - 1, end), "", safe=True)
            span = (end - 1, end)
            message = f"{section.title[-1]} at the end of a heading"
            yield HEADING_WITH_STOP.finding(span, message, "take it out", fix)


HEADING_WITH_STOP = Rule(
    code="S205",
    name="heading-with-stop",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
