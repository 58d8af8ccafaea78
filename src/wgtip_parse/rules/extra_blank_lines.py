"""One blank line stands between two blocks.

Why: a wider gap is where something was cut out.

Bad:
    1. The Working Group met in Vienna.



    2. The Chair opened the meeting.

Good:
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_unwrapped
from wgtip_parse.rules.rule import Draft, Rule

_GAP = re.compile(r"\n\n(?:[^\S\n]*+\n)+")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each gap between blocks, where the draft has one block to a line."""
    if "\n\n\n" not in draft.source.text or not is_unwrapped(draft):
        return
    for match in _GAP.finditer(draft.source.text.rstrip()):
        lines = match[0].count("\n") - 1
        if match.start():
            fix = Fix.at(match.span(), "\n\n", safe=True)
            span = (match.start() + 2, match.end())
            yield EXTRA_BLANK_LINES.finding(span, f"{lines} blank lines in a row", "leave one", fix)


EXTRA_BLANK_LINES = Rule(
    code="T004",
    name="extra-blank-lines",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
