"""The items of a list are marked consecutively: (a), (b), (c); within an item (i), (ii), (iii).

Why: a reader who finds (d) after (b) looks for the item that is missing.

Bad:
    1. The Secretariat was asked:

    (a) To gather laws;

    (c) To train judges;

    (d) To report to the Conference.

Bad:
    1. The Secretariat was asked:

    (a) To gather:

    (i) Laws;

    (iii) Cases;

    (iv) Treaties;

    (b) To report to the Conference.

Good:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (c) To report to the Conference.

Good:
    1. The list has:

    (i) Laws;

    (ii) Cases;

    (iii) Treaties;

    (iv) Forms;

    (v) Notes.

Good:
    1. The ports had lamps and boats.

    (ii) Trade and environment

    2. The ports traded in oil.

Good:
    1. The Group agreed: (i) to buy lamps; (ii) to buy oil; (iii) to buy boats (iv) to sell wicks; and (v) to close.

    2. It met.

Good:
    1. The following changes were suggested:

    (i) Giving the owners of ships a part of the tax.

    2. Few owners would be willing to buy ships without it.

    (ii) Laws on the registration of ships.

    3. The owners' rights should be kept.

Good:
    1. The reports are: (a) Ships and their owners; (b) Lamps and their oil; ( c ) Harbours; (d) Pilots; and (e) Boats.

    2. They were read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Span
from wgtip_parse.rules.markers import items
from wgtip_parse.rules.numbering import Series
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the number behind each gap, or at what lost its number; a list may go on in the next paragraph."""
    going_on = set(_going_on(items(draft)))
    for found, diagnostic in sequence(ITEM_MARKER_GAP, Kind.GAP, "", items(draft), first=1):
        if found.span not in going_on:
            yield diagnostic


def _going_on(all_series: list[Series]) -> Iterator[Span]:
    """The first markers of lists that count on from another one above."""
    for above, below in pairwise(series for series in all_series if series):
        first = below[0]
        if above[-1].printed == first.written(first.number - 1):
            yield first.span


ITEM_MARKER_GAP = Rule(
    code="L401",
    name="item-marker-gap",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
