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
from wgtip_parse.rules.months import months
from wgtip_parse.rules.prose import is_prose, matches
from wgtip_parse.rules.rule import Draft, Rule

_DASH = re.compile(
    r"–(?:(\d{1,2})(?![\w/.(–-])|(\d{1,2})(?=\.(?:\s|\Z)))"
)  # begins with one character, which is found fast
_NUMBERS = re.compile(r"(?:paragraphs|paras\.|items|articles|arts\.|pages|pp\.|recommendations) (\d{1,2})\Z")
_DAYS = re.compile(r"from (\d{1,2}) to (\d{1,2}) \Z")
NEAR = 24  # characters in which the first number stands


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each range of numbers or days that runs backwards."""
    for start, end, first, last in (*_numbers(draft), *_days(draft)):
        if int(last) <= int(first):
            yield REVERSED_RANGE.finding((start, end), f"range from {first} to {last}", "check the numbers")


def _numbers(draft: Draft) -> Iterator[tuple[int, int, str, str]]:
    """Where ranges with a dash begin and end, and their two numbers."""
    for match in matches(draft, _DASH):
        before = _NUMBERS.search(draft.source.text, max(0, match.start() - NEAR), match.start())
        if before:
            yield before.start(1), match.end(), before[1], match[match.lastindex or 1]


def _days(draft: Draft) -> Iterator[tuple[int, int, str, str]]:
    """The same of the days of one month."""
    text = draft.source.text
    for start, end in months(draft):
        match = _DAYS.search(text, max(0, start - NEAR), start)
        if match and not text[end : end + 1].isalnum() and is_prose(draft, start):
            yield match.start(1), end, match[1], match[2]


REVERSED_RANGE = Rule(
    code="X811",
    name="reversed-range",
    severity=Severity.ERROR,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
