"""A resolution or decision is cited by its number alone: resolution 55/25.

Why: with No. the same resolution is cited in two forms.

Bad:
    1. The Group recalled resolution No. 55/25.

Good:
    1. The Group recalled resolution 55/25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_WITH_NO = re.compile(r" (?:(?<=resolution )|(?<=decision ))([Nn]o\. ?)(?=\d)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each No."""
    for match in matches(draft, _WITH_NO):
        span = match.span(1)
        message = "No. before the number of a resolution"
        fix = Fix.at(match.span(1), "", safe=True)
        yield RESOLUTION_WITH_NO.finding(span, message, "take it out", fix)


RESOLUTION_WITH_NO = Rule(
    code="X805",
    name="resolution-with-no",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
