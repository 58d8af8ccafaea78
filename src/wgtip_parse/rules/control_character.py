"""A text holds no control characters other than line ends, tabs and page breaks.

Why: they come from broken copies, stop some programs and can change what a terminal shows.

Bad:
    1. The Working Group met\u0007 in Vienna.

Good:
    1. The Working Group met in Vienna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_in_sentence
from wgtip_parse.rules.rule import Draft, Rule

_KIND = r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]"
_CONTROL = re.compile(f"{_KIND}{_KIND}*+")  # begins with one character, which is found faster than a run
SPACES = "\x1c\x1d\x1e\x1f"  # control characters that count as white space, so that no piece has them


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each run of control characters."""
    text = draft.source.text
    if not _CONTROL.search(draft.pieces.joined) and not any(space in text for space in SPACES):
        return
    for match in _CONTROL.finditer(text):
        fix = Fix.at(match.span(), "", safe=True) if is_in_sentence(draft, match.start()) else None
        span = match.span()
        message = f"control character U+{ord(match[0][0]):04X}"
        yield CONTROL_CHARACTER.finding(span, message, "take it out", fix)


CONTROL_CHARACTER = Rule(
    code="T018",
    name="control-character",
    severity=Severity.ERROR,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
