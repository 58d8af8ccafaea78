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

Good:
    I. Ports

    1. There are four ports.

    II. Ships

    2. There are nine ships.

    III. Lamps

    3. The lamps are as follows.

    I. Tall lamps

    4. They burn oil.

    II. Small lamps

    5. They burn wax.

Good:
    I. Ports

    1. There are four ports.

    Annex

    Results of the ports

    1. The results were good.

    Annex I

    Ships of the ports

    1. The ships were old.

    Annex II

    Lamps of the ports

    1. The lamps were new.

Good:
    Annex

    Composition of the delegation

    The delegation was composed of the following:

    M. Anton WINTER, captain of the port, head of the office of lamps and
    guard of the oil;

    M. Emil SUMMER, master of ships, deputy of the captain of the port and
    guard of the wax;

    Mme Anna SPRING, pilot.

Good:
    I. Ports

    1. There are four ports.

    Annex I

    Ships

    1. The ships are old.

    Annex II

    Lamps

    1. The lamps are new.

    Annex III

    Decisions

    1. The decisions are below.

    Annex I

    Oil for the lamps

    1. The oil is dear.

    Annex I

    Wax for the lamps

    1. The wax is cheap.

    Annex II

    Pilots

    1. The pilots are two.

    Annex IV

    Boats

    1. The boats are four.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import headings
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the second use of a number, be it the first of the level; where 2 follows, another count begins."""
    all_series = headings(draft)
    lasts = {series[-1].span for series in all_series if series}
    for _, diagnostic in sequence(HEADING_NUMBER_DUPLICATE, Kind.DUPLICATE, "heading ", all_series):
        yield diagnostic
    for found, diagnostic in sequence(HEADING_NUMBER_DUPLICATE, Kind.RESTART, "heading ", all_series):
        if found.span in lasts:
            yield diagnostic


HEADING_NUMBER_DUPLICATE = Rule(
    code="S216",
    name="heading-number-duplicate",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
