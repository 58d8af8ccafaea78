"""A document has a title.

Why: without one nobody sees whether a text is a draft or the report itself.

Bad:
    The shared draft, changed:
    - Draft report

Good:
    The shared draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the symbol of a document that has no line which could be its title."""
    head = draft.report.masthead
    has_lines = head.session or head.agenda_item or head.other
    if head.title is None and head.symbol and head.distribution and head.date and not has_lines:
        span = masthead.place_of(draft, "symbol")
        hint = 'add one, such as "Draft report"'
        yield TITLE_MISSING.finding(span, "no title", hint)


TITLE_MISSING = Rule(
    code="M118",
    name="title-missing",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
