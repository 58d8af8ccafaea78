"""A final report has no text in square brackets that is still to be agreed.

Why: brackets say that a text was not adopted.

Bad (final):
    [1. The Working Group adopted its report.]

Good (final):
    1. The Working Group adopted its report.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.stage import Stage


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each paragraph in brackets, where the stage is final."""
    for block in draft.blocks:
        if draft.stage is Stage.FINAL and block.number is not None and draft.source.text[block.span[0]] == "[":
            span = (block.span[0], block.span[0] + 1)
            message = f"paragraph {block.number} in square brackets"
            hint = "take the brackets out, or the text"
            yield BRACKETED_TEXT_IN_FINAL.finding(span, message, hint)


BRACKETED_TEXT_IN_FINAL = Rule(
    code="P311",
    name="bracketed-text-in-final",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
