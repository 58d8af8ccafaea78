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
from itertools import product

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule

WORDS = "one two three four five six seven eight nine".split()
COUNTED = "speakers delegations panellists meetings sessions countries States experts participants observers".split()
_FIGURES = frozenset("23456789")
_SENTENCE = re.compile(r"[a-z] \Z")
_REFERS = re.compile(r"(?:and|or|to|items?|paragraphs?|articles?|chapters?|tables?|parts?|annex|options?|of) \Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each digit before something that people count."""
    text = draft.source.text
    for gap, noun in product(" \n", COUNTED):
        for end, behind in occurrences(draft, f"{gap}{noun}"):
            start = end - 1
            if text[start:end] in _FIGURES and not text[behind : behind + 1].isalpha() and _is_counted(text, start):
                word = WORDS[int(text[start]) - 1]
                fix = Fix.at((start, end), word, safe=True)
                message = f"figure {text[start]} in running text"
                yield FIGURE_BELOW_TEN.finding((start, end), message, f"write {word}", fix)


def _is_counted(text: str, start: int) -> bool:
    """Whether the figure stands in a sentence, and behind no word that it numbers."""
    sentence = _SENTENCE.search(text, max(0, start - 2), start)
    return sentence is not None and not _REFERS.search(text, max(0, start - 12), start)


FIGURE_BELOW_TEN = Rule(
    code="N601",
    name="figure-below-ten",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
)
