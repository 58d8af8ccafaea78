"""A line holds words; a lone dash or row of dashes is none.

Why: it is what is left where text was cut off, or where a footnote lost its rule.

Bad:
    1. The Working Group met in Vienna.

    -

Good:
    1. The Working Group met in Vienna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import is_unwrapped
from wgtip_parse.rules.rule import Draft, Rule

_STRAY = re.compile(r"\n[^\S\n]*+([-–—.,;*]{1,3})[^\S\n]*$", re.MULTILINE)  # begins with what is found quickly


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each lone mark on a line, where the draft has one block to a line."""
    if not is_unwrapped(draft):
        return
    for match in _STRAY.finditer(f"\n{draft.source.text}"):
        start, end = match.span(1)
        hint = "restore what was lost, or delete the line"
        yield STRAY_LINE.finding((start - 1, end - 1), f"stray {match[1]} on a line of its own", hint)


STRAY_LINE = Rule(
    code="T007",
    name="stray-line",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign="^[-–—.,;*]{1,3}$",
)
