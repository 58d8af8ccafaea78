"""A paragraph begins with a capital.

Why: a small letter says that the beginning was cut off.

Bad:
    1. The Working Group met in Vienna.

    2. opened the meeting and recalled its history.

    3. The agenda was adopted.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Block
from wgtip_parse.rules.prose import are_in_a_row, is_wrapped
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the first word of each such paragraph, save in wrapped text."""
    if is_wrapped(draft):
        return
    before = None
    for block in draft.blocks:
        is_sure = draft.source.format != "pdf" or (before and _goes_before(draft, before, block))
        before = block
        if is_sure and block.kind == "paragraph" and block.text[:2].islower():
            at = draft.places.words_of(block)[0]
            message = f"paragraph {block.number} begins with a small letter"
            hint = "restore what was lost, or write a capital"
            yield PARAGRAPH_IN_LOWER_CASE.finding((at, at + 1), message, hint)


def _goes_before(draft: Draft, before: Block, block: Block) -> bool:
    """Whether the paragraph before is whole, so that this one is no item of a list on its page."""
    return are_in_a_row(draft, before, block) and before.text.endswith(".")


PARAGRAPH_IN_LOWER_CASE = Rule(
    code="P314",
    name="paragraph-in-lower-case",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
