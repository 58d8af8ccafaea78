"""Cooperation and coordination have no hyphen.

Why: a search for one form misses the other.

Bad:
    1. States co-operated and co-ordinated.

Good:
    1. States cooperated and coordinated, within the Organisation for Economic Co-operation and Development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule

_HYPHENATED = re.compile(r"co-(?=operat|ordinat)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each hyphen in words of small letters; names keep theirs."""
    for match in matches(draft, _HYPHENATED):
        inside = draft.source.text[match.start() - 1 : match.start()].isalnum()
        if not inside and not is_quoted(draft.source.text, match.start()):
            fix = Fix.at((match.end() - 1, match.end()), "", safe=True)
            span = match.span()
            yield HYPHENATED_COOPERATION.finding(span, "co- with a hyphen", "write it as one word", fix)


HYPHENATED_COOPERATION = Rule(
    code="W720",
    name="hyphenated-cooperation",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Spelling",
    page=__doc__,
    check=check,
    sign="co-o(?:perat|rdinat)",
)
