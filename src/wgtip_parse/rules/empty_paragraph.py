"""Every number has its text.

Why: an empty paragraph is a text that was lost.

Bad:
    1. The Working Group met in Vienna.

    2.

    3. The agenda was adopted.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import is_wrapped
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each number without text, save in wrapped text."""
    if is_wrapped(draft):
        return
    for block in draft.blocks:
        if block.kind == "paragraph" and block.number is not None and not block.text and not block.subparagraphs:
            span = draft.places.number_of(block)
            message = f"paragraph {block.number} is empty"
            hint = "restore its text, or take the number out"
            yield EMPTY_PARAGRAPH.finding(span, message, hint)


EMPTY_PARAGRAPH = Rule(
    code="P316",
    name="empty-paragraph",
    severity=Severity.ERROR,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
