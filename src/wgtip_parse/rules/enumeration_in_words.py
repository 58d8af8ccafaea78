"""Within an item, what is enumerated is marked (i), (ii).

Why: numbers in words break the sentence and cannot be quoted.

Bad:
    1. The technology was used to, one, recruit workers, and, two, to watch them.

Good:
    1. The technology was used to: (i) recruit workers; and (ii) watch them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_IN_WORDS = re.compile(r"one, [^.;\n]{3,120}?, (?:and, )?two,")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each such enumeration."""
    for match in matches(draft, _IN_WORDS):
        yield ENUMERATION_IN_WORDS.finding(match.span(), "enumeration in words", "mark the parts (i) and (ii)")


ENUMERATION_IN_WORDS = Rule(
    code="L412",
    name="enumeration-in-words",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
    sign="two,$",
)
