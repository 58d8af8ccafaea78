"""No number or symbol is left open.

Why: a reader cannot find "figure 24.XX" or "A/HRC/XX/YY".

Bad:
    1. The Group recalled document A/HRC/XX/YY.

Bad:
    1. The trend is shown in figure 24.XX.

Good:
    1. The Group recalled document A/HRC/50/2 and figure 24.III.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import matches_near
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.signs import compiled
from wgtip_parse.words import words

_SIGN = compiled(r"(?:XX|YY|NN|xx)\b|\?\?|/\.\.\.")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each number or symbol with XX, YY, NN or ?? in it."""
    for match in matches_near(draft, words().placeholder_number, _SIGN):
        yield PLACEHOLDER_NUMBER.finding(match.span(), f"{' '.join(match[0].split())} is left open", "fill it in")


PLACEHOLDER_NUMBER = Rule(
    code="P317",
    name="placeholder-number",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign=_SIGN.pattern,
)
