"""Quotation marks, dashes and accents are what they were when they were typed.

Why: a text in UTF-8 that was once read as Windows-1252 shows two or three signs for each of them.

Bad:
    1. The Working Groupâ€™s report was adopted.

Good:
    1. The Working Group’s report was adopted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_WRONG = re.compile(
    "â(?:€[\u2122\u02dc\u0153\u009d\u201c\u201d\u00a2\u00a6\u0022]|\u0080[\u0090-\u00a6])|"
    "Ã[\u00a0-\u00bf\u0080-\u009f\u2030\u0192]|Â[\u00a0\u00ab\u00bb\u00b0]"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each group of signs that stands for one."""
    for match in _WRONG.finditer(draft.source.text):
        meant = _meant(match[0])
        fix = Fix.at(match.span(), meant, safe=False) if meant else None
        hint = f"write {meant}" if meant else "look it up in the original"
        yield WRONG_DECODING.finding(match.span(), f"{match[0]} where one sign is meant", hint, fix)


def _meant(signs: str) -> str | None:
    try:
        return signs.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


WRONG_DECODING = Rule(
    code="T021",
    name="wrong-decoding",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign="[âÃÂ]",
)
