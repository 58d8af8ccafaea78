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
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.markers import items
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the number behind each gap, or at what lost its number."""
    for _, diagnostic in sequence(ITEM_MARKER_GAP, Kind.GAP, "", items(draft), first=1):
        yield diagnostic


ITEM_MARKER_GAP = Rule(
    code="L401",
    name="item-marker-gap",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
