"""A blank line stands before each numbered block.

Why: without it a number at the start of a line is easily taken for part of the sentence above.

Bad:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.
    3. The agenda was adopted.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_unwrapped
from wgtip_parse.rules.rule import Draft, Rule

BLANK_LINE = "\n\n"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each numbered block right below another line, where the draft has one block to a line."""
    if not is_unwrapped(draft):
        return
    text = draft.source.text
    for block in draft.blocks:
        start = block.span[0]
        if block.number is None or text.startswith(BLANK_LINE, start - len(BLANK_LINE)):
            continue
        line = text.rfind("\n", 0, start)
        if line > 0 and text[text.rfind("\n", 0, line) + 1 : line].strip():
            fix = Fix.at((line, line), "\n", safe=True)
            span = draft.places.number_of(block)
            message = "no blank line before this block"
            yield BLOCKS_NOT_SET_APART.finding(span, message, "set it apart", fix)


BLOCKS_NOT_SET_APART = Rule(
    code="T005",
    name="blocks-not-set-apart",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
