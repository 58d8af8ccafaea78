"""And is written as a word.

Why: the sign belongs to names and tables.

Bad:
    1. Ports & airports were discussed.

Good:
    1. Ports and airports were discussed.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each sign between two words."""
    for start, end in occurrences(draft, " & "):
        span = (start + 1, end - 1)
        fix = Fix.at((start + 1, end - 1), "and", safe=False)
        yield AMPERSAND.finding(span, "ampersand", "write and", fix)


AMPERSAND = Rule(
    code="W721",
    name="ampersand",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
    sign="&",
)
