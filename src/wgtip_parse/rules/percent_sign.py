"""Percentages are written with "per cent", in two words.

Why: reports of the United Nations keep the sign for tables; a text that mixes both has to be corrected by hand.

Bad:
    1. The Group noted that 40% of cases were closed.

Good:
    1. The Group noted that 40 per cent of cases were closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule

_FIGURE = re.compile(r"\d\s?\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each sign behind a figure, outside tables."""
    text = draft.source.text
    for start, end in occurrences(draft, "%"):
        if _FIGURE.search(text, max(0, start - 2), start) and not text[end : end + 1].isalnum():
            span = (start - text[start - 1].isspace(), end)
            fix = Fix.at(span, " per cent", safe=True)
            yield PERCENT_SIGN.finding(span, "percent sign in text", 'write "per cent"', fix)


PERCENT_SIGN = Rule(
    code="N603",
    name="percent-sign",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
    sign="%",
)
