"""Paragraphs are numbered consecutively, in arabic figures.

Why: a number that is left out is read as a paragraph that was lost, and every reference behind it becomes doubtful.

Bad:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    4. The agenda was adopted.

Bad:
    1. The Working Group met in Vienna.

    The Chair opened the meeting.

    3. The agenda was adopted.

Bad:
    24.1 The Working Group met in Vienna.

    24.2 The Chair opened the meeting.

    25.3 The agenda was adopted.

    24.4 The meeting was closed.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.

Good:
    1. The ports had lamps.

    2. The ports had boats.

    Lamps\t3. The ports had oil.

    4. The ports had wax.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import paragraphs
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the number behind each gap, or at what lost its number."""
    for _, diagnostic in sequence(PARAGRAPH_NUMBER_GAP, Kind.GAP, "paragraph ", paragraphs(draft), first=1):
        yield diagnostic


PARAGRAPH_NUMBER_GAP = Rule(
    code="P301",
    name="paragraph-number-gap",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
