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
import unicodedata
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import matches_near
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.words import words

_NUMBER = re.compile(r"[A-Z]\.\Z")  # "DEC.1"
_RAISED = re.compile(r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
_BEFORE = re.compile(r"(?:[a-z]{3}|[a-z)”’][,.;:])\Z")  # no power, as of metres


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each mark that has no note; a remark where no note is there, as in a text that was copied."""
    text = draft.source.text
    notes = draft.report.footnotes
    known = {note.mark for note in notes if note.text is not None}
    lost = {note.span: note.mark for note in notes if note.text is None and not _is_number(text, note.span)}
    lost |= {
        match.span(): unicodedata.normalize("NFKC", match[0])
        for match in matches_near(draft, _RAISED, _RAISED)
        if _is_mark(text, match.start())
    }
    for span, mark in sorted(lost.items()):
        if mark not in known:
            severity = None if known else Severity.INFO
            hint = "add the note, or take the mark out"
            yield MARK_WITHOUT_NOTE.finding(span, f"no footnote {mark}", hint, severity=severity)


def _is_mark(text: str, at: int) -> bool:
    return _BEFORE.search(text, max(0, at - 3), at) is not None


def _is_number(text: str, span: tuple[int, int]) -> bool:
    """Whether what may be a mark is the number of a decision, or the day of a date."""
    is_behind_letter = _NUMBER.search(text, max(0, span[0] - 2), span[0]) is not None
    return is_behind_letter or words().behind_a_mark.match(text, span[1]) is not None


MARK_WITHOUT_NOTE = Rule(
    code="X815",
    name="mark-without-note",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Footnotes",
    page=__doc__,
    check=check,
)
