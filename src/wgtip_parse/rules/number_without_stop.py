"""A full stop follows the number of a paragraph.

Why: a bare number is read as the first word of the text, or as a footnote.

Bad:
    1. The Working Group met in Vienna.

    2 The Chair opened the meeting.

    3. The agenda was adopted.

Bad:
    1. The Working Group met in Vienna.

    2) The Chair opened the meeting.

    3. The agenda was adopted.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.

    3. The agenda was adopted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_BARE = re.compile(r"(\d{1,4})(\)?)(?=[^\S\n]+[A-Z])")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each text that begins with the number that is due between two paragraphs."""
    above: int | None = None
    for block in draft.blocks:
        if block.kind == "text":
            match = _BARE.match(draft.source.text, *block.span)
            if match and above is not None and int(match[1]) == above + 1:
                fix = Fix.at(match.span(2), ".", safe=False)
                span = match.span()
                message = f"number {match[1]} without full stop"
                hint = f"write {match[1]}."
                yield NUMBER_WITHOUT_STOP.finding(span, message, hint, fix)
                above += 1
        elif block.kind == "paragraph" and block.number is not None:
            above = int(block.number) if block.number.isdigit() else None


NUMBER_WITHOUT_STOP = Rule(
    code="P306",
    name="number-without-stop",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
