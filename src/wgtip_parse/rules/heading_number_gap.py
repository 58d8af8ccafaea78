"""Headings of one level are numbered consecutively: I, II, III, then A, B, C, then 1, 2, 3.

Why: a gap in the numbers is read as a section that was lost.

Bad:
    I. Introduction

    1. The Working Group met in Vienna.

    III. Recommendations

    2. The Working Group agreed on the text below.

    IV. Adoption of the report

    3. The report was adopted.

Good:
    I. Introduction

    1. The Working Group met in Vienna.

    II. Recommendations

    2. The Working Group agreed on the text below.

    III. Adoption of the report

    3. The report was adopted.

Good:
    I. Ports

    1. There are four ports.

    II. Ships

    2. There are nine ships.

    III.Lamps

    3. The lamps are old.

    IV. Oil

    4. The oil is dear.

Good:
    I. Northport

    A. Purpose

    1. The port had lamps.

    C. Results

    2. The lamps burned.

    II. Southport

    A. Purpose

    3. The port had boats.

    C. Results

    4. The boats sank.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import headings
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the number behind each gap, or at what lost its number."""
    for _, diagnostic in sequence(HEADING_NUMBER_GAP, Kind.GAP, "heading ", headings(draft)):
        yield diagnostic


HEADING_NUMBER_GAP = Rule(
    code="S202",
    name="heading-number-gap",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
