"""The symbol is of the body that the masthead names.

Why: a masthead taken from another body's draft sends the document to the wrong place.

Bad:
    The shared draft, changed:
    - CTOC/COP/WG.4/2021/L.1
    + CTOC/COP/WG.6/2021/L.1

Good:
    The shared draft.

Good:
    United Nations

    E/2021/33

    Economic and Social Council

    Distr.: General

    12 October 2021

    Original: English

    Committee for Development Policy

    Report on the twenty-third session

    I. Introduction

    1. The Committee met in New York.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the symbol, where we know both bodies; what a body reports to its organ has the organ's symbol."""
    head = draft.report.masthead
    symbol = symbols.parse(head.symbol) if head.symbol else None
    named = symbols.body_named(head.body) if head.body else None
    owner = symbols.body_of(symbol) if symbol else None
    if not named or not owner or named == owner or owner.name in (head.organ, named.parent):
        return
    if named.stem.count("/") == owner.stem.count("/"):
        span = masthead.place_of(draft, "symbol")
        message = f"symbol of {owner.name}"
        hint = f"symbols of this body begin with {named.stem}"
        yield BODY_AND_SYMBOL_DIFFER.finding(span, message, hint)


BODY_AND_SYMBOL_DIFFER = Rule(
    code="M113",
    name="body-and-symbol-differ",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
