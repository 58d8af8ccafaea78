"""An annex to the present report is annexed to it.

Why: a reader who is sent to an annex has to find it.

Bad (final):
    1. The list is in annex II to the present report.

    Annex I

    List of papers

    1. Paper on ports.

Good (final):
    1. The list is in annex I to the present report.

    Annex I

    List of papers

    1. Paper on ports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import is_annex
from wgtip_parse.rules.prose import matches
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.stage import Stage

_ANNEX = re.compile(r"annex\s([IVX]+)\s(?:to\sthe\spresent\s(?:report|document)|below)\b")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each annex that is named and not there, where the stage is final and there are annexes."""
    annexes = [section.number for section in draft.report.sections if is_annex(section)]
    if draft.stage is not Stage.FINAL or not annexes:
        return
    for match in matches(draft, _ANNEX):
        if f"Annex {match[1]}" not in annexes and not (match[1] == "I" and "Annex" in annexes):
            message = f"no annex {match[1]}"
            hint = "check the number, or add the annex"
            yield ANNEX_MISSING.finding(match.span(), message, hint)


ANNEX_MISSING = Rule(
    code="X814",
    name="annex-missing",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
