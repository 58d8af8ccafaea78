"""A resolution or decision is cited with a small letter and its number alone: resolution 55/25.

Why: it is cited hundreds of times, in one form.

Bad:
    1. The Group recalled General Assembly Resolution 55/25.

Bad:
    1. The Group recalled Resolution No. 55/25.

Good:
    1. The Group recalled resolution 55/25.
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import wording

RESOLUTION_WITH_CAPITAL = wording(
    code="X806",
    name="resolution-with-capital",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Capitalization",
    page=__doc__,
    pattern="resolution_with_capital",
    sign="^(?:Resolution|Decision)s?$",
    write=lambda match: match["noun"].lower(),
)
