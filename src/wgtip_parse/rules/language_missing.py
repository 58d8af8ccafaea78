"""A masthead names the original language, or the only one.

Why: translators have to know which text decides.

Bad:
    The shared draft, changed:
    - Original: English

Good:
    The shared draft.

Good:
    United Nations

    A/RES/99/13

    General Assembly

    Distr.: General

    6 March 2045

    Ninety-ninth session

    Agenda item 69

    99/13. International Day of the Lighthouse

    1. Proclaims the Day.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the symbol."""
    head = draft.report.masthead
    printed = draft.source.text[: draft.places.body].lower()
    lacks_it = head.original_language is None and head.distribution and "original" not in printed
    if lacks_it and not masthead.is_adopted(draft):
        span = masthead.place_of(draft, "symbol")
        hint = 'add "Original: English" or "English only"'
        yield LANGUAGE_MISSING.finding(span, "no language in the masthead", hint)


LANGUAGE_MISSING = Rule(
    code="M109",
    name="language-missing",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
