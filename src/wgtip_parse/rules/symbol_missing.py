"""A document has a symbol.

Why: without it nobody can quote the document or find it again.

Bad:
    United Nations

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Draft report

    I. Introduction

    1. The Working Group met in Vienna.

Good:
    United Nations

    CTOC/COP/WG.4/2021/L.1

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Distr.: Limited

    12 October 2021

    Original: English

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Draft report

    I. Introduction

    1. The Working Group met in Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the top."""
    if draft.report.masthead.symbol is None and masthead.is_there(draft):
        span = masthead.first_line(draft)
        hint = "ask for one, or copy the masthead again"
        yield SYMBOL_MISSING.finding(span, "no symbol in the masthead", hint)


SYMBOL_MISSING = Rule(
    code="M101",
    name="symbol-missing",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
