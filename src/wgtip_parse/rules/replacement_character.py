"""No character of the text is lost.

Why: U+FFFD stands where a program could not read what was written; only the original knows what it was.

Bad:
    1. The representative of C\ufffdte d’Ivoire took the floor.

Good:
    1. The representative of Côte d’Ivoire took the floor.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule

LOST = "\N{REPLACEMENT CHARACTER}"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each lost character."""
    at = draft.source.text.find(LOST)
    while at >= 0:
        yield REPLACEMENT_CHARACTER.finding((at, at + 1), "lost character U+FFFD", "look it up in the original")
        at = draft.source.text.find(LOST, at + 1)


REPLACEMENT_CHARACTER = Rule(
    code="T019",
    name="replacement-character",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign=LOST,
)
