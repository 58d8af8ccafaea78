"""No sentence begins with a figure.

Why: behind a full stop a figure looks like the number of a list or a footnote.

Bad:
    1. The meeting was held online. 45 speakers took the floor.

Good:
    1. The meeting was held online. Forty-five speakers took the floor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_START = re.compile(r"\. (\d++)(?= [a-z]{3})")
_WORD = re.compile(r"[a-z]{4}\Z")
_SHORT = re.compile(r"(?:paras?|arts|nos|sects?|chaps?|vols|approx|suppl)\Z", re.IGNORECASE)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each figure behind the end of a sentence and before a word in small letters."""
    for match in matches(draft, _START):
        near = (max(0, match.start() - 8), match.start())
        if _WORD.search(draft.source.text, *near) and not _SHORT.search(draft.source.text, *near):
            hint = "write it in words, or turn the sentence round"
            message = f"sentence begins with {match[1]}"
            yield FIGURE_AT_SENTENCE_START.finding(match.span(1), message, hint)


FIGURE_AT_SENTENCE_START = Rule(
    code="N602",
    name="figure-at-sentence-start",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
)
