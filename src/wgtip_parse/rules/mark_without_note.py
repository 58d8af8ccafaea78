"""Every footnote mark has its note.

Why: the reader looks for the source at the foot of the page, and it is not there.

Bad:
    1. The Group met.¹ It recalled its last session.²

    __________________

    1 See the last report.

Good:
    1. The Group met.¹

    __________________

    1 See the last report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.words import words

_NUMBER = re.compile(r"[A-Z]\.\Z")  # "DEC.1"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each mark that has no note."""
    text = draft.source.text
    for note in draft.report.footnotes:
        start, end = note.span
        if (
            note.text is None
            and not _NUMBER.search(text, max(0, start - 2), start)
            and not words().behind_a_mark.match(text, end)
        ):
            yield MARK_WITHOUT_NOTE.finding(note.span, f"no footnote {note.mark}", "add the note, or take the mark out")


MARK_WITHOUT_NOTE = Rule(
    code="X815",
    name="mark-without-note",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Footnotes",
    page=__doc__,
    check=check,
)
