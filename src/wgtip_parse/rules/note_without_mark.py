"""Every footnote has its mark in the text.

Why: nobody can tell to which words the note belongs.

Bad:
    1. The Group met.

    __________________

    1 See the last report.

Good:
    1. The Group met.¹

    __________________

    1 See the last report.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each numbered note that no mark leads to; a remark on pages, where a mark may not be seen."""
    for note in draft.report.footnotes:
        if note.text is not None and note.anchor is None and note.mark.isdigit():
            severity = Severity.INFO if draft.source.format == "pdf" else None
            hint = "put the mark where it belongs, or take the note out"
            yield NOTE_WITHOUT_MARK.finding(note.span, f"no mark for footnote {note.mark}", hint, severity=severity)


NOTE_WITHOUT_MARK = Rule(
    code="X816",
    name="note-without-mark",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Footnotes",
    page=__doc__,
    check=check,
)
