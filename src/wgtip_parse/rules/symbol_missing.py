"""A document has a symbol.

Why: without it nobody can quote the document or find it again.

Bad:
    The shared draft, changed:
    - CTOC/COP/WG.4/2021/L.1

Good:
    The shared draft.

Good:
    8 November 2021

    English only

    Conference of the Parties to the United Nations Convention against Transnational Organized Crime

    Working Group on Trafficking in Persons

    Vienna, 11–14 October 2021

    Paper on the lamps of ports

    1. The Working Group has asked for the present paper.

    CTOC/COP/WG.4/2021/CRP.1

    GE.21-64419
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule

_ONE_WORD = re.compile(r"^[A-Z]+[A-Z.-]*/[^\s]+$", re.MULTILINE)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the top, unless the symbol is printed at the foot of a page."""
    if draft.report.masthead.symbol is None and masthead.is_there(draft) and not _is_printed(draft):
        span = masthead.first_line(draft)
        hint = "ask for one, or copy the masthead again"
        yield SYMBOL_MISSING.finding(span, "no symbol in the masthead", hint)


def _is_printed(draft: Draft) -> bool:
    """Whether a line of the text is nothing but a symbol."""
    return any(symbols.parse(match[0]) is not None for match in _ONE_WORD.finditer(draft.source.text))


SYMBOL_MISSING = Rule(
    code="M101",
    name="symbol-missing",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
