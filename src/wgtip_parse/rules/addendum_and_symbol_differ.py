"""A document whose symbol ends in Add. has the line "Addendum", and no other has.

Why: the line and the symbol each tell the reader that more is to be found elsewhere.

Bad:
    The shared draft, changed:
    - I. Introduction
    + Addendum
    + I. Introduction

Good:
    The shared draft, changed:
    - CTOC/COP/WG.4/2021/L.1
    + CTOC/COP/WG.4/2021/L.1/Add.1

    - I. Introduction
    + Addendum
    + I. Introduction
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the line, where the symbol has no Add."""
    head = draft.report.masthead
    symbol = symbols.parse(head.symbol) if head.symbol else None
    if symbol is None:
        return
    line = draft.places.pieces_of("addendum")
    if line and symbol.addendum is None:
        message = f"Addendum with the symbol {head.symbol}"
        hint = "correct the one or the other"
        yield ADDENDUM_AND_SYMBOL_DIFFER.finding(line[0], message, hint)


ADDENDUM_AND_SYMBOL_DIFFER = Rule(
    code="M120",
    name="addendum-and-symbol-differ",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
