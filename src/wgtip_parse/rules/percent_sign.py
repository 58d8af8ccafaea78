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

from wgtip_parse.diagnostics import Diagnostic, Edit, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_SIGN = re.compile(r"(?<=\d)\s?%(?!\w)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each sign behind a figure, outside tables."""
    for block in draft.report.every_block():
        if block.kind == "text":
            continue
        for match in _SIGN.finditer(draft.source.text, *block.span):
            fix = Fix((Edit(*match.span(), " per cent"),), safe=True)
            yield Diagnostic(
                PERCENT_SIGN.code, PERCENT_SIGN.severity, "percent sign in text", match.span(), 'write "per cent"', fix
            )


PERCENT_SIGN = Rule(
    code="N603",
    name="percent-sign",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
)
