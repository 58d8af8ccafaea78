"""A numbered block begins at the start of its line.

Why: a space before the number is a trace of a paste, and hides the number from searches.

Bad:
    1. The Working Group met in Vienna.

     2. The Chair opened the meeting.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_unwrapped
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for the space before each numbered block, where the draft has one block to a line."""
    if not is_unwrapped(draft):
        return
    text = draft.source.text
    for block in draft.blocks:
        start = block.span[0]
        line = text.rfind("\n", 0, start) + 1
        if block.number is not None and line < start:
            fix = Fix.at((line, start), "", safe=True)
            span = (line, start)
            yield LEADING_SPACE.finding(span, "space before the number", "take it out", fix)


LEADING_SPACE = Rule(
    code="T006",
    name="leading-space",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
