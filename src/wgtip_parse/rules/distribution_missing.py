"""A masthead says how a document is distributed: General, Limited or Restricted.

Why: drafts that are limited must not be published, and general documents are.

Bad:
    The shared draft, changed:
    - Distr.: Limited

Good:
    The shared draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule

WITHOUT = ("CRP", "WP", "NGO")  # series that are handed out in the room


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the symbol."""
    head = draft.report.masthead
    symbol = symbols.parse(head.symbol) if head.symbol else None
    if symbol is None or symbol.series in WITHOUT:
        return
    if head.date and head.original_language and not head.distribution:
        span = masthead.place_of(draft, "symbol")
        message = "no distribution in the masthead"
        yield DISTRIBUTION_MISSING.finding(span, message, 'add "Distr.:" and the level')


DISTRIBUTION_MISSING = Rule(
    code="M105",
    name="distribution-missing",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
