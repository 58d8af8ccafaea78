"""A paragraph that the text calls "above" or "below" is in the report.

Why: references are wrong from the day on which a paragraph is taken out.

Bad:
    1. The Working Group met in Vienna.

    2. The ports described in paragraph 7 above were discussed.

Good:
    1. The Working Group met in Vienna.

    2. The meeting described in paragraph 1 above was the sixth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule

_NUMBERS = r"(\d{1,4})(?:\s\([a-z]{1,4}\))*(?:\s?(?:–|-|and|to|or)\s?(\d{1,4})(?:\s\([a-z]{1,4}\))*)?"
_REFERENCE = re.compile(
    rf"para(?:graphs?|s?\.)\s+{_NUMBERS}(?:,?\s+(?:above|below)\b|\s+of\s+the\s+present\s+(?:report|document)\b)"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each reference without its paragraph; a remark in a part, which may count with the whole."""
    numbers = None
    for match in matches(draft, _REFERENCE):
        if numbers is None:
            numbers = {block.number for block in draft.blocks}
        lost = [number for number in match.groups() if number and number not in numbers]
        if lost and not is_quoted(draft.source.text, match.start()):
            severity = Severity.INFO if draft.report.masthead.addendum else None
            message = f"no paragraph {lost[0]} in the report"
            yield REFERENCE_TO_MISSING_PARAGRAPH.finding(match.span(), message, "correct the number", severity=severity)


REFERENCE_TO_MISSING_PARAGRAPH = Rule(
    code="P312",
    name="reference-to-missing-paragraph",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
    sign=r"para(?:graphs?|s?\.)$",
)
