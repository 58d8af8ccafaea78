"""No paragraph begins with a figure.

Why: it stands beside the number of the paragraph, and both are read as one.

Bad:
    1. 12 States were of this view.

Good:
    1. Twelve States were of this view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.words import words

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?= [^\W\d_]{3})")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each such figure, save one of a date."""
    for block in draft.blocks:
        match = _FIGURE.match(block.text) if block.kind == "paragraph" and block.number and not block.quoted else None
        if match and not words().a_month.match(block.text, match.end() + 1):
            at = draft.places.words_of(block)[0]
            hint = "write it in words, or turn the sentence round"
            yield PARAGRAPH_BEGINS_WITH_FIGURE.finding(
                (at, at + len(match[0])), f"paragraph {block.number} begins with {match[0]}", hint
            )


PARAGRAPH_BEGINS_WITH_FIGURE = Rule(
    code="N623",
    name="paragraph-begins-with-figure",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
)
