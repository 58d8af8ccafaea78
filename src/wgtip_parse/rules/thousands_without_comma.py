"""Thousands are set off by a comma.

Why: figures of five digits and more are misread without it.

Bad:
    1. The course reached 25000 officers.

Bad:
    1. The course reached 25 000 officers.

Good:
    1. The course reached 25,000 officers in 2024.
"""

from __future__ import annotations

import re

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.prose import figures
from wgtip_parse.rules.rule import Draft
from wgtip_parse.rules.wording import wording

_CURRENCY = re.compile(r"\$")


def _starts(draft: Draft) -> list[int]:
    """Behind words, and behind the sign of a currency."""
    return [*figures(draft), *(match.end() for match in _CURRENCY.finditer(draft.source.text))]


THOUSANDS_WITHOUT_COMMA = wording(
    code="N621",
    name="thousands-without-comma",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Numbers",
    page=__doc__,
    pattern="thousands_without_comma",
    sign=r"^\d{3}(?:\d{2,4})?[,.;)]?$|\$\d{4}",
    starts=_starts,
    write=lambda match: f"{int(''.join(match[0].split())):,}",
)
