r"""A text file ends with a line feed.

Why: without it the last line was cut or is joined to what is put behind it; the backslash below stands for its absence.

Bad:
    1. The Working Group met in Vienna.\

Good:
    1. The Working Group met in Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.source import PAGE_BREAK


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding at the last character; pages made into text end with a form feed."""
    text = draft.source.text
    if draft.source.format == "text" and text.strip() and not text.endswith(("\n", PAGE_BREAK)):
        end = len(text)
        fix = Fix.at((end, end), "\n", safe=True)
        yield NO_FINAL_NEWLINE.finding((end - 1, end), "no final newline", "end the last line", fix)


NO_FINAL_NEWLINE = Rule(
    code="T008",
    name="no-final-newline",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
