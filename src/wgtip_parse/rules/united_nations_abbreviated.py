"""United Nations is written in full.

Why: the abbreviation is kept for tables and for the names of bodies that have it.

Bad:
    1. The UN organized the meeting.

Good:
    1. The United Nations organized the meeting, with UN-Women and UN Volunteers.

Good:
    1. UN‑Women, UN‑Habitat and the schools of Model UN took part in UN 2.0 and in One UN, which the Group followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.rules.prose import is_quoted, matches
from wgtip_parse.rules.rule import Draft, Rule

_ABBREVIATED = re.compile(r"U(?:N(?![\w/‑-])|\.N\.)(?!\s*[A-Z\d-])")

_NAMES = re.compile(r"\b(?:Model|One) \Z")  # "Model UN" is a game of schools
LONGEST_NAME = 10  # characters


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each abbreviation outside names and quotations."""
    text = draft.source.text
    for match in matches(draft, _ABBREVIATED):
        before = text[match.start() - 1 : match.start()]
        is_name = _NAMES.search(text, max(0, match.start() - LONGEST_NAME), match.start()) is not None
        if not is_name and before and before in " \n(“" and not is_quoted(text, match.start()):
            fix = Fix.at(match.span(), "United Nations", safe=False)
            span = match.span()
            message = f"{match[0]} for United Nations"
            yield UNITED_NATIONS_ABBREVIATED.finding(span, message, "write it in full", fix)


UNITED_NATIONS_ABBREVIATED = Rule(
    code="W704",
    name="united-nations-abbreviated",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Abbreviations",
    page=__doc__,
    check=check,
    sign=r"(?:^|[(“])U(?:N|\.N\.)",
)
