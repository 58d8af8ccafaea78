"""The items of a list begin alike, with capitals or with small letters.

Why: an item that begins otherwise was pasted in from elsewhere.

Bad:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) to train judges;

    (c) To print forms;

    (d) To report to the Conference.

Good:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (c) To report to the Conference.

Good:
    1. The books were: (a) Lamps of the Harbours; (b) Ships of the Harbours; (c) Oil of the
    Harbours; (d) Boats; and (e) the new Guide for Pilots.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.lists import lists
from wgtip_parse.rules.rule import Draft, Rule

MOST = 2 / 3
FARTHEST = 60  # characters of white space before an item on a line of its own


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each small letter where most items of the list begin with capitals."""
    for found in lists(draft):
        small = [item for item in found.items if item.text[:1].islower() and item.text[:2].islower()]
        capital = [item for item in found.items if item.text[:1].isupper()]
        if len(found.items) < 3 or len(capital) < len(found.items) * MOST or found.items[0] in small:
            continue
        for item in small:
            before = item.span[0]
            if draft.source.text[max(0, before - FARTHEST) : before].rstrip(" \t")[-1:] not in ("\n", ""):
                continue  # an item in a sentence begins as its words do, with the name of a treaty or without
            start = draft.places.words_of(item)[0]
            letter = item.text[0].upper()
            span = (start, start + 1)
            fix = Fix.at(span, letter, safe=True)
            message = f"item ({item.marker}) begins with a small letter"
            hint = f"write {letter}"
            yield ITEM_CAPITALS_DIFFER.finding(span, message, hint, fix)


ITEM_CAPITALS_DIFFER = Rule(
    code="L414",
    name="item-capitals-differ",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
