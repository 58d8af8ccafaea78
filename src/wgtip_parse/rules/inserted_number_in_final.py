"""The paragraphs of a final report are numbered anew, without "bis" and "ter".

Why: such numbers serve the debate of a draft; in the report they hide that a paragraph was added.

Bad (final):
    1. The Working Group met in Vienna.

    1 bis. The Chair opened the meeting.

Good (final):
    1. The Working Group met in Vienna.

    2. The Chair opened the meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.stage import Stage


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each such number, where the stage is final."""
    for block in draft.blocks:
        if draft.stage is Stage.FINAL and block.number is not None and " " in block.number:
            span = draft.places.number_of(block)
            message = f"paragraph {block.number} in a final report"
            yield INSERTED_NUMBER_IN_FINAL.finding(span, message, "number the paragraphs anew")


INSERTED_NUMBER_IN_FINAL = Rule(
    code="P310",
    name="inserted-number-in-final",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
