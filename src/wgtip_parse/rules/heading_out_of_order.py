"""The numbers of headings ascend in the order of the text.

Why: a section that was moved keeps its old number, and the contents no longer agree with the text.

Bad:
    I. Introduction

    1. The Working Group met in Vienna.

    III. Adoption of the report

    2. The report was adopted.

    II. Recommendations

    3. The Working Group agreed on the text below.

    IV. Closing of the meeting

    4. The Chair closed the meeting.

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
    """A finding at each number that stands in the wrong place."""
    for _, diagnostic in sequence(HEADING_OUT_OF_ORDER, Kind.DISORDER, "heading ", headings(draft)):
        yield diagnostic


HEADING_OUT_OF_ORDER = Rule(
    code="S217",
    name="heading-out-of-order",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
