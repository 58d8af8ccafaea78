""" "Per cent" is written in two words.

Why: a text that has both forms has to be corrected by hand.

Bad:
    1. The Group noted that 40 percent of cases were closed.

Good:
    1. The Group noted that 40 per cent of cases were closed.
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import wording

PERCENT_IN_ONE_WORD = wording(
    code="N620",
    name="percent-in-one-word",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Spelling",
    page=__doc__,
    pattern="percent_in_one_word",
    sign="ercent",
    write=lambda match: f"{match[0][:3]} {match[0][3:]}",
)
