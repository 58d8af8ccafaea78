"""A document whose symbol ends in Add. has the line "Addendum", and no other has.

Why: the line and the symbol each tell the reader that more is to be found elsewhere.

Bad:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Draft report

    Addendum

    I. Introduction

    1. The Working Group met in Vienna.

Good:
    United Nations

    CTOC/COP/WG.4/2021/L.1/Add.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Draft report

    Addendum

    I. Introduction

    1. The Working Group met in Vienna.
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
