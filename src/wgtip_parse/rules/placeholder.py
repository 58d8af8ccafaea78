"""A final report has no blanks to fill in.

Why: a blank in print shows that the report was not read.

Bad (final):
    1. Representatives of _____ States took part.

Bad (final):
    1. [To be completed]

Good (final):
    1. Representatives of 61 States took part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import matches, occurrences
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.stage import Stage

LINE = "___"
_LINE = re.compile(r"_{3,20}+(?=[\s.,;])")
_BRACKET = re.compile(r"\[(?:[Tt]o be (?:completed|inserted|added|confirmed|supplied)|TBC|TBD|[Ii]nsert)\b[^\]\n]*\]")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each blank; a remark as long as the document is in session."""
    severity = None if draft.stage is Stage.FINAL else Severity.INFO
    for span in (*_lines(draft), *(match.span() for match in matches(draft, _BRACKET))):
        yield PLACEHOLDER.finding(span, "blank to fill in", "fill it in", severity=severity)


def _lines(draft: Draft) -> Iterator[tuple[int, int]]:
    """The lines to write on within a sentence; one at the start of a line stands above footnotes."""
    text = draft.source.text
    for start, _ in occurrences(draft, LINE):
        match = _LINE.match(text, start)
        if match and text[start - 1] == " " and text[start - 2 : start - 1].strip():
            yield match.span()


PLACEHOLDER = Rule(
    code="P315",
    name="placeholder",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign=r"___|\[(?:[Tt]o|TBC|TBD|[Ii]nsert)",
)
