"""All the letters of a word are of one script.

Why: a Cyrillic or Greek letter that looks like a Latin one is not found by any search, and is used to deceive.

Bad:
    1. The \u0421hair opened the meeting.

Good:
    1. The Chair opened the meeting.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.rule import Draft, Rule

_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_LATIN_BEFORE = re.compile(r"[A-Za-z]+\Z")
_LATIN_BEHIND = re.compile(r"[^\W\d_]*?[A-Za-z]")
OTHER_SCRIPTS = ("ru", "zh", "ar")
LONGEST_WORD = 40  # characters


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the first foreign letter of each word, in documents that are written in Latin letters."""
    if draft.report.source.language in OTHER_SCRIPTS or draft.source.text.isascii():
        return
    for match in _FOREIGN.finditer(draft.source.text):
        if _is_mixed(draft.source.text, match.start()):
            name = unicodedata.name(match[0]).lower()
            message = f"{name} U+{ord(match[0]):04X} in a word of Latin letters"
            yield LOOK_ALIKE_LETTER.finding(match.span(), message, "type the Latin letter")


def _is_mixed(text: str, at: int) -> bool:
    """Whether a Latin letter stands right before, or later in the word at whose beginning the foreign letter is."""
    before = text[max(0, at - LONGEST_WORD) : at]
    if _LATIN_BEFORE.search(before):
        return True
    return not before[-1:].isalpha() and _LATIN_BEHIND.match(text, at + 1, at + LONGEST_WORD) is not None


LOOK_ALIKE_LETTER = Rule(
    code="T017",
    name="look-alike-letter",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign=r"[\u0370-\u03ff\u0400-\u04ff]",
)
