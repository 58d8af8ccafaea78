"""A symbol is the body's own, then session or year, then the document, with Add., Rev. and Corr. behind it.

Why: a symbol with a slip of the pen leads to another document or to none.

Bad:
    The shared draft, changed:
    - CTOC/COP/WG.4/2021/L.1
    + CTOC/COP/WG.4/2021/L1

Bad:
    The shared draft, changed:
    - CTOC/COP/WG.4/2021/L.1
    + CTOC/COP/WG.4/2021/L.1/Ad.1

Good:
    The shared draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Span
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule

_SLIP = re.compile(
    r"(?:^|/)((?:L|CRP|INF|WP)\d+|(?:Ad|Adds|Re|Cor|add|rev|corr)\.\d+|"
    r"(?:Add|Rev|Corr)(?:\d+|\.?))(?=/|$)"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the part of the symbol that has no known form."""
    symbol = draft.report.masthead.symbol
    if symbol is None:
        return
    slip = _slip(draft)
    if slip:
        message = f"{draft.source.text[slice(*slip)]} in the symbol"
        hint = "write it as in L.1, Add.1, Rev.1 or Corr.1"
        yield SYMBOL_MALFORMED.finding(slip, message, hint)
    elif symbols.parse(symbol) is None:
        message = f"{symbol} is no symbol"
        hint = "write it as the body's series has it"
        yield SYMBOL_MALFORMED.finding(masthead.place_of(draft, "symbol"), message, hint)


def _slip(draft: Draft) -> Span | None:
    """The first part with a slip, be it that of the second of joint symbols."""
    for start, end in draft.places.pieces_of("symbol"):
        if match := _SLIP.search(draft.source.text[start:end]):
            return start + match.start(1), start + match.end(1)
    return None


SYMBOL_MALFORMED = Rule(
    code="M102",
    name="symbol-malformed",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
