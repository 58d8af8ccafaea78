"""A punctuation mark stands once.

Why: two commas or stops are a slip of typing.

Bad:
    1. The Working Group met in Vienna,, and adopted its agenda..

Good:
    1. The Working Group met in Vienna, and adopted its agenda.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_in_sentence, occurrences
from wgtip_parse.rules.rule import Draft, Rule

MARKS = (",,", ";;", "..")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each doubled mark; three stops or more are an ellipsis or a leader."""
    for doubled in MARKS:
        for start, end in occurrences(draft, doubled):
            around = draft.source.text[max(0, start - 1) : end + 1]
            if around.count(doubled[0]) == 2 and "/" not in around and not around[0].isspace():
                fix = Fix.at((start, end), doubled[0], safe=True) if is_in_sentence(draft, start) else None
                span = (start, end)
                message = f"{doubled} in a row"
                hint = f"write {doubled[0]}"
                yield DOUBLED_MARK.finding(span, message, hint, fix)


DOUBLED_MARK = Rule(
    code="T023",
    name="doubled-mark",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
    sign=r",,|;;|\.\.",
)
