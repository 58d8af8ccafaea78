""" "and/or" is avoided.

Why: most often one of the two is meant; where both are, a few words say so.

Bad:
    1. Victims and/or witnesses were heard.

Good:
    1. Victims and witnesses were heard.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each."""
    for span in occurrences(draft, "and/or"):
        yield AND_OR.finding(span, "and/or", "write and, or write or")


AND_OR = Rule(
    code="W715",
    name="and-or",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
    sign="and/or",
)
