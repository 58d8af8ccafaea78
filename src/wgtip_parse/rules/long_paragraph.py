"""A paragraph is short enough to be quoted by its number.

Why: debates and references go by paragraph; a page of text under one number serves neither.

Bad:
    1. Speakers said that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted,
    that ships had been searched, that crews had been heard and that cases had been noted, and that more was needed.

Good:
    1. The Working Group met in Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule

LONGEST = 300  # words


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at the number of each paragraph whose text before any list is longer."""
    for block in draft.blocks:
        if block.kind == "paragraph" and block.number is not None and len(block.text) > LONGEST * 3:
            words = len(block.text.split())
            if words > LONGEST:
                span = draft.places.number_of(block)
                yield LONG_PARAGRAPH.finding(span, f"paragraph of {words} words", "divide it")


LONG_PARAGRAPH = Rule(
    code="P308",
    name="long-paragraph",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
