"""A draft begins with its first line.

Why: blank lines at the top are what is left of a masthead that was lost in copying.

Bad:
    \u00a0

    1. The Working Group met in Vienna.

Good:
    1. The Working Group met in Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding for all the blank lines at the top."""
    text = draft.source.text
    blank = text[: len(text) - len(text.lstrip())]
    lines = blank.count("\n")
    if lines and draft.source.format == "text":
        end = blank.rfind("\n") + 1
        fix = Fix.at((0, end), "", safe=True)
        message = f"{lines} blank lines at the top" if lines > 1 else "a blank line at the top"
        yield LEADING_BLANK_LINES.finding((0, end), message, "begin with the first line", fix)


LEADING_BLANK_LINES = Rule(
    code="T003",
    name="leading-blank-lines",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
