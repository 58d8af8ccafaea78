"""No heading of a final report is marked "(continued)".

Why: the mark belongs to the parts of a draft; in one report nothing goes on from elsewhere.

Bad (final):
    II. Deliberations (continued)

    1. The Working Group met in Vienna.

Good (final):
    II. Deliberations

    1. The Working Group met in Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules.numbering import is_annex
from wgtip_parse.rules.rule import Draft, Rule
from wgtip_parse.stage import Stage


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at each heading that is marked, where the stage is final."""
    for section in draft.report.every_section():
        if draft.stage is Stage.FINAL and section.continued and not is_annex(section):
            span = draft.places.heading_of(section)
            message = "continued heading in a final report"
            yield CONTINUED_IN_FINAL.finding(span, message, "take the mark out")


CONTINUED_IN_FINAL = Rule(
    code="S212",
    name="continued-in-final",
    severity=Severity.WARNING,
    citation="consistency within the document",
    page=__doc__,
    check=check,
)
