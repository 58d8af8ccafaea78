"""A paragraph ends with a full stop.

Why: where the stop is missing, so perhaps are the words before it.

Bad:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting and recalled that the

    3. The agenda was adopted.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Block
from wgtip_parse.rules.prose import are_in_a_row, is_wrapped
from wgtip_parse.rules.rule import Draft, Rule

NAMES = 3  # so many paragraphs without end in a row are a list
LONGEST_END = 40  # characters of a stop with the brackets, quotation marks and notes behind it
STOPS = (".", ":", ";", "?", "!", "…", "]")
_ENDED = re.compile(r"[.:;?!…\]][)”’\"'*\]\d/ ]*\Z|[.?!]\)\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the last word of each paragraph that has no list, save in wrapped text.

    Several in a row are a list of names.
    """
    if is_wrapped(draft):
        return
    paragraphs = (block for block in draft.blocks if block.kind == "paragraph" and block.text)
    for is_open, row in groupby(paragraphs, _is_open):
        blocks = list(row)
        yield from _found(draft, blocks) if is_open and len(blocks) < NAMES else ()


def _sure(draft: Draft) -> frozenset[int]:
    """Where the paragraphs begin behind which the next number stands: others may go on behind a box or picture."""
    blocks = draft.blocks
    return frozenset(one.span[0] for one, behind in pairwise(blocks) if are_in_a_row(draft, one, behind))


def _is_open(block: Block) -> bool:
    if block.subparagraphs or block.text.endswith(STOPS):
        return False
    return not _ENDED.search(block.text, max(0, len(block.text) - LONGEST_END))


def _found(draft: Draft, blocks: list[Block]) -> Iterator[Diagnostic]:
    for block in blocks:
        if draft.source.format == "pdf" and block.span[0] not in draft.once(_sure):
            continue
        place = draft.places.words_of(block)
        last = draft.source.text[slice(*place)].split()[-1]
        span = (place[1] - len(last), place[1])
        message = f"paragraph {block.number} has no end"
        hint = "restore what was lost, or end it with a full stop"
        yield PARAGRAPH_WITHOUT_END.finding(span, message, hint)


PARAGRAPH_WITHOUT_END = Rule(
    code="P313",
    name="paragraph-without-end",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
