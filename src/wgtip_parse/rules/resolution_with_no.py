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
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule

_NO = re.compile(r"[Nn]o\. ?(?=\d)")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each No."""
    for noun in ("resolution ", "decision "):
        for _, end in occurrences(draft, noun):
            if match := _NO.match(draft.source.text, end):
                message = "No. before the number of a resolution"
                yield RESOLUTION_WITH_NO.finding(
                    match.span(), message, "take it out", Fix.at(match.span(), "", safe=True)
                )


RESOLUTION_WITH_NO = Rule(
    code="X805",
    name="resolution-with-no",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
    sign=r"[Nn]o\.",
)
