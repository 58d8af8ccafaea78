""" "(continued)" is written in full.

Why: the short forms differ from one draft to the next.

Bad:
    II. Deliberations (cont’d)

    1. The Working Group met in Vienna.

Good:
    II. Deliberations (continued)

    1. The Working Group met in Vienna.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.rule import Draft, Rule

_SHORT = re.compile(r"cont(?:['’]?d\.?|\.)(?=[)\]*]|$)", re.IGNORECASE | re.MULTILINE)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each short form in a heading."""
    for section in draft.sections:
        if not section.continued:
            continue
        match = _SHORT.search(draft.source.text, *draft.places.continued_of(section))
        if match:
            fix = Fix.at(match.span(), "continued", safe=True)
            message = f"short form {match[0]}"
            yield CONTINUED_ABBREVIATED.finding(match.span(), message, "write continued", fix)


CONTINUED_ABBREVIATED = Rule(
    code="S211",
    name="continued-abbreviated",
    severity=Severity.INFO,
    citation="working practice",
    page=__doc__,
    check=check,
)
