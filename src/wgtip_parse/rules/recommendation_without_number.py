"""Where recommendations are numbered, all of them are.

Why: one without a number cannot be quoted, and is missing from the index.

Bad:
    I. Recommendations

    A. Law

    Recommendation 1

    States parties should pay interpreters.

    B. Training

    States parties should train judges.

Bad:
    I. Recommendations

    Recommendation 1

    States parties should pay interpreters.

    Recommendation

    States parties should train judges.

Good:
    I. Recommendations

    A. Law

    Recommendation 1

    States parties should pay interpreters.

    B. Training

    Recommendation 2

    States parties should train judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Section
from wgtip_parse.rules.rule import Draft, Rule

_BARE = re.compile(r"\n\n[ \t]*+(Recommendation)[ \t]*+\n++(?!\s*+Recommendation \d)")
_RECOMMENDS = re.compile(r"\b(?:should|(?:is|are) (?:encouraged|invited|requested|urged))\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at text that recommends, in a section of recommendations that has no number for it."""
    blocks = list(draft.blocks)
    numbered = [at for at, block in enumerate(blocks) if block.kind == "recommendation"]
    for section in _recommending(draft.report.sections, inside=False):
        if not numbered or any(block.kind != "text" for block in section.blocks):
            continue
        for block in section.blocks:
            if _RECOMMENDS.search(block.text) and block.span[0] > blocks[numbered[-1]].span[0]:
                end = draft.source.text.find("\n", *block.span)
                span = (block.span[0], end if end > 0 else block.span[1])
                message = "recommendation without number"
                hint = "give it a heading and the next number"
                yield RECOMMENDATION_WITHOUT_NUMBER.finding(span, message, hint)
    if numbered:
        yield from _bare(draft)


def _bare(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each heading that is the word alone, and not that of a part with numbered recommendations."""
    for match in _BARE.finditer(draft.source.text):
        message = "recommendation without number"
        yield RECOMMENDATION_WITHOUT_NUMBER.finding(match.span(1), message, "give it the next number")


def _recommending(sections: tuple[Section, ...], *, inside: bool) -> Iterator[Section]:
    """The sections whose own heading, or one above it, speaks of recommendations."""
    for section in sections:
        within = inside or "recommendation" in section.title.lower()
        if within:
            yield section
        yield from _recommending(section.sections, inside=within)


RECOMMENDATION_WITHOUT_NUMBER = Rule(
    code="R505",
    name="recommendation-without-number",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
