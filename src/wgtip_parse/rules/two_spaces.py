"""One space stands between two words.

Why: a second one is left behind where a word was taken out.

Bad:
    1. The Working Group met  in Vienna.

Good:
    1. The Working Group met in Vienna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_in_sentence, is_wrapped, matches
from wgtip_parse.rules.rule import Draft, Rule

_SPACES = re.compile(r"  (?<=(?:[^\W\d_]|[,;])  ) *(?=[^\W\d_])")  # begins with what is looked for: quick


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each gap between two words of a sentence, save in wrapped text and on pages."""
    if is_wrapped(draft) or draft.source.format == "pdf":
        return
    for match in matches(draft, _SPACES):
        if is_in_sentence(draft, match.start()):
            fix = Fix.at(match.span(), " ", safe=True)
            yield TWO_SPACES.finding(match.span(), f"{len(match[0])} spaces in a row", "take out all but one", fix)


TWO_SPACES = Rule(
    code="T024",
    name="two-spaces",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
