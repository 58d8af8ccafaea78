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
from wgtip_parse.model import Span
from wgtip_parse.rules.prose import is_in_sentence, is_wrapped, occurrences
from wgtip_parse.rules.rule import Draft, Rule

MARKS = ",;:.)"
LONGEST_MARKER = 8  # characters of "( viii )"
_SPACED_MARKER = re.compile(r"\( ?[a-z0-9]{1,4} ?\)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each space, save in wrapped text."""
    if is_wrapped(draft):
        return
    text = draft.source.text
    for mark in MARKS:
        for start, end in occurrences(draft, f" {mark}"):
            if not text[end : end + 1].strip() and _is_word(text[start - 1]):
                span = (start, end - 1)
                yield SPACE_BEFORE_MARK.finding(span, f"space before {mark}", "take it out", _fix(draft, span))
    for start, end in occurrences(draft, "( "):
        span = (start + 1, end)
        yield SPACE_BEFORE_MARK.finding(span, "space behind (", "take it out", _fix(draft, span))


def _fix(draft: Draft, span: Span) -> Fix | None:
    """The space taken out, where that makes no marker of a list of what is none: "( c )"."""
    near = (max(0, span[0] - LONGEST_MARKER), span[1] + LONGEST_MARKER)
    markers = _SPACED_MARKER.finditer(draft.source.text, *near)
    if any(marker.start() <= span[0] < marker.end() for marker in markers) or not is_in_sentence(draft, span[0]):
        return None
    return Fix.at(span, "", safe=True)


def _is_word(sign: str) -> bool:
    """Whether a sign is a letter or digit and no raised mark."""
    return sign.isalpha() or sign.isdecimal()


SPACE_BEFORE_MARK = Rule(
    code="T011",
    name="space-before-mark",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
    sign=r"^[,;:.)]$|\($",
)
