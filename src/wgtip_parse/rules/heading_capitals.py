"""Only the first word of a heading, and names, have a capital.

Why: readers take a word with a capital for a name.

Bad:
    I. Summary Of Deliberations

    1. The Working Group met in Vienna.

Good:
    I. Summary of deliberations

    1. The Working Group met in Vienna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_SMALL = re.compile(r"(?<=[a-z] )(?:Of|And|In|For|On|To|With|By|From|At|Or)(?= )")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the first small word with a capital, which no name has."""
    for section in draft.sections:
        if not _SMALL.search(section.title):
            continue
        match = _SMALL.search(draft.source.text, *draft.places.title_of(section))
        if match:
            fix = Fix.at(match.span(), match[0].lower(), safe=True)
            message = f"capital in {match[0]}"
            hint = f"write {match[0].lower()}"
            yield HEADING_CAPITALS.finding(match.span(), message, hint, fix)


HEADING_CAPITALS = Rule(
    code="S204",
    name="heading-capitals",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Headings",
    page=__doc__,
    check=check,
)
