"""A currency sign stands before its figure, and close to it.

Why: a line may break at the space, and one text has one form.

Bad:
    1. The course cost US$ 5 million.

Bad:
    1. The course cost 5 million USD.

Good:
    1. The course cost $5 million.
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import wording

CURRENCY_APART = wording(
    code="N622",
    name="currency-apart",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Currencies",
    page=__doc__,
    pattern="currency_apart",
    sign="[$€£]$|USD|dollars",
    write=lambda match: f"{match['sign'] or '$'}{match['before'] or match['behind']}",
)
