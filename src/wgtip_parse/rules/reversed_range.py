"""The first number of a range is the lower.

Why: a range that runs backwards has a wrong digit at one end.

Bad:
    1. The Group discussed paragraphs 15–3.

Bad:
    1. The Group met from 14 to 11 October 2021.

Good:
    1. The Group discussed paragraphs 3–15, from 11 to 14 October 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.months import MONTH
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_DASH = re.compile(r"–(\d{1,2})(?![\w/.(–-])|–(\d{1,2})(?=\.(?:\s|\Z))")
_NUMBERS = re.compile(r"(?:paragraphs|paras\.|items|articles|arts\.|pages|pp\.|recommendations) (\d{1,2})\Z")
_TO = re.compile(rf" to (\d{{1,2}}) (?:{MONTH})\b")
_FROM = re.compile(r"from (\d{1,2})\Z")
NEAR = 24  # characters in which the first number stands


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each range of numbers or days that runs backwards."""
    text = draft.source.text
    for last, first in ((_DASH, _NUMBERS), (_TO, _FROM)):
        for match in matches(draft, last):
            number = match[match.lastindex or 1]
            before = first.search(text, max(0, match.start() - NEAR), match.start())
            if before and int(number) <= int(before[1]):
                span = (before.start(1), match.end())
                message = f"range from {before[1]} to {number}"
                yield REVERSED_RANGE.finding(span, message, "check the numbers")


REVERSED_RANGE = Rule(
    code="X811",
    name="reversed-range",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
