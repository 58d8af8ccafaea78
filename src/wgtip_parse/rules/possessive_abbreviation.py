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
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_POSSESSIVE = re.compile(r"[’'](?=s\b)")
_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{3,}\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each possessive of an abbreviation."""
    text = draft.source.text
    for match in matches(draft, _POSSESSIVE):
        found = _ABBREVIATION.search(text, max(0, match.start() - 14), match.start())
        if found:
            span = (found.start(), match.end() + 1)
            message = f"possessive {found[0]}{match[0]}s"
            hint = f"write of {found[0]}"
            yield POSSESSIVE_ABBREVIATION.finding(span, message, hint)


POSSESSIVE_ABBREVIATION = Rule(
    code="W708",
    name="possessive-abbreviation",
    severity=Severity.INFO,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
)
