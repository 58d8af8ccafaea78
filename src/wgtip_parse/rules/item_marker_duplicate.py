"""No two items of a list have the same marker.

Why: paragraph 3 (b) has to be one item.

Bad:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (b) To report to the Conference.

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
    """A finding at the second use of a number."""
    for _, diagnostic in sequence(ITEM_MARKER_DUPLICATE, Kind.DUPLICATE, "", items(draft), first=1):
        yield diagnostic


ITEM_MARKER_DUPLICATE = Rule(
    code="L415",
    name="item-marker-duplicate",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
