"""The numbers of paragraphs ascend in the order of the text.

Why: a paragraph that was moved keeps its old number, and readers look for it in the wrong place.

Bad:
    1. The Working Group met in Vienna.

    3. The agenda was adopted.

    2. The Chair opened the meeting.

    4. The meeting was closed.

Bad:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    31. The agenda was adopted.

    4. The meeting was closed.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.

    4. The meeting was closed.

Good:
    1. The Group met in Vienna.

    2. It recalled the terms of reference, which say:

    10. The Group is set up for two years.

    11. The Conference reviews its work.

    12. The Conference may renew it.

    3. The Group had met twice a year.

    4. It asked for more time.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import paragraphs
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each number that stands in the wrong place."""
    for _, diagnostic in sequence(PARAGRAPH_OUT_OF_ORDER, Kind.DISORDER, "paragraph ", paragraphs(draft), first=1):
        yield diagnostic


PARAGRAPH_OUT_OF_ORDER = Rule(
    code="P303",
    name="paragraph-out-of-order",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
