"""The markers of a list ascend in the order of the text.

Why: an item that was moved keeps its old marker, and references to it go astray.

Bad:
    1. The Secretariat was asked:

    (a) To gather laws;

    (c) To train judges;

    (b) To print laws;

    (d) To report to the Conference.

Good:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (c) To report to the Conference.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.markers import items
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.rules.sequence import sequence
from wgtip_parse.rules.series import Kind


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each number that stands in the wrong place."""
    for _, diagnostic in sequence(ITEM_OUT_OF_ORDER, Kind.DISORDER, "", items(draft), first=1):
        yield diagnostic


ITEM_OUT_OF_ORDER = Rule(
    code="L416",
    name="item-out-of-order",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
