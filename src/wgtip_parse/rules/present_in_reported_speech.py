"""What was said is reported in the past.

Why: a present tense makes the view of a speaker a statement of the report.

Bad:
    1. The Chair noted that progress has been slow.

Good:
    1. The Chair noted that progress had been slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.prose import is_prose, is_quoted
from wgtip_parse.rules.rule import Draft, Rule

_REPORTED = re.compile(r"that\b[^.;:\n]{0,120}?\b(has|have|is|are|can|will|remains?)\b")
SAID = "noted highlighted stated said recalled emphasized stressed observed reported explained".split()
_SAID = re.compile(rf"\b(?:{'|'.join(SAID)})\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A remark at the first present tense behind each "that" of a sentence that reports."""
    text = draft.source.text
    for match in _REPORTED.finditer(text):
        sentence = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        before = text[sentence : match.start()]
        is_said = any(map(before.__contains__, SAID)) and _SAID.search(before)
        if is_said and not is_quoted(text, match.start()) and is_prose(draft, match.start()):
            message = f"{match[1]} in reported speech"
            yield PRESENT_IN_REPORTED_SPEECH.finding(match.span(1), message, "put it into the past")


PRESENT_IN_REPORTED_SPEECH = Rule(
    code="W713",
    name="present-in-reported-speech",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
