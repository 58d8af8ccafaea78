"""Documents of the L series are limited, and only documents of a limited series are.

Why: the mark and the symbol each decide who may see the document.

Bad:
    The shared draft, changed:
    - Distr.: Limited
    + Distr.: General

Good:
    The shared draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the distribution, where it contradicts the symbol."""
    head = draft.report.masthead
    symbol = symbols.parse(head.symbol) if head.symbol else None
    if symbol is not None and symbol.series == "L" and head.distribution == "General":
        span = masthead.place_of(draft, "distribution")
        message = f"General with the symbol {head.symbol}"
        yield DISTRIBUTION_AND_SYMBOL_DIFFER.finding(span, message, 'write "Limited"')


DISTRIBUTION_AND_SYMBOL_DIFFER = Rule(
    code="M106",
    name="distribution-and-symbol-differ",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
