"""Numbers from 10 are written in figures, save at the start of a sentence.

Why: a reader who compares numbers looks for figures.

Bad:
    1. The Group heard fifteen delegations.

Good:
    1. Fifteen delegations spoke, and the Group heard 15 experts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, occurrences
from wgtip_parse.rules.rule import Draft, Rule

WORDS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_FOLLOWS = re.compile(r" (?!(?:hundred|thousand|and)\b)[a-z]")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each of the numbers from 11 to 19 before a word; quotations keep their own."""
    text = draft.source.text
    for figure, word in enumerate(WORDS, start=11):
        for span in occurrences(draft, f" {word}"):
            if _FOLLOWS.match(text, span[1]) and not is_quoted(text, span[0]):
                at = (span[0] + 1, span[1])
                fix = Fix.at(at, str(figure), safe=True)
                yield NUMBER_IN_WORDS.finding(at, f"{word} in running text", f"write {figure}", fix)


NUMBER_IN_WORDS = Rule(
    code="N614",
    name="number-in-words",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    check=check,
    sign="(?:even|elve|teen)$",
)
