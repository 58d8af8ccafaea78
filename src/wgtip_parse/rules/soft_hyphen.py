"""A soft hyphen belongs to the layout and not to the text.

Why: it cannot be seen, and splits a word for every search.

Bad:
    1. The traf\u00adficking of persons was discussed.

Good:
    1. The trafficking of persons was discussed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_in_sentence
from wgtip_parse.rules.rule import Draft, Rule

_HYPHEN = re.compile("\N{SOFT HYPHEN}")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding for each soft hyphen."""
    for match in _HYPHEN.finditer(draft.source.text):
        fix = Fix.at(match.span(), "", safe=True) if is_in_sentence(draft, match.start()) else None
        yield SOFT_HYPHEN.finding(match.span(), "soft hyphen U+00AD", "take it out", fix)


SOFT_HYPHEN = Rule(
    code="T009",
    name="soft-hyphen",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
    sign="\N{SOFT HYPHEN}",
)
