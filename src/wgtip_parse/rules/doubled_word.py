"""No word stands twice in a row.

Why: it is a slip of typing, and the word that should stand there may be missing.

Bad:
    1. The Chair opened the the meeting.

Good:
    1. The Chair opened the meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import occurrences
from wgtip_parse.rules.rule import Draft, Rule

WORDS = (
    "the of to and in a an for by on at with from as or is was are were be been has have it its this their not"
).split()


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the second of two small words."""
    for word in (word for word in WORDS if word in draft.pieces.doubled):
        wrapped = occurrences(draft, f" {word}\n{word} ")
        for start, end in (*occurrences(draft, f" {word} {word} "), *wrapped):
            span = (start + len(word) + 1, end - 1)
            span = (span[0] + 1, span[1])
            message = f"{word} twice"
            fix = Fix.at(span, "", safe=True)
            yield DOUBLED_WORD.finding(span, message, "take one out", fix)


DOUBLED_WORD = Rule(
    code="W716",
    name="doubled-word",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
