"""No space stands before a comma, full stop, colon, semicolon or closing bracket, nor behind an opening one.

Why: it is a slip of typing, and lets a line begin with the mark.

Bad:
    1. The Working Group met in Vienna , and held six meetings.

Good:
    1. The Working Group met in Vienna, and held six meetings.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_in_sentence, is_unwrapped, occurrences
from wgtip_parse.rules.rule import Draft, Rule

MARKS = ",;:.)"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each space, where the draft has one block to a line."""
    if not is_unwrapped(draft):
        return
    text = draft.source.text
    for mark in MARKS:
        for start, end in occurrences(draft, f" {mark}"):
            if not text[end : end + 1].strip() and text[start - 1 : start].isalnum():
                fix = Fix.at((start, end - 1), "", safe=True) if is_in_sentence(draft, start) else None
                span = (start, end - 1)
                message = f"space before {mark}"
                yield SPACE_BEFORE_MARK.finding(span, message, "take it out", fix)
    for start, end in occurrences(draft, "( "):
        fix = Fix.at((start + 1, end), "", safe=True) if is_in_sentence(draft, start) else None
        yield SPACE_BEFORE_MARK.finding((start + 1, end), "space behind (", "take it out", fix)


SPACE_BEFORE_MARK = Rule(
    code="T011",
    name="space-before-mark",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
)
