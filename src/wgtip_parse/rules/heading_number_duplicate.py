"""No two headings of one level have the same number.

Why: "chapter II" has to be one chapter.

Bad:
    I. Introduction

    1. The Working Group met in Vienna.

    II. Recommendations

    2. The Working Group agreed on the text below.

    II. Adoption of the report

    3. The report was adopted.

Good:
    I. Introduction

    1. The Working Group met in Vienna.

    II. Recommendations

    2. The Working Group agreed on the text below.

    III. Adoption of the report

    3. The report was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import headings
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the second use of a number, be it the first of the level."""
    all_series = list(headings(draft))
    for kind in (Kind.DUPLICATE, Kind.RESTART):
        for _, diagnostic in sequence(HEADING_NUMBER_DUPLICATE, kind, "heading ", all_series):
            yield diagnostic


HEADING_NUMBER_DUPLICATE = Rule(
    code="S216",
    name="heading-number-duplicate",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
