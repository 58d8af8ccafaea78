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
from wgtip_parse.rules.prose import is_quoted, occurrences
from wgtip_parse.rules.rule import Draft, Rule

FIRST_YEAR = "2019"  # older documents are quoted as they were printed
ENDINGS = ("man", "woman", "person")
_REST = re.compile(r"(?:ship)?\b(?!-| of the [A-Z])")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each other form, outside quotations."""
    date = draft.report.masthead.date
    if date is not None and date < FIRST_YEAR:
        return
    text = draft.source.text
    for ending in ENDINGS:
        for start, end in occurrences(draft, f"hair{ending}"):
            rest = _REST.match(text, end)
            if rest and text[start - 1 : start] in ("C", "c") and not is_quoted(text, start):
                span = (start - 1, rest.end())
                right = text[start - 1 : start + 4]
                fix = Fix.at(span, right, safe=False)
                yield GENDERED_TITLE.finding(span, f"{text[slice(*span)]} for {right}", f"write {right}", fix)


GENDERED_TITLE = Rule(
    code="W701",
    name="gendered-title",
    severity=Severity.WARNING,
    citation="United Nations Guidelines for gender-inclusive language in English",
    page=__doc__,
    check=check,
)
