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
from wgtip_parse.rules.prose import figures, matches_at
from wgtip_parse.rules.rule import Draft, Rule

WORDS = "one two three four five six seven eight nine".split()
COUNTED = "speakers delegations panellists meetings sessions countries States experts participants observers".split()
_COUNTED = re.compile(rf"[2-9][ \n](?:{'|'.join(COUNTED)})(?![^\W\d_])")
_SENTENCE = re.compile(r"[a-z] \Z")
_REFERS = re.compile(r"(?:and|or|to|items?|paragraphs?|articles?|chapters?|tables?|parts?|annex|options?|of) \Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each digit before something that people count."""
    text = draft.source.text
    for match in matches_at(draft, _COUNTED, figures(draft)):
        start, end = match.start(), match.start() + 1
        if _is_counted(text, start):
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
    sign="^[2-9]$",
)
