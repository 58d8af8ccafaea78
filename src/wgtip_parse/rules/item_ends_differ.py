"""The items of a list end alike: with a semicolon each, but for the last.

Why: an item that ends otherwise looks like the last one, or like a sentence that was cut.

Bad:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges.

    (c) To print forms;

    (d) To report to the Conference.

Good:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (c) To report to the Conference.

Good:
    1. The work will be: (a) the lamps; (b) the oil; (c) the boats; (d) the wax; (e) the ships; (f)
    the wicks; (g) the pilots; (h) the ports; and (i) the guards. A report will be made.

    (d) Resources

    2. The work costs little.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.lists import end_mark, end_span, goes_on, lists
from wgtip_parse.rules.rule import Draft, Rule

MOST = 2 / 3


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the end of each item, the last of its list aside, that differs from most."""
    for found in lists(draft):
        own = found.items if len(found.items) < 2 or goes_on(found.items) else found.items[:-1]
        plain = [item for item in own[:-1] if not item.subparagraphs and item.marker != "•"]
        marks = [end_mark(item) for item in plain]
        for item, mark in zip(plain, marks, strict=True):
            if mark not in (";", ":") and len(plain) > 2 and marks.count(";") >= len(plain) * MOST:
                at = end_span(draft, item)
                message = f"item ({item.marker}) ends {'with ' + mark if mark else 'without a mark'}"
                yield ITEM_ENDS_DIFFER.finding(at, message, "write ;")


ITEM_ENDS_DIFFER = Rule(
    code="L406",
    name="item-ends-differ",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
