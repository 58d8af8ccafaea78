"""A text in Latin letters holds no marks that turn the direction of writing.

Why: they cannot be seen, and can make a line read otherwise than it is stored.

Bad:
    1. The Working Group met in \u202eanneiV\u202c.

Good:
    1. The Working Group met in Vienna.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL = re.compile(f"[{CONTROLS}]")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each mark, unless the document is in Arabic."""
    if draft.report.source.language == "ar" or not any(sign in draft.source.text for sign in CONTROLS):
        return
    for match in _CONTROL.finditer(draft.source.text):
        message = f"hidden character U+{ord(match[0]):04X} {unicodedata.name(match[0]).lower()}"
        span = match.span()
        fix = Fix.at(match.span(), "", safe=False)
        yield BIDIRECTIONAL_CONTROL.finding(span, message, "take it out", fix)


BIDIRECTIONAL_CONTROL = Rule(
    code="T015",
    name="bidirectional-control",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign=f"[{CONTROLS}]",
)
