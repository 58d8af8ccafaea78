"""Quotation marks and apostrophes are curly.

Why: printed documents have them curly; a mixture makes searches for a phrase fail.

Bad:
    1. The Working Group's report was adopted.

Good:
    1. The Working Group’s report was adopted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Edit, Fix, Severity
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule

_STRAIGHT = re.compile(r"['\"]")
_OPENS = re.compile(r"[\s(\[–—-]")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding for all straight marks in the prose of a document, at the first."""
    text = draft.source.text
    found = list(matches(draft, _STRAIGHT)) if "'" in text or '"' in text else []
    if not found:
        return
    edits = tuple(Edit(*match.span(), _curly(draft.source.text, match)) for match in found)
    times = f", {len(found)} times" if len(found) > 1 else ""
    name = "apostrophe" if found[0][0] == "'" else "quotation mark"
    fix = Fix(edits, safe=True)
    span = found[0].span()
    message = f"straight {name}{times}"
    hint = f"write {edits[0].text}"
    yield STRAIGHT_QUOTATION_MARK.finding(span, message, hint, fix)


def _curly(text: str, match: re.Match[str]) -> str:
    opens = match.start() == 0 or _OPENS.match(text, match.start() - 1) is not None
    if match[0] == "'":
        return "‘" if opens else "’"
    return "“" if opens else "”"


STRAIGHT_QUOTATION_MARK = Rule(
    code="T010",
    name="straight-quotation-mark",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
    sign="['\"]",
)
