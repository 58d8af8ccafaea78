"""A decimal below one has a zero before the point.

Why: the point alone is overlooked.

Bad:
    1. Wages fell by .5 per cent.

Good:
    1. Wages fell by 0.5 per cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_POINT = re.compile(r" \.(?=\d)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each point between a space and a digit."""
    for match in matches(draft, _POINT):
        if draft.source.text[match.start() - 1].isalpha():
            span = (match.end() - 1, match.end())
            fix = Fix.at(span, "0.", safe=True)
            yield DECIMAL_WITHOUT_ZERO.finding(span, "decimal without zero", "write 0.", fix)


DECIMAL_WITHOUT_ZERO = Rule(
    code="N606",
    name="decimal-without-zero",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
    sign=r"^\.\d",
)
