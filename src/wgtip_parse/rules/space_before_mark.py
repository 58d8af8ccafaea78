"""No space stands before a comma, full stop, colon, semicolon or closing bracket, nor behind an opening one.

Why: it is a slip of typing, and lets a line begin with the mark.

Bad:
    1. The Working Group met in Vienna , and held six meetings.

Good:
    1. The Working Group met in Vienna, and held six meetings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_unwrapped, matches
from wgtip_parse.rules.rule import Draft, Rule

_SPACE = re.compile(r"[ \u00a0]+(?=[,;:.)](?:\s|\Z))|(?<=[^\W\d] \() +")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each space, where the draft has one block to a line."""
    if not is_unwrapped(draft):
        return
    for match in matches(draft, _SPACE):
        mark = draft.source.text[match.end()]
        message = f"space before {mark}" if mark in ",;:.)" else "space behind ("
        span = match.span()
        fix = Fix.at(match.span(), "", safe=True)
        yield SPACE_BEFORE_MARK.finding(span, message, "take it out", fix)


SPACE_BEFORE_MARK = Rule(
    code="T011",
    name="space-before-mark",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
)
