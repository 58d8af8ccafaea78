"""The person who presides is the Chair.

Why: a title says what somebody does, not who they are.

Bad:
    1. The Chairman opened the meeting.

Good:
    1. The Chair opened the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule

FIRST_YEAR = "2019"  # older documents are quoted as they were printed
_TITLE = re.compile(r"[Cc]hair(?:man|woman|person)(?:ship)?\b(?!-| of the [A-Z])")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each other form, outside quotations."""
    date = draft.report.masthead.date
    if date is not None and date < FIRST_YEAR:
        return
    for match in matches(draft, _TITLE):
        if not is_quoted(draft.source.text, match.start()):
            right = match[0][:5]
            span = match.span()
            message = f"{match[0]} for {right}"
            hint = f"write {right}"
            fix = Fix.at(match.span(), right, safe=False)
            yield GENDERED_TITLE.finding(span, message, hint, fix)


GENDERED_TITLE = Rule(
    code="W701",
    name="gendered-title",
    severity=Severity.WARNING,
    citation="United Nations Guidelines for gender-inclusive language in English",
    page=__doc__,
    check=check,
)
