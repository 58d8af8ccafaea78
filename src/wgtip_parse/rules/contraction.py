"""Words are written in full.

Why: a report speaks in writing.

Bad:
    1. The Group didn’t agree.

Good:
    1. The Group did not agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule

_CONTRACTION = re.compile(r"n[’']t\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at each contraction with not, outside quotations."""
    text = draft.source.text
    for match in matches(draft, _CONTRACTION):
        if not is_quoted(text, match.start()):
            start = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
            span = (start, match.end())
            message = f"contraction {text[start : match.end()]}"
            yield CONTRACTION.finding(span, message, "write it in full")


CONTRACTION = Rule(
    code="W710",
    name="contraction",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
    sign="n[’']t",
)
