""" "Para.", "art." and "No." before a number end with a stop.

Why: the abbreviation is read as a word, or as a slip.

Bad:
    1. The Group recalled its last report (see para 45).

Good:
    1. The Group recalled its last report (see para. 45).
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import wording

ABBREVIATION_WITHOUT_STOP = wording(
    code="X807",
    name="abbreviation-without-stop",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Abbreviations",
    page=__doc__,
    pattern="abbreviation_without_stop",
    sign=r"(?:^|\()(?:paras?|arts?|chap|sect)$",
    write=lambda match: f"{match[0]}.",
)
