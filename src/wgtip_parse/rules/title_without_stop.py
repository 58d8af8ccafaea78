""" "Mr.", "Ms." and "Dr." end with a stop.

Why: one text has one form, and the list of speakers has this one.

Bad:
    1. The Chair thanked Mr Brannagh.

Good:
    1. The Chair thanked Mr. Brannagh.
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import wording

TITLE_WITHOUT_STOP = wording(
    code="X818",
    name="title-without-stop",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Abbreviations",
    page=__doc__,
    pattern="title_without_stop",
    sign="(?:Mr|Ms|Messrs|Mrs|Dr)$",
    write=lambda match: f"{match[0]}.",
)
