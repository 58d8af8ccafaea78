"""Before per cent stands a figure.

Why: percentages are compared, and figures are compared at a glance.

Bad:
    1. Some five per cent of cases were closed.

Good:
    1. Some 5 per cent of cases were closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
FIGURES = dict(
    zip(
        _WORDS.split(),
        (*range(1, 20), *range(20, 100, 10)),
        strict=True,
    )
)
_WORD = re.compile(r"(?<![\w-])([a-z]+)\s\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each number in words; at the start of a sentence it is right."""
    text = draft.source.text
    for start, _ in occurrences(draft, "per cent"):
        match = _WORD.search(text, max(0, start - 12), start)
        if match and match[1] in FIGURES:
            figure = str(FIGURES[match[1]])
            fix = Fix.at(match.span(1), figure, safe=True)
            span = match.span(1)
            message = f"{match[1]} per cent"
            hint = f"write {figure} per cent"
            yield PERCENTAGE_IN_WORDS.finding(span, message, hint, fix)


PERCENTAGE_IN_WORDS = Rule(
    code="N604",
    name="percentage-in-words",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
    sign="^cent",
)
