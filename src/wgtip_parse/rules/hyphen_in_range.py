"""An en dash joins the ends of a range of figures.

Why: a hyphen joins words; readers of figures look for the dash.

Bad:
    1. The Group took up agenda items 1-3.

Bad:
    1. The budget for 2019-2021 was adopted.

Good:
    1. The Group took up agenda items 1–3, as document CTOC/COP/2019-2 foresaw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_HYPHEN = re.compile(r"-(?=\d)")
_BEFORE = re.compile(
    r"\b(?:items?|paragraphs?|paras\.|articles?|arts\.|pages?|pp\.|chapters?|sections?) (\d{1,3})\Z|"
    r"(?<![\w/.,–-])((?:19|20)\d\d)\Z"
)
_BEHIND = re.compile(r"(\d{1,4})(?![\w/–-]|[.,]\d)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each hyphen between the numbers of paragraphs and their like, or between two years."""
    text = draft.source.text
    for match in matches(draft, _HYPHEN):
        before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
        behind = _BEHIND.match(text, match.end()) if before else None
        if before is None or behind is None:
            continue
        first, last = before[1] or before[2], behind[1]
        if (len(first) == len(last) and int(first) < int(last)) or (before[1] and int(first) < int(last)):
            span = match.span()
            fix = Fix.at(match.span(), "–", safe=True)
            yield HYPHEN_IN_RANGE.finding(span, "hyphen in a range", "write –", fix)


HYPHEN_IN_RANGE = Rule(
    code="N609",
    name="hyphen-in-range",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
    sign=r"\d-\d",
)
