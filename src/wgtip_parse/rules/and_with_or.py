"""The items of one list are joined by "and" or by "or", never by both.

Why: nobody can say whether all the items are meant or one of them.

Bad:
    1. The Secretariat was asked:

    (a) To gather laws; or

    (b) To train judges; and

    (c) To report to the Conference.

Good:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges; and

    (c) To report to the Conference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.lists import lists
from wgtip_parse.rules.rule import Draft, Rule

_JOINED = re.compile(r"[;,] (and|or)\Z")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the last item of each list that has both."""
    for found in lists(draft):
        joined = [(item, match[1]) for item in found.items if (match := _JOINED.search(item.text))]
        if len({word for _, word in joined}) > 1:
            item, word = joined[-1]
            end = item.span[1]
            span = (end - len(word), end)
            message = f"{word} in a list that has the other too"
            yield AND_WITH_OR.finding(span, message, "choose one")


AND_WITH_OR = Rule(
    code="L407",
    name="and-with-or",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
