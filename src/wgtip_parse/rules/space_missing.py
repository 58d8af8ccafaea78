"""A space stands behind a comma, a semicolon and the stop of a sentence.

Why: it is a slip of typing, and what stands there is read as one word.

Bad:
    1. The Group met in Vienna,and adopted its agenda.

Bad:
    1. The Group met at noon.It adopted its agenda.

Good:
    1. The Group met in Vienna, and its papers are at example.org/papers,en.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_in_sentence, matches
from wgtip_parse.rules.rule import Draft, Rule

_MARK = re.compile(r"[,;](?=[a-z]{2})|\.(?=[A-Z][a-z]+[ ,])")
_WORD = re.compile(r"(?<!\S)[(“‘]?[A-Za-z’]*[a-z]{2}\Z")
LONGEST = 30  # characters of a word before the mark; an address on the web is no word


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each mark between two words; "Farmer.Chat" is a name."""
    text = draft.source.text
    for match in matches(draft, _MARK):
        at = match.start()
        before = _WORD.search(text, max(0, at - LONGEST), at)
        if before and (match[0] != "." or before[0].islower()):
            fix = Fix.at((at + 1, at + 1), " ", safe=True) if is_in_sentence(draft, at) else None
            yield SPACE_MISSING.finding(match.span(), f"no space behind {match[0]}", "put one in", fix)


SPACE_MISSING = Rule(
    code="T025",
    name="space-missing",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Punctuation",
    page=__doc__,
    check=check,
    sign=r"[a-z][,;][a-z]{2}|[a-z]\.[A-Z][a-z]",
)
