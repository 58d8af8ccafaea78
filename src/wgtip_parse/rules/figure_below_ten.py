"""Numbers below 10 are written in words, save with units, dates, percentages and references.

Why: figures are kept for what is measured or quoted; a lone digit is easily lost.

Bad:
    1. The statement was read by 3 delegations.

Good:
    1. The statement was read by three delegations on 3 May, under agenda item 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

WORDS = "one two three four five six seven eight nine".split()
COUNTED = frozenset(
    "speakers delegations panellists meetings sessions countries States experts participants observers".split()
)
_FIGURE = re.compile(r"[2-9](?= ([A-Za-z]+))")
_SENTENCE = re.compile(r"[a-z] \Z")
_REFERS = re.compile(r"(?:and|or|to|items?|paragraphs?|articles?|chapters?|tables?|parts?|annex|options?|of) \Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each digit before something that people count."""
    text = draft.source.text
    for match in matches(draft, _FIGURE):
        start = match.start()
        if match[1] not in COUNTED or not _SENTENCE.search(text, max(0, start - 2), start):
            continue
        if not _REFERS.search(text, max(0, start - 12), start):
            word = WORDS[int(match[0]) - 1]
            fix = Fix.at(match.span(), word, safe=True)
            span = match.span()
            message = f"figure {match[0]} in running text"
            hint = f"write {word}"
            yield FIGURE_BELOW_TEN.finding(span, message, hint, fix)


FIGURE_BELOW_TEN = Rule(
    code="N601",
    name="figure-below-ten",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
)
