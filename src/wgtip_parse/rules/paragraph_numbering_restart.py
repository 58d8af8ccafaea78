"""The paragraphs of a report are numbered in one series; only an annex begins again at 1.

Why: when two paragraphs are called 1, no reference to either is safe.

Bad:
    I. Introduction

    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    II. Deliberations

    1. Speakers described their laws.

    2. Others spoke of their courts.

Good:
    I. Introduction

    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    II. Deliberations

    3. Speakers described their laws.

    4. Others spoke of their courts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import paragraphs
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding where the count begins again under a numbered heading; elsewhere a resolution may be quoted."""
    found = list(sequence(PARAGRAPH_NUMBERING_RESTART, Kind.RESTART, "paragraph ", paragraphs(draft)))
    sections = draft.sections
    below = (section.blocks[0] for section in sections if section.number is not None and section.blocks)
    firsts = {draft.places.number_of(block) for block in below if block.number is not None}
    if len(found) == 1 and found[0][0].span in firsts:
        yield found[0][1]


PARAGRAPH_NUMBERING_RESTART = Rule(
    code="P307",
    name="paragraph-numbering-restart",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
