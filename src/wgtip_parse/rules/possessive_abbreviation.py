"""An abbreviation has no apostrophe and s.

Why: the possessive of an organization is written with of.

Bad:
    1. The Group thanked UNODC’s experts.

Good:
    1. The Group thanked the experts of UNODC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule

_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{3,}\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each possessive of an abbreviation."""
    text = draft.source.text
    for mark in ("’s", "'s"):
        for start, end in occurrences(draft, mark):
            found = _ABBREVIATION.search(text, max(0, start - 14), start)
            if found and not text[end : end + 1].isalnum():
                message = f"possessive {found[0]}{mark}"
                yield POSSESSIVE_ABBREVIATION.finding((found.start(), end), message, f"write of {found[0]}")


POSSESSIVE_ABBREVIATION = Rule(
    code="W708",
    name="possessive-abbreviation",
    severity=Severity.INFO,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
    sign="[A-Z]{3}[’']s",
)
